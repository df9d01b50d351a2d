import { describe, expect, test } from 'vitest';
import { clamp, decimalsOf, roundHalfUp, toGroupedDigits } from '../../src/lib/number.ts';

describe('roundHalfUp', () => {
  test('rounds decimals as written, not as stored in binary', () => {
    // Math.round(1.005 * 100) / 100 is 1, because 1.005 * 100 is 100.49999999999999.
    expect(roundHalfUp(1.005, 2)).toBe(1.01);
    expect(roundHalfUp(8.345, 2)).toBe(8.35);
    expect(roundHalfUp(2.5, 0)).toBe(3);
    expect(roundHalfUp(1.004999, 2)).toBe(1);
  });

  test('rounds halves away from zero on both sides and never gives −0', () => {
    expect(roundHalfUp(-2.5, 0)).toBe(-3);
    expect(roundHalfUp(-1.005, 2)).toBe(-1.01);
    expect(Object.is(roundHalfUp(-0.001, 2), 0)).toBe(true);
  });

  test('shifts to percent without noise', () => {
    // 0.285 * 100 = 28.499999999999996 in binary; on paper 28.5.
    expect(roundHalfUp(0.285, 0, 2)).toBe(29);
    // 1 − 0.9385 = 0.06149999999999999 in binary; on paper 0.0615.
    expect(roundHalfUp(1 - 0.9385, 1, 2)).toBe(6.2);
  });

  test('keeps very small, very large and impossible numbers', () => {
    expect(roundHalfUp(1e-9, 2)).toBe(0);
    expect(roundHalfUp(1.5e15, 0)).toBe(1.5e15);
    expect(roundHalfUp(NaN, 1)).toBeNaN();
    expect(roundHalfUp(Infinity, 1)).toBe(Infinity);
  });
});

test('toGroupedDigits puts a comma every three places of the whole part only', () => {
  expect(toGroupedDigits(1234567.5, 1)).toBe('1,234,567.5');
  expect(toGroupedDigits(999.995, 2)).toBe('1,000.00');
  expect(toGroupedDigits(-12, 0)).toBe('12');
  expect(toGroupedDigits(0.12345, 4)).toBe('0.1235');
});

test('decimalsOf tells the digits that a step needs', () => {
  expect([10, 0.5, 0.25, 1].map((step) => decimalsOf(step))).toEqual([0, 1, 2, 0]);
  // Steps of 0.05 and 0.005 of a fraction are 5 % and 0.5 %.
  expect([0.05, 0.005].map((step) => decimalsOf(step, 2))).toEqual([0, 1]);
});

test('clamp', () => {
  expect([clamp(-1, 0, 5), clamp(3, 0, 5), clamp(9, 0, 5)]).toEqual([0, 3, 5]);
});
