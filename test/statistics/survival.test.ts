import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cumulativeIncidence } from '../../src/statistics/survival/cumulative-incidence.ts';
import { kaplanMeier, standardErrorOf, survivalAt } from '../../src/statistics/survival/kaplan-meier.ts';
import { logRank } from '../../src/statistics/survival/log-rank.ts';
import { restrictedMean, restrictedMeanDifference } from '../../src/statistics/survival/restricted-mean.ts';
import { toRiskTable } from '../../src/statistics/survival/risk-table.ts';
import { survivalQuantile } from '../../src/statistics/survival/survival-quantile.ts';

const closed = (...times: number[]) => times.map((time) => ({ time, isClosed: true }));
const pending = (...times: number[]) => times.map((time) => ({ time, isClosed: false }));
const table = toRiskTable([...closed(2, 5, 7), ...pending(3, 8)]);
const curve = kaplanMeier(table);

describe('risk table', () => {
  test('5 at risk at 2, 4 at 3, 3 at 5, 2 at 7, 1 at 8', () => {
    expect(table.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
      [2, 5, 1],
      [3, 4, 0],
      [5, 3, 1],
      [7, 2, 1],
      [8, 1, 0],
    ]);
  });

  test('late entry: at risk from the day after entry; a case that leaves as it enters is never at risk', () => {
    const late = toRiskTable([
      ...closed(2, 5),
      { time: 5, isClosed: true, start: 2 },
      { time: 4, isClosed: true, start: 4 },
    ]);
    expect(late.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
      [2, 2, 1],
      [5, 2, 2],
    ]);
  });
});

describe('Kaplan–Meier', () => {
  test('4/5, then 4/5·2/3 = 8/15, then 8/15·1/2 = 4/15', () => {
    expect(curve.steps.map(({ survival }) => survival)).toEqual(
      [4 / 5, 8 / 15, 4 / 15].map((s) => expect.closeTo(s, 14)),
    );
  });

  test('Greenwood at 5: 8/15·√(1/20 + 1/6)', () => {
    const step = curve.steps[1];
    expect(step && standardErrorOf(step)).toBeCloseTo((8 / 15) * Math.sqrt(1 / 20 + 1 / 6), 14);
  });

  test('before the first closing 1 without interval; after the last case unknown while some are pending', () => {
    expect(survivalAt(curve, 1)).toEqual({
      time: 1,
      survival: 1,
      standardError: 0,
      lower: null,
      upper: null,
      atRisk: 5,
    });
    expect(survivalAt(curve, 8)).toMatchObject({ survival: expect.closeTo(4 / 15, 14), atRisk: 1 });
    expect(survivalAt(curve, 9)).toMatchObject({ survival: null, standardError: null, atRisk: 0 });
  });

  test('log(−log) limits at 2: .8^exp(±z·√(1/20)/−ln .8)', () => {
    const spread = (1.959963984540054 * Math.sqrt(1 / 20)) / -Math.log(0.8);
    const at = survivalAt(curve, 2);
    expect(at.lower).toBeCloseTo(0.8 ** Math.exp(spread), 12);
    expect(at.upper).toBeCloseTo(0.8 ** Math.exp(-spread), 12);
  });

  test('all closed: 0 from the last closing on, without standard error', () => {
    const done = kaplanMeier(toRiskTable(closed(1, 4)));
    expect(survivalAt(done, 9)).toMatchObject({ survival: 0, standardError: null, lower: null, atRisk: 0 });
  });

  test('closings come before censorings of the same day; day 0 counts', () => {
    expect(kaplanMeier(toRiskTable([...closed(0), ...pending(0)])).steps[0]?.survival).toBe(0.5);
  });

  test('no cases, none closed', () => {
    expect(survivalAt(kaplanMeier([]), 5).survival).toBeNull();
    expect(survivalQuantile(kaplanMeier(toRiskTable(pending(3, 9))), 0.5)).toEqual({
      p: 0.5,
      time: null,
      lower: null,
      upper: null,
    });
  });
});

