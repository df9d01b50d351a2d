import { describe, expect, test } from 'vitest';
import { directProportion, directRate } from '../../src/statistics/standardise/direct.ts';
import { indirectRatios } from '../../src/statistics/standardise/indirect.ts';

describe('direct standardisation of a proportion', () => {
  test('rates 1/2 and 3/4 with weights 1 : 3: .25·.5 + .75·.75; variance .25²·.25/2 + .75²·.1875/4', () => {
    const result = directProportion([
      { x: 1, n: 2, weight: 1 },
      { x: 3, n: 4, weight: 3 },
    ]);
    const standardised = 0.125 + 0.5625;
    const variance = (0.0625 * 0.25) / 2 + (0.5625 * 0.1875) / 4;
    expect(result.crude).toBeCloseTo(4 / 6, 14);
    expect(result.standardised).toBeCloseTo(standardised, 14);
    expect(result.standardError).toBeCloseTo(Math.sqrt(variance), 14);
    expect(result.effectiveN).toBeCloseTo((standardised * (1 - standardised)) / variance, 10);
    expect(result.coverage).toBe(1);
  });

  test('a stratum without cases is left out and shows in the coverage', () => {
    const result = directProportion([
      { x: 12, n: 20, weight: 6 },
      { x: 0, n: 0, weight: 2 },
    ]);
    expect(result).toMatchObject({
      standardised: expect.closeTo(0.6, 14),
      coverage: 0.75,
      effectiveN: expect.closeTo(20, 10),
    });
  });

  test('all settled: no variance, no interval; nothing weighted: null', () => {
    expect(directProportion([{ x: 5, n: 5, weight: 1 }])).toMatchObject({
      standardised: 1,
      interval: null,
      effectiveN: null,
    });
    expect(directProportion([{ x: 0, n: 0, weight: 1 }])).toMatchObject({
      standardised: null,
      crude: null,
      coverage: 0,
    });
    expect(directProportion([])).toMatchObject({ standardised: null, coverage: null });
  });
});

describe('direct standardisation of a rate', () => {
  test('one stratum: the crude rate, and the exact Poisson limits by Fay and Feuer: 12 events are 6.20–20.96', () => {
    const result = directRate([{ count: 12, population: 100, standardPopulation: 7 }]);
    expect(result.standardised).toBeCloseTo(0.12, 14);
    expect(result.fayFeuer?.lower).toBeCloseTo(0.062, 3);
    expect(result.fayFeuer?.upper).toBeCloseTo(0.2096, 4);
    expect(result.dobson?.lower).toBeCloseTo(0.062, 3);
  });

  test('no event: 0 up to −ln .025 per 100; no Dobson interval below 10; a stratum without population: null', () => {
    const none = directRate([{ count: 0, population: 100, standardPopulation: 1 }]);
    expect(none).toMatchObject({ standardised: 0, dobson: null });
    expect(none.fayFeuer).toEqual({ lower: 0, upper: expect.closeTo(-Math.log(0.025) / 100, 12) });
    expect(directRate([{ count: 3, population: 0, standardPopulation: 1 }])).toMatchObject({
      standardised: null,
      crude: null,
      fayFeuer: null,
    });
    expect(directRate([]).standardised).toBeNull();
  });
});

describe('indirect standardisation', () => {
  test('pooled rates 4/10 and 6/10: A expects 8·.4 + 2·.6 = 4.4, B 2·.4 + 8·.6 = 5.6', () => {
    const [a, b] = indirectRatios([
      { unit: 'A', stratum: 's', x: 3, n: 8 },
      { unit: 'A', stratum: 't', x: 1, n: 2 },
      { unit: 'B', stratum: 's', x: 1, n: 2 },
      { unit: 'B', stratum: 't', x: 5, n: 8 },
    ]);
    expect(a).toMatchObject({ observed: 4, expected: expect.closeTo(4.4, 12), ratio: expect.closeTo(4 / 4.4, 12) });
    expect(b).toMatchObject({ observed: 6, expected: expect.closeTo(5.6, 12) });
    expect((a?.expected ?? 0) + (b?.expected ?? 0)).toBeCloseTo(10, 12);
    // 8·.4² + 2·.6² = 1.28 + .72.
    expect(a?.squares).toBeCloseTo(2, 12);
  });

  test('nothing expected: no ratio; a stratum without any case does not matter', () => {
    const [a] = indirectRatios([
      { unit: 'A', stratum: 's', x: 0, n: 0 },
      { unit: 'A', stratum: 't', x: 0, n: 0 },
    ]);
    expect(a).toEqual({ unit: 'A', observed: 0, expected: 0, squares: 0, ratio: null, interval: null });
  });
});
