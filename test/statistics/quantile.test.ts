import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  frequencyQuantile,
  median,
  quantile,
  quantileDiscrete,
  sorted,
  weightedQuantile,
} from '../../src/statistics/quantile.ts';

test('type 7 of 1, 2, 4, 8: position 3p; .5 → 2 + .5·2 = 3, .9 → 4 + .7·4 = 6.8', () => {
  expect([0, 0.5, 0.9, 1].map((p) => quantile([1, 2, 4, 8], p))).toEqual([1, 3, expect.closeTo(6.8, 12), 8]);
  expect(median([8, 1, 4])).toBe(4);
});

test('type 1 of 1, 2, 4, 8: the first value whose share reaches p', () => {
  expect([0, 0.25, 0.26, 0.5, 1].map((p) => quantileDiscrete([1, 2, 4, 8], p))).toEqual([1, 1, 2, 2, 8]);
  // R 4.2.2, quantile(1:100, c(.07, .29, .55, .5, .95), type = 1); .07·100 is 7.000000000000001 in floating point
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
  expect([0.07, 0.29, 0.55, 0.5, 0.95].map((p) => quantileDiscrete(hundred, p))).toEqual([8, 29, 56, 50, 95]);
});

test('weighted: 1 (×4), 3, 5 (×2): shares 4/7, 5/7, 1; repeated 1 1 1 1 3 5 5', () => {
  const values = [
    { value: 5, weight: 2 },
    { value: 9, weight: 0 },
    { value: 1, weight: 4 },
    { value: 3, weight: 1 },
  ];
  expect([0, 4 / 7, 0.6, 5 / 7, 1].map((p) => weightedQuantile(values, p))).toEqual([1, 1, 3, 3, 5]);
  // Position 6p: .75 → 4.5, between 3 and 5
  expect([0.5, 0.75].map((p) => frequencyQuantile(values, p))).toEqual([1, 4]);
  expect(frequencyQuantile([{ value: 1, weight: 0.5 }], 0.5)).toBeNull();
});

test('nothing to take a quantile of, or no such share', () => {
  expect(quantile([], 0.5)).toBeNull();
  expect(quantileDiscrete([1], 1.5)).toBeNull();
  expect(weightedQuantile([{ value: 1, weight: 0 }], 0.5)).toBeNull();
});

test('whole weights are repetitions', () => {
  const weighted = fc.record({ value: fc.integer({ min: -9, max: 9 }), weight: fc.nat(4) });
  fc.assert(
    fc.property(fc.array(weighted), fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
      const repeated = sorted(values.flatMap(({ value, weight }) => Array<number>(weight).fill(value)));
      const expected = quantile(repeated, p);
      const actual = frequencyQuantile(values, p);
      if (expected === null) expect(actual).toBeNull();
      else expect(actual).toBeCloseTo(expected, 10);
    }),
    { seed: 8, numRuns: 200 },
  );
});
