const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The x in [from, to] at which a function with one minimum there is smallest, by golden section, to ± `tolerance`. */
export function minimise(f: (x: number) => number, from: number, to: number, tolerance: number): number {
  let lo = from;
  let hi = to;
  let left = hi - GOLDEN * (hi - lo);
  let right = lo + GOLDEN * (hi - lo);
  let atLeft = f(left);
  let atRight = f(right);
  while (hi - lo > tolerance) {
    if (atLeft <= atRight) {
      [hi, right, atRight] = [right, left, atLeft];
      left = hi - GOLDEN * (hi - lo);
      atLeft = f(left);
    } else {
      [lo, left, atLeft] = [left, right, atRight];
      right = lo + GOLDEN * (hi - lo);
      atRight = f(right);
    }
    // Rounding can stop the interval from shrinking when `tolerance` is near the spacing of the numbers.
    if (left >= right) break;
  }
  return (lo + hi) / 2;
}
