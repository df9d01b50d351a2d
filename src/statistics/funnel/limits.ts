import { criticalValue } from '../interval.ts';

/** Control limits of one unit or one sample size, at 95 % and 99.8 %. Null where nothing can be expected (n = 0). */
export interface FunnelLimits {
  readonly lower95: number | null;
  readonly upper95: number | null;
  readonly lower998: number | null;
  readonly upper998: number | null;
}

/** Where a value lies. It says whether chance explains the distance, not whether the unit is good or bad. */
export type FunnelFlag = 'in' | 'high95' | 'low95' | 'high998' | 'low998';

export const NO_LIMITS: FunnelLimits = { lower95: null, upper95: null, lower998: null, upper998: null };

const Z95 = criticalValue(0.95);
const Z998 = criticalValue(0.998);

/** Limits `limitAt(±z)`. */
export function limitsByZ(limitAt: (z: number) => number): FunnelLimits {
  return { lower95: limitAt(-Z95), upper95: limitAt(Z95), lower998: limitAt(-Z998), upper998: limitAt(Z998) };
}

/** Limits `limitAt(p)` at the cumulative probabilities .025, .975, .001, .999. */
export function limitsByProbability(limitAt: (p: number) => number): FunnelLimits {
  return { lower95: limitAt(0.025), upper95: limitAt(0.975), lower998: limitAt(0.001), upper998: limitAt(0.999) };
}

/** Limit by limit the one farther out; null where either is not known. */
export function widestLimits(first: FunnelLimits, second: FunnelLimits): FunnelLimits {
  const pick = (of: (...limits: number[]) => number, a: number | null, b: number | null): number | null =>
    a === null || b === null ? null : of(a, b);
  return {
    lower95: pick(Math.min, first.lower95, second.lower95),
    upper95: pick(Math.max, first.upper95, second.upper95),
    lower998: pick(Math.min, first.lower998, second.lower998),
    upper998: pick(Math.max, first.upper998, second.upper998),
  };
}

/** Strictly beyond a limit, 99.8 % first. Null without value or limits. */
export function flagOf(value: number | null, limits: FunnelLimits): FunnelFlag | null {
  const { lower95, upper95, lower998, upper998 } = limits;
  if (value === null || lower95 === null || upper95 === null || lower998 === null || upper998 === null) return null;
  if (value > upper998) return 'high998';
  if (value < lower998) return 'low998';
  if (value > upper95) return 'high95';
  if (value < lower95) return 'low95';
  return 'in';
}

/**
 * The interpolated exact limit of a count (Spiegelhalter 2005, Stat Med 24:1185, appendix A.1.1): r − a with r the
 * p-quantile and a the share of P(X = r) that lies above p.
 */
export function interpolatedLimit(p: number, quantile: number, cdf: (k: number) => number): number {
  const reached = cdf(quantile);
  return quantile - (reached - p) / (reached - cdf(quantile - 1));
}
