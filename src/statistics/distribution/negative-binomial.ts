import { betaLower } from './beta.ts';
import { invertDiscrete } from './invert.ts';
import { normalQuantile } from './normal.ts';

/** The negative binomial distribution by its mean and size (variance = mean + mean² / size), through the beta distribution. */

/** P(X ≤ x); `size` need not be whole. */
export function negativeBinomialCdf(x: number, size: number, mean: number): number {
  if (!(size > 0) || !(mean >= 0)) return NaN;
  const k = Math.floor(x + 1e-7);
  return k < 0 ? 0 : mean === 0 ? 1 : betaLower(size / (size + mean), size, k + 1);
}

/** The smallest k with P(X ≤ k) ≥ q; ∞ at q = 1. */
export function negativeBinomialQuantile(q: number, size: number, mean: number): number {
  if (!(q >= 0 && q <= 1) || !(size > 0) || !(mean >= 0)) return NaN;
  if (q === 0 || mean === 0) return 0;
  if (q === 1) return Infinity;
  const guess = mean + normalQuantile(q) * Math.sqrt(mean + mean ** 2 / size);
  return invertDiscrete((k) => negativeBinomialCdf(k, size, mean), q, guess, Number.MAX_SAFE_INTEGER);
}
