import { addDays, addMonths, daysBetween, splitIso, toIso } from '../lib/date.ts';
import type { Period } from '../query/metric-query.ts';

/** Two days, both included, as a person types them. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export function toPeriod(range: DayRange): Period {
  return { start: range.from, end: addDays(range.to, 1) };
}

export function toRange(period: Period): DayRange {
  return { from: period.start, to: addDays(period.end, -1) };
}

/** The same days one year earlier, cut at the same day (02-29 becomes 02-28); null when longer than a year. */
export function samePeriodLastYear(period: Period): Period | null {
  if (addMonths(period.start, 12) < period.end) return null;
  return { start: addMonths(period.start, -12), end: addDays(addMonths(addDays(period.end, -1), -12), 1) };
}

/** The period of equal length just before: whole months where the period is whole months, else days. */
export function previousPeriod(period: Period): Period {
  const months = wholeMonths(period);
  if (months !== null) return { start: addMonths(period.start, -months), end: period.start };
  return { start: addDays(period.start, -daysBetween(period.start, period.end)), end: period.start };
}

function wholeMonths(period: Period): number | null {
  const [year, month, day] = splitIso(period.start);
  const [endYear, endMonth, endDay] = splitIso(period.end);
  const months = (endYear - year) * 12 + endMonth - month;
  return day === endDay && months > 0 ? months : null;
}

/** First day of the statistical month that holds `iso`; months start on `startDay`. */
export function startOfMonth(iso: string, startDay: number): string {
  const [year, month, day] = splitIso(iso);
  const first = toIso(year, month, startDay) ?? iso;
  return day >= startDay ? first : addMonths(first, -1);
}

/** `count` whole statistical months that end with the month of `period`'s last day. */
export function lastMonths(period: Period, count: number, startDay: number): Period {
  const last = startOfMonth(addDays(period.end, -1), startDay);
  return { start: addMonths(last, 1 - count), end: addMonths(last, 1) };
}

/** First day of the statistical year that holds `iso`: 1 January, or 21 December of the year before. */
export function startOfYear(iso: string, startDay: number): string {
  const [year] = splitIso(iso);
  if (startDay === 1) return `${year}-01-01`;
  const boundary = `${year}-12-${startDay}`;
  return iso >= boundary ? boundary : `${year - 1}-12-${startDay}`;
}
