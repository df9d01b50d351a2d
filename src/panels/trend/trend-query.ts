import { addDays, addMonths } from '../../lib/date.ts';
import { withCompanions } from '../../query/companions.ts';
import type { Grain, MetricQuery, MetricRef, Period } from '../../query/metric-query.ts';
import { lastMonths } from '../../state/period.ts';
import type { View } from '../../state/url.ts';

/** How many periods a trend shows at least, so that a short selection still has a course. */
const AT_LEAST_MONTHS: Readonly<Record<Grain, number>> = { month: 24, quarter: 36, year: 60 };
const MONTHS_PER: Readonly<Record<Grain, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * The time axis of the trend: the selected period, stretched back to 24 months, 12 quarters or 5 years where it is
 * shorter, and never before the data begin. It starts with a whole grain of the statistical calendar and ends where the
 * selection ends, so that the last one may be incomplete.
 */
export function trendPeriod(selected: Period, span: Period, grain: Grain, monthStartDay: number): Period {
  const stretched = lastMonths(selected, AT_LEAST_MONTHS[grain], monthStartDay);
  const start = stretched.start < selected.start ? stretched.start : selected.start;
  const first = start < span.start ? span.start : start;
  return { start: startOfGrain(first, grain, monthStartDay), end: selected.end };
}

export function trendQuery(view: View, ref: MetricRef, period: Period, filter: MetricQuery['filter']): MetricQuery {
  return {
    metrics: withCompanions([ref]),
    groupBy: view.splitBy === null ? [] : [view.splitBy],
    grain: view.grain,
    period,
    filter,
    monthStartDay: view.monthStartDay,
  };
}

/** The same periods one year earlier. */
export function yearEarlier(period: Period): Period {
  return { start: addMonths(period.start, -12), end: addMonths(period.end, -12) };
}

/** First day of the calendar or statistical month, quarter or year that holds `iso`. */
export function startOfGrain(iso: string, grain: Grain, startDay: number): string {
  const month = lastMonths({ start: iso, end: addDays(iso, 1) }, 1, startDay).start;
  const named = startDay === 1 ? month : addMonths(month, 1);
  const back = (Number(named.slice(5, 7)) - 1) % MONTHS_PER[grain];
  return addMonths(month, -back);
}

/** The day after the grain that starts on `start`. */
export function endOfGrain(start: string, grain: Grain): string {
  return addMonths(start, MONTHS_PER[grain]);
}

/** First day of the calendar month after which a statistical period that starts on `start` is named. */
export function namedAfter(start: string, monthStartDay: number): string {
  return monthStartDay === 1 ? start : `${addMonths(start, 1).slice(0, 7)}-01`;
}
