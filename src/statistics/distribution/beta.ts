import { deviance, logBeta, stirlingError } from './gamma-function.ts';
import { invertContinuous } from './invert.ts';

/** The beta distribution. Each tail is computed directly. */

const EPSILON = Number.EPSILON;
const TINY = 1e-300;
const MAX_TERMS = 1_000_000;

/** x^a·(1 − x)^b / B(a, b); Loader's saddle-point form where a, b ≥ 1. */
function density(x: number, a: number, b: number): number {
  if (a < 1 || b < 1) return Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  const n = a + b;
  const error = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const exponent = error - deviance(a, n * x) - deviance(b, n * (1 - x));
  return Math.exp(exponent) * Math.sqrt((a / (2 * Math.PI * n)) * b);
}

/** Continued fraction of the incomplete beta function (Abramowitz & Stegun 26.5.8; Lentz's evaluation). */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < EPSILON) break;
  }
  return value;
}

function awayFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}

/** P(X ≤ x) for X ~ Beta(a, b); a, b > 0. */
export function betaLower(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x < (a + 1) / (a + b + 2)) return (density(x, a, b) * fraction(x, a, b)) / a;
  return 1 - (density(x, a, b) * fraction(1 - x, b, a)) / b;
}

/** P(X > x) for X ~ Beta(a, b); a, b > 0. */
export function betaUpper(x: number, a: number, b: number): number {
  if (x <= 0) return 1;
  if (x >= 1) return 0;
  if (x < (a + 1) / (a + b + 2)) return 1 - (density(x, a, b) * fraction(x, a, b)) / a;
  return (density(x, a, b) * fraction(1 - x, b, a)) / b;
}

/** The x with P(X ≤ x) = p for X ~ Beta(a, b). NaN where p is outside [0, 1] or a parameter is not positive. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1) || !(a > 0) || !(b > 0)) return NaN;
  if (p === 0 || p === 1) return p;
  if (p > 0.5 && b < a) return 1 - invertContinuous(tailsOf(b, a), 1 - p, TINY, 1);
  return invertContinuous(tailsOf(a, b), p, TINY, 1);
}

function tailsOf(a: number, b: number) {
  return { lower: (x: number) => betaLower(x, a, b), upper: (x: number) => betaUpper(x, a, b) };
}
