import { median } from '../quantile.ts';
import { mean } from '../sample.ts';
import { meanMovingRange, RANGE_PER_SIGMA } from './moving-range.ts';

export interface GapChart {
  readonly mean: number | null;
  readonly median: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** 0-based positions above the upper limit. */
  readonly beyond: readonly number[];
}

/**
 * g-chart of the number of cases between rare events, e.g. judgments between reversals
 * (Benneyan 2001, Health Care Manag Sci 4:305): mean ± 3·√(m(m + 1)).
 */
export function gapChart(gaps: readonly number[]): GapChart {
  const centre = mean(gaps);
  if (centre === null) return { mean: null, median: null, lower: null, upper: null, beyond: [] };
  const sigma = Math.sqrt(centre * (centre + 1));
  const upper = centre + 3 * sigma;
  return {
    mean: centre,
    median: median(gaps),
    lower: Math.max(0, centre - 3 * sigma),
    upper,
    beyond: gaps.flatMap((gap, i) => (gap > upper ? [i] : [])),
  };
}

export interface TimeBetweenChart {
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

const POWER = 3.6;

/**
 * t-chart of the days between rare events, as an individuals chart of days^(1/3.6) transformed back
 * (Nelson 1994, J Qual Technol 26:239; qicharts2). Null where a day count is negative; limits are null below two gaps.
 */
export function timeBetweenChart(days: readonly number[]): TimeBetweenChart {
  const values = days.map((day) => day ** (1 / POWER));
  const centre = mean(values);
  if (centre === null || Number.isNaN(centre)) return { centre: null, lower: null, upper: null };
  const range = meanMovingRange(values, false);
  if (range === null) return { centre: centre ** POWER, lower: null, upper: null };
  const sigma = range / RANGE_PER_SIGMA;
  return {
    centre: centre ** POWER,
    lower: Math.max(0, centre - 3 * sigma) ** POWER,
    upper: (centre + 3 * sigma) ** POWER,
  };
}
