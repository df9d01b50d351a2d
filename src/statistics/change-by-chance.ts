import { betaLower, betaUpper } from './distribution/beta.ts';
import { logChoose } from './distribution/gamma-function.ts';
import type { Proportion, SampleMoments } from './interval.ts';

/** How likely chance alone makes two samples differ at least as much, on the side on which they do, twice. */

/** Fisher's exact test of two counts (Fisher 1935), the one-sided tail doubled. */
export function countsByChance(first: Proportion, second: Proportion): number {
  const [x, n] = [first.x + second.x, first.n + second.n];
  const isHigh = first.x * second.n >= second.x * first.n;
  const [from, to] = isHigh ? [first.x, Math.min(x, first.n)] : [Math.max(0, x - second.n), first.x];
  const all = logChoose(n, x);
  let tail = 0;
  for (let k = from; k <= to; k++) tail += Math.exp(logChoose(first.n, k) + logChoose(second.n, x - k) - all);
  return Math.min(1, 2 * tail);
}

/**
 * Two means of days as those of gamma distributions with one coefficient of variation, that of both samples together: their
 * quotient is F-distributed. A small sample without one of the long cases shows too small a variance; this one does not
 * rest on it. 1 where the days do not vary.
 */
export function meansByChance(first: SampleMoments, second: SampleMoments): number {
  const n = first.n + second.n;
  const mean = (first.n * first.mean + second.n * second.mean) / n;
  const between = first.n * (first.mean - mean) ** 2 + second.n * (second.mean - mean) ** 2;
  const variance = ((first.n - 1) * first.variance + (second.n - 1) * second.variance + between) / (n - 1);
  if (!(variance > 0) || !(first.mean > 0) || !(second.mean > 0)) return 1;
  const [a, b] = [(first.n * mean ** 2) / variance, (second.n * mean ** 2) / variance];
  const share = (a * first.mean) / (a * first.mean + b * second.mean);
  return Math.min(1, 2 * Math.min(betaLower(share, a, b), betaUpper(share, a, b)));
}
