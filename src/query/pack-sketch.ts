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

/** Where a quantile lies for certain. */
export interface QuantileBounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Between which days the `p`-quantile (R's type 7) of the cases in `bins` lies; bins of several sketches may overlap. Null
 * without cases. The k-th shortest case is no shorter than the k-th smallest lower bound and no longer than the k-th
 * smallest upper bound.
 */
export function quantileBounds(bins: readonly Bin[], p: number): QuantileBounds | null {
  const n = bins.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return null;
  const position = (n - 1) * p;
  const at = (edges: readonly Tally[]): number => {
    const low = valueAt(edges, Math.floor(position));
    const high = valueAt(edges, Math.ceil(position));
    return low + (high - low) * (position - Math.floor(position));
  };
  const edgesOf = (pick: (bin: Bin) => number): readonly Tally[] =>
    bins.map((bin) => ({ days: pick(bin), count: bin.count })).sort((a, b) => a.days - b.days);
  return { lower: at(edgesOf(({ from }) => from)), upper: at(edgesOf(({ to }) => to)) };
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
