import { describe, expect, test } from 'vitest';
import { holtWinters, seasonalNaive } from '../../src/statistics/forecast.ts';

const Z = 1.959963984540054;

describe('seasonal naive', () => {
  test('10, 20, 13, 24 with period 2: differences 3 and 4, error √12.5, after two steps √25', () => {
    const points = seasonalNaive([10, 20, 13, 24], 2, 3);
    expect(points.map(({ mean }) => mean)).toEqual([13, 24, 13]);
    expect(points[0]?.upper).toBeCloseTo(13 + Z * Math.sqrt(12.5), 10);
    expect(points[2]?.lower).toBeCloseTo(13 - Z * 5, 10);
  });

  test('one cycle gives no error, less gives nothing', () => {
    expect(seasonalNaive([10, 20], 2, 1)).toEqual([{ mean: 10, lower: null, upper: null }]);
    expect(seasonalNaive([10], 2, 1)).toEqual([{ mean: null, lower: null, upper: null }]);
  });
});

describe('Holt–Winters', () => {
  const options = { alpha: 0.5, beta: 0.5, gamma: 0.5, level: 10, trend: 0, season: [1, -1] };

  test('one step by hand: forecast 10 + 0 + 1 = 11 against 13', () => {
    // level .5·(13 − 1) + .5·10 = 11, trend .5·1 = .5, season .5·(13 − 11) + .5·1 = 1.5
    const fit = holtWinters([0, 0, 13], options, 2);
    expect(fit?.squaredErrors).toBe(4);
    expect(fit?.points.map(({ mean }) => mean)).toEqual([11 + 0.5 - 1, 11 + 1 + 1.5]);
    expect(fit?.points[0]?.upper).toBeNull();
  });

  test('interval: errors 2 and −.5 have variance 3.125; two steps ahead × (1 + (.5·1.5)²)', () => {
    // Second step: forecast 11 + .5 − 1 = 10.5 against 10; level .5·11 + .5·11.5 = 11.25, trend .5·.25 + .5·.5 = .375
    const fit = holtWinters([0, 0, 13, 10], options, 2);
    expect(fit?.squaredErrors).toBeCloseTo(4.25, 12);
    expect(fit?.points[0]?.mean).toBeCloseTo(11.25 + 0.375 + 1.5, 12);
    const half = (i: number) => (fit?.points[i]?.upper ?? NaN) - (fit?.points[i]?.mean ?? NaN);
    expect(half(0)).toBeCloseTo(Z * Math.sqrt(3.125), 10);
    expect(half(1)).toBeCloseTo(Z * Math.sqrt(3.125 * (1 + 0.75 ** 2)), 10);
  });

  test('no month after the first cycle, or one missing: null', () => {
    expect(holtWinters([1, 2], options, 1)).toBeNull();
    expect(holtWinters([1, 2, null, 4], options, 1)).toBeNull();
  });
});
