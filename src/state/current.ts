import type { CaseFilter, Period } from '../query/metric-query.ts';
import type { Dataset } from './dataset.svelte.ts';
import { toPeriod, type DayRange } from './period.ts';
import type { Selection } from './selection.svelte.ts';

/** What of a selection says which cases are shown. */
export type Chosen = Pick<Selection, 'view'>;
/** What of a data set stands in where nothing was chosen. */
export type Offered = Pick<Dataset, 'defaultRange' | 'ownCourt' | 'courts'>;

/** The days shown: what was chosen, else the default of the data set. Null while nothing is loaded. */
export function currentRange(selection: Chosen, dataset: Pick<Offered, 'defaultRange'>): DayRange | null {
  const fallback = dataset.defaultRange;
  const from = selection.view.from ?? fallback?.from;
  const to = selection.view.to ?? fallback?.to;
  return from === undefined || to === undefined ? null : { from, to };
}

/** `currentRange` as the half-open period of a query; null while nothing is loaded or the days are reversed. */
export function currentPeriod(selection: Chosen, dataset: Pick<Offered, 'defaultRange'>): Period | null {
  const range = currentRange(selection, dataset);
  return range === null || range.to < range.from ? null : toPeriod(range);
}

/** The court in the accent colour. */
export function currentOwnCourt(selection: Chosen, dataset: Pick<Offered, 'ownCourt'>): string | null {
  return selection.view.ownCourt ?? dataset.ownCourt;
}

/**
 * The filter in force. A hosted data set that names its own court shows that court until another choice is made;
 * an empty choice of courts in the URL means all of them.
 */
export function currentFilter(selection: Chosen, dataset: Pick<Offered, 'ownCourt' | 'courts'>): CaseFilter {
  const { court, ...rest } = selection.view.filter;
  if (court !== undefined) return court.length === 0 ? rest : { ...rest, court };
  const own = currentOwnCourt(selection, dataset);
  return own === null || dataset.courts.length < 2 ? rest : { ...rest, court: [own] };
}

/** The filter in force without any restriction of courts. */
export function filterOfAllCourts(selection: Chosen): CaseFilter {
  return Object.fromEntries(Object.entries(selection.view.filter).filter(([dimension]) => dimension !== 'court'));
}
