/** One value with how many cases have it, and how many of those in a second count (closed, for courses). */
export interface Tally {
  readonly days: number;
  readonly count: number;
}

/** Neighbouring values put together: shortest, longest, cases. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Neighbouring days put together until every bin holds `least` cases or more; a rest at the end joins the bin before it.
 * Empty where all of them are too few. `tallies` ascend.
 */
export function toBins(tallies: readonly Tally[], least: number): readonly Bin[] {
  const bins: Bin[] = [];
  let open: Bin | null = null;
  for (const { days, count } of tallies) {
    open = open === null ? { from: days, to: days, count } : { from: open.from, to: days, count: open.count + count };
    if (open.count >= least) {
      bins.push(open);
      open = null;
    }
  }
  const last = bins.at(-1);
  if (open === null || last === undefined) return bins;
  return [...bins.slice(0, -1), { from: last.from, to: open.to, count: last.count + open.count }];
}

/** No case takes longer: beyond it a bound is made of cases that are not known. */
const LONGEST = 100_000;

/** Where a quantile lies for certain. */
export interface QuantileBounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Between which days the `p`-quantile (R's type 7) of the cases in `bins` lies; bins of several sketches may overlap. Null
 * without cases. The k-th shortest case is no shorter than the k-th smallest lower bound and no longer than the k-th
 * smallest upper bound.
 * @param unknown cases that no bin tells of: they may be shorter or longer than all others
 */
export function quantileBounds(bins: readonly Bin[], p: number, unknown = 0): QuantileBounds | null {
  const known = bins.reduce((sum, { count }) => sum + count, 0);
  if (known === 0) return null;
  const n = known + unknown;
  const position = (n - 1) * p;
  const at = (edges: readonly Tally[]): number => {
    const low = valueAt(edges, Math.floor(position));
    const high = valueAt(edges, Math.ceil(position));
    return low + (high - low) * (position - Math.floor(position));
  };
  const edgesOf = (pick: (bin: Bin) => number, elsewhere: number): readonly Tally[] =>
    [...bins.map((bin) => ({ days: pick(bin), count: bin.count })), { days: elsewhere, count: unknown }].sort(
      (a, b) => a.days - b.days,
    );
  const lower = at(edgesOf(({ from }) => from, 0));
  const upper = at(edgesOf(({ to }) => to, Number.MAX_SAFE_INTEGER));
  return upper > LONGEST ? null : { lower, upper };
}

/** The value of rank `rank` (from 0). */
function valueAt(ascending: readonly Tally[], rank: number): number {
  let seen = 0;
  for (const { days, count } of ascending) {
    seen += count;
    if (rank < seen) return days;
  }
  return NaN;
}
