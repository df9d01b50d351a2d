import { deviance, logGamma, stirlingError } from './gamma-function.ts';
import { invertContinuous } from './invert.ts';

/** Gamma distribution with scale 1, and the chi-square distribution. Each tail is computed directly. */

const EPSILON = Number.EPSILON;
const TINY = 1e-300;
const MAX_TERMS = 1_000_000;

/** x^a·e^−x / Γ(a). */
function density(shape: number, x: number): number {
  if (shape < 1) return Math.exp(shape * Math.log(x) - x - logGamma(shape));
  const exponent = -stirlingError(shape) - deviance(shape, x);
  return (Math.exp(exponent) / Math.sqrt(2 * Math.PI * shape)) * shape;
}

/** Series for the lower tail, x < shape + 1 (Abramowitz & Stegun 6.5.29). */
function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < MAX_TERMS; n++) {
    term *= x / (shape + n);
    sum += term;
    if (term < sum * EPSILON) break;
  }
  return sum;
}

/** Continued fraction for the upper tail, x ≥ shape + 1 (Abramowitz & Stegun 6.5.31; Lentz's evaluation). */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < MAX_TERMS; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / awayFromZero(a * d + b);
    c = awayFromZero(b + a / c);
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < EPSILON) break;
  }
  return value;
}

function awayFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}

/** P(X ≤ x) for X ~ Gamma(shape, 1); shape > 0. */
export function gammaLower(x: number, shape: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  if (x < shape + 1) return density(shape, x) * lowerSeries(shape, x);
  return 1 - density(shape, x) * upperFraction(shape, x);
}

/** P(X > x) for X ~ Gamma(shape, 1); shape > 0. */
export function gammaUpper(x: number, shape: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  if (x < shape + 1) return 1 - density(shape, x) * lowerSeries(shape, x);
  return density(shape, x) * upperFraction(shape, x);
}

/** The x with P(X ≤ x) = p for X ~ Gamma(shape, 1). NaN where p is outside [0, 1] or shape is not positive. */
export function gammaQuantile(p: number, shape: number): number {
  if (!(p >= 0 && p <= 1) || !(shape > 0) || !Number.isFinite(shape)) return NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const tails = { lower: (x: number) => gammaLower(x, shape), upper: (x: number) => gammaUpper(x, shape) };
  if (tails.lower(TINY) >= p) return 0;
  let top = shape + 10 * Math.sqrt(shape) + 30;
  while (tails.upper(top) > 1 - p) top *= 2;
  return invertContinuous(tails, p, TINY, top);
}

/** The x with P(χ² ≤ x) = p. */
export function chiSquareQuantile(p: number, degrees: number): number {
  return 2 * gammaQuantile(p, degrees / 2);
}

/** P(χ² > x). NaN where there is no degree of freedom. */
export function chiSquareUpper(x: number, degrees: number): number {
  return degrees > 0 ? gammaUpper(x / 2, degrees / 2) : NaN;
}
