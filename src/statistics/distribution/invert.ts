/** Quantiles by search on a distribution function. */

const EPSILON = Number.EPSILON;

/** Both tails of a continuous distribution, each computed directly so that neither loses digits. */
export interface Tails {
  /** P(X ≤ x). */
  readonly lower: (x: number) => number;
  /** P(X > x). */
  readonly upper: (x: number) => number;
}

/**
 * The x in [from, to] with P(X ≤ x) = p, by bisection in the tail that keeps precision; steps are geometric while the
 * bracket spans more than a factor of 4, so that quantiles near 0 keep their relative accuracy.
 */
export function invertContinuous(tails: Tails, p: number, from: number, to: number): number {
  const isUpper = p > 0.5;
  const rest = 1 - p;
  let lo = from;
  let hi = to;
  for (let i = 0; i < 2000; i++) {
    const middle = lo > 0 && hi / lo > 4 ? Math.sqrt(lo) * Math.sqrt(hi) : lo + (hi - lo) / 2;
    if (middle <= lo || middle >= hi || hi - lo <= 4 * EPSILON * Math.abs(middle)) return middle;
    const isBelow = isUpper ? tails.upper(middle) > rest : tails.lower(middle) < p;
    if (isBelow) lo = middle;
    else hi = middle;
  }
  return lo + (hi - lo) / 2;
}

/**
 * The smallest whole k in [0, max] with P(X ≤ k) ≥ p, from a first guess outwards. The 64 ε are the fuzz with which R's
 * `qbinom` and `qpois` treat a probability that is met exactly.
 */
export function invertDiscrete(cdf: (k: number) => number, p: number, guess: number, max: number): number {
  const target = p * (1 - 64 * EPSILON);
  const isReached = (k: number): boolean => cdf(k) >= target;
  let hi = Math.max(0, Math.min(max, Math.round(guess)));
  let lo = hi;
  let step = 1;
  if (isReached(hi)) {
    do {
      hi = lo;
      lo = Math.max(-1, hi - step);
      step *= 2;
    } while (lo >= 0 && isReached(lo));
  } else {
    do {
      lo = hi;
      hi = Math.min(max, lo + step);
      step *= 2;
    } while (hi < max && !isReached(hi));
  }
  while (hi - lo > 1) {
    const middle = Math.floor((lo + hi) / 2);
    if (isReached(middle)) hi = middle;
    else lo = middle;
  }
  return hi;
}
