import { quadraticForm } from '../linear-algebra.ts';
import type { Matrix } from '../linear-algebra.ts';
import type { Interval } from '../interval.ts';

/** Terms of a segmented regression, in the order of the columns. */
export type SegmentTerm = 'intercept' | 'time' | 'level' | 'slope';

export const SEGMENT_TERMS: readonly SegmentTerm[] = ['intercept', 'time', 'level', 'slope'];

/**
 * The row of month `time` (1…n) when `firstAfter` is the first month after the change: 1, time, level = [after],
 * slope = months since the change. Transition months are left out by the caller as missing values.
 */
export function segmentRow(time: number, firstAfter: number): readonly [number, number, number, number] {
  const isAfter = time >= firstAfter;
  return [1, time, isAfter ? 1 : 0, isAfter ? time - firstAfter : 0];
}

/** Fitted value minus what the earlier trend would have given, at the last month. */
export interface EndEffect extends Interval {
  readonly estimate: number;
  readonly standardError: number;
}

/** level + slope·(count − firstAfter), with limits ± `critical` standard errors. */
export function endEffectOf(
  coefficients: readonly number[],
  covariance: Matrix,
  monthsAfter: number,
  critical: number,
): EndEffect {
  const weights = [0, 0, 1, monthsAfter];
  const estimate = weights.reduce((total, weight, i) => total + weight * (coefficients[i] ?? NaN), 0);
  const standardError = Math.sqrt(quadraticForm(covariance, weights));
  return {
    estimate,
    standardError,
    lower: estimate - critical * standardError,
    upper: estimate + critical * standardError,
  };
}

/** The line that was fitted, at month `time`; without `hasChange` what the earlier trend would have given. */
export function segmentAt(
  coefficients: readonly number[],
  time: number,
  firstAfter: number,
  hasChange: boolean,
): number {
  const [one, trend, level, slope] = segmentRow(time, firstAfter);
  const [a = NaN, b = NaN, c = NaN, d = NaN] = coefficients;
  return a * one + b * trend + (hasChange ? c * level + d * slope : 0);
}
