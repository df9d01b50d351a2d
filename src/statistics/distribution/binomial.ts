import { betaLower, betaUpper } from './beta.ts';
import { invertDiscrete } from './invert.ts';
import { normalQuantile } from './normal.ts';

/** The binomial distribution, through the beta distribution. */

/** P(X ≤ x) for X ~ Binomial(n, p). */
export function binomialCdf(x: number, n: number, p: number): number {
  const k = Math.floor(x + 1e-7);
  if (!(p >= 0 && p <= 1) || !(n >= 0)) return NaN;
  if (k < 0) return 0;
  return k >= n ? 1 : betaUpper(p, k + 1, n - k);
}

/** P(X ≤ x) and P(X ≥ x) of a whole x for X ~ Binomial(n, p), each exact where it is tiny. */
export function binomialTails(x: number, n: number, p: number): { readonly atMost: number; readonly atLeast: number } {
  return { atMost: binomialCdf(x, n, p), atLeast: x <= 0 ? 1 : x > n ? 0 : betaLower(p, x, n - x + 1) };
}

/** The smallest k with P(X ≤ k) ≥ q for X ~ Binomial(n, p). */
export function binomialQuantile(q: number, n: number, p: number): number {
  if (!(q >= 0 && q <= 1) || !(p >= 0 && p <= 1) || !(n >= 0)) return NaN;
  if (q === 0 || n === 0) return 0;
  if (q === 1) return n;
  const guess = n * p + normalQuantile(q) * Math.sqrt(n * p * (1 - p));
  return invertDiscrete((k) => binomialCdf(k, n, p), q, guess, n);
}
