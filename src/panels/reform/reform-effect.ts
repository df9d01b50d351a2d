import type { Interval } from '../../statistics/interval.ts';
import { normalQuantile } from '../../statistics/distribution/normal.ts';
import { studentQuantile } from '../../statistics/distribution/student.ts';
import { autoregressiveSegments, type AutoregressiveSegments } from '../../statistics/segmented/autoregressive.ts';
import { segmentAt } from '../../statistics/segmented/design.ts';
import { binomialSegments } from '../../statistics/segmented/generalised-linear.ts';
import { ANNOUNCED_CONFIDENCE, proportionOf } from '../figure/evidence.ts';
import { LEAST_MONTHS, type ReformSeries } from './reform-series.ts';

const ANNOUNCED_QUANTILE = 1 - (1 - ANNOUNCED_CONFIDENCE) / 2;

/** An estimated change with its 95 % limits, in the unit of the metric (rates as fractions). */
export interface Effect extends Interval {
  readonly estimate: number;
  /** The interval at the level of `ANNOUNCED_CONFIDENCE`, wider than the one shown, excludes 0 (of odds: 1). */
  readonly isBeyondChance: boolean;
}

/** What segmented regression with AR(1) errors says of a series. */
export interface ReformFit {
  /** Fitted value less what the earlier trend would have given, in the last month. */
  readonly atEnd: Effect;
  /** Jump in the first month after. */
  readonly level: Effect;
  /** Change of the monthly slope. */
  readonly slope: Effect;
  /** Correlation of neighbouring months' errors. */
  readonly rho: number;
  /** One per month: the fitted line; null in the transition. */
  readonly fitted: readonly (number | null)[];
  /** One per month from the change on: where the earlier trend would have led. */
  readonly expected: readonly (number | null)[];
}

export type ReformOutcome =
  | { readonly kind: 'fit'; readonly fit: ReformFit }
  | { readonly kind: 'short'; readonly before: number; readonly after: number }
  | { readonly kind: 'constant' };

/** The effect in `values`, one per month of `series`. Needs `LEAST_MONTHS` with a value on either side. */
export function toOutcome(series: ReformSeries, values: readonly (number | null)[]): ReformOutcome {
  const { firstAfter, months } = series;
  const count = (part: readonly (number | null)[]) => part.filter((value) => value !== null).length;
  const [before, after] = [count(values.slice(0, firstAfter - 1)), count(values.slice(firstAfter - 1))];
  if (before < LEAST_MONTHS || after < LEAST_MONTHS) return { kind: 'short', before, after };
  const trimmed = values.slice(0, values.map((value) => value !== null).lastIndexOf(true) + 1);
  const segments = autoregressiveSegments(trimmed, firstAfter);
  if (segments === null) return { kind: 'constant' };
  const coefficients = segments.coefficients.map(({ estimate }) => estimate);
  return {
    kind: 'fit',
    fit: {
      atEnd: toEffect(segments.endEffect.estimate, segments.endEffect, segments.degrees),
      level: coefficientOf(segments, 'level'),
      slope: coefficientOf(segments, 'slope'),
      rho: segments.rho,
      fitted: months.map(({ isTransition }, i) =>
        isTransition ? null : segmentAt(coefficients, i + 1, firstAfter, true),
      ),
      expected: months.map((_, i) => (i + 1 < firstAfter ? null : segmentAt(coefficients, i + 1, firstAfter, false))),
    },
  };
}

/**
 * The odds after over the odds before in the first month after, by quasi-binomial regression, which weighs every month by
 * its cases; null for what is no share of cases, and where the months do not determine it.
 */
export function weightedOdds({ months, firstAfter }: ReformSeries): Effect | null {
  const shares = months.map(({ figure, value }) => (value === null ? null : proportionOf(figure)));
  if (shares.every((share) => share === null)) return null;
  const fit = binomialSegments(
    shares.map((share) => ({ x: share?.x ?? null, n: share?.n ?? null })),
    { firstAfter, hasSlope: true, harmonics: 0, period: 12 },
  );
  const level = fit?.coefficients.find(({ term }) => term === 'level');
  if (level === undefined) return null;
  const reach = normalQuantile(0.975) * level.standardError;
  const [lower, upper] = [Math.exp(level.estimate - reach), Math.exp(level.estimate + reach)];
  const isBeyondChance = Math.abs(level.estimate) > normalQuantile(ANNOUNCED_QUANTILE) * level.standardError;
  return { estimate: Math.exp(level.estimate), lower, upper, isBeyondChance };
}

function coefficientOf({ coefficients, degrees }: AutoregressiveSegments, term: 'level' | 'slope'): Effect {
  const found = coefficients.find((coefficient) => coefficient.term === term);
  return toEffect(found?.estimate ?? NaN, { lower: found?.lower ?? NaN, upper: found?.upper ?? NaN }, degrees);
}

function toEffect(estimate: number, { lower, upper }: Interval, degrees: number): Effect {
  const widening = studentQuantile(ANNOUNCED_QUANTILE, degrees) / studentQuantile(0.975, degrees);
  const isBeyondChance = Math.abs(estimate) > (widening * (upper - lower)) / 2;
  return { estimate, lower, upper, isBeyondChance };
}
