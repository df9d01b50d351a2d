import { daysBetween, splitIso, toIso } from '../lib/date.ts';
import { type Fragment, raw, sql } from '../sql/fragment.ts';
import type { Grain, Period } from './metric-query.ts';

/** One row of the spine: a statistical month, quarter or year, cut to the asked period. */
export interface SpinePeriod extends Period {
  readonly index: number;
  readonly days: number;
  /** Statistical months that lie wholly inside. */
  readonly wholeMonths: readonly Period[];
}

/** How dates fall into the rows of the spine. */
export interface Calendar {
  readonly period: Period;
  /** Months per row; null = one row for the whole period. */
  readonly span: number | null;
  /** Day on which a statistical month starts; a month that starts after the 1st is named after its end. */
  readonly monthStartDay: number;
}

const MONTHS_OF: Record<Grain, number> = { month: 1, quarter: 3, year: 12 };

/** The calendar of a query. Throws a RangeError where the period holds no day or a date is none. */
export function toCalendar(period: Period, grain: Grain | undefined, monthStartDay = 1): Calendar {
  for (const day of [period.start, period.end]) dateLiteral(day);
  if (period.end <= period.start) throw new RangeError(`Period without a day: ${period.start} to ${period.end}`);
  if (!Number.isInteger(monthStartDay) || monthStartDay < 1 || monthStartDay > 28) {
    throw new RangeError(`A month cannot start on day ${monthStartDay}`);
  }
  return { period, span: grain === undefined ? null : MONTHS_OF[grain], monthStartDay };
}

/** Every row of the spine in order, whether or not a case falls into it. */
export function toSpine(calendar: Calendar): readonly SpinePeriod[] {
  const { period, span } = calendar;
  if (span === null) return [toSpinePeriod(calendar, period, 0)];
  const first = Math.floor(monthNumber(calendar, period.start) / span);
  const rows: SpinePeriod[] = [];
  for (let start = period.start; start < period.end; start = rows.at(-1)?.end ?? period.end) {
    const end = firstDay(calendar, (first + rows.length + 1) * span);
    rows.push(toSpinePeriod(calendar, { start, end: end < period.end ? end : period.end }, rows.length));
  }
  return rows;
}

/** The spine row of `date`, which must lie inside the period. Integer arithmetic: no text is formatted per row. */
export function spineIndex(calendar: Calendar, date: Fragment): Fragment {
  const { period, span } = calendar;
  if (span === null) return raw('0');
  const first = Math.floor(monthNumber(calendar, period.start) / span) * span;
  return span === 1
    ? sql`${monthOf(calendar, date, first)}`
    : sql`(${monthOf(calendar, date, first)}) // ${raw(String(span))}`;
}

/** Months from the month numbered `first` to that of `date`. */
export function monthOf(calendar: Calendar, date: Fragment, first: number): Fragment {
  const shift = calendar.monthStartDay - 1;
  const day = shift === 0 ? date : sql`(${date} - ${raw(String(shift))})`;
  return sql`year(${day}) * 12 + month(${day}) - ${raw(String(first + 1 - nameShift(calendar)))}`;
}

/** A DATE literal. Throws a RangeError for anything but a day of the calendar, so that no other text reaches SQL. */
export function dateLiteral(iso: string): Fragment {
  const [year, month, day] = splitIso(iso);
  if (toIso(year, month, day) !== iso) throw new RangeError(`Not a day: ${iso}`);
  return raw(`DATE '${iso}'`);
}

/** Number of the statistical month that holds `iso`: year x 12 + month - 1, after its name. */
export function monthNumber(calendar: Calendar, iso: string): number {
  const [year, month, day] = splitIso(iso);
  const startsIn = year * 12 + month - 1 - (day < calendar.monthStartDay ? 1 : 0);
  return startsIn + nameShift(calendar);
}

function nameShift(calendar: Calendar): number {
  return calendar.monthStartDay > 1 ? 1 : 0;
}

function firstDay(calendar: Calendar, number: number): string {
  const startsIn = number - nameShift(calendar);
  return toIso(Math.floor(startsIn / 12), (startsIn % 12) + 1, calendar.monthStartDay) ?? calendar.period.end;
}

function toSpinePeriod(calendar: Calendar, period: Period, index: number): SpinePeriod {
  const wholeMonths: Period[] = [];
  const last = monthNumber(calendar, period.end);
  for (let number = monthNumber(calendar, period.start); number <= last; number++) {
    const month = { start: firstDay(calendar, number), end: firstDay(calendar, number + 1) };
    if (month.start >= period.start && month.end <= period.end) wholeMonths.push(month);
  }
  return { ...period, index, days: daysBetween(period.start, period.end), wholeMonths };
}
