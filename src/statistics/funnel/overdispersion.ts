import { quantile, sorted } from '../quantile.ts';
import { clamp, sum } from '../sample.ts';

/** How much the units differ beyond chance. */
export interface Overdispersion {
  /** Units that count. */
  readonly unitCount: number;
  /** Mean of z². Null below two units. */
  readonly rawPhi: number | null;
  /** Mean of winsorised z². Null below two units. */
  readonly phi: number | null;
  /** 1 + 2·√(2/I): above it φ is called overdispersed. The limits use τ² whatever this says. */
  readonly threshold: number | null;
  readonly isOverdispersed: boolean;
  /** Variance between the units, on the scale of z's standard errors (DerSimonian & Laird 1986). 0 = none found. */
  readonly tauSquared: number;
}

/** A unit's distance from the target in standard errors, and that standard error. */
export interface StandardScore {
  readonly z: number;
  readonly standardError: number;
}

/**
 * φ and τ² of a funnel plot, from z-scores winsorised at the `trim` and 1 − `trim` quantiles
 * (Spiegelhalter 2005, Qual Saf Health Care 14:347; NHS SHMI specification).
 */
export function overdispersionOf(scores: readonly StandardScore[], trim: number): Overdispersion {
  const unitCount = scores.length;
  if (unitCount < 2) {
    return { unitCount, rawPhi: null, phi: null, threshold: null, isOverdispersed: false, tauSquared: 0 };
  }
  const z = scores.map((score) => score.z);
  const ascending = sorted(z);
  const lower = quantile(ascending, trim) ?? -Infinity;
  const upper = quantile(ascending, 1 - trim) ?? Infinity;
  const phi = sum(z.map((value) => clamp(value, lower, upper) ** 2)) / unitCount;
  const threshold = 1 + 2 * Math.sqrt(2 / unitCount);
  return {
    unitCount,
    rawPhi: sum(z.map((value) => value ** 2)) / unitCount,
    phi,
    threshold,
    isOverdispersed: phi > threshold,
    tauSquared: tauSquaredOf(unitCount * phi, scores),
  };
}

function tauSquaredOf(statistic: number, scores: readonly StandardScore[]): number {
  const excess = statistic - (scores.length - 1);
  if (excess <= 0) return 0;
  const weights = scores.map(({ standardError }) => standardError ** -2);
  const total = sum(weights);
  return Math.max(0, excess / (total - sum(weights.map((weight) => weight ** 2)) / total));
}
