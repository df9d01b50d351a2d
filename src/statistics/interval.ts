import { betaQuantile } from './distribution/beta.ts';
import { chiSquareQuantile } from './distribution/gamma.ts';
import { normalQuantile } from './distribution/normal.ts';
import { studentQuantile } from './distribution/student.ts';

/** Confidence intervals of one proportion, one count, one mean, and of differences. `confidence` is 0.95, 0.998, … */

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** A difference first − second with its interval. */
export interface DifferenceInterval extends Interval {
  readonly difference: number;
}

/** x cases of n. */
export interface Proportion {
  readonly x: number;
  readonly n: number;
}

/** A sample by its size, mean and sample variance (divisor n − 1). */
export interface SampleMoments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** The z of a two-sided interval: 1.959963984540054 at 0.95, 3.090232306167813 at 0.998. */
export function criticalValue(confidence: number): number {
  return normalQuantile(1 - (1 - confidence) / 2);
}

function isProportion(x: number, n: number): boolean {
  return n > 0 && x >= 0 && x <= n;
}

/**
 * Wilson's score interval without continuity correction (Wilson 1927, JASA 22:209; Newcombe 1998, Stat Med 17:857,
 * method 3). n and x may be effective, not whole numbers. Null where n = 0.
 */
export function wilsonInterval(x: number, n: number, confidence = 0.95): Interval | null {
  if (!isProportion(x, n)) return null;
  const z = criticalValue(confidence);
  const half = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
  const denominator = 2 * (n + z * z);
  return {
    lower: Math.max(0, (2 * x + z * z - half) / denominator),
    upper: Math.min(1, (2 * x + z * z + half) / denominator),
  };
}

/** The exact interval (Clopper & Pearson 1934, Biometrika 26:404), from beta quantiles. Null unless x and n are counts, n > 0. */
export function clopperPearsonInterval(x: number, n: number, confidence = 0.95): Interval | null {
  if (!isProportion(x, n) || !Number.isInteger(x) || !Number.isInteger(n)) return null;
  const tail = (1 - confidence) / 2;
  return {
    lower: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    upper: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  };
}

/** Difference of two independent proportions, first − second (Newcombe 1998, Stat Med 17:873, method 10). Null where an n is 0. */
export function newcombeInterval(first: Proportion, second: Proportion, confidence = 0.95): DifferenceInterval | null {
  const a = wilsonInterval(first.x, first.n, confidence);
  const b = wilsonInterval(second.x, second.n, confidence);
  if (a === null || b === null) return null;
  const p1 = first.x / first.n;
  const p2 = second.x / second.n;
  const difference = p1 - p2;
  return {
    difference,
    lower: difference - Math.hypot(p1 - a.lower, b.upper - p2),
    upper: difference + Math.hypot(a.upper - p1, p2 - b.lower),
  };
}

/** The exact interval of a Poisson count (Garwood 1936, Biometrika 28:437). Null where x < 0. */
export function poissonExactInterval(x: number, confidence = 0.95): Interval | null {
  if (!(x >= 0)) return null;
  const tail = (1 - confidence) / 2;
  return {
    lower: x === 0 ? 0 : chiSquareQuantile(tail, 2 * x) / 2,
    upper: chiSquareQuantile(1 - tail, 2 * x + 2) / 2,
  };
}

/** Byar's approximation for a count (Breslow & Day 1987, IARC 82, eq. 2.13). Null where x < 0. */
export function byarInterval(x: number, confidence = 0.95): Interval | null {
  if (!(x >= 0)) return null;
  const z = criticalValue(confidence);
  const limit = (y: number, sign: 1 | -1): number => y * (1 - 1 / (9 * y) + (sign * z) / (3 * Math.sqrt(y))) ** 3;
  return { lower: x === 0 ? 0 : Math.max(0, limit(x, -1)), upper: limit(x + 1, 1) };
}

/** The interval shown for a count: exact below 10, Byar's from 10 (Public Health England, Technical Guide 2018). */
export function countInterval(x: number, confidence = 0.95): Interval | null {
  return x < 10 ? poissonExactInterval(x, confidence) : byarInterval(x, confidence);
}

/** Student's interval of a mean. Null below two cases. */
export function meanInterval(sample: SampleMoments, confidence = 0.95): Interval | null {
  if (!hasVariance(sample)) return null;
  const half = studentQuantile(1 - (1 - confidence) / 2, sample.n - 1) * Math.sqrt(sample.variance / sample.n);
  return { lower: sample.mean - half, upper: sample.mean + half };
}

/**
 * Difference of two independent means, first − second, with unequal variances (Welch 1947, Biometrika 34:28; degrees of
 * freedom by Satterthwaite). Null where a sample has fewer than two cases or both variances are 0.
 */
export function welchInterval(
  first: SampleMoments,
  second: SampleMoments,
  confidence = 0.95,
): DifferenceInterval | null {
  if (!hasVariance(first) || !hasVariance(second)) return null;
  const v1 = first.variance / first.n;
  const v2 = second.variance / second.n;
  if (!(v1 + v2 > 0)) return null;
  const degrees = (v1 + v2) ** 2 / (v1 ** 2 / (first.n - 1) + v2 ** 2 / (second.n - 1));
  const half = studentQuantile(1 - (1 - confidence) / 2, degrees) * Math.sqrt(v1 + v2);
  const difference = first.mean - second.mean;
  return { difference, lower: difference - half, upper: difference + half };
}

function hasVariance(sample: SampleMoments): boolean {
  return sample.n >= 2 && sample.variance >= 0 && Number.isFinite(sample.mean);
}
