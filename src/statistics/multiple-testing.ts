/** p-values adjusted for the number of comparisons. Null stays null and does not count. */

interface Ranked {
  readonly p: number;
  readonly position: number;
}

function ranked(values: readonly (number | null)[]): Ranked[] {
  const known = values.flatMap((p, position) => (p === null ? [] : [{ p, position }]));
  return known.sort((a, b) => a.p - b.p);
}

function restore(values: readonly (number | null)[], order: readonly Ranked[], adjusted: readonly number[]) {
  const result = values.map((): number | null => null);
  order.forEach(({ position }, k) => (result[position] = adjusted[k] ?? null));
  return result;
}

/** False discovery rate (Benjamini & Hochberg 1995, JRSS B 57:289). */
export function benjaminiHochberg(values: readonly (number | null)[]): readonly (number | null)[] {
  const order = ranked(values);
  const adjusted = order.map(({ p }, k) => Math.min(1, (p * order.length) / (k + 1)));
  for (let k = adjusted.length - 2; k >= 0; k--) adjusted[k] = Math.min(adjusted[k] ?? 1, adjusted[k + 1] ?? 1);
  return restore(values, order, adjusted);
}

/** Family-wise error (Holm 1979, Scand J Stat 6:65). */
export function holm(values: readonly (number | null)[]): readonly (number | null)[] {
  const order = ranked(values);
  const adjusted = order.map(({ p }, k) => Math.min(1, p * (order.length - k)));
  for (let k = 1; k < adjusted.length; k++) adjusted[k] = Math.max(adjusted[k] ?? 0, adjusted[k - 1] ?? 0);
  return restore(values, order, adjusted);
}
