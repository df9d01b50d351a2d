import { addDays, addMonths } from '../lib/date.ts';

/** A statistical month by its first day, with its closings and how many of them the cells of the pack show in it. */
export interface PackMonth {
  readonly start: string;
  readonly n: number;
  readonly shown: number;
}

/** Statistical months from `start` up to the day before `end`. */
export interface PackSpan {
  readonly start: string;
  readonly end: string;
  readonly n: number;
  readonly shown: number;
}

/**
 * A quarter of fewer closings tells too little on its own: its median would be known to a tenth at best, its p90 not at
 * all, and four such quarters know the year no better than one.
 */
const CLOSINGS_OF_A_QUARTER = 100;

/**
 * The spans of a court's days: quarters in years whose quarters all have enough closings, else years. A span of fewer than
 * `least` cases joins the next, and so does one of which the cells show other numbers (months of too few cases join a month
 * nearby): what the days add up to is what the cells add up to, and their difference tells nothing. `months` ascend.
 */
export function toSpans(months: readonly PackMonth[], least: number): readonly PackSpan[] {
  const spans: PackSpan[] = [];
  let open: PackSpan | null = null;
  for (const unit of unitsOf(months)) {
    open = open === null ? unit : joinSpans(open, unit);
    if (open.n < least || open.n !== open.shown) continue;
    spans.push(open);
    open = null;
  }
  const last = spans.pop();
  const rest = [last, open]
    .filter((span) => span !== undefined && span !== null)
    .reduce<PackSpan | null>((sum, span) => (sum === null ? span : joinSpans(sum, span)), null);
  return rest === null || rest.n < least ? spans : [...spans, rest];
}

/** The year in which a statistical month ends, and its quarter of that year from 0. */
export function yearOf(month: string): number {
  return Number(lastDayOf(month).slice(0, 4));
}

function quarterOf(month: string): number {
  return Math.floor((Number(lastDayOf(month).slice(5, 7)) - 1) / 3);
}

function lastDayOf(month: string): string {
  return addDays(addMonths(month, 1), -1);
}

function unitsOf(months: readonly PackMonth[]): readonly PackSpan[] {
  return runsOf(months, yearOf).flatMap((year) => {
    const quarters = runsOf(year, quarterOf).map(spanOf);
    const isClose = quarters.every(({ n, shown }) => n >= CLOSINGS_OF_A_QUARTER && n === shown);
    return isClose ? quarters : [spanOf(year)];
  });
}

/** Neighbouring months of the same key. */
function runsOf(months: readonly PackMonth[], keyOf: (start: string) => number): readonly (readonly PackMonth[])[] {
  const runs: PackMonth[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && keyOf(run[0].start) === keyOf(month.start)) run.push(month);
    else runs.push([month]);
  }
  return runs;
}

function spanOf(months: readonly PackMonth[]): PackSpan {
  const [first, last] = [months[0]?.start ?? '', months.at(-1)?.start ?? ''];
  const sum = (of: (month: PackMonth) => number): number => months.reduce((total, month) => total + of(month), 0);
  return { start: first, end: addMonths(last, 1), n: sum(({ n }) => n), shown: sum(({ shown }) => shown) };
}

function joinSpans(first: PackSpan, second: PackSpan): PackSpan {
  return { start: first.start, end: second.end, n: first.n + second.n, shown: first.shown + second.shown };
}
