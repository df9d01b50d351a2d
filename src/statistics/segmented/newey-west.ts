import { studentQuantile, studentTwoSided } from '../distribution/student.ts';
import type { Interval } from '../interval.ts';
import { leastSquares } from '../least-squares.ts';
import type { LeastSquares } from '../least-squares.ts';
import { dot, multiply, scale } from '../linear-algebra.ts';
import type { Matrix } from '../linear-algebra.ts';
import { mean, ratioOrNull, sum } from '../sample.ts';
import { endEffectOf, SEGMENT_TERMS, segmentRow } from './design.ts';
import type { EndEffect, SegmentTerm } from './design.ts';

export interface OlsCoefficient extends Interval {
  readonly term: SegmentTerm;
  readonly estimate: number;
  /** Ordinary standard error, without regard to autocorrelation. */
  readonly plainError: number;
  /** Newey–West standard error; t, p and the limits use it. */
  readonly standardError: number;
  readonly t: number | null;
  readonly p: number | null;
}

export interface OlsSegments {
  readonly coefficients: readonly OlsCoefficient[];
  readonly degrees: number;
  /** Residual standard deviation. */
  readonly sigma: number;
  readonly rSquared: number | null;
  readonly durbinWatson: number | null;
  readonly endEffect: EndEffect;
}

/**
 * Segmented regression by least squares with Newey–West standard errors (Newey & West 1987, Econometrica 55:703;
 * Bartlett weights, no prewhitening, factor n/(n − 4)). For comparison only: with 24–96 months its tests reject too
 * often; `autoregressiveSegments` is the one to show. Missing months keep their time. Null below five months or where
 * one side of the change is empty.
 *
 * @param firstAfter number (from 1) of the first month after the change
 * @param lag months over which errors may be correlated
 */
export function olsSegments(series: readonly (number | null)[], firstAfter: number, lag: number): OlsSegments | null {
  const rows = series.flatMap((y, i) => (y === null ? [] : [{ y, x: segmentRow(i + 1, firstAfter) }]));
  const design = rows.map(({ x }) => x);
  const y = rows.map((row) => row.y);
  const fit = leastSquares(design, y);
  const degrees = rows.length - SEGMENT_TERMS.length;
  if (fit === null || degrees <= 0) return null;
  const covariance = neweyWest(design, fit, lag);
  const critical = studentQuantile(0.975, degrees);
  const variance = fit.residualSum / degrees;
  const coefficients = SEGMENT_TERMS.map((term, i): OlsCoefficient => {
    const estimate = fit.coefficients[i] ?? NaN;
    const standardError = Math.sqrt(covariance[i]?.[i] ?? NaN);
    const t = fit.residualSum === 0 ? null : ratioOrNull(estimate, standardError);
    return {
      term,
      estimate,
      plainError: Math.sqrt((fit.inverse[i]?.[i] ?? NaN) * variance),
      standardError,
      t,
      p: t === null ? null : studentTwoSided(t, degrees),
      lower: estimate - critical * standardError,
      upper: estimate + critical * standardError,
    };
  });
  const endEffect = endEffectOf(fit.coefficients, covariance, series.length - firstAfter, critical);
  return { coefficients, degrees, sigma: Math.sqrt(variance), ...fitOf(y, fit), endEffect };
}

function fitOf(y: readonly number[], { residuals, residualSum }: LeastSquares) {
  const centre = mean(y) ?? NaN;
  const total = sum(y.map((value) => (value - centre) ** 2));
  const unexplained = ratioOrNull(residualSum, total);
  const steps = residuals.slice(1).map((residual, i) => residual - (residuals[i] ?? NaN));
  return {
    rSquared: unexplained === null ? null : 1 - unexplained,
    durbinWatson: residualSum === 0 ? null : dot(steps, steps) / residualSum,
  };
}

/** (XᵀX)⁻¹·[Γ₀ + Σ w_l (Γ_l + Γ_lᵀ)]·(XᵀX)⁻¹·n/(n − k), Γ_l = Σ e_t e_{t−l} x_t x_{t−l}ᵀ, w_l = 1 − l/(lag + 1). */
function neweyWest(design: Matrix, { inverse, residuals, residualSum }: LeastSquares, lag: number): Matrix {
  const n = design.length;
  const k = inverse.length;
  const scores = design.map((row, i) => row.map((value) => (residualSum === 0 ? 0 : value * (residuals[i] ?? NaN))));
  const meat = inverse.map((row) => row.map(() => 0));
  for (let l = 0; l <= Math.min(lag, n - 1); l++) {
    const weight = l === 0 ? 0.5 : 1 - l / (lag + 1);
    for (let t = l; t < n; t++) addSymmetric(meat, scores[t] ?? [], scores[t - l] ?? [], weight);
  }
  return scale(multiply(multiply(inverse, meat), inverse), n / (n - k));
}

/** m += weight·(abᵀ + baᵀ). */
function addSymmetric(m: number[][], a: readonly number[], b: readonly number[], weight: number): void {
  m.forEach((row, i) => {
    for (let j = 0; j < row.length; j++) {
      row[j] = (row[j] ?? 0) + weight * ((a[i] ?? NaN) * (b[j] ?? NaN) + (b[i] ?? NaN) * (a[j] ?? NaN));
    }
  });
}
