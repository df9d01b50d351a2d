import { normalTwoSided } from '../distribution/normal.ts';
import { criticalValue } from '../interval.ts';
import type { DifferenceInterval } from '../interval.ts';
import { isExhausted, kaplanMeier } from './kaplan-meier.ts';
import type { SurvivalCurve } from './kaplan-meier.ts';
import type { RiskTable } from './risk-table.ts';

/** Mean days pending within a horizon. */
export interface RestrictedMean {
  /** The horizon asked for, in days. */
  readonly tau: number;
  /** The horizon used: no further than cases were observed. Null without cases. */
  readonly usedTau: number | null;
  readonly mean: number | null;
  readonly standardError: number | null;
}

/**
 * Restricted mean time to disposition: the area under the curve on [0, τ] (Royston & Parmar 2013, BMC Med Res Methodol
 * 13:152; variance as in Klein & Moeschberger 2003, eq. 4.5.2).
 */
export function restrictedMean(curve: SurvivalCurve, tau: number): RestrictedMean {
  if (curve.lastTime === null) return { tau, usedTau: null, mean: null, standardError: null };
  const usedTau = isExhausted(curve) ? tau : Math.min(tau, curve.lastTime);
  const steps = curve.steps.filter(({ time }) => time <= usedTau);
  let area = 0;
  let variance = 0;
  let end = usedTau;
  for (const step of [...steps].reverse()) {
    area += step.survival * (end - step.time);
    end = step.time;
    const rest = step.atRisk - step.events;
    if (rest > 0) variance += (area ** 2 * step.events) / (step.atRisk * rest);
  }
  return { tau, usedTau, mean: area + end, standardError: Math.sqrt(variance) };
}

export interface RestrictedMeanDifference {
  readonly first: RestrictedMean;
  readonly second: RestrictedMean;
  /** second − first, with its 95 % interval; null unless both groups are observed up to τ. */
  readonly interval: (DifferenceInterval & { readonly standardError: number }) | null;
  /** Two-sided normal p-value; null where there is no interval or no variation. */
  readonly p: number | null;
}

/** Difference of the restricted means of two groups, second − first (normal approximation). */
export function restrictedMeanDifference(first: RiskTable, second: RiskTable, tau: number): RestrictedMeanDifference {
  const a = restrictedMean(kaplanMeier(first), tau);
  const b = restrictedMean(kaplanMeier(second), tau);
  // Means over different horizons cannot be compared.
  const isComparable = a.usedTau === tau && b.usedTau === tau;
  if (!isComparable || a.mean === null || b.mean === null) return { first: a, second: b, interval: null, p: null };
  const difference = b.mean - a.mean;
  const standardError = Math.hypot(a.standardError ?? NaN, b.standardError ?? NaN);
  const half = criticalValue(0.95) * standardError;
  return {
    first: a,
    second: b,
    interval: { difference, lower: difference - half, upper: difference + half, standardError },
    p: standardError > 0 ? normalTwoSided(difference / standardError) : null,
  };
}
