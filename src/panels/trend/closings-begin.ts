import type { Grain } from '../../query/metric-query.ts';
import { currentFilter } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { startOfGrain } from './trend-query.ts';

/**
 * First day of the first period of `grain` in which one of the chosen courts closed a case, whoever else is filtered: a
 * new judge has no unknown past. Null where none did, or it is not known.
 */
export function closingsBegin(selection: Selection, dataset: Dataset, grain: Grain): string | null {
  const day = dataset.firstClosingOf(currentFilter(selection, dataset).court ?? null);
  return day === null ? null : startOfGrain(day, grain, selection.view.monthStartDay);
}
