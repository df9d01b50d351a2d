import { mean } from '../sample.ts';

/** 3.267·mean range is the upper limit of a moving range of two (D₄). */
export const RANGE_LIMIT_FACTOR = 3.267;
/** Expected moving range of two in standard deviations (d₂). */
export const RANGE_PER_SIGMA = 1.128;

/**
 * Mean absolute difference of neighbours; no difference across a missing value. `isScreened`: ranges from 3.267 times
 * the mean range on are left out once (unless none would remain). Null without any range.
 */
export function meanMovingRange(series: readonly (number | null)[], isScreened: boolean): number | null {
  const ranges: number[] = [];
  series.forEach((value, i) => {
    const previous = i === 0 ? null : (series[i - 1] ?? null);
    if (value !== null && previous !== null) ranges.push(Math.abs(value - previous));
  });
  const first = mean(ranges);
  if (first === null || !isScreened) return first;
  return mean(ranges.filter((range) => range < RANGE_LIMIT_FACTOR * first)) ?? first;
}
