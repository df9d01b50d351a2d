import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantileBounds, toBins, type Tally } from '../../../src/query/pack-sketch.ts';
import { quantile } from '../../../src/statistics/quantile.ts';

const tally = (...days: readonly number[]): readonly Tally[] =>
  [...new Set(days)].sort((a, b) => a - b).map((day) => ({ days: day, count: days.filter((d) => d === day).length }));

test('days 1 1 2 | 4 9 10 11 in bins of three or more: 1–2 with 3, 4–11 with 4, the rest of one joined', () => {
  expect(toBins(tally(1, 1, 2, 4, 9, 10, 11), 3)).toEqual([
    { from: 1, to: 2, count: 3 },
    { from: 4, to: 11, count: 4 },
  ]);
  expect(toBins(tally(1, 2), 3)).toEqual([]);
});

test('the median of those seven lies in the second bin: between 4 and 11', () => {
  expect(quantileBounds(toBins(tally(1, 1, 2, 4, 9, 10, 11), 3), 0.5)).toEqual({ lower: 4, upper: 11 });
  expect(quantileBounds([], 0.5)).toBeNull();
});

test('whatever the days and however they are divided, the quantile lies within the bounds', () => {
  const sample = fc.array(fc.nat(400), { minLength: 5, maxLength: 80 });
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 4 }), fc.constantFrom(0.5, 0.9, 0.25), (parts, p) => {
      const bounds = quantileBounds(
        parts.flatMap((days) => toBins(tally(...days), 5)),
        p,
      );
      const whole = parts.flat().sort((a, b) => a - b);
      const exact = quantile(whole, p) ?? NaN;
      expect(bounds?.lower).toBeLessThanOrEqual(exact + 1e-9);
      expect(bounds?.upper).toBeGreaterThanOrEqual(exact - 1e-9);
    }),
    { seed: 20261124, numRuns: 300 },
  );
});

test('cases that no bin tells of may be the shortest or the longest: the bounds reach that far, or there are none', () => {
  const bins = [
    { from: 1, to: 2, count: 3 },
    { from: 4, to: 11, count: 4 },
  ];
  // Of 7 + 2 the median is the fifth: with both before all, the third of the seven (from 1); with both behind, the fifth (to 11).
  expect(quantileBounds(bins, 0.5, 2)).toEqual({ lower: 1, upper: 11 });
  // Of 7 + 7 it is between the seventh and the eighth: the eighth may be anything.
  expect(quantileBounds(bins, 0.5, 7)).toBeNull();
});
