import { deviance as countDeviance } from '../distribution/gamma-function.ts';
import { leastSquares } from '../least-squares.ts';
import { dot } from '../linear-algebra.ts';
import { sum } from '../sample.ts';
import { segmentRow } from './design.ts';

/** A month of counts. `offset`: logarithm of the exposure. Null: missing; the month is left out but keeps its time. */
export interface CountMonth {
  readonly y: number | null;
  readonly offset?: number | null;
}

/** A month of x cases out of n. */
export interface ShareMonth {
  readonly x: number | null;
  readonly n: number | null;
}

export interface GeneralisedOptions {
  /** Number (from 1) of the first month after the change. */
  readonly firstAfter: number;
  /** A change of slope beside the change of level. */
  readonly hasSlope: boolean;
  /** Pairs of sine and cosine terms, and the months of their cycle. */
  readonly harmonics: number;
  readonly period: number;
}

export interface GeneralisedSegments {
  /** Pearson χ² per degree of freedom; the standard errors include its root. */
  readonly dispersion: number;
  readonly degrees: number;
  readonly deviance: number;
  /** On the log or logit scale. */
  readonly coefficients: readonly {
    readonly term: string;
    readonly estimate: number;
    readonly standardError: number;
  }[];
}

/** One usable month: response as a mean per trial, number of trials (1 for counts), and its row of the design. */
interface Observation {
  readonly response: number;
  readonly trials: number;
  readonly offset: number;
  readonly row: readonly number[];
}

interface Family {
  readonly startingMean: (observation: Observation) => number;
  readonly link: (mean: number) => number;
  readonly inverse: (predictor: number) => number;
  /** Variance function; here also the derivative of the mean by the predictor, the links being canonical. */
  readonly variance: (mean: number) => number;
  readonly deviance: (observation: Observation, mean: number) => number;
  /** Smallest distance of a fitted mean from the edge of its range that still counts as estimated. */
  readonly isInside: (mean: number) => boolean;
}

const EDGE = 1e-9;
/** x·ln(x/m) + m − x, also at x = 0. */
const devianceTerm = (x: number, m: number): number => (x === 0 ? m : countDeviance(x, m));

const POISSON: Family = {
  startingMean: ({ response }) => response + 0.1,
  link: Math.log,
  inverse: Math.exp,
  variance: (mean) => mean,
  deviance: ({ response }, mean) => 2 * devianceTerm(response, mean),
  isInside: (mean) => mean > EDGE,
};

const BINOMIAL: Family = {
  startingMean: ({ response, trials }) => (trials * response + 0.5) / (trials + 1),
  link: (mean) => Math.log(mean / (1 - mean)),
  inverse: (predictor) => 1 / (1 + Math.exp(-predictor)),
  variance: (mean) => mean * (1 - mean),
  deviance: ({ response, trials }, mean) =>
    2 * trials * (devianceTerm(response, mean) + devianceTerm(1 - response, 1 - mean)),
  isInside: (mean) => mean > EDGE && mean < 1 - EDGE,
};

/**
 * Segmented quasi-Poisson regression of counts with log link (Lopez Bernal et al. 2017, Int J Epidemiol 46:348).
 * Null where the months do not determine the terms.
 */
export function poissonSegments(
  months: readonly CountMonth[],
  options: GeneralisedOptions,
): GeneralisedSegments | null {
  const hasOffset = months.some(({ offset }) => offset !== undefined);
  const observations = months.flatMap(({ y, offset }, i): Observation[] => {
    const known = hasOffset ? (offset ?? null) : 0;
    if (y === null || known === null) return [];
    return [{ response: y, trials: 1, offset: known, row: rowOf(i + 1, options) }];
  });
  return fit(observations, POISSON, termsOf(options));
}

/** Segmented quasi-binomial regression of monthly rates with logit link. Months with n = 0 are left out. */
export function binomialSegments(
  months: readonly ShareMonth[],
  options: GeneralisedOptions,
): GeneralisedSegments | null {
  const observations = months.flatMap(({ x, n }, i): Observation[] => {
    if (x === null || n === null || !(n > 0)) return [];
    return [{ response: x / n, trials: n, offset: 0, row: rowOf(i + 1, options) }];
  });
  return fit(observations, BINOMIAL, termsOf(options));
}

function rowOf(time: number, { firstAfter, hasSlope, harmonics, period }: GeneralisedOptions): readonly number[] {
  const [one, trend, level, slope] = segmentRow(time, firstAfter);
  const cycle = Array.from({ length: harmonics }, (_, h) => (2 * Math.PI * (h + 1) * time) / period);
  return [
    one,
    trend,
    level,
    ...(hasSlope ? [slope] : []),
    ...cycle.flatMap((angle) => [Math.sin(angle), Math.cos(angle)]),
  ];
}

function termsOf({ hasSlope, harmonics }: GeneralisedOptions): readonly string[] {
  const cycle = Array.from({ length: harmonics }, (_, h) => [`sin${h + 1}`, `cos${h + 1}`]);
  return ['intercept', 'time', 'level', ...(hasSlope ? ['slope'] : []), ...cycle.flat()];
}

/**
 * Iteratively reweighted least squares (McCullagh & Nelder 1989, 2.5) until no linear predictor moves. Convergence is
 * quadratic, and unlike the deviance the predictors have no noise that grows with the counts.
 */
function fit(
  observations: readonly Observation[],
  family: Family,
  terms: readonly string[],
): GeneralisedSegments | null {
  if (observations.length <= terms.length) return null;
  let predictors = observations.map((observation) => family.link(family.startingMean(observation)));
  for (let i = 0; i < 100; i++) {
    const step = weightedStep(observations, family, predictors);
    if (step === null) return null;
    const next = observations.map(({ row, offset }) => offset + dot(row, step.coefficients));
    if (!next.every(Number.isFinite)) return null;
    const isSettled = next.every((value, k) => Math.abs(value - (predictors[k] ?? NaN)) < 1e-9 * (1 + Math.abs(value)));
    predictors = next;
    if (isSettled) return summaryOf(observations, family, terms, predictors);
  }
  return null;
}

function weightedStep(observations: readonly Observation[], family: Family, predictors: readonly number[]) {
  const parts = observations.map(({ response, trials, offset, row }, i) => {
    const predictor = predictors[i] ?? NaN;
    const mean = family.inverse(predictor);
    const slope = family.variance(mean);
    const weight = Math.sqrt(trials * slope);
    return { row: row.map((x) => x * weight), target: (predictor - offset + (response - mean) / slope) * weight };
  });
  return leastSquares(
    parts.map(({ row }) => row),
    parts.map(({ target }) => target),
  );
}

function summaryOf(
  observations: readonly Observation[],
  family: Family,
  terms: readonly string[],
  predictors: readonly number[],
): GeneralisedSegments | null {
  const means = predictors.map(family.inverse);
  const final = weightedStep(observations, family, predictors);
  if (final === null || !means.every(family.isInside)) return null;
  const degrees = observations.length - terms.length;
  const pearson = observations.map(({ response, trials }, i) => {
    const mean = means[i] ?? NaN;
    return (trials * (response - mean) ** 2) / family.variance(mean);
  });
  const deviance = sum(observations.map((observation, i) => family.deviance(observation, means[i] ?? NaN)));
  const dispersion = sum(pearson) / degrees;
  const coefficients = terms.map((term, j) => ({
    term,
    estimate: final.coefficients[j] ?? NaN,
    standardError: Math.sqrt((final.inverse[j]?.[j] ?? NaN) * dispersion),
  }));
  return { dispersion, degrees, deviance, coefficients };
}
