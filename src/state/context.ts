import { createContext } from 'svelte';
import type { Dataset } from './dataset.svelte.ts';
import type { Selection } from './selection.svelte.ts';

/** What App makes once and every page and panel reads. */
export interface AppState {
  readonly dataset: Dataset;
  readonly selection: Selection;
}

const [getAppState, setAppState] = createContext<AppState>();

export { getAppState, setAppState };
