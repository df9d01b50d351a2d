import { lazy } from '../../lib/lazy.ts';
import { binomialCdf, binomialQuantile } from '../distribution/binomial.ts';
import { clamp, ratioOrNull, sum } from '../sample.ts';
import { flagOf, interpolatedLimit, limitsByProbability, limitsByZ, NO_LIMITS } from './limits.ts';
import type { FunnelFlag, FunnelLimits } from './limits.ts';
import { overdispersionOf } from './overdispersion.ts';
import type { Overdispersion } from './overdispersion.ts';

/** On which scale rates vary alike whatever their level, and what chance alone allows. */
export interface RateScale {
  /** The scale on which x / n has the standard error 1 / (2√n). */
  readonly angle: (rate: number) => number;
  readonly rate: (angle: number) => number;
  /** The angles that a rate may have. */
  readonly ends: readonly [number, number];
  /** n times the variance of x / n. */
  readonly variance: (rate: number) => number;
  readonly largest: number;
  readonly cdf: (count: number, n: number, rate: number) => number;
  readonly quantile: (p: number, n: number, rate: number) => number;
}

/** Each case counts or does not: binomial counts, the arcsine scale. Beyond 0 and π/2 the sine folds back. */
const SHARES: RateScale = {
  angle: (rate) => Math.asin(Math.sqrt(rate)),
  rate: (angle) => Math.sin(angle) ** 2,
  ends: [0, Math.PI / 2],
  variance: (rate) => rate * (1 - rate),
  largest: 1,
  cdf: binomialCdf,
  quantile: binomialQuantile,
};

export interface ProportionUnit {
  readonly unit: string;
  /** Null where not known. */
  readonly x: number | null;
  readonly n: number | null;
}

/** The three kinds of limits at one n. */
export interface ProportionLimits {
  /** Chance alone: exact binomial, interpolated. Drawn thin; dear, so computed where it is read. */
  readonly exact: FunnelLimits;
  /** Chance and the variation τ² between units: the ones that decide. Drawn thick. */
  readonly adjusted: FunnelLimits;
  /** Chance inflated by √φ; for comparison with other publications. */
  readonly inflated: FunnelLimits;
}

export interface ProportionFunnelUnit extends ProportionLimits {
  readonly unit: string;
  /** x / n; null where n = 0. */
  readonly proportion: number | null;
  readonly z: number | null;
  readonly exactFlag: FunnelFlag | null;
  readonly adjustedFlag: FunnelFlag | null;
}

export interface ProportionFunnel {
  /** Σx / Σn; null where no unit has a case. */
  readonly target: number | null;
  readonly overdispersion: Overdispersion;
  /** In the order of the input. */
  readonly units: readonly ProportionFunnelUnit[];
  /** The limits at any n, for the curves. */
  readonly limitsAt: (n: number) => ProportionLimits;
}

/**
 * Funnel plot of proportions about the pooled rate (Spiegelhalter 2005, Stat Med 24:1185), with z and τ² on the
 * arcsine scale. Units without a case get null throughout and do not count.
 */
export function proportionFunnel(units: readonly ProportionUnit[], trim = 0.1): ProportionFunnel {
  return rateFunnel(units, SHARES, trim);
}

/** The same of rates on any scale. */
export function rateFunnel(units: readonly ProportionUnit[], scale: RateScale, trim = 0.1): ProportionFunnel {
  const counted = units.map(toCounts);
  const known = counted.filter((counts) => counts !== null);
  const target = ratioOrNull(sum(known.map(({ x }) => x)), sum(known.map(({ n }) => n)));
  const scores = known.map(({ x, n }) => ({
    z: scoreOf(scale, x / n, n, target ?? NaN),
    standardError: 1 / (2 * Math.sqrt(n)),
  }));
  const overdispersion = overdispersionOf(scores, trim);
  const limitsAt = (n: number): ProportionLimits => limitsOn(scale, n, target, overdispersion);
  return {
    target,
    overdispersion,
    limitsAt,
    units: units.map(({ unit }, i) => {
      const counts = counted[i] ?? null;
      const limits = limitsAt(counts?.n ?? 0);
      const proportion = counts === null ? null : counts.x / counts.n;
      return {
        unit,
        proportion,
        z: counts === null || target === null ? null : scoreOf(scale, counts.x / counts.n, counts.n, target),
        get exact() {
          return limits.exact;
        },
        adjusted: limits.adjusted,
        inflated: limits.inflated,
        get exactFlag() {
          return flagOf(proportion, limits.exact);
        },
        adjustedFlag: flagOf(proportion, limits.adjusted),
      };
    }),
  };
}

function toCounts({ x, n }: ProportionUnit): { x: number; n: number } | null {
  return x !== null && n !== null && n > 0 ? { x, n } : null;
}

function scoreOf({ angle }: RateScale, rate: number, n: number, target: number): number {
  return (angle(rate) - angle(target)) * 2 * Math.sqrt(n);
}

function limitsOn(
  scale: RateScale,
  n: number,
  target: number | null,
  { phi, tauSquared }: Overdispersion,
): ProportionLimits {
  if (!(n > 0) || target === null) return { exact: NO_LIMITS, adjusted: NO_LIMITS, inflated: NO_LIMITS };
  const angle = scale.angle(target);
  const angleError = Math.sqrt(1 / (4 * n) + tauSquared);
  const error = Math.sqrt((Math.max(1, phi ?? 1) * scale.variance(target)) / n);
  const exact = lazy(() => limitsByProbability((p) => exactLimit(scale, p, n, target)));
  return {
    get exact() {
      return exact();
    },
    adjusted: limitsByZ((z) => scale.rate(clamp(angle + z * angleError, ...scale.ends))),
    inflated: limitsByZ((z) => clamp(target + z * error, 0, scale.largest)),
  };
}

function exactLimit({ cdf, quantile, largest }: RateScale, p: number, n: number, target: number): number {
  const count = interpolatedLimit(p, quantile(p, n, target), (k) => cdf(k, n, target));
  return clamp(count / n, 0, largest);
}
