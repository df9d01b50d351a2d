import { expect, test } from 'vitest';
import { quarterOf, rankIntervals, simultaneousConfidence } from '../../src/statistics/rank-interval.ts';

const at = (lower: number, upper: number) => ({ lower, upper });

test('each of 12 intervals at 99.57 % holds all of them at 95 %', () => {
  // .95^(1/12) = exp(ln .95 / 12) = exp(−.0042744) = .9957347; to the power of 12 it is .95 again.
  expect(simultaneousConfidence(12)).toBeCloseTo(0.9957347, 6);
  expect(simultaneousConfidence(12) ** 12).toBeCloseTo(0.95, 12);
  expect(simultaneousConfidence(1)).toBe(0.95);
});

test('places by hand: certainly before, certainly after, or open', () => {
  // 甲 80–90 lies above 丙 and 丁, touches 乙 at 80; 乙 60–80 above 丁 alone (丙 55–65 overlaps); 丁 10–20 below all.
  const four = [at(80, 90), at(60, 80), at(55, 65), at(10, 20)];
  expect(rankIntervals(four, true)).toEqual([
    { best: 1, worst: 2 },
    { best: 1, worst: 3 },
    { best: 2, worst: 3 },
    { best: 4, worst: 4 },
  ]);
  // Low is best: the same from the other end.
  expect(rankIntervals(four, false)).toEqual([
    { best: 3, worst: 4 },
    { best: 2, worst: 4 },
    { best: 2, worst: 3 },
    { best: 1, worst: 1 },
  ]);
});

test('all alike: every place is open to everyone', () => {
  expect(rankIntervals([at(0, 1), at(0, 1), at(0, 1)], true)).toEqual(Array(3).fill({ best: 1, worst: 3 }));
  expect(rankIntervals([], true)).toEqual([]);
});

test('a quarter is said only of a place that lies in it for certain', () => {
  expect(quarterOf({ best: 1, worst: 3 }, 12)).toBe('top');
  expect(quarterOf({ best: 1, worst: 4 }, 12)).toBe('unclear');
  expect(quarterOf({ best: 10, worst: 12 }, 12)).toBe('bottom');
  expect(quarterOf({ best: 9, worst: 12 }, 12)).toBe('unclear');
  // Of 10 a quarter is 2, of 3 there is none.
  expect(quarterOf({ best: 1, worst: 2 }, 10)).toBe('top');
  expect(quarterOf({ best: 1, worst: 1 }, 3)).toBe('unclear');
  expect(quarterOf({ best: 3, worst: 3 }, 3)).toBe('unclear');
});
