import { addDays, addMonths, daysBetween, splitIso, toEpochDay } from '../lib/date.ts';
import type { KindCounts, OpenAnswer, Slice, SliceScope } from '../schema/slice.ts';
import { totalOf } from './slice-totals.ts';

/** With 10 cases expected to be open, none at all has a chance of 1 in 20,000; a year-end clearance leaves some. */
const LEAST_EXPECTED_OF_COURT = 10;
/** Of one kind of proceeding, which may by nature be short: more is asked. */
const LEAST_EXPECTED_OF_FAMILY = 25;
/** Courts with fewer cases are judged together with the others of their list. */
const SMALL_COURT = 100;
const FEW_OPEN = 0.01;
const LEAST_ROWS = 30;
const LEAST_YEAR_ROWS = 100;
const LEAST_OLD_STOCK = 20;
/** A data set that spans less than this is young; nothing is said of it. */
const YOUNG_DAYS = 90;
/** A year's first event comes within so many days, the New Year holiday included. */
const FIRST_DAYS = 10;
/** Closings that go on for so long after the last filing show that filings were cut off. */
const GOES_ON_DAYS = 45;
/** Of cases without any closing, filings evenly spread have their mean in the middle; a stock is mostly recent. */
const RECENT_SHARE = 0.65;

/**
 * Groups of cases that hold hardly any pending one: every large court by itself, the kinds of proceeding of a court
 * that is no candidate as a whole, the small courts of a list together, and all courts of a list together: each may have
 * too few cases to tell. Whether pending cases are lacking there depends on how many should be open, which the engine has
 * to count.
 */
export function planSliceScopes(counts: readonly KindCounts[]): readonly SliceScope[] {
  const courts = [...groupBy(counts, ({ court }) => court ?? '').values()];
  const large = courts.filter((cells) => totalOf(cells).rows >= SMALL_COURT);
  const small = courts.filter((cells) => totalOf(cells).rows < SMALL_COURT);
  const pools = byList(small);
  const wholes = [...large, ...pools].flatMap((cells) => toScope(cells, LEAST_EXPECTED_OF_COURT));
  const lists = byList(courts).filter((cells) => courtsOf(cells).length > 1 && !isPool(cells, pools));
  const taken = new Set(wholes.flatMap(({ cells }) => cells));
  const families = large
    .filter((cells) => !cells.some((cell) => taken.has(cell)))
    .flatMap((cells) => [...groupBy(cells, familyOf).values()])
    .flatMap((cells) => toScope(cells, LEAST_EXPECTED_OF_FAMILY));
  return [...wholes, ...lists.flatMap((cells) => toScope(cells, LEAST_EXPECTED_OF_COURT)), ...families];
}

/** The cells of courts, those together that occur first in the same list. */
function byList(courts: readonly (readonly KindCounts[])[]): readonly (readonly KindCounts[])[] {
  const lists = groupBy(courts, (cells) => String(Math.min(...cells.map(({ list }) => list))));
  return [...lists.values()].map((own) => own.flat());
}

function isPool(cells: readonly KindCounts[], pools: readonly (readonly KindCounts[])[]): boolean {
  return pools.some((pool) => pool.length === cells.length && pool[0] === cells[0]);
}

/** Every slice in the data. `answers` are those to `planSliceScopes(counts)`, in its order. */
export function detectSlices(
  counts: readonly KindCounts[],
  scopes: readonly SliceScope[],
  answers: readonly OpenAnswer[],
): readonly Slice[] {
  const closed = withoutParts(scopes.flatMap((scope, i) => toClosedSlice(scope, answers[i])));
  const together = unresolvedLists(counts).map((cells) => ({ cells, slices: toUnresolvedSlice(cells) }));
  const judged = new Set(together.flatMap(({ cells, slices }) => (slices.length > 0 ? cells : [])));
  const rest = counts.filter((cell) => !judged.has(cell));
  const courts = [...groupBy(rest, ({ court }) => court ?? '').values()];
  const others = courts.flatMap((cells) => {
    const whole = [...toYearSlice(cells), ...toUnresolvedSlice(cells)];
    if (whole.length > 0) return whole;
    return [...groupBy(cells, familyOf).values()].flatMap((family) =>
      totalOf(family).rows >= SMALL_COURT ? toUnresolvedSlice(family) : [],
    );
  });
  return [...closed, ...together.flatMap(({ slices }) => slices), ...others];
}

/** Without those of one court that are told of its whole list too. */
function withoutParts(slices: readonly Slice[]): readonly Slice[] {
  const isPart = (part: Slice, whole: Slice) =>
    part.courts.length < whole.courts.length && part.courts.every((court) => whole.courts.includes(court));
  return slices.filter((slice) => !slices.some((other) => isPart(slice, other)));
}