describe('quantiles', () => {
  test('median: first time at or below ½ is 7; three quarters are not reached; the upper limit is open', () => {
    expect(survivalQuantile(curve, 0.5).time).toBe(7);
    expect(survivalQuantile(curve, 0.75).time).toBeNull();
    expect(survivalQuantile(curve, 0.5).upper).toBeNull();
  });

  test('flat at exactly ½: midpoint to the next closing, or to the last case seen', () => {
    expect(survivalQuantile(kaplanMeier(toRiskTable(closed(3, 5))), 0.5).time).toBe(4);
    expect(survivalQuantile(kaplanMeier(toRiskTable([...closed(3), ...pending(9)])), 0.5).time).toBe(6);
  });
});

describe('restricted mean', () => {
  test('up to 7: 2 + .8·3 + 8/15·2; variance (52/15)²/20 + (16/15)²/6', () => {
    const { mean, standardError, usedTau } = restrictedMean(curve, 7);
    expect(usedTau).toBe(7);
    expect(mean).toBeCloseTo(2 + 2.4 + 16 / 15, 12);
    expect(standardError).toBeCloseTo(Math.sqrt((52 / 15) ** 2 / 20 + (16 / 15) ** 2 / 6), 12);
  });

  test('not beyond the last case while some are pending; to any horizon once all are closed', () => {
    expect(restrictedMean(curve, 100).usedTau).toBe(8);
    expect(restrictedMean(kaplanMeier(toRiskTable(closed(2, 4))), 100)).toMatchObject({ usedTau: 100, mean: 3 });
    expect(restrictedMean(kaplanMeier([]), 5).mean).toBeNull();
  });

  test('with every case closed before τ it is the mean: 3, and its standard error √(Σ(x − 3)²)/n', () => {
    const { standardError } = restrictedMean(kaplanMeier(toRiskTable(closed(1, 2, 3, 6))), 10);
    expect(standardError).toBeCloseTo(Math.sqrt(4 + 1 + 0 + 9) / 4, 12);
  });

  test('difference: (1 + 3)/2 = 2 against (3 + 5)/2 = 4, each with standard error √2/2', () => {
    const { interval } = restrictedMeanDifference(toRiskTable(closed(1, 3)), toRiskTable(closed(3, 5)), 10);
    expect(interval).toMatchObject({ difference: 2, standardError: expect.closeTo(1, 12) });
    expect(interval?.lower).toBeCloseTo(2 - 1.959963984540054, 10);
    expect(restrictedMeanDifference(table, toRiskTable(closed(3, 5)), 10).interval).toBeNull();
  });
});

