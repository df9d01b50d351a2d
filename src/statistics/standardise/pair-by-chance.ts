import { betaLower, betaUpper } from '../distribution/beta.ts';
import { logChoose } from '../distribution/gamma-function.ts';
import { sum } from '../sample.ts';
import type { PairStratum } from './direct-pair.ts';

/**
 * How likely chance alone makes two units that go alike in every stratum differ at least as much, on the side on which
 * they do, twice. The strata are those in which each has at least `least` cases. 1 where nothing can be told.
 */
export function pairByChance(
  strata: readonly PairStratum[],
  { isMean, least }: { readonly isMean: boolean; readonly least: number },
): number {
  const common = strata.filter(({ first, second }) => first.n >= least && second.n >= least);
  if (common.length === 0) return 1;
  return isMean ? meansByChance(common) : countsByChance(common);
}

/**
 * The exact test of a common odds ratio of 1 (Mantel & Haenszel 1959 without the normal approximation; Agresti 2002, §6.3.5;
 * R: `mantelhaen.test(exact = TRUE)`): given the margins, the first unit's count is a sum of hypergeometric ones.
 */
function countsByChance(strata: readonly PairStratum[]): number {
  let total: Counts = { from: 0, chances: [1] };
  for (const { first, second } of strata) total = added(total, countsOf(first.x + second.x, first.n, second.n));
  const observed = sum(strata.map(({ first }) => first.x)) - total.from;
  const below = sum(total.chances.slice(0, Math.max(0, observed + 1)));
  const above = sum(total.chances.slice(Math.max(0, observed)));
  return Math.min(1, 2 * Math.min(below, above));
}

/** The chances of the counts from `from` on; what is rarer than 1e-16 at either end is left out. */
interface Counts {
  readonly from: number;
  readonly chances: readonly number[];
}

const NEVER = 1e-16;

/** Of `x` events among n + m cases: how many fall on the n. */
function countsOf(x: number, n: number, m: number): Counts {
  const [from, to] = [Math.max(0, x - m), Math.min(x, n)];
  const all = logChoose(n + m, x);
  const chances = Array.from({ length: to - from + 1 }, (_, i) =>
    Math.exp(logChoose(n, from + i) + logChoose(m, x - from - i) - all),
  );
  return trimmed({ from, chances });
}

function added(first: Counts, second: Counts): Counts {
  const chances = new Array<number>(first.chances.length + second.chances.length - 1).fill(0);
  first.chances.forEach((p, i) => {
    second.chances.forEach((q, j) => {
      chances[i + j] = (chances[i + j] ?? 0) + p * q;
    });
  });
  return trimmed({ from: first.from + second.from, chances });
}

function trimmed({ from, chances }: Counts): Counts {
  const start = chances.findIndex((chance) => chance >= NEVER);
  let end = chances.length - 1;
  while (end > start && (chances[end] ?? 0) < NEVER) end -= 1;
  return start < 0 ? { from, chances } : { from: from + start, chances: chances.slice(start, end + 1) };
}

/**
 * Means with one mix as those of gamma distributions whose coefficient of variation is common to all strata and both units:
 * long kinds of case vary more than short ones. The quotient of both is F-distributed.
 */
function meansByChance(strata: readonly PairStratum[]): number {
  const total = sum(strata.map(({ first, second }) => first.n + second.n));
  const kinds = strata.map(({ first, second }) => {
    const n = first.n + second.n;
    return { first, second, share: n / total, mean: (first.x + second.x) / n };
  });
  const degrees = sum(kinds.map(({ first, second }) => first.n + second.n - 1));
  const squares = kinds.map(({ first, second, mean }) => {
    const between = [first, second].map(({ x, n }) => n * (x / n - mean) ** 2);
    return ((first.squares ?? NaN) + (second.squares ?? NaN) + sum(between)) / mean ** 2;
  });
  const variation = sum(squares) / degrees;
  const level = sum(kinds.map(({ share, mean }) => share * mean));
  const [a, b] = (['first', 'second'] as const).map((unit) => {
    const error = sum(kinds.map((kind) => (kind.share * kind.mean) ** 2 / kind[unit].n));
    return level ** 2 / (variation * error);
  });
  const [own, other] = (['first', 'second'] as const).map((unit) =>
    sum(kinds.map((kind) => (kind.share * kind[unit].x) / kind[unit].n)),
  );
  if (a === undefined || b === undefined || own === undefined || other === undefined) return 1;
  if (!(variation > 0) || !(own > 0) || !(other > 0)) return 1;
  const share = (a * own) / (a * own + b * other);
  return Math.min(1, 2 * Math.min(betaLower(share, a, b), betaUpper(share, a, b)));
}
