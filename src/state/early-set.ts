import { abortError } from '../lib/abort.ts';
import type { LoadedSet } from './dataset-ports.ts';

/** A prepared set that is on screen by what it says of itself, while the engine and its rows are still on their way. */
export class EarlySet {
  readonly #shown: string;
  readonly #settled: Promise<void>;
  #settle: () => void = () => undefined;

  constructor(shown: LoadedSet) {
    this.#shown = JSON.stringify(shown);
    this.#settled = new Promise((resolve) => (this.#settle = resolve));
  }

  /** To be called once its rows are there, or cannot be had. */
  settle(): void {
    this.#settle();
  }

  /** Whether `loaded` is what is on screen. */
  isSame(loaded: LoadedSet): boolean {
    return JSON.stringify(loaded) === this.#shown;
  }

  /** Resolves once the set is settled. Rejects when `signal` is aborted before. */
  wait(signal?: AbortSignal): Promise<void> {
    if (signal === undefined) return this.#settled;
    return new Promise((resolve, reject) => {
      const leave = () => reject(abortError());
      if (signal.aborted) leave();
      signal.addEventListener('abort', leave, { once: true });
      void this.#settled.then(resolve).finally(() => signal.removeEventListener('abort', leave));
    });
  }
}
