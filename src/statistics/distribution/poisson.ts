import { gammaUpper } from './gamma.ts';
import { invertDiscrete } from './invert.ts';
import { normalQuantile } from './normal.ts';

/** The Poisson distribution, through the gamma distribution. */

/** P(X ≤ x) for X ~ Poisson(mean). */
export function poissonCdf(x: number, mean: number): number {
  if (!(mean >= 0)) return NaN;
  const k = Math.floor(x + 1e-7);
  return k < 0 ? 0 : gammaUpper(mean, k + 1);
}

/** The smallest k with P(X ≤ k) ≥ q for X ~ Poisson(mean); ∞ at q = 1. */
export function poissonQuantile(q: number, mean: number): number {
  if (!(q >= 0 && q <= 1) || !(mean >= 0)) return NaN;
  if (q === 0 || mean === 0) return 0;
  if (q === 1) return Infinity;
  const guess = mean + normalQuantile(q) * Math.sqrt(mean);
  return invertDiscrete((k) => poissonCdf(k, mean), q, guess, Number.MAX_SAFE_INTEGER);
}
