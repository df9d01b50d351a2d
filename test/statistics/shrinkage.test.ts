import { describe, expect, test } from 'vitest';
import { betaBinomialFit } from '../../src/statistics/shrinkage/beta-binomial-likelihood.ts';
import { betaBinomialShrinkage } from '../../src/statistics/shrinkage/beta-binomial.ts';
import { normalShrinkage } from '../../src/statistics/shrinkage/normal-shrinkage.ts';

const units = (...counts: [number, number][]) => counts.map(([x, n], i) => ({ unit: String(i), x, n }));

describe('beta-binomial by moments', () => {
  test('2/10 and 8/10: S = 1.8, icc = (1.8 − .25)/(.25·(20 − 10 − 1)) = 1.55/2.25, M = 2.25/1.55 − 1', () => {
    const result = betaBinomialShrinkage(units([2, 10], [8, 10], [0, 0]));
    const strength = 2.25 / 1.55 - 1;
    expect(result.mean).toBe(0.5);
    expect(result.intraclassCorrelation).toBeCloseTo(1.55 / 2.25, 12);
    expect(result.strength).toBeCloseTo(strength, 12);
    expect(result.units[0]).toMatchObject({
      raw: 0.2,
      weight: expect.closeTo(10 / (10 + strength), 12),
      shrunk: expect.closeTo((0.5 * strength + 2) / (10 + strength), 12),
    });
    expect(result.units[2]).toMatchObject({ raw: null, weight: 0, shrunk: expect.closeTo(0.5, 12) });
  });

  test('equal units differ by less than chance: everybody gets the pooled rate, without interval', () => {
    const result = betaBinomialShrinkage(units([5, 10], [10, 20]));
    expect(result).toMatchObject({ isHeterogeneous: false, strength: null });
    expect(result.units[0]).toEqual({ unit: '0', raw: 0.5, weight: 0, shrunk: 0.5, interval: null });
  });

  test('nothing to compare: one unit, all or none, no cases', () => {
    expect(betaBinomialShrinkage(units([3, 10])).intraclassCorrelation).toBeNull();
    expect(betaBinomialShrinkage(units([0, 10], [0, 5]))).toMatchObject({ mean: 0, intraclassCorrelation: null });
    expect(betaBinomialShrinkage(units([0, 0]))).toMatchObject({ mean: null, isHeterogeneous: false });
  });

  test('an estimate above 1 means no pooling: 0/2 and 2/2 have icc (1 − .25)/(.25·(4 − 2 − 1)) = 3', () => {
    const result = betaBinomialShrinkage(units([0, 2], [2, 2]));
    expect(result.intraclassCorrelation).toBeCloseTo(3, 12);
    expect(result.units.map(({ shrunk, weight }) => [shrunk, weight])).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });
});

describe('beta-binomial by maximum likelihood', () => {
  test('symmetric units have mean ½; the correlation follows from the strength', () => {
    const fit = betaBinomialFit(units([2, 10], [8, 10], [5, 10]));
    expect(fit?.mean).toBeCloseTo(0.5, 6);
    expect(fit?.intraclassCorrelation).toBeCloseTo(1 / (1 + (fit?.strength ?? NaN)), 12);
  });

  test('equal units: the limit without variation, with the binomial likelihood 2·ln(C(4, 2)/16)', () => {
    const fit = betaBinomialFit(units([2, 4], [2, 4]));
    expect(fit).toMatchObject({ mean: 0.5, strength: null, intraclassCorrelation: 0 });
    expect(fit?.logLikelihood).toBeCloseTo(2 * Math.log(6 / 16), 10);
    expect(betaBinomialFit(units([0, 4], [0, 3]))).toBeNull();
  });
});

describe('normal', () => {
  test('0 and 2 with standard errors 1: Q = 2, τ² = (2 − 1)/(2 − 2/2) = 1, weight ½, mean 1 ± 1', () => {
    expect(
      normalShrinkage([
        { unit: 'A', estimate: 0, standardError: 1 },
        { unit: 'B', estimate: 2, standardError: 1 },
        { unit: 'C', estimate: null, standardError: null },
      ]),
    ).toEqual({
      mean: 1,
      standardError: 1,
      tauSquared: 1,
      q: 2,
      units: [
        { unit: 'A', weight: 0.5, shrunk: 0.5 },
        { unit: 'B', weight: 0.5, shrunk: 1.5 },
        { unit: 'C', weight: null, shrunk: null },
      ],
    });
  });

  test('a single unit has nothing to shrink to', () => {
    expect(normalShrinkage([{ unit: 'A', estimate: 5, standardError: 1 }])).toMatchObject({
      mean: null,
      tauSquared: null,
    });
  });
});
