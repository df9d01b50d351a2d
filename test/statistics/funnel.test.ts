import { describe, expect, test } from 'vitest';
import { estimateFunnel } from '../../src/statistics/funnel/estimate-funnel.ts';
import { flagOf, interpolatedLimit } from '../../src/statistics/funnel/limits.ts';
import { overdispersionOf } from '../../src/statistics/funnel/overdispersion.ts';
import { proportionFunnel } from '../../src/statistics/funnel/proportion-funnel.ts';
import { ratioFunnel } from '../../src/statistics/funnel/ratio-funnel.ts';

const Z95 = 1.959963984540054;

describe('overdispersion', () => {
  test('without trimming: z = 2, −2, 0 gives φ = 8/3 and τ² = (8 − 2)/(3 − 3/3) = 3 at se = 1', () => {
    const result = overdispersionOf(
      [2, -2, 0].map((z) => ({ z, standardError: 1 })),
      0,
    );
    expect(result.phi).toBeCloseTo(8 / 3, 12);
    expect(result.rawPhi).toBeCloseTo(8 / 3, 12);
    expect(result.tauSquared).toBeCloseTo(3, 12);
    expect(result.threshold).toBeCloseTo(1 + 2 * Math.sqrt(2 / 3), 12);
  });

  test('trimming pulls in: quantiles .25 and .75 of −2, 0, 2 are −1 and 1, so φ = 2/3 and τ² = 0', () => {
    const result = overdispersionOf(
      [2, -2, 0].map((z) => ({ z, standardError: 1 })),
      0.25,
    );
    expect(result.phi).toBeCloseTo(2 / 3, 12);
    expect(result.tauSquared).toBe(0);
  });

  test('one unit tells nothing', () => {
    expect(overdispersionOf([{ z: 3, standardError: 1 }], 0.1)).toMatchObject({
      phi: null,
      threshold: null,
      tauSquared: 0,
    });
  });
});

describe('limits', () => {
  test('interpolation: two fair tosses, p = .5: r = 1, F = 3/4 and 1/4, limit 1 − (3/4 − 1/2)/(1/2) = 1/2', () => {
    const cdf = (k: number) => [0.25, 0.75, 1][k] ?? 0;
    expect(interpolatedLimit(0.5, 1, cdf)).toBeCloseTo(0.5, 14);
  });

  test('flags are strict, 99.8 % first, null without a value', () => {
    const limits = { lower95: 0.2, upper95: 0.8, lower998: 0.1, upper998: 0.9 };
    expect([0.05, 0.1, 0.15, 0.2, 0.5, 0.8, 0.85, 0.9, 0.95].map((value) => flagOf(value, limits))).toEqual([
      'low998',
      'low95',
      'low95',
      'in',
      'in',
      'in',
      'high95',
      'high95',
      'high998',
    ]);
    expect(flagOf(null, limits)).toBeNull();
  });
});

describe('proportions', () => {
  test('target is pooled; equal units show no variation; a unit without cases is null and does not count', () => {
    const funnel = proportionFunnel([
      { unit: 'A', x: 10, n: 20 },
      { unit: 'B', x: 20, n: 40 },
      { unit: 'C', x: 0, n: 0 },
    ]);
    expect(funnel.target).toBe(0.5);
    expect(funnel.overdispersion).toMatchObject({ unitCount: 2, tauSquared: 0, isOverdispersed: false });
    const empty = funnel.units[2];
    expect(empty).toMatchObject({ proportion: null, z: null, exactFlag: null, adjustedFlag: null });
    expect(empty?.adjusted).toEqual({ lower95: null, upper95: null, lower998: null, upper998: null });
    // τ² = 0: sin²(π/4 ± z/(2√20)) = ½ ± ½·sin(z/√20)
    expect(funnel.units[0]?.adjusted.upper95).toBeCloseTo(0.5 + 0.5 * Math.sin(Z95 / Math.sqrt(20)), 12);
  });

  test('the adjusted limit does not fold back: at a target of .85, n = 10, 99.8 % is not inside 95 %', () => {
    const { upper95, upper998 } = proportionFunnel([{ unit: 'A', x: 85, n: 100 }]).limitsAt(10).adjusted;
    expect(upper998).toBeGreaterThanOrEqual(upper95 ?? NaN);
    expect(upper998).toBe(1);
  });

  test('adjusted limits are never narrower than those of chance alone', () => {
    const units = [5, 40, 60, 95].map((x, i) => ({ unit: String(i), x, n: 100 }));
    const spread = proportionFunnel(units, 0);
    const calm = proportionFunnel([{ unit: 'all', x: 200, n: 400 }]);
    expect(spread.overdispersion.tauSquared).toBeGreaterThan(0);
    expect(spread.limitsAt(100).adjusted.upper95).toBeGreaterThan(calm.limitsAt(100).adjusted.upper95 ?? NaN);
  });

  test('no cases anywhere: no target, no limits', () => {
    const funnel = proportionFunnel([{ unit: 'A', x: 0, n: 0 }]);
    expect(funnel.target).toBeNull();
    expect(funnel.limitsAt(10).exact.lower95).toBeNull();
  });
});

describe('observed / expected', () => {
  test('z = 2(√O − √E), limits squared back: E = 100 gives (1 + z/20)² = 1.206 at 95 %', () => {
    const funnel = ratioFunnel([{ unit: 'A', observed: 121, expected: 100 }]);
    expect(funnel.units[0]?.z).toBeCloseTo(2 * (11 - 10), 12);
    expect(funnel.units[0]?.adjusted.upper95).toBeCloseTo((1 + Z95 / 20) ** 2, 12);
    expect(funnel.units[0]?.exact.upper95).toBeCloseTo(1.196, 2);
    expect(funnel.units[0]?.adjustedFlag).toBe('high95');
  });

  test('no observation is fine, nothing expected is null', () => {
    const [none, empty] = ratioFunnel([
      { unit: 'A', observed: 0, expected: 4 },
      { unit: 'B', observed: 0, expected: 0 },
    ]).units;
    expect(none).toMatchObject({ ratio: 0, z: -4 });
    expect(empty).toMatchObject({ ratio: null, z: null, exactFlag: null });
  });
});

describe('estimates', () => {
  test('weights 1 and 1/4: target (5 + 6/4)/(5/4) = 5.2; a unit without error is left out', () => {
    const funnel = estimateFunnel([
      { unit: 'A', estimate: 5, standardError: 1 },
      { unit: 'B', estimate: 6, standardError: 2 },
      { unit: 'C', estimate: 9, standardError: 0 },
    ]);
    expect(funnel.target).toBeCloseTo(5.2, 12);
    expect(funnel.overdispersion.unitCount).toBe(2);
    expect(funnel.units.map(({ z }) => z)).toEqual([expect.closeTo(-0.2, 12), expect.closeTo(0.4, 12), null]);
    expect(funnel.units[0]?.plain.upper95).toBeCloseTo(5.2 + Z95, 10);
    expect(funnel.units[2]?.adjusted.lower998).toBeNull();
  });
});
