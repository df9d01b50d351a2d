import { describe, expect, test } from 'vitest';
import { countRatioDifference, countRatioInterval } from '../../src/statistics/count-ratio.ts';
import { negativeBinomialCdf, negativeBinomialQuantile } from '../../src/statistics/distribution/negative-binomial.ts';
import { countRatioFunnel } from '../../src/statistics/funnel/count-ratio-funnel.ts';

/** All numbers: R 4.2.2. */
describe('the ratio of two counts', () => {
  test('its interval: poisson.test(c(24, 200)), at 95 % and 99.8 %', () => {
    const narrow = countRatioInterval(24, 200);
    expect(narrow?.lower).toBeCloseTo(0.075112871449312, 10);
    expect(narrow?.upper).toBeCloseTo(0.18373616706285, 10);
    const wide = countRatioInterval(24, 200, 0.998);
    expect(wide?.lower).toBeCloseTo(0.0563865295459152, 10);
    expect(wide?.upper).toBeCloseTo(0.227162760773243, 10);
  });

  test('more events than cases, none, and no case', () => {
    expect(countRatioInterval(230, 200)?.upper).toBeCloseTo(1.3969825441218, 10);
    expect(countRatioInterval(0, 200)?.lower).toBe(0);
    expect(countRatioInterval(3, 0)).toBeNull();
  });

  test('a difference: 24 / 200 − 15 / 250 from the intervals of both', () => {
    const found = countRatioDifference({ x: 24, n: 200 }, { x: 15, n: 250 });
    expect(found?.lower).toBeCloseTo(-0.000717481517306301, 10);
    expect(found?.upper).toBeCloseTo(0.129187004913169, 10);
  });
});

describe('the negative binomial distribution', () => {
  test('pnbinom(c(30, 10), size = 200, mu = 24)', () => {
    expect(negativeBinomialCdf(30, 200, 24)).toBeCloseTo(0.891743797188385, 12);
    expect(negativeBinomialCdf(10, 200, 24)).toBeCloseTo(0.00173080069422509, 12);
  });

  test('qnbinom(c(.001, .025, .975, .999), size = 200, mu = 24)', () => {
    expect([0.001, 0.025, 0.975, 0.999].map((p) => negativeBinomialQuantile(p, 200, 24))).toEqual([10, 14, 35, 42]);
  });
});

describe('the funnel of ratios of two counts', () => {
  const funnel = countRatioFunnel([
    { unit: 'A', x: 24, n: 200 },
    { unit: 'B', x: 24, n: 200 },
  ]);

  test('exact limits lie within the quantiles of the counts', () => {
    const { exact } = funnel.limitsAt(200);
    expect((exact.lower998 ?? NaN) * 200).toBeGreaterThan(9);
    expect((exact.lower998 ?? NaN) * 200).toBeLessThanOrEqual(10);
    expect((exact.upper998 ?? NaN) * 200).toBeGreaterThan(41);
    expect((exact.upper998 ?? NaN) * 200).toBeLessThanOrEqual(42);
  });

  test('adjusted limits without variation between the courts, by hand', () => {
    // asinh(√.12) = .339831; ± 1.959964 / (2√200) = .069295: sinh² of .270536 and .409126.
    const angle = Math.asinh(Math.sqrt(0.12));
    expect(angle).toBeCloseTo(0.339831, 5);
    expect(funnel.limitsAt(200).adjusted.lower95).toBeCloseTo(Math.sinh(0.270536) ** 2, 4);
    expect(funnel.limitsAt(200).adjusted.upper95).toBeCloseTo(Math.sinh(0.409126) ** 2, 4);
  });

  test('more events than cases have limits too', () => {
    const many = countRatioFunnel([{ unit: 'A', x: 260, n: 200 }]);
    expect(many.limitsAt(200).exact.upper998).toBeGreaterThan(1.3);
    expect(many.units[0]?.proportion).toBe(1.3);
  });
});
