/** Logarithms of the gamma and beta functions, and the two error terms of Loader's saddle-point form. */

const HALF_LOG_TWO_PI = 0.9189385332046727418;
const STIRLING_FROM = 15;

/**
 * ln Γ(x) minus Stirling's formula (x − ½)·ln x − x + ½·ln 2π, for x ≥ 15: the asymptotic series to its sixth term
 * (Abramowitz & Stegun 1964, 6.1.41), good to about 1e-16.
 */
function stirlingSeries(x: number): number {
  const y = 1 / (x * x);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - (y * 691) / 360360) * y) * y) * y) * y) / x;
}

/** ln Γ(x) for x > 0. Absolute error about 1e-15 times the size of the terms. */
export function logGamma(x: number): number {
  let shift = 0;
  let argument = x;
  while (argument < STIRLING_FROM) {
    shift += Math.log(argument);
    argument++;
  }
  return (argument - 0.5) * Math.log(argument) - argument + HALF_LOG_TWO_PI + stirlingSeries(argument) - shift;
}

/** ln Γ(x + 1) − [x·ln x − x + ½·ln(2πx)] for x > 0: what Stirling's formula for x! leaves out. */
export function stirlingError(x: number): number {
  if (x >= STIRLING_FROM) return stirlingSeries(x);
  return logGamma(x + 1) - (x * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI * x));
}

/**
 * x·ln(x/m) + m − x without the cancellation near x = m. Loader, "Fast and Accurate Computation of Binomial
 * Probabilities" (2000), `bd0`.
 */
export function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** ln B(a, b) for a, b > 0, without cancellation when one or both are large. */
export function logBeta(a: number, b: number): number {
  const [small, large] = a <= b ? [a, b] : [b, a];
  if (Number.isInteger(small) && small <= 20) return logBetaOfInteger(small, large);
  const total = small + large;
  if (small >= STIRLING_FROM) {
    const correction = stirlingSeries(small) + stirlingSeries(large) - stirlingSeries(total);
    const share = small / total;
    return (
      HALF_LOG_TWO_PI -
      0.5 * Math.log(large) +
      correction +
      (small - 0.5) * Math.log(share) +
      large * Math.log1p(-share)
    );
  }
  if (large >= STIRLING_FROM) {
    const correction = stirlingSeries(large) - stirlingSeries(total);
    const rest = small - small * Math.log(total) + (large - 0.5) * Math.log1p(-small / total);
    return logGamma(small) + correction + rest;
  }
  return logGamma(small) + logGamma(large) - logGamma(total);
}

/** B(k, b) = (1/b)·Π j/(b + j), j = 1…k−1: exact where ln B is near 0, as at B(1, 1) = 1. */
function logBetaOfInteger(k: number, b: number): number {
  let product = 1 / b;
  for (let j = 1; j < k; j++) product *= j / (b + j);
  return product > 0 ? Math.log(product) : -Infinity;
}

/** The logarithm of the number of ways to choose k of n. */
export function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
