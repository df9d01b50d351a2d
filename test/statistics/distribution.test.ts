import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaLower, betaQuantile, betaUpper } from '../../src/statistics/distribution/beta.ts';
import { binomialCdf, binomialQuantile } from '../../src/statistics/distribution/binomial.ts';
import { logBeta, logGamma } from '../../src/statistics/distribution/gamma-function.ts';
import { chiSquareQuantile, chiSquareUpper, gammaLower, gammaUpper } from '../../src/statistics/distribution/gamma.ts';
import { normalCdf, normalQuantile, normalTwoSided } from '../../src/statistics/distribution/normal.ts';
import { poissonCdf, poissonQuantile } from '../../src/statistics/distribution/poisson.ts';
import { studentQuantile, studentTwoSided, studentUpper } from '../../src/statistics/distribution/student.ts';

const SEED = { seed: 20260101, numRuns: 200 };
const relative = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

describe('closed forms', () => {
  test('gamma and beta functions: Γ(5) = 4!, Γ(½) = √π, B(2, 3) = 1!·2!/4! = 1/12, B(½, ½) = π', () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
    expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 14);
    expect(logBeta(0.5, 0.5)).toBeCloseTo(Math.log(Math.PI), 13);
    expect(logBeta(1, 1)).toBeCloseTo(0, 15);
  });

  test('exponential tail: χ² with 2 degrees has P(X > x) = e^(−x/2), to the far tail', () => {
    for (const x of [0.1, 2, 50, 600]) expect(relative(chiSquareUpper(x, 2), Math.exp(-x / 2))).toBeLessThan(1e-12);
    expect(chiSquareQuantile(0.75, 2)).toBeCloseTo(2 * Math.log(4), 12);
  });

  test('beta: P(X ≤ x) = x² for Beta(2, 1) and 1 − (1 − x)³ for Beta(1, 3)', () => {
    expect(betaLower(0.3, 2, 1)).toBeCloseTo(0.09, 14);
    expect(betaUpper(0.3, 1, 3)).toBeCloseTo(0.343, 14);
    expect(betaQuantile(0.09, 2, 1)).toBeCloseTo(0.3, 12);
  });

  test('t with 1 degree is Cauchy: quantile tan(π(p − ½)); with 2 degrees P(T > 1) = ½ − 1/(2√3)', () => {
    expect(studentQuantile(0.975, 1)).toBeCloseTo(Math.tan(Math.PI * 0.475), 8);
    expect(studentUpper(1, 2)).toBeCloseTo(0.5 - 1 / (2 * Math.sqrt(3)), 13);
    expect(studentTwoSided(-1, 2)).toBeCloseTo(1 - 1 / Math.sqrt(3), 13);
  });

  test('binomial: P(X ≤ 1) = (1 + 5)/32 for 5 fair tosses; the median of an odd number is met exactly', () => {
    expect(binomialCdf(1, 5, 0.5)).toBeCloseTo(6 / 32, 14);
    for (let n = 1; n <= 301; n += 2) expect(binomialQuantile(0.5, n, 0.5)).toBe((n - 1) / 2);
  });

  test('Poisson: P(X ≤ 2) = e^−3·(1 + 3 + 4.5)', () => {
    expect(poissonCdf(2, 3)).toBeCloseTo(8.5 * Math.exp(-3), 14);
    expect(poissonQuantile(8.5 * Math.exp(-3), 3)).toBe(2);
  });
});

test('counts of a big court: the values that other libraries get wrong (R 4.2.2)', () => {
  expect(relative(poissonCdf(9800, 10_000), 0.022749)).toBeLessThan(1e-4);
  expect(relative(chiSquareQuantile(0.999, 2000), 2201.16)).toBeLessThan(1e-5);
  expect(relative(1 - chiSquareUpper(2025, 2000), 0.65696)).toBeLessThan(1e-4);
});

describe('ends of the range', () => {
  test('quantiles at 0 and 1, and nonsense gives NaN', () => {
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
    expect([binomialQuantile(0, 7, 0.4), binomialQuantile(1, 7, 0.4)]).toEqual([0, 7]);
    expect([binomialQuantile(0.5, 7, 0), binomialQuantile(0.5, 7, 1)]).toEqual([0, 7]);
    expect(poissonQuantile(0.9, 0)).toBe(0);
    expect(normalQuantile(1.1)).toBeNaN();
    expect(chiSquareUpper(1, 0)).toBeNaN();
    expect(betaQuantile(0.5, 0, 1)).toBeNaN();
  });

  test('both tails add to 1 and far tails keep relative accuracy', () => {
    expect(normalTwoSided(10)).toBeCloseTo(2 * normalCdf(-10), 40);
    // Mills: φ(20)/20·(1 − 1/400 + 3/160000 − …) with φ(20) = e^−200/√(2π)
    const mills = (Math.exp(-200) / Math.sqrt(2 * Math.PI) / 20) * (1 - 1 / 400 + 3 / 160_000 - 15 / 64_000_000);
    expect(relative(normalCdf(-20), mills)).toBeLessThan(1e-7);
  });
});

describe('quantile inverts distribution', () => {
  const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

  test('normal, t, χ², beta', () => {
    fc.assert(
      fc.property(
        probability,
        fc.double({ min: 1, max: 500, noNaN: true }),
        fc.double({ min: 1, max: 500, noNaN: true }),
        (p, a, b) => {
          expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 11);
          expect(1 - studentUpper(studentQuantile(p, a), a)).toBeCloseTo(p, 11);
          expect(1 - chiSquareUpper(chiSquareQuantile(p, a), a)).toBeCloseTo(p, 11);
          expect(betaLower(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 9);
          expect(gammaLower(a, b) + gammaUpper(a, b)).toBeCloseTo(1, 12);
        },
      ),
      SEED,
    );
  });

  test('binomial and Poisson quantiles are the first that reach p', () => {
    fc.assert(
      fc.property(
        probability,
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (p, n, rate) => {
          const k = binomialQuantile(p, n, rate);
          expect(binomialCdf(k, n, rate)).toBeGreaterThanOrEqual(p - 1e-12);
          expect(binomialCdf(k - 1, n, rate)).toBeLessThan(p);
          const events = poissonQuantile(p, n * rate);
          expect(poissonCdf(events, n * rate)).toBeGreaterThanOrEqual(p - 1e-12);
          expect(poissonCdf(events - 1, n * rate)).toBeLessThan(p);
        },
      ),
      SEED,
    );
  });
});
