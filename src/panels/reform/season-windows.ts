import { addMonths } from '../../lib/date.ts';
import type { Period } from '../../query/metric-query.ts';
import { startOfMonth } from '../../state/period.ts';
import { firstMonthAfter, type ReformSeries } from './reform-series.ts';

/** Two stretches of the same calendar months, one on either side of a named day. */
export interface SeasonWindows {
  readonly before: Period;
  readonly after: Period;
}

/**
 * Up to twelve complete months after `day`, and the same calendar months of the latest year that ends before it, so that
 * the court's seasons are the same on both sides; null while no month after it is complete.
 */
export function seasonWindows(
  series: ReformSeries,
  choice: { readonly day: string; readonly transition: number; readonly monthStartDay: number },
): SeasonWindows | null {
  const months = Math.min(12, series.months.length - (series.firstAfter - 1));
  if (months < 1) return null;
  const start = firstMonthAfter(choice.day, choice.transition, choice.monthStartDay);
  const mixed = startOfMonth(choice.day, choice.monthStartDay);
  const end = addMonths(start, months);
  let years = 1;
  while (addMonths(end, -12 * years) > mixed) years += 1;
  return {
    after: { start, end },
    before: { start: addMonths(start, -12 * years), end: addMonths(end, -12 * years) },
  };
}
