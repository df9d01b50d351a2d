import { describe, expect, test } from 'vitest';
import { createRandom, pickOne, pickWeighted } from '../../src/lib/random.ts';

const draw = (seed: number, stream: string, n: number) => {
  const random = createRandom(seed, stream);
  return Array.from({ length: n }, () => random.next());
};

describe('createRandom', () => {
  test('the same seed and stream give the same numbers, another of either does not', () => {
    expect(draw(1, 'a', 5)).toEqual(draw(1, 'a', 5));
    expect(draw(1, 'a', 5)).not.toEqual(draw(2, 'a', 5));
    expect(draw(1, 'a', 5)).not.toEqual(draw(1, 'b', 5));
  });

  test('uniform: mean of 100 000 within 4 standard errors (1/√12/√100000 = 0.00091) of a half', () => {
    const values = draw(3, '', 100_000);
    expect(Math.min(...values.slice(0, 1000))).toBeGreaterThanOrEqual(0);
    expect(Math.abs(values.reduce((sum, x) => sum + x, 0) / values.length - 0.5)).toBeLessThan(4 * 0.00092);
  });

  test('normal: mean 0 and variance 1 within 4 standard errors of 40 000 draws (0.005 and √2 × 0.005)', () => {
    const random = createRandom(4);
    const values = Array.from({ length: 40_000 }, () => random.normal());
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.0283);
  });
});

describe('picking', () => {
  test('weights 1 : 3 give a quarter, within 4 standard errors (√(0.1875/20000) = 0.0031)', () => {
    const random = createRandom(5);
    const hits = Array.from({ length: 20_000 }, () =>
      pickWeighted(random, [
        ['a', 1],
        ['b', 3],
      ]),
    ).filter((x) => x === 'a');
    expect(Math.abs(hits.length / 20_000 - 0.25)).toBeLessThan(0.0125);
  });

  test('a weight of zero is never picked, and nothing cannot be picked from', () => {
    const random = createRandom(6);
    expect(
      Array.from({ length: 100 }, () =>
        pickWeighted(random, [
          ['a', 0],
          ['b', 1],
        ]),
      ),
    ).not.toContain('a');
    expect(() => pickOne(random, [])).toThrow(RangeError);
  });
});
