import { mean } from '../sample.ts';
import { meanMovingRange, RANGE_LIMIT_FACTOR } from './moving-range.ts';
import { signalsOf } from './rules.ts';
import type { PointSignals } from './rules.ts';

export interface ControlChartOptions {
  /** Rows from the start that fix centre and limits; absent = all. */
  readonly baseline?: number;
  /** Leave out moving ranges that are outliers themselves; absent = yes. */
  readonly isScreened?: boolean;
}

export interface IndividualsChart {
  readonly mean: number | null;
  readonly meanRange: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly nearLower: number | null;
  readonly nearUpper: number | null;
  readonly rangeUpper: number | null;
  /** One per row; null where the value or the limits are missing. */
  readonly signals: readonly (PointSignals | null)[];
}

/** 3 / 1.128 to two decimals, as NHS England publishes it. */
const LIMIT_FACTOR = 2.66;

/**
 * XmR chart (Wheeler 1993; constants and rules of NHS England's "Making Data Count"): monthly medians, caseload,
 * clearance rates. Null values are missing months. Limits are null where no moving range exists.
 */
export function individualsChart(
  series: readonly (number | null)[],
  options: ControlChartOptions = {},
): IndividualsChart {
  const base = series.slice(0, options.baseline ?? series.length);
  const centre = mean(base.filter((value) => value !== null));
  const meanRange = meanMovingRange(base, options.isScreened ?? true);
  const at = (ranges: number): number | null =>
    centre === null || meanRange === null ? null : centre + ranges * meanRange;
  const limits = {
    lower: at(-LIMIT_FACTOR),
    upper: at(LIMIT_FACTOR),
    nearLower: at((-2 / 3) * LIMIT_FACTOR),
    nearUpper: at((2 / 3) * LIMIT_FACTOR),
  };
  return {
    mean: centre,
    meanRange,
    ...limits,
    rangeUpper: meanRange === null ? null : RANGE_LIMIT_FACTOR * meanRange,
    signals: signalsOf(series.map((value) => ({ value, centre, ...limits }))),
  };
}
