import { expect, test } from 'vitest';
import { countsByChance, meansByChance } from '../../src/statistics/change-by-chance.ts';

// R 4.2.2: 2 * fisher.test(matrix(c(9, 91, 1, 199), 2, byrow = TRUE), alternative = 'greater')$p.value and the like.
test('two counts: twice the tail of Fisher’s exact test', () => {
  expect(countsByChance({ x: 9, n: 100 }, { x: 1, n: 200 })).toBeCloseTo(0.0005689064, 9);
  expect(countsByChance({ x: 0, n: 500 }, { x: 12, n: 500 })).toBeCloseTo(0.0004567436, 9);
  expect(countsByChance({ x: 5, n: 10 }, { x: 5, n: 10 })).toBe(1);
});

// R: 2 * pf(80 / 50, 2 * k1, 2 * k2, lower.tail = FALSE), k the cases by the squared coefficient of variation of both.
test('two means of days: twice the tail of F with the spread of both together', () => {
  const [first, second] = [
    { n: 40, mean: 80, variance: 60 ** 2 },
    { n: 400, mean: 50, variance: 45 ** 2 },
  ];
  expect(meansByChance(first, second)).toBeCloseTo(0.0006522228, 9);
  expect(meansByChance(second, first)).toBeCloseTo(0.0006522228, 9);
  expect(meansByChance({ ...first, variance: 0, mean: 50 }, { ...second, variance: 0 })).toBe(1);
});
