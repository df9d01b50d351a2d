import { lazy } from '../../lib/lazy.ts';
import { poissonCdf, poissonQuantile } from '../distribution/poisson.ts';
import { flagOf, interpolatedLimit, limitsByProbability, limitsByZ, NO_LIMITS } from './limits.ts';
import type { FunnelFlag, FunnelLimits } from './limits.ts';
import { overdispersionOf } from './overdispersion.ts';
import type { Overdispersion } from './overdispersion.ts';

export interface RatioUnit {
  readonly unit: string;
  readonly observed: number | null;
  /** Expected from the case mix (`indirectRatios`); null where not known. */
  readonly expected: number | null;
}

export interface RatioLimits {
  /** Exact Poisson, interpolated; dear, so computed where it is read. */
  readonly exact: FunnelLimits;
  /** With the variation τ² between units: the ones that decide. */
  readonly adjusted: FunnelLimits;
}

export interface RatioFunnelUnit extends RatioLimits {
  readonly unit: string;
  /** Observed / expected; null where nothing is expected. */
  readonly ratio: number | null;
  readonly z: number | null;
  readonly exactFlag: FunnelFlag | null;
  readonly adjustedFlag: FunnelFlag | null;
}

export interface RatioFunnel {
  readonly overdispersion: Overdispersion;
  readonly units: readonly RatioFunnelUnit[];
  /** The limits at any expected count, for the curves. */
  readonly limitsAt: (expected: number) => RatioLimits;
}

/**
 * Funnel plot of observed / expected about 1 (Spiegelhalter 2005, Stat Med 24:1185), with z and τ² on the square-root
 * scale; the limits are squared back. Units with nothing expected get null and do not count.
 */
export function ratioFunnel(units: readonly RatioUnit[], trim = 0.1): RatioFunnel {
  const ratios = units.map(({ observed, expected }) =>
    observed !== null && expected !== null && expected > 0
      ? { observed, expected, z: (Math.sqrt(observed / expected) - 1) * 2 * Math.sqrt(expected) }
      : null,
  );
  const scores = ratios
    .filter((ratio) => ratio !== null)
    .map(({ z, expected }) => ({ z, standardError: 1 / (2 * Math.sqrt(expected)) }));
  const overdispersion = overdispersionOf(scores, trim);
  const limitsAt = (expected: number): RatioLimits => ratioLimits(expected, overdispersion.tauSquared);
  return {
    overdispersion,
    limitsAt,
    units: units.map(({ unit }, i) => {
      const known = ratios[i] ?? null;
      const limits = limitsAt(known?.expected ?? 0);
      const ratio = known === null ? null : known.observed / known.expected;
      return {
        unit,
        ratio,
        z: known?.z ?? null,
        get exact() {
          return limits.exact;
        },
        adjusted: limits.adjusted,
        get exactFlag() {
          return flagOf(ratio, limits.exact);
        },
        adjustedFlag: flagOf(ratio, limits.adjusted),
      };
    }),
  };
}

function ratioLimits(expected: number, tauSquared: number): RatioLimits {
  if (!(expected > 0)) return { exact: NO_LIMITS, adjusted: NO_LIMITS };
  const error = Math.sqrt(1 / (4 * expected) + tauSquared);
  const exact = lazy(() =>
    limitsByProbability((p) => {
      const count = interpolatedLimit(p, poissonQuantile(p, expected), (k) => poissonCdf(k, expected));
      return Math.max(0, count / expected);
    }),
  );
  return {
    get exact() {
      return exact();
    },
    adjusted: limitsByZ((z) => Math.max(0, 1 + z * error) ** 2),
  };
}
