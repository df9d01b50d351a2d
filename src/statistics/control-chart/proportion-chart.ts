import { clamp, finiteOrNull, ratioOrNull, sum } from '../sample.ts';
import type { ControlChartOptions } from './individuals-chart.ts';
import { meanMovingRange, RANGE_PER_SIGMA } from './moving-range.ts';
import { signalsOf } from './rules.ts';
import type { ChartPoint, PointSignals } from './rules.ts';

/** One month: x cases of n. Null where not known. */
export interface MonthlyProportion {
  readonly x: number | null;
  readonly n: number | null;
}

export interface ProportionChart {
  /** Σx / Σn of the baseline; null where it has no case. */
  readonly centre: number | null;
  /** How much wider than binomial the limits are (Laney): 1 for a p-chart, null where it cannot be computed. */
  readonly sigmaZ: number | null;
  /** Value and limits per row, null where n = 0; limits lie in [0, 1]. */
  readonly points: readonly ChartPoint[];
  readonly signals: readonly (PointSignals | null)[];
}

/** p-chart: monthly rates with binomial limits (Shewhart; Montgomery 2012, ch. 7). */
export function proportionChart(
  months: readonly MonthlyProportion[],
  options: ControlChartOptions = {},
): ProportionChart {
  return chartOf(months, centreOf(months, options), 1);
}

/**
 * p′-chart: limits scaled by the month-to-month variation of the standardised rates (Laney 2002, Quality Engineering
 * 14:531). Where σ_z < 1 the limits become narrower than binomial ones; the product shows p′ only above 1.
 */
export function laneyChart(months: readonly MonthlyProportion[], options: ControlChartOptions = {}): ProportionChart {
  const centre = centreOf(months, options);
  const scores = baselineOf(months, options).map((month) => {
    const rate = rateOf(month);
    return rate === null ? null : finiteOrNull((rate - (centre ?? NaN)) / errorOf(month, centre));
  });
  const range = meanMovingRange(scores, options.isScreened ?? true);
  return chartOf(months, centre, range === null ? null : range / RANGE_PER_SIGMA);
}

function baselineOf(
  months: readonly MonthlyProportion[],
  { baseline }: ControlChartOptions,
): readonly MonthlyProportion[] {
  return months.slice(0, baseline ?? months.length);
}

function centreOf(months: readonly MonthlyProportion[], options: ControlChartOptions): number | null {
  const known = baselineOf(months, options).filter((month) => rateOf(month) !== null);
  return ratioOrNull(sum(known.map(({ x }) => x ?? 0)), sum(known.map(({ n }) => n ?? 0)));
}

function rateOf({ x, n }: MonthlyProportion): number | null {
  return x !== null && n !== null && n > 0 ? x / n : null;
}

function errorOf({ n }: MonthlyProportion, centre: number | null): number {
  return Math.sqrt(((centre ?? NaN) * (1 - (centre ?? NaN))) / (n ?? NaN));
}

function chartOf(months: readonly MonthlyProportion[], centre: number | null, sigmaZ: number | null): ProportionChart {
  const points = months.map((month): ChartPoint => {
    const value = rateOf(month);
    const at = (sigmas: number): number | null =>
      value === null || centre === null || sigmaZ === null
        ? null
        : clamp(centre + sigmas * errorOf(month, centre) * sigmaZ, 0, 1);
    return { value, centre, lower: at(-3), upper: at(3), nearLower: at(-2), nearUpper: at(2) };
  });
  return { centre, sigmaZ, points, signals: signalsOf(points) };
}
