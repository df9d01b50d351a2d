import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kitagawa } from '../../src/statistics/kitagawa.ts';

test('A .40→.45, B .60→.90, shares 1/3→2/3 and 2/3→1/3: mix −13/120, rate 21/120, total 1/15', () => {
  const { effects, categories, rate1, rate2 } = kitagawa([
    { category: 'A', x1: 40, n1: 100, x2: 90, n2: 200 },
    { category: 'B', x1: 120, n1: 200, x2: 90, n2: 100 },
  ]);
  expect(rate1).toBeCloseTo(8 / 15, 14);
  expect(rate2).toBeCloseTo(9 / 15, 14);
  expect(effects?.total).toBeCloseTo(1 / 15, 14);
  expect(effects?.mix).toBeCloseTo(-13 / 120, 14);
  expect(effects?.rate).toBeCloseTo(21 / 120, 14);
  expect(effects?.fromFirst.mix).toBeCloseTo(-1 / 15, 14);
  expect(effects?.fromFirst.rate).toBeCloseTo(13 / 60, 14);
  expect(effects?.fromFirst.interaction).toBeCloseTo(-1 / 12, 14);
  // Centred on (8/15 + 9/15)/2 = 17/30: A (1/3)·(.425 − 17/30), B (−1/3)·(.75 − 17/30)
  expect(categories[0]?.centredMix).toBeCloseTo((0.425 - 17 / 30) / 3, 14);
  expect(categories[1]?.centredMix).toBeCloseTo((17 / 30 - 0.75) / 3, 14);
});

test('a category that is new has mix only, and no rate of its own before', () => {
  const [, fresh] = kitagawa([
    { category: 'old', x1: 5, n1: 10, x2: 5, n2: 10 },
    { category: 'new', x1: 0, n1: 0, x2: 9, n2: 10 },
  ]).categories;
  expect(fresh).toMatchObject({ rate1: null, rate2: 0.9, rate: 0, mix: expect.closeTo(0.45, 14) });
});

test('a period without cases: no effects', () => {
  expect(kitagawa([{ category: 'A', x1: 5, n1: 10, x2: 0, n2: 0 }])).toEqual({
    rate1: 0.5,
    rate2: null,
    effects: null,
    categories: [],
  });
  expect(kitagawa([])).toEqual({ rate1: null, rate2: null, effects: null, categories: [] });
});

test('mix + rate = total, centred or not, two- or three-fold', () => {
  const category = fc
    .tuple(
      fc.nat(50),
      fc.nat(50),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([n1, n2, r1, r2]) => ({ category: '', n1, n2, x1: r1 * n1, x2: r2 * n2 }));
  fc.assert(
    fc.property(fc.array(category, { minLength: 1, maxLength: 8 }), (categories) => {
      const { effects, categories: parts } = kitagawa(categories);
      if (effects === null) return;
      const { mix, rate, interaction } = effects.fromFirst;
      expect(effects.mix + effects.rate).toBeCloseTo(effects.total, 10);
      expect(mix + rate + interaction).toBeCloseTo(effects.total, 10);
      expect(parts.reduce((sum, part) => sum + part.centredMix, 0)).toBeCloseTo(effects.mix, 10);
    }),
    { seed: 6, numRuns: 200 },
  );
});