describe('log-rank', () => {
  test('a closes at 1 and 3, b at 2 and 4: E = 1/2 + 1/3 + 1/2, V = 1/4 + 2/9 + 1/4, χ² = (2/3)²/(13/18) = 8/13', () => {
    const result = logRank([
      { group: 'a', table: toRiskTable(closed(1, 3)) },
      { group: 'b', table: toRiskTable(closed(2, 4)) },
    ]);
    expect(result.groups.map(({ observed, expected }) => [observed, expected])).toEqual([
      [2, expect.closeTo(4 / 3, 12)],
      [2, expect.closeTo(8 / 3, 12)],
    ]);
    expect(result.chiSquare).toBeCloseTo(8 / 13, 12);
    expect(result.degrees).toBe(1);
  });

  test('strata are compared within themselves: two equal strata double the statistic', () => {
    const of = (stratum: string) => [
      { stratum, group: 'a', table: toRiskTable(closed(1, 3)) },
      { stratum, group: 'b', table: toRiskTable(closed(2, 4)) },
    ];
    expect(logRank([...of('x'), ...of('y')]).chiSquare).toBeCloseTo(16 / 13, 12);
  });

  test('nothing closed, or one group: no statistic', () => {
    expect(
      logRank([
        { group: 'a', table: toRiskTable(pending(1)) },
        { group: 'b', table: toRiskTable(pending(2)) },
      ]),
    ).toMatchObject({
      chiSquare: null,
      p: null,
    });
    expect(logRank([{ group: 'a', table: toRiskTable(closed(1)) }]).p).toBeNull();
  });

  test('observed and expected have the same total', () => {
    const one = fc.record({
      time: fc.integer({ min: 0, max: 9 }),
      isClosed: fc.boolean(),
      group: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (cases) => {
        const groups = [0, 1, 2, 3].map((group) => ({
          group: String(group),
          table: toRiskTable(cases.filter((one) => one.group === group)),
        }));
        const { groups: events } = logRank(groups);
        const total = (of: 'observed' | 'expected') => events.reduce((sum, group) => sum + group[of], 0);
        expect(total('expected')).toBeCloseTo(total('observed'), 9);
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});

describe('cumulative incidence', () => {
  const counts = [
    { time: 1, outcome: 'settled', count: 1 },
    { time: 2, outcome: 'judgment', count: 1 },
    { time: 3, outcome: null, count: 1 },
    { time: 4, outcome: 'settled', count: 1 },
  ];

  test('settled 1/4 at 1; judgment 3/4·1/3 at 2; settled 1/4 + 1/2 at 4, nothing pending', () => {
    const curve = cumulativeIncidence(counts);
    expect(curve.outcomes).toEqual(['judgment', 'settled']);
    expect(curve.at(0)).toMatchObject({ pending: 1, atRisk: 4 });
    expect(curve.at(3)).toMatchObject({ pending: expect.closeTo(0.5, 14) });
    expect(curve.at(4)?.shares.map(({ incidence }) => incidence)).toEqual([
      expect.closeTo(0.25, 14),
      expect.closeTo(0.75, 14),
    ]);
    expect(cumulativeIncidence([]).at(1)).toBeNull();
  });

  /** The recursion of the specification, case by case. */
  function jackknife(
    cases: readonly { time: number; outcome: string | null }[],
    outcome: string,
    until: number,
  ): number {
    const times = [...new Set(cases.filter((one) => one.outcome !== null).map(({ time }) => time))].sort(
      (a, b) => a - b,
    );
    return Math.sqrt(
      cases.reduce((total, own) => {
        let [f, s, pendingBefore] = [0, 0, 1];
        for (const time of times.filter((time) => time <= until)) {
          const n = cases.filter((one) => one.time >= time).length;
          const ending = cases.filter((one) => one.time === time && one.outcome !== null);
          const hj = ending.filter((one) => one.outcome === outcome).length / n;
          const h = ending.length / n;
          const y = own.time >= time ? 1 : 0;
          const any = own.time === time && own.outcome !== null ? 1 : 0;
          const kind = any === 1 && own.outcome === outcome ? 1 : 0;
          f += s * hj + (pendingBefore * (kind - y * hj)) / n;
          s = s * (1 - h) - (pendingBefore * (any - y * h)) / n;
          pendingBefore *= 1 - h;
        }
        return total + f * f;
      }, 0),
    );
  }

  test('the aggregated standard error equals the case-by-case recursion', () => {
    const outcome = fc.constantFrom('judgment', 'settled', 'withdrawn', null);
    fc.assert(
      fc.property(
        fc.array(fc.record({ time: fc.integer({ min: 0, max: 12 }), outcome }), { minLength: 1, maxLength: 40 }),
        (cases) => {
          const curve = cumulativeIncidence(cases.map((one) => ({ ...one, count: 1 })));
          for (const time of [0, 4, 9, 20]) {
            const at = curve.at(time);
            const ended = (at?.shares ?? []).reduce((sum, { incidence }) => sum + incidence, 0);
            expect(ended + (at?.pending ?? NaN)).toBeCloseTo(1, 10);
            for (const share of at?.shares ?? [])
              expect(share.standardError).toBeCloseTo(jackknife(cases, share.outcome, time), 10);
          }
        },
      ),
      { seed: 5, numRuns: 100 },
    );
  });

  test('a hundred thousand cases take well under a second', () => {
    const many = Array.from({ length: 1500 }, (_, time) =>
      ['settled', 'judgment', null].map((outcome) => ({ time, outcome, count: 25 })),
    );
    const curve = cumulativeIncidence(many.flat());
    expect(curve.at(365)?.shares[1]?.standardError).toBeLessThan(0.01);
  });
});
