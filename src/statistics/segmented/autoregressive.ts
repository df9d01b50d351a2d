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

/** A month that is there: the months since the one before that is there, its value and design. */
interface Observed {
  readonly gap: number;
  readonly y: number;
  readonly row: readonly number[];
}

/**
 * Segmented regression with AR(1) errors by restricted maximum likelihood, profiled over ρ (Turner et al. 2021, BMC Med
 * Res Methodol 21:181; equals R's nlme::gls with corAR1 over the number of the month). A month that is missing or left
 * out as a month of transition keeps its time: its neighbours are correlated by ρ². Null below five months, where one side
 * of the change is empty, or where the line fits without error.
 *
 * @param firstAfter number (from 1) of the first month after the change
 */
export function autoregressiveSegments(
  series: readonly (number | null)[],
  firstAfter: number,
): AutoregressiveSegments | null {
  const observed = observedOf(series, firstAfter);
  const degrees = observed.length - SEGMENT_TERMS.length;
  if (degrees <= 0) return null;
  const plain = leastSquares(
    observed.map(({ row }) => row),
    observed.map(({ y }) => y),
  );
  if (plain === null || plain.residualSum === 0) return null;
  const rho = bestRho((candidate) => restrictedDeviance(fitAt(candidate, observed), candidate, observed, degrees));
  const fit = fitAt(rho, observed);
  if (fit === null || fit.residualSum === 0) return null;
  return summaryOf(fit, rho, degrees, series.length - firstAfter);
}

function observedOf(series: readonly (number | null)[], firstAfter: number): readonly Observed[] {
  let before = 0;
  return series.flatMap((y, i) => {
    if (y === null) return [];
    const gap = i + 1 - before;
    before = i + 1;
    return [{ gap, y, row: segmentRow(i + 1, firstAfter) }];
  });
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

/**
 * Least squares after (v_i − ρ^g·v_{i−1})·√((1 − ρ²)/(1 − ρ^2g)), g the months since the observation before, which is 1
 * where none is left out; the first row times √(1 − ρ²).
 */
function fitAt(rho: number, observed: readonly Observed[]): LeastSquares | null {
  const rowsOf = observed.map(({ gap, row, y }, i) => {
    const before = observed[i - 1];
    if (before === undefined) return [...row, y].map((value) => Math.sqrt(1 - rho * rho) * value);
    const factor = Math.sqrt((1 - rho * rho) / (1 - rho ** (2 * gap)));
    const earlier = [...before.row, before.y];
    return [...row, y].map((value, j) => factor * (value - rho ** gap * (earlier[j] ?? NaN)));
  });
  return leastSquares(
    rowsOf.map((row) => row.slice(0, -1)),
    rowsOf.map((row) => row.at(-1) ?? NaN),
  );
}

/**
 * ½·[(n − 4)·ln RSS + ln |XᵀX| + ln |V|], the restricted log-likelihood with its sign changed; V is the covariance of
 * the errors over the variance of a month's new error, |V| = ∏(1 − ρ^2g) / (1 − ρ²)ⁿ: 1/(1 − ρ²) without gaps.
 */
function restrictedDeviance(
  fit: LeastSquares | null,
  rho: number,
  observed: readonly Observed[],
  degrees: number,
): number {
  if (fit === null) return Infinity;
  const own = Math.log(1 - rho * rho);
  const logVolume = observed.slice(1).reduce((sum, { gap }) => sum + Math.log(1 - rho ** (2 * gap)) - own, -own);
  return 0.5 * (degrees * Math.log(fit.residualSum) + fit.logDeterminant + logVolume);
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
