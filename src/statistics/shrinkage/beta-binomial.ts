import { betaQuantile } from '../distribution/beta.ts';
import type { Interval } from '../interval.ts';
import { finiteOrNull, ratioOrNull, sum } from '../sample.ts';

/** x of n cases of one unit. */
export interface UnitProportion {
  readonly unit: string;
  readonly x: number;
  readonly n: number;
}

export interface ShrunkProportion {
  readonly unit: string;
  /** x / n; null where n = 0. */
  readonly raw: number | null;
  /** Share of the unit's own figure in the shrunken one, to be shown beside it. */
  readonly weight: number;
  readonly shrunk: number | null;
  /** 95 % posterior limits; null where the units do not differ beyond chance. */
  readonly interval: Interval | null;
}

export interface BetaBinomialShrinkage {
  /** Pooled rate; null without cases. */
  readonly mean: number | null;
  /** Share of the variance that lies between units; null where it cannot be computed. */
  readonly intraclassCorrelation: number | null;
  readonly isHeterogeneous: boolean;
  /** Cases to which the pooled rate counts in each unit; null where the units do not differ beyond chance. */
  readonly strength: number | null;
  readonly units: readonly ShrunkProportion[];
}

/**
 * Empirical-Bayes shrinkage of proportions towards the pooled rate: beta prior by moments (Kleinman 1973, JASA 68:46).
 * Not for ranking.
 */
export function betaBinomialShrinkage(units: readonly UnitProportion[], confidence = 0.95): BetaBinomialShrinkage {
  const known = units.filter(({ n }) => n > 0);
  const mean = ratioOrNull(sum(known.map(({ x }) => x)), sum(known.map(({ n }) => n)));
  const intraclassCorrelation = correlationOf(known, mean);
  const isHeterogeneous = intraclassCorrelation !== null && intraclassCorrelation > 0;
  // Above 1 the moments ask for less than no pooling: the raw rates then stand.
  const strength = isHeterogeneous ? Math.max(0, 1 / intraclassCorrelation - 1) : null;
  return {
    mean,
    intraclassCorrelation,
    isHeterogeneous,
    strength,
    units: units.map((unit) => shrink(unit, mean, strength, confidence)),
  };
}

function correlationOf(known: readonly UnitProportion[], mean: number | null): number | null {
  if (mean === null) return null;
  const binomial = mean * (1 - mean);
  const total = sum(known.map(({ n }) => n));
  const spread = sum(known.map(({ x, n }) => n * (x / n - mean) ** 2));
  const others = known.length - 1;
  const size = total - sum(known.map(({ n }) => n ** 2)) / total - others;
  return finiteOrNull((spread - binomial * others) / (binomial * size));
}

function shrink(
  { unit, x, n }: UnitProportion,
  mean: number | null,
  strength: number | null,
  confidence: number,
): ShrunkProportion {
  const raw = ratioOrNull(x, n);
  if (mean === null || strength === null) return { unit, raw, weight: 0, shrunk: mean, interval: null };
  const a = mean * strength + x;
  const b = (1 - mean) * strength + n - x;
  const tail = (1 - confidence) / 2;
  const interval = a > 0 && b > 0 ? { lower: betaQuantile(tail, a, b), upper: betaQuantile(1 - tail, a, b) } : null;
  return { unit, raw, weight: ratioOrNull(n, n + strength) ?? 0, shrunk: ratioOrNull(a, a + b) ?? mean, interval };
}
