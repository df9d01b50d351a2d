/** Decimal rounding and grouping as people do it on paper; no locale data, so every browser prints the same digits. */

/** Digits beyond these are noise of binary arithmetic (1 − 0.9385 = 0.06149999999999999); figures never have as many. */
const SIGNIFICANT = 13;

/**
 * `value × 10^shift` rounded to `digits` decimals, halves away from zero, in decimal and not in binary:
 * 1.005 to two decimals is 1.01. Never −0. NaN and infinities come back as they are.
 */
export function roundHalfUp(value: number, digits: number, shift = 0): number {
  if (!Number.isFinite(value)) return value;
  const scaled = Math.round(Number(shiftPoint(Math.abs(Number(value.toPrecision(SIGNIFICANT))), digits + shift)));
  const rounded = Number(shiftPoint(scaled, -digits));
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Digits of `|value × 10^shift|` with exactly `digits` decimals and a comma every three places; no sign. */
export function toGroupedDigits(value: number, digits: number, shift = 0): string {
  const [whole = '0', decimals] = Math.abs(roundHalfUp(value, digits, shift))
    .toFixed(digits)
    .split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** Decimals that a multiple of `step` needs to be written exactly: 0.25 → 2, 10 → 0. At most 6. */
export function decimalsOf(step: number, shift = 0): number {
  for (let digits = 0; digits < 6; digits++) {
    const scaled = roundHalfUp(step, 9, shift);
    if (Math.abs(roundHalfUp(scaled, digits) - scaled) < 1e-9) return digits;
  }
  return 6;
}

/** `value` held within `low` and `high`. */
export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

function shiftPoint(value: number, places: number): string {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return `${mantissa}e${Number(exponent) + places}`;
}
