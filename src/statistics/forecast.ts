import { criticalValue } from './interval.ts';
import { mean, sum, variance } from './sample.ts';

/** A forecast month with its 95 % limits; null where the series does not give them. */
export interface ForecastPoint {
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

const Z95 = criticalValue(0.95);

function pointOf(mean: number | null, error: number | null): ForecastPoint {
  if (mean === null || error === null) return { mean, lower: null, upper: null };
  return { mean, lower: mean - Z95 * error, upper: mean + Z95 * error };
}

/**
 * Seasonal naive forecast, the baseline to beat: the same month of the last year known (Hyndman & Athanasopoulos 2021,
 * 5.2 and 5.5). The error is the root mean square of year-on-year differences, growing with the root of the years ahead.
 */
export function seasonalNaive(
  series: readonly (number | null)[],
  period: number,
  horizon: number,
): readonly ForecastPoint[] {
  const squares = series.flatMap((value, i) => {
    const before = i < period ? null : (series[i - period] ?? null);
    return value === null || before === null ? [] : [(value - before) ** 2];
  });
  const square = mean(squares);
  return Array.from({ length: horizon }, (_, h) => {
    const value = series.length < period ? null : (series[series.length - period + (h % period)] ?? null);
    const years = Math.floor(h / period) + 1;
    return pointOf(value, square === null ? null : Math.sqrt(square * years));
  });
}

/** Smoothing weights and starting values of additive Holt–Winters. */
export interface HoltWintersOptions {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly level: number;
  readonly trend: number;
  /** One effect per position of the cycle; its length is the period. */
  readonly season: readonly number[];
}

export interface HoltWinters {
  readonly points: readonly ForecastPoint[];
  /** Sum of squared one-step errors. */
  readonly squaredErrors: number;
}

/**
 * Additive Holt–Winters forecast with given weights (Winters 1960; R's `HoltWinters` and its prediction interval). The
 * first cycle is passed over. Null where no month follows it or one is missing.
 */
export function holtWinters(
  series: readonly (number | null)[],
  options: HoltWintersOptions,
  horizon: number,
): HoltWinters | null {
  const period = options.season.length;
  const values = series.filter((value) => value !== null);
  if (period === 0 || values.length < series.length || values.length <= period) return null;
  const { level, trend, season, residuals } = smooth(values, options);
  const spread = variance(residuals);
  const points = Array.from({ length: horizon }, (_, i) => {
    const value = level + (i + 1) * trend + (season[(values.length + i) % period] ?? NaN);
    return pointOf(value, spread === null ? null : Math.sqrt(spread * growthOf(i + 1, period, options)));
  });
  return { points, squaredErrors: sum(residuals.map((residual) => residual ** 2)) };
}

function smooth(values: readonly number[], { alpha, beta, gamma, ...start }: HoltWintersOptions) {
  const season = [...start.season];
  const period = season.length;
  let { level, trend } = start;
  const residuals: number[] = [];
  for (let i = period; i < values.length; i++) {
    const y = values[i] ?? NaN;
    const effect = season[i % period] ?? NaN;
    residuals.push(y - (level + trend + effect));
    const before = level;
    level = alpha * (y - effect) + (1 - alpha) * (level + trend);
    trend = beta * (level - before) + (1 - beta) * trend;
    season[i % period] = gamma * (y - level) + (1 - gamma) * effect;
  }
  return { level, trend, season, residuals };
}

/** Variance of the h-step error in one-step variances: 1 + Σ_{j<h} (α(1 + jβ) + [period divides j]·γ(1 − α))². */
function growthOf(h: number, period: number, { alpha, beta, gamma }: HoltWintersOptions): number {
  let growth = 1;
  for (let j = 1; j < h; j++) {
    growth += (alpha * (1 + j * beta) + (j % period === 0 ? gamma * (1 - alpha) : 0)) ** 2;
  }
  return growth;
}
