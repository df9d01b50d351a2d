import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toOutcomeView } from '../../../src/panels/settlement/outcome-view.ts';
import { toUnitsView } from '../../../src/panels/settlement/units-view.ts';
import { compileOutcomeCounts, toOutcomeRows } from '../../../src/query/outcome-counts.ts';
import { cumulativeIncidence } from '../../../src/statistics/survival/cumulative-incidence.ts';
import { betaBinomialShrinkage } from '../../../src/statistics/shrinkage/beta-binomial.ts';
import {
  cellOf,
  CONTEXT,
  hasRealLists,
  JEC,
  loadRealList,
  readR,
  year,
  type RealList,
} from '../../support/real-lists.ts';

const RATE = { id: 'settlement_rate', variant: 'a' };
const READ = [30, 90, 180, 365];

describe.skipIf(!hasRealLists)('调撤, tjsp_jec', () => {
  let list: RealList;
  beforeAll(async () => {
    list = await loadRealList(JEC, 'tjsp-cases');
  }, 120_000);
  afterAll(() => list.close());

  test('how the cases filed in 2018 had ended by the end of June 2019: Aalen–Johansen with its errors, as in R', async () => {
    const r = readR();
    const { sql, params } = compileOutcomeCounts({ period: year(2018), filter: {}, asOf: '2019-06-30' });
    const rows = toOutcomeRows(await list.db.query(sql, params));
    const [n, open] = r('jec cohort');
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(n);
    expect(rows.reduce((sum, { outcome, count }) => sum + (outcome === null ? count : 0), 0)).toBe(open);
    const { table } = toOutcomeView({ period: year(2018), rows }, null, null, CONTEXT).figure;
    if (table === undefined) throw new Error('no table');
    const states = { 调撤: 'settled', 判决: 'judged', 其他方式结案: 'other', 仍未结: '(s0)' };
    for (const [label, state] of Object.entries(states))
      READ.forEach((days, i) =>
        expect(cellOf(table, label, String(days)).value, `${label} ${days}`).toBeCloseTo(
          r(`jec cohort ${state}`)[i] ?? NaN,
          10,
        ),
      );
    const curve = cumulativeIncidence(rows);
    for (const state of ['settled', 'judged', 'other'])
      READ.forEach((days, i) => {
        const share = curve.at(days)?.shares.find(({ outcome }) => outcome === state);
        expect(share?.standardError, `${state} ${days}`).toBeCloseTo(r(`jec cohort error ${state}`)[i] ?? NaN, 10);
      });
  });

  test('judges of 2015: pooled rate, spread, weights, shrunken rates and their limits, as in R', async () => {
    const r = readR();
    const answer = await list.ask([RATE], { period: year(2015), groupBy: ['judge'] });
    const names = answer.table.groups.judge ?? [];
    const measure = answer.table.measures['settlement_rate.a'];
    const units = names.flatMap((unit, i) =>
      unit === null ? [] : [{ unit, x: measure?.numerator[i] ?? 0, n: measure?.denominator[i] ?? 0 }],
    );
    const [count, mean = NaN, correlation = NaN, strength = NaN] = r('jec judges');
    const shrinkage = betaBinomialShrinkage(units);
    expect(units).toHaveLength(count ?? 0);
    expect(shrinkage.mean).toBeCloseTo(mean, 10);
    expect(shrinkage.intraclassCorrelation).toBeCloseTo(correlation, 9);
    expect(shrinkage.strength).toBeCloseTo(strength, 7);
    const view = toUnitsView({
      ref: RATE,
      answer,
      dimension: 'judge',
      dimensionLabel: '法官',
      hasDimension: true,
      hasBatches: true,
      maskName: (_, value) => value,
      context: CONTEXT,
    });
    const { table } = view.figure;
    if (table === undefined) throw new Error('no table');
    for (const judge of ['J0562', 'J0388', 'J0580', 'J0380', 'J0582']) {
      const [x = NaN, n = NaN, weight = NaN, shrunk = NaN, lower = NaN, upper = NaN] = r(`jec judge ${judge}`);
      expect(cellOf(table, judge, 'cases').value).toBe(n);
      expect(cellOf(table, judge, 'raw').value).toBe(x / n);
      expect(cellOf(table, judge, 'weight').value).toBeCloseTo(weight, 9);
      expect(cellOf(table, judge, 'shrunk').value).toBeCloseTo(shrunk, 9);
      expect(cellOf(table, judge, 'shrunkInterval').value).toBeCloseTo(lower, 9);
      const found = shrinkage.units.find(({ unit }) => unit === judge)?.interval;
      expect(found?.upper).toBeCloseTo(upper, 9);
    }
    const shown = units.filter(({ n }) => n >= 20).map(({ unit }) => unit);
    const small = `其余 ${units.length - shown.length} 个(均不足 20 件)`;
    expect(table.rows.map(({ cells: [first] }) => first?.text)).toEqual([...shown.sort(), small, '(未填)']);
    // What no judge is told for is no judge: its cases are counted and not shrunk.
    const [plain] = await list.rows(
      `SELECT count(*)::DOUBLE AS n FROM list WHERE judge_id IS NULL AND year(disposition_date::DATE) = 2015`,
    );
    expect(cellOf(table, '(未填)', 'cases').value).toBe(plain?.['n']);
    expect(cellOf(table, '(未填)', 'shrunk')).toEqual({ value: null, text: '—' });
  });
});
