/**
 * Sample quantiles (Hyndman & Fan 1996, American Statistician 50:361). Every function returns null for an empty sample
 * or a p outside [0, 1].
 */

/** Guard against n·p falling a rounding error beyond a whole number. */
const EPSILON = 1e-12;

/** Ascending copy. */
export function sorted(values: readonly number[]): number[] {
  return Array.from(Float64Array.from(values).sort());
}

function isAnswerable(count: number, p: number): boolean {
  return count > 0 && p >= 0 && p <= 1;
}

/** Type 7, linear between order statistics: R's default, DuckDB's `quantile_cont`. `ascending` must be sorted. */
export function quantile(ascending: readonly number[], p: number): number | null {
  if (!isAnswerable(ascending.length, p)) return null;
  const position = (ascending.length - 1) * p;
  const below = Math.floor(position + EPSILON);
  const low = ascending[below];
  const high = ascending[below + 1] ?? low;
  if (low === undefined || high === undefined) return null;
  const share = Math.max(0, position - below);
  return share === 0 || low === high ? low : (1 - share) * low + share * high;
}

/**
 * Type 1, the inverse of the empirical distribution function: DuckDB's `quantile_disc`. `ascending` must be sorted. As
 * in R, the product n·p is taken as the machine has it: .07·100 = 7.000000000000001 asks for the 8th value.
 */
export function quantileDiscrete(ascending: readonly number[], p: number): number | null {
  if (!isAnswerable(ascending.length, p)) return null;
  const position = ascending.length * p;
  const below = Math.floor(position + 4 * Number.EPSILON);
  const rank = Math.max(1, position > below ? below + 1 : below);
  return ascending[rank - 1] ?? null;
}

/** The middle value, or the mean of the two middle values. */
export function median(values: readonly number[]): number | null {
  return quantile(sorted(values), 0.5);
}

/** A value and how much it counts. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

function withWeight(values: readonly Weighted[]): Weighted[] {
  return values.filter(({ weight }) => weight > 0).sort((a, b) => a.value - b.value);
}

/** The smallest value whose cumulative share of the weight reaches p. Values without weight do not count. */
export function weightedQuantile(values: readonly Weighted[], p: number): number | null {
  const kept = withWeight(values);
  if (!isAnswerable(kept.length, p)) return null;
  const total = kept.reduce((total, { weight }) => total + weight, 0);
  let cumulative = 0;
  for (const { value, weight } of kept) {
    cumulative += weight;
    if (cumulative / total >= p - EPSILON) return value;
  }
  return kept.at(-1)?.value ?? null;
}

/** Type 7 of the sample in which each value occurs `weight` times. Null unless all weights are whole numbers. */
export function frequencyQuantile(values: readonly Weighted[], p: number): number | null {
  const kept = withWeight(values);
  if (!isAnswerable(kept.length, p) || !kept.every(({ weight }) => Number.isInteger(weight))) return null;
  const total = kept.reduce((total, { weight }) => total + weight, 0);
  const position = (total - 1) * p;
  const below = Math.floor(position + EPSILON);
  const low = valueOfRank(kept, below);
  const high = valueOfRank(kept, Math.min(below + 1, total - 1));
  const share = Math.max(0, position - below);
  return share === 0 || low === high ? low : (1 - share) * low + share * high;
}

/** The value at 0-based `rank` of the repeated sample. */
function valueOfRank(kept: readonly Weighted[], rank: number): number {
  let cumulative = 0;
  for (const { value, weight } of kept) {
    cumulative += weight;
    if (rank < cumulative) return value;
  }
  return kept.at(-1)?.value ?? NaN;
}
