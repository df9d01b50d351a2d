import { describe, expect, test } from 'vitest';
import { binomialTails } from '../../src/statistics/distribution/binomial.ts';
import { pairByChance } from '../../src/statistics/standardise/pair-by-chance.ts';

const counts = (x: number, n: number) => ({ x, n, squares: null });

describe('two units that may go alike in every stratum', () => {
  test('counts: R 4.2.2, mantelhaen.test(exact = TRUE) with alternative less, doubled', () => {
    const strata = [
      { first: counts(3, 20), second: counts(9, 25) },
      { first: counts(12, 40), second: counts(20, 38) },
      { first: counts(0, 7), second: counts(2, 30) },
    ];
    expect(pairByChance(strata, { isMean: false, least: 5 })).toBeCloseTo(0.0129560957967708, 12);
  });

  test('one stratum by hand: 0 of 2 against 2 of 2; a stratum below the least is left out', () => {
    // Of 2 events among 4 none falls on the first two: 1 / choose(4, 2) = 1/6, doubled.
    const strata = [
      { first: counts(0, 2), second: counts(2, 2) },
      { first: counts(1, 1), second: counts(9, 9) },
    ];
    expect(pairByChance(strata, { isMean: false, least: 2 })).toBeCloseTo(1 / 3, 12);
    expect(pairByChance(strata, { isMean: false, least: 20 })).toBe(1);
  });

  test('means of days: R, pf of the quotient of both standardised means, doubled', () => {
    const strata = [
      { first: { x: 900, n: 20, squares: 8000 }, second: { x: 800, n: 16, squares: 7000 } },
      { first: { x: 3000, n: 30, squares: 90_000 }, second: { x: 5200, n: 40, squares: 160_000 } },
    ];
    expect(pairByChance(strata, { isMean: true, least: 5 })).toBeCloseTo(0.0258644179491537, 10);
  });

  test('days that do not vary tell nothing', () => {
    const side = { x: 100, n: 10, squares: 0 };
    expect(pairByChance([{ first: side, second: side }], { isMean: true, least: 5 })).toBe(1);
  });
});

test('both tails of a binomial count: R, pbinom(7, 40, .3) and pbinom(6, 40, .3, lower.tail = FALSE)', () => {
  const { atMost, atLeast } = binomialTails(7, 40, 0.3);
  expect(atMost).toBeCloseTo(0.0552828871537429, 12);
  expect(atLeast).toBeCloseTo(0.97623905358746, 12);
  expect(binomialTails(0, 40, 0.3).atLeast).toBe(1);
});
