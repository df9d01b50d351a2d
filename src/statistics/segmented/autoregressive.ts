import { studentQuantile, studentTwoSided } from '../distribution/student.ts';
import type { Interval } from '../interval.ts';
import { leastSquares } from '../least-squares.ts';
import type { LeastSquares } from '../least-squares.ts';
import { scale } from '../linear-algebra.ts';
import { minimise } from '../minimise.ts';
import { ratioOrNull } from '../sample.ts';
import { endEffectOf, SEGMENT_TERMS, segmentRow } from './design.ts';
import type { EndEffect, SegmentTerm } from './design.ts';

export interface SegmentCoefficient extends Interval {
  readonly term: SegmentTerm;
  readonly estimate: number;
  readonly standardError: number;
  readonly t: number | null;
  readonly p: number | null;
}

export interface AutoregressiveSegments {
  /** Correlation of neighbouring months' errors. */
  readonly rho: number;
  /** Standard deviation of a month's new error. */
  readonly innovationDeviation: number;
  readonly degrees: number;
  readonly coefficients: readonly SegmentCoefficient[];
  readonly endEffect: EndEffect;
}

const GRID_STEP = 0.02;
const RHO_LIMIT = 0.99;

/**
 * Segmented regression with AR(1) errors by restricted maximum likelihood, profiled over ρ (Turner et al. 2021, BMC Med
 * Res Methodol 21:181; equals R's nlme::gls with corAR1). Null where a month is missing, below five months, where one
 * side of the change is empty, or where the line fits without error.
 *
 * @param firstAfter number (from 1) of the first month after the change
 */
export function autoregressiveSegments(
  series: readonly (number | null)[],
  firstAfter: number,
): AutoregressiveSegments | null {
  const y = series.filter((value) => value !== null);
  const degrees = y.length - SEGMENT_TERMS.length;
  if (y.length < series.length || degrees <= 0) return null;
  const design = y.map((_, i) => segmentRow(i + 1, firstAfter));
  const plain = leastSquares(design, y);
  if (plain === null || plain.residualSum === 0) return null;
  const rho = bestRho((candidate) => restrictedDeviance(fitAt(candidate, design, y), candidate, degrees));
  const fit = fitAt(rho, design, y);
  if (fit === null || fit.residualSum === 0) return null;
  return summaryOf(fit, rho, degrees, y.length - firstAfter);
}

function summaryOf(fit: LeastSquares, rho: number, degrees: number, monthsAfter: number): AutoregressiveSegments {
  const covariance = scale(fit.inverse, fit.residualSum / degrees);
  const critical = studentQuantile(0.975, degrees);
  return {
    rho,
    innovationDeviation: Math.sqrt(fit.residualSum / degrees),
    degrees,
    coefficients: SEGMENT_TERMS.map((term, i) => {
      const estimate = fit.coefficients[i] ?? NaN;
      const standardError = Math.sqrt(covariance[i]?.[i] ?? NaN);
      const t = ratioOrNull(estimate, standardError);
      const p = t === null ? null : studentTwoSided(t, degrees);
      const limits = { lower: estimate - critical * standardError, upper: estimate + critical * standardError };
      return { term, estimate, standardError, t, p, ...limits };
    }),
    endEffect: endEffectOf(fit.coefficients, covariance, monthsAfter, critical),
  };
}

/** Least squares after v_i − ρ·v_{i−1}, the first row times √(1 − ρ²). */
function fitAt(rho: number, design: readonly (readonly number[])[], y: readonly number[]): LeastSquares | null {
  const first = Math.sqrt(1 - rho * rho);
  const whiten = (current: number, previous: number | undefined): number =>
    previous === undefined ? first * current : current - rho * previous;
  return leastSquares(
    design.map((row, i) => row.map((value, j) => whiten(value, design[i - 1]?.[j]))),
    y.map((value, i) => whiten(value, y[i - 1])),
  );
}

/** ½·[(n − 4)·ln RSS + ln |XᵀX| − ln(1 − ρ²)], the restricted log-likelihood with its sign changed. */
function restrictedDeviance(fit: LeastSquares | null, rho: number, degrees: number): number {
  if (fit === null) return Infinity;
  return 0.5 * (degrees * Math.log(fit.residualSum) + fit.logDeterminant - Math.log(1 - rho * rho));
}

/** The ρ in (−.99, .99) with the smallest deviance: a grid, because there may be two minima, then a refinement. */
function bestRho(deviance: (rho: number) => number): number {
  let best = 0;
  let least = Infinity;
  for (let k = -49; k <= 49; k++) {
    const value = deviance(k * GRID_STEP);
    if (value < least) [best, least] = [k * GRID_STEP, value];
  }
  return minimise(deviance, Math.max(-RHO_LIMIT, best - 0.03), Math.min(RHO_LIMIT, best + 0.03), 1e-10);
}
