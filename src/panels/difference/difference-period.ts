import { addDays } from '../../lib/date.ts';
import type { Period } from '../../query/metric-query.ts';
import { startOfYear } from '../../state/period.ts';

/** Since when the two lists are compared. */
export type ComparedSpan = 'year' | 'all';

/**
 * The days for which both lists are asked: they end with the last day of the older list.
 *
 * @param from first day of the data; null = not known
 */
export function toComparedPeriod(asOf: string, span: ComparedSpan, from: string | null, monthStartDay: number): Period {
  const start = span === 'all' && from !== null ? from : startOfYear(asOf, monthStartDay);
  return { start, end: addDays(asOf, 1) };
}
