import { addDays } from '../lib/date.ts';
import { type Fragment, raw, sql } from '../sql/fragment.ts';
import { type Calendar, dateLiteral, monthNumber, monthOf, type SpinePeriod } from './period.ts';

/** A row of one of several spines, as the run of segments that it covers: `first` to `last`, both included. */
export interface SpanOfSegments extends SpinePeriod {
  /** Place of the question whose spine it is of. */
  readonly question: number;
  readonly first: number;
  readonly last: number;
}

/**
 * The days of several spines, cut at every boundary of any of them: each row of each spine is a run of segments, so
 * that what adds up is counted once per segment and summed for every row.
 */
export interface Segments {
  readonly count: number;
  /** The segment of `date`, which must lie between the first and the last day. */
  readonly index: (date: Fragment) => Fragment;
  /** 1 + the segment, so that 0 is before the first: of so small a type that rows are counted without hashing. */
  readonly key: (index: Fragment) => Fragment;
  readonly rows: readonly SpanOfSegments[];
}

/** A spine and the calendar by which its rows were made. */
export interface CalendarSpine {
  readonly calendar: Calendar;
  readonly spine: readonly SpinePeriod[];
}

/** With a key before and one after them, 256. */
const MOST_OF_ONE_BYTE = 254;

interface MonthGrid {
  readonly calendar: Calendar;
  readonly first: number;
  readonly count: number;
}

/** The segments of `spines`, from the first day of any to the last. One spine of months gives the regular steps. */
export function toSegments(spines: readonly CalendarSpine[]): Segments {
  const rows = spines.flatMap(({ spine }, question) => spine.map((row) => ({ ...row, question })));
  const boundaries = [...new Set(rows.flatMap(({ start, end }) => [start, end]))].sort();
  const grid = toGrid(spines.find(({ calendar }) => calendar.span === 1)?.calendar);
  const extra = boundaries.slice(1, -1).filter((day) => grid === null || stepAt(grid, day) === 0);
  const place = (day: string) => stepOf(grid, day) + extra.filter((cut) => cut <= day).length;
  const base = place(boundaries[0] ?? '');
  const indexOf = (day: string) => place(day) - base;
  const lastOf = (end: string) => indexOf(addDays(end, -1));
  const count = lastOf(boundaries.at(-1) ?? '') + 1;
  const type = raw(count <= MOST_OF_ONE_BYTE ? 'UTINYINT' : 'INTEGER');
  return {
    count,
    key: (segment) => sql`CAST(${segment} + 1 AS ${type})`,
    index: (date) => toIndex(grid, extra, base, date),
    rows: rows.map((row) => ({ ...row, first: indexOf(row.start), last: lastOf(row.end) })),
  };
}

function toGrid(calendar: Calendar | undefined): MonthGrid | null {
  if (calendar === undefined) return null;
  const first = monthNumber(calendar, calendar.period.start);
  return { calendar, first, count: monthNumber(calendar, addDays(calendar.period.end, -1)) - first + 1 };
}

/** -1 before the months of the grid, 0, 1, … in them, their count after them. */
function stepOf(grid: MonthGrid | null, day: string): number {
  if (grid === null) return 0;
  return Math.min(Math.max(monthNumber(grid.calendar, day) - grid.first, -1), grid.count);
}

/** How far the grid rises on `day`. */
function stepAt(grid: MonthGrid, day: string): number {
  return stepOf(grid, day) - stepOf(grid, addDays(day, -1));
}

function toIndex(grid: MonthGrid | null, extra: readonly string[], base: number, date: Fragment): Fragment {
  const cuts = extra.map((cut) => sql` + CAST(${date} >= ${dateLiteral(cut)} AS INTEGER)`);
  const step =
    grid === null
      ? raw('0')
      : sql`least(greatest(${monthOf(grid.calendar, date, grid.first)}, -1), ${raw(String(grid.count))})`;
  return cuts.reduce((sum, cut) => sql`${sum}${cut}`, sql`${step} - ${raw(String(base))}`);
}

/** The days from the first to the last of `rows`, half-open. */
export function hullOf(rows: readonly SpinePeriod[]): { readonly start: string; readonly end: string } {
  const starts = rows.map(({ start }) => start).sort();
  const ends = rows.map(({ end }) => end).sort();
  return { start: starts[0] ?? '', end: ends.at(-1) ?? '' };
}
