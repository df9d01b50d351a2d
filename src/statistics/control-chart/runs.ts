import { binomialQuantile } from '../distribution/binomial.ts';
import { median } from '../quantile.ts';

export interface RunsTest {
  /** Points off the median. */
  readonly usefulCount: number;
  readonly longestRun: number | null;
  /** Longer runs are a signal. */
  readonly longestRunLimit: number | null;
  readonly crossings: number | null;
  /** Fewer crossings are a signal. */
  readonly crossingsLimit: number | null;
  readonly isSignal: boolean;
}

/**
 * Runs about the median: unusually long runs or unusually few crossings (Anhøj & Olesen 2014, PLoS ONE 9:e113825).
 * Points on the median are dropped; null values are missing.
 */
export function runsTest(series: readonly (number | null)[]): RunsTest {
  const values = series.filter((value) => value !== null);
  const centre = median(values) ?? 0;
  const guard = 1e-9 * Math.max(1, Math.abs(centre));
  const sides = values.filter((value) => Math.abs(value - centre) > guard).map((value) => value > centre);
  const usefulCount = sides.length;
  if (usefulCount === 0) {
    const nothing = { longestRun: null, longestRunLimit: null, crossings: null, crossingsLimit: null };
    return { usefulCount, ...nothing, isSignal: false };
  }
  const { longestRun, crossings } = runsOf(sides);
  const longestRunLimit = Math.round(Math.log2(usefulCount)) + 3;
  const crossingsLimit = binomialQuantile(0.05, usefulCount - 1, 0.5);
  const isSignal = longestRun > longestRunLimit || crossings < crossingsLimit;
  return { usefulCount, longestRun, longestRunLimit, crossings, crossingsLimit, isSignal };
}

function runsOf(sides: readonly boolean[]): { longestRun: number; crossings: number } {
  let longestRun = 0;
  let crossings = 0;
  let run = 0;
  sides.forEach((side, i) => {
    const continues = i === 0 || side === sides[i - 1];
    if (!continues) crossings++;
    run = continues ? run + 1 : 1;
    longestRun = Math.max(longestRun, run);
  });
  return { longestRun, crossings };
}
