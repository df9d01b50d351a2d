import { betaLower, betaUpper } from './beta.ts';
import { invertContinuous } from './invert.ts';

/** Student's t distribution. */

/** P(T > t). The upper tail keeps its relative accuracy. NaN where there is no degree of freedom. */
export function studentUpper(t: number, degrees: number): number {
  if (!(degrees > 0) || Number.isNaN(t)) return NaN;
  if (t < 0) return 1 - studentUpper(-t, degrees);
  // Near t = 0 the share degrees/(degrees + t²) rounds to 1; the mirrored tail does not.
  if (t * t < degrees) return 0.5 * betaUpper((t * t) / (degrees + t * t), 0.5, degrees / 2);
  return 0.5 * betaLower(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/** P(|T| > |t|): the two-sided p-value of a t statistic. */
export function studentTwoSided(t: number, degrees: number): number {
  return 2 * studentUpper(Math.abs(t), degrees);
}

/** The t with P(T ≤ t) = p; ±∞ at p = 0 and 1. */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p >= 0 && p <= 1) || !(degrees > 0)) return NaN;
  if (p === 0.5) return 0;
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  const tail = Math.min(p, 1 - p);
  let top = 2;
  while (studentUpper(top, degrees) > tail) top *= 2;
  const tails = { lower: (t: number) => -studentUpper(t, degrees), upper: (t: number) => studentUpper(t, degrees) };
  // `lower` is −P(T > t) and the target −tail: bisection then works on the tail itself.
  const size = invertContinuous(tails, -tail, 0, top);
  return p < 0.5 ? -size : size;
}