/** Lists of several courts in which no case has a closing date: the column is lacking, whatever the courts' filings look like. */
function unresolvedLists(counts: readonly KindCounts[]): readonly (readonly KindCounts[])[] {
  const lists = [...groupBy(counts, ({ list }) => String(list)).values()];
  return lists.filter((cells) => totalOf(cells).resolved === 0 && courtsOf(cells).length > 1);
}

function toScope(cells: readonly KindCounts[], leastExpected: number): SliceScope[] {
  const { rows, open, resolved, asOf } = totalOf(cells);
  if (asOf === null || resolved === 0 || open > rows * FEW_OPEN) return [];
  return [{ courts: courtsOf(cells), cells, asOf, leastExpected }];
}

function toClosedSlice(scope: SliceScope, answer: OpenAnswer | undefined): Slice[] {
  const { firstResolved, lastResolved, firstFiled } = totalOf(scope.cells);
  if (answer === undefined || firstResolved === null || lastResolved === null) return [];
  if (answer.open > 0 || answer.expected < scope.leastExpected) return [];
  const settledUntil = addDays(scope.asOf, -Math.ceil(Math.max(365, answer.longestDays)));
  const year = yearOf(firstResolved, lastResolved);
  const isOfYear = year !== null && firstFiled !== null && firstFiled < year.from;
  return [
    {
      ...baseOf(scope.cells, scope.asOf),
      kind: isOfYear ? 'closed-in-year' : 'closed-only',
      from: isOfYear ? year.from : firstResolved,
      to: isOfYear ? year.to : lastResolved,
      settledUntil: settledUntil > firstResolved ? settledUntil : null,
      isCertain: true,
    },
  ];
}

/** Filings that begin with a year, of that year only, where older cases should have been in stock. */
function toYearSlice(cells: readonly KindCounts[]): Slice[] {
  const totals = totalOf(cells);
  const { firstFiled, lastFiled, firstResolved, asOf, filed, timed, days } = totals;
  if (firstFiled === null || lastFiled === null || asOf === null || filed < LEAST_YEAR_ROWS) return [];
  const year = yearOf(firstFiled, lastFiled);
  if (year === null || timed < LEAST_ROWS || (firstResolved !== null && firstResolved < year.from)) return [];
  const span = daysBetween(firstFiled, lastFiled) + 1;
  if (span < YOUNG_DAYS || (filed / span) * (days / timed) < LEAST_OLD_STOCK) return [];
  const isCertain = daysBetween(lastFiled, asOf) > GOES_ON_DAYS;
  const isCutShort = isCertain && daysBetween(lastFiled, year.to) > GOES_ON_DAYS;
  return [
    {
      ...baseOf(cells, asOf),
      kind: 'filed-in-year',
      from: year.from,
      to: isCutShort ? lastFiled : year.to,
      settledUntil: null,
      isCertain,
    },
  ];
}

/** Cases of which none has a closing date: a list of filings, or of what is pending. */
function toUnresolvedSlice(cells: readonly KindCounts[]): Slice[] {
  const { rows, resolved, undated, filed, firstFiled, lastFiled, meanFiled } = totalOf(cells);
  if (resolved > 0 || rows < LEAST_ROWS || filed < LEAST_ROWS || firstFiled === null || lastFiled === null) return [];
  const span = daysBetween(firstFiled, lastFiled);
  if (span < YOUNG_DAYS) return [];
  const position = (meanFiled - toEpochDay(firstFiled)) / span;
  const isStock = position >= RECENT_SHARE && undated <= rows * FEW_OPEN;
  return [
    {
      ...baseOf(cells, lastFiled),
      kind: isStock ? 'pending-only' : 'filed-only',
      from: firstFiled,
      to: lastFiled,
      settledUntil: null,
      isCertain: true,
    },
  ];
}

function baseOf(cells: readonly KindCounts[], asOf: string): Pick<Slice, 'courts' | 'kinds' | 'rows' | 'asOf'> {
  const kinds = new Map(cells.map(({ matter, level }) => [`${matter ?? ''}/${level ?? ''}`, { matter, level }]));
  return { courts: courtsOf(cells), kinds: [...kinds.values()], rows: totalOf(cells).rows, asOf };
}

function courtsOf(cells: readonly KindCounts[]): readonly (string | null)[] {
  return [...new Set(cells.map(({ court }) => court))];
}

/** Lists that a court's system gives apart: enforcement, pre-filing mediation, and each level of the trial cases. */
function familyOf({ matter, level }: KindCounts): string {
  if (matter === '执行' || matter === '保全' || matter === '调解') return matter;
  return level ?? '';
}

/** The statistical year (calendar year, or from 21 December) that begins with `first` and holds `last`. */
function yearOf(first: string, last: string): { from: string; to: string } | null {
  const [year] = splitIso(first);
  const from = [`${year}-01-01`, `${year}-12-21`, `${year - 1}-12-21`].find((start) => {
    const wait = daysBetween(start, first);
    return wait >= 0 && wait <= FIRST_DAYS && last < addMonths(start, 12);
  });
  return from === undefined ? null : { from, to: addDays(addMonths(from, 12), -1) };
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
