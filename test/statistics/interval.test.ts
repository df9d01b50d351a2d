import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byarInterval,
  clopperPearsonInterval,
  countInterval,
  criticalValue,
  meanInterval,
  newcombeInterval,
  poissonExactInterval,
  welchInterval,
  wilsonInterval,
} from '../../src/statistics/interval.ts';
import { medianInterval } from '../../src/statistics/median-interval.ts';

const Z = 1.959963984540054;

describe('one proportion', () => {
  test('Wilson: 5 of 10 is symmetric about ½, half-width z·√(z² + 10)/(2(10 + z²))', () => {
    const half = (Z * Math.sqrt(Z * Z + 10)) / (2 * (10 + Z * Z));
    const interval = wilsonInterval(5, 10);
    expect(interval?.lower).toBeCloseTo(0.5 - half, 12);
    expect(interval?.upper).toBeCloseTo(0.5 + half, 12);
  });

  test('Wilson: 0 of n ends at z²/(n + z²)', () => {
    expect(wilsonInterval(0, 20)).toEqual({ lower: 0, upper: expect.closeTo((Z * Z) / (20 + Z * Z), 12) });
  });

  test('published: 65 of 100 is .5525–.7364 (PHE)', () => {
    expect(wilsonInterval(65, 100)?.lower).toBeCloseTo(0.5525, 4);
    expect(wilsonInterval(65, 100)?.upper).toBeCloseTo(0.7364, 4);
  });

  test('exact: 0 of 60 ends at 1 − .025^(1/60) = 6.0 %; n of n mirrors it', () => {
    expect(clopperPearsonInterval(0, 60)).toEqual({ lower: 0, upper: expect.closeTo(1 - 0.025 ** (1 / 60), 12) });
    expect(clopperPearsonInterval(60, 60)).toEqual({ lower: expect.closeTo(0.025 ** (1 / 60), 12), upper: 1 });
  });

  test('exact: 9 of 412 is 1.0 %–4.1 %', () => {
    const interval = clopperPearsonInterval(9, 412);
    expect(interval?.lower).toBeCloseTo(0.01, 3);
    expect(interval?.upper).toBeCloseTo(0.041, 3);
  });

  test('no case, no interval; the exact one is for counts only', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(clopperPearsonInterval(0, 0)).toBeNull();
    expect(clopperPearsonInterval(2.5, 7)).toBeNull();
    expect(wilsonInterval(NaN, 5)).toBeNull();
  });

  test('both contain the rate and mirror under x → n − x', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const x = Math.round(n * share);
        for (const interval of [wilsonInterval, clopperPearsonInterval]) {
          const own = interval(x, n);
          const mirrored = interval(n - x, n);
          expect(own?.lower).toBeLessThanOrEqual(x / n + 1e-12);
          expect(own?.upper).toBeGreaterThanOrEqual(x / n - 1e-12);
          expect(own?.lower).toBeCloseTo(1 - (mirrored?.upper ?? NaN), 9);
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe('difference of proportions', () => {
  test('Newcombe 1998 table II', () => {
    const limits = (x1: number, n1: number, x2: number, n2: number) => {
      const interval = newcombeInterval({ x: x1, n: n1 }, { x: x2, n: n2 });
      return [interval?.lower.toFixed(4), interval?.upper.toFixed(4)];
    };
    expect(limits(56, 70, 48, 80)).toEqual(['0.0524', '0.3339']);
    expect(limits(9, 10, 3, 10)).toEqual(['0.1705', '0.8090']);
    expect(limits(0, 10, 0, 20)).toEqual(['-0.1611', '0.2775']);
  });

  test('an empty side gives none', () => {
    expect(newcombeInterval({ x: 1, n: 2 }, { x: 0, n: 0 })).toBeNull();
  });
});

describe('counts', () => {
  test('exact: no event ends at −ln .025', () => {
    expect(poissonExactInterval(0)).toEqual({ lower: 0, upper: expect.closeTo(-Math.log(0.025), 12) });
  });

  test('Byar for 20 is 12.21–30.89 (not Rothman’s 12.60–30.28)', () => {
    expect(byarInterval(20)?.lower).toBeCloseTo(12.21, 2);
    expect(byarInterval(20)?.upper).toBeCloseTo(30.89, 2);
  });

  test('shown: exact below 10, Byar from 10', () => {
    expect(countInterval(9)).toEqual(poissonExactInterval(9));
    expect(countInterval(10)).toEqual(byarInterval(10));
    expect(countInterval(-1)).toBeNull();
  });
});

describe('means', () => {
  test('one mean: t(.975; 1) = 12.706 at n = 2: 5 ± 12.706·√(8/2)', () => {
    const interval = meanInterval({ n: 2, mean: 5, variance: 8 });
    expect(interval?.upper).toBeCloseTo(5 + 12.7062047361747 * 2, 8);
    expect(meanInterval({ n: 1, mean: 5, variance: 0 })).toBeNull();
  });

  test('Welch with equal n and variance has 2(n − 1) degrees: 2 ± t(.975; 10)·√(3/6 + 3/6)', () => {
    const interval = welchInterval({ n: 6, mean: 7, variance: 3 }, { n: 6, mean: 5, variance: 3 });
    expect(interval?.difference).toBe(2);
    expect(interval?.lower).toBeCloseTo(2 - 2.2281388519649385, 10);
    expect(welchInterval({ n: 1, mean: 7, variance: 0 }, { n: 6, mean: 5, variance: 3 })).toBeNull();
    expect(welchInterval({ n: 3, mean: 7, variance: 0 }, { n: 6, mean: 5, variance: 0 })).toBeNull();
  });
});

test('critical values', () => {
  expect(criticalValue(0.95)).toBeCloseTo(Z, 14);
  expect(criticalValue(0.998)).toBeCloseTo(3.090232306167813, 13);
});

test('median of 1…10: P(X ≤ 1) = 11/1024 < .025 ≤ 56/1024, so k = 2: 2 to 9 with 1 − 22/1024', () => {
  expect(medianInterval([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toEqual({
    n: 10,
    median: 5.5,
    interval: { lower: 2, upper: 9, coverage: expect.closeTo(1 - 22 / 1024, 12) },
  });
  expect(medianInterval([3, 1, 2])).toEqual({ n: 3, median: 2, interval: null });
  expect(medianInterval([])).toEqual({ n: 0, median: null, interval: null });
});
