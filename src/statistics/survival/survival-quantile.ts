import { limitsOf } from './kaplan-meier.ts';
import type { LimitScale, SurvivalCurve } from './kaplan-meier.ts';

/** Days until a share p of the cases is closed. Null: not reached, cannot be estimated yet. */
export interface SurvivalQuantile {
  readonly p: number;
  readonly time: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Tolerance with which R's `quantile.survfit` takes a share as met exactly (√ε). */
const TOLERANCE = 1.5e-8;

/**
 * The p-quantile of the time to disposition (p = .5: median) and its 95 % limits (Brookmeyer & Crowley 1982, Biometrics
 * 38:29): the first event time at which the curve, or its upper or lower confidence curve, is at most 1 − p; on a flat
 * stretch at exactly 1 − p its midpoint.
 */
export function survivalQuantile(curve: SurvivalCurve, p: number, scale: LimitScale = 'loglog'): SurvivalQuantile {
  const limits = curve.steps.map((step) => limitsOf(step, scale));
  return {
    p,
    time: crossingOf(
      curve,
      curve.steps.map(({ survival }) => survival),
      1 - p,
    ),
    lower: crossingOf(
      curve,
      limits.map(({ lower }) => lower),
      1 - p,
    ),
    upper: crossingOf(
      curve,
      limits.map(({ upper }) => upper),
      1 - p,
    ),
  };
}

/** `heights`: the curve after each step; null where it is not defined. */
function crossingOf(
  { steps, lastTime }: SurvivalCurve,
  heights: readonly (number | null)[],
  level: number,
): number | null {
  const first = heights.findIndex((height) => height !== null && height <= level + TOLERANCE);
  const time = steps[first]?.time;
  if (time === undefined) return null;
  if (Math.abs((heights[first] ?? NaN) - level) >= TOLERANCE) return time;
  const next = steps.find((_, i) => i > first && heights[i] !== heights[first])?.time ?? lastTime ?? time;
  return (time + next) / 2;
}
