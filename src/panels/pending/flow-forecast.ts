import { studentQuantile } from '../../statistics/distribution/student.ts';
import { seasonalNaive, type ForecastPoint } from '../../statistics/forecast.ts';
import { criticalValue } from '../../statistics/interval.ts';
import { sum, variance } from '../../statistics/sample.ts';

/** What a monthly flow is expected to add up to over the months ahead, with its limits. */
export interface FlowForecast {
  readonly mean: number;
  readonly lower80: number;
  readonly upper80: number;
  readonly lower95: number;
  readonly upper95: number;
}

/**
 * How it was found; both expect what the same months of last year brought. `seasonal`: the spread is that between such
 * months and those of the year before, from at least `LEAST_PAIRS` comparisons. `short`: too few of these; the spread is
 * that among the last 12 months, season included, and so rather too wide. `none`: less than a year.
 */
export type ForecastMethod = 'seasonal' | 'short' | 'none';

const YEAR = 12;
/** Year-on-year comparisons from which the spread of a seasonal forecast is taken. */
export const LEAST_PAIRS = 12;

/** The method that so many whole months allow for so many months ahead (at most a year). */
export function methodFor(months: number, ahead: number): ForecastMethod {
  if (months < YEAR || ahead < 1 || ahead > YEAR) return 'none';
  return pairsOf(months, ahead) >= LEAST_PAIRS ? 'seasonal' : 'short';
}

/** Sums over `ahead` neighbouring months that have a counterpart a year earlier. */
export function pairsOf(months: number, ahead: number): number {
  return Math.max(0, months - ahead + 1 - YEAR);
}

/**
 * The sum of a monthly flow over the next `ahead` months: the seasonal naive forecast. Null where `method` is `none`.
 *
 * Seasonal: the error is the larger of two, that of whole sums of `ahead` months (months that follow each other need not
 * be independent) and that of single months times √ahead (which rests on more comparisons). Short: last year's sum and
 * the one to come each have the variance of `ahead` months, t with 11 degrees of freedom.
 */
export function forecastSum(flow: readonly number[], ahead: number, method: ForecastMethod): FlowForecast | null {
  if (method === 'none') return null;
  return method === 'seasonal' ? seasonalSum(flow, ahead) : shortSum(flow.slice(-YEAR), ahead);
}

function seasonalSum(flow: readonly number[], ahead: number): FlowForecast | null {
  const sums = Array.from({ length: Math.max(0, flow.length - ahead + 1) }, (_, i) => sum(flow.slice(i, i + ahead)));
  const whole = seasonalNaive(sums, YEAR, ahead).at(-1);
  const ofSums = errorOf(whole);
  if (whole?.mean == null || ofSums === null) return null;
  const ofMonths = errorOf(seasonalNaive(flow, YEAR, 1)[0]) ?? 0;
  const error = Math.max(ofSums, ofMonths * Math.sqrt(ahead));
  return around(whole.mean, error * criticalValue(0.8), error * criticalValue(0.95));
}

function errorOf(point: ForecastPoint | undefined): number | null {
  return point?.mean == null || point.upper === null ? null : (point.upper - point.mean) / criticalValue(0.95);
}

function shortSum(year: readonly number[], ahead: number): FlowForecast | null {
  const spread = variance(year);
  if (spread === null) return null;
  const error = Math.sqrt(2 * ahead * spread);
  const degrees = year.length - 1;
  const expected = sum(year.slice(0, ahead));
  return around(expected, studentQuantile(0.9, degrees) * error, studentQuantile(0.975, degrees) * error);
}

function around(centre: number, half80: number, half95: number): FlowForecast {
  return {
    mean: centre,
    lower80: centre - half80,
    upper80: centre + half80,
    lower95: centre - half95,
    upper95: centre + half95,
  };
}
