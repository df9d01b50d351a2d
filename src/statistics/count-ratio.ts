import { clopperPearsonInterval, type Interval, type Proportion } from './interval.ts';

/**
 * The ratio of two counts of different cases: x appeals filed in a period over n judgments closed in it. Neither is part of
 * the other, and either is a count that chance moves.
 */

/**
 * The exact interval of x / n, given x + n (Przyborowski & Wilenski 1940, Biometrika 31:313; R: `poisson.test(c(x, n))`).
 * Wider than that of a share, and it may lie above 1. Null unless both are counts and n > 0.
 */
export function countRatioInterval(x: number, n: number, confidence = 0.95): Interval | null {
  const share = n > 0 ? clopperPearsonInterval(x, x + n, confidence) : null;
  if (share === null || share.upper >= 1) return null;
  return { lower: share.lower / (1 - share.lower), upper: share.upper / (1 - share.upper) };
}

/** The interval of first − second from those of both (Zou & Donner 2008, Stat Med 27:1693). */
export function countRatioDifference(first: Proportion, second: Proportion, confidence = 0.95): Interval | null {
  const a = countRatioInterval(first.x, first.n, confidence);
  const b = countRatioInterval(second.x, second.n, confidence);
  if (a === null || b === null) return null;
  const [p, q] = [first.x / first.n, second.x / second.n];
  return {
    lower: p - q - Math.hypot(p - a.lower, b.upper - q),
    upper: p - q + Math.hypot(a.upper - p, q - b.lower),
  };
}
