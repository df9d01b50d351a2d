import type { Interval } from './interval.ts';

/** The places at which a unit may stand, the best being 1; both included. */
export interface RankInterval {
  readonly best: number;
  readonly worst: number;
}

/**
 * The confidence that each of `count` independent intervals needs so that all of them hold together with `confidence`
 * (Šidák 1967, JASA 62:626).
 */
export function simultaneousConfidence(count: number, confidence = 0.95): number {
  return count > 0 ? confidence ** (1 / count) : confidence;
}

/**
 * Places of units whose values lie in `intervals`, all of which hold together: a unit comes certainly after those whose
 * intervals lie wholly on the better side of its own, and certainly before those wholly on the worse side (Klein, Wright &
 * Wieczorek 2020, JRSS A 183:589; the method of the US Census Bureau). All places hold together with the confidence of
 * the intervals, or more. Intervals that touch leave the order open.
 */
export function rankIntervals(intervals: readonly Interval[], isHighBest: boolean): readonly RankInterval[] {
  return intervals.map((own) => {
    let [above, below] = [0, 0];
    for (const other of intervals) {
      if (other.lower > own.upper) above += 1;
      else if (other.upper < own.lower) below += 1;
    }
    const [before, after] = isHighBest ? [above, below] : [below, above];
    return { best: before + 1, worst: intervals.length - after };
  });
}

/** What may be said of a place: certainly in the first or last quarter of `count`, or neither. */
export type Quarter = 'top' | 'bottom' | 'unclear';

/** A quarter of `count` units, rounded down: of 10 the first 2 and the last 2. */
export function quarterOf({ best, worst }: RankInterval, count: number): Quarter {
  const size = Math.floor(count / 4);
  if (worst <= size) return 'top';
  return best > count - size ? 'bottom' : 'unclear';
}
