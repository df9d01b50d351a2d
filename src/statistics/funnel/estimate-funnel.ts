import { ratioOrNull, sum } from '../sample.ts';
import { flagOf, limitsByZ, NO_LIMITS } from './limits.ts';
import type { FunnelFlag, FunnelLimits } from './limits.ts';
import { overdispersionOf } from './overdispersion.ts';
import type { Overdispersion } from './overdispersion.ts';

export interface EstimateUnit {
  readonly unit: string;
  readonly estimate: number | null;
  readonly standardError: number | null;
}

export interface EstimateFunnelUnit {
  readonly unit: string;
  readonly z: number | null;
  /** Chance alone. */
  readonly plain: FunnelLimits;
  /** With the variation τ² between units: the ones that decide. */
  readonly adjusted: FunnelLimits;
  readonly plainFlag: FunnelFlag | null;
  readonly adjustedFlag: FunnelFlag | null;
}

export interface EstimateFunnel {
  /** Mean of the estimates weighted by 1/se²; null where no unit counts. */
  readonly target: number | null;
  readonly overdispersion: Overdispersion;
  readonly units: readonly EstimateFunnelUnit[];
  /** Chance-only and adjusted limits at any standard error, for the curves. */
  readonly limitsAt: (standardError: number) => { plain: FunnelLimits; adjusted: FunnelLimits };
}

/**
 * Funnel plot of estimates with standard errors (restricted mean time, mean days; Spiegelhalter 2005, Stat Med 24:1185,
 * normal case). Units without a finite estimate and a positive standard error get null and do not count.
 */
export function estimateFunnel(units: readonly EstimateUnit[], trim = 0.1): EstimateFunnel {
  const estimates = units.map(toEstimate);
  const known = estimates.filter((estimate) => estimate !== null);
  const weights = known.map(({ error }) => error ** -2);
  const target = ratioOrNull(sum(known.map(({ value }, i) => value * (weights[i] ?? 0))), sum(weights));
  const scoreOf = (value: number, error: number): number => (value - (target ?? NaN)) / error;
  const scores = known.map(({ value, error }) => ({ z: scoreOf(value, error), standardError: error }));
  const overdispersion = overdispersionOf(scores, trim);
  const limits = (error: number): FunnelLimits => (target === null ? NO_LIMITS : limitsByZ((z) => target + z * error));
  const limitsAt = (error: number) => ({
    plain: limits(error),
    adjusted: limits(Math.sqrt(error ** 2 + overdispersion.tauSquared)),
  });
  return {
    target,
    overdispersion,
    limitsAt,
    units: units.map(({ unit }, i) => {
      const known = estimates[i] ?? null;
      if (known === null) {
        return { unit, z: null, plain: NO_LIMITS, adjusted: NO_LIMITS, plainFlag: null, adjustedFlag: null };
      }
      const { plain, adjusted } = limitsAt(known.error);
      const flags = { plainFlag: flagOf(known.value, plain), adjustedFlag: flagOf(known.value, adjusted) };
      return { unit, z: scoreOf(known.value, known.error), plain, adjusted, ...flags };
    }),
  };
}

function toEstimate({ estimate, standardError }: EstimateUnit): { value: number; error: number } | null {
  if (estimate === null || standardError === null || !Number.isFinite(estimate)) return null;
  return Number.isFinite(standardError) && standardError > 0 ? { value: estimate, error: standardError } : null;
}
