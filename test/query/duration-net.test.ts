import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { compileCaseCount } from '../../src/query/case-list.ts';
import type { CaseRange } from '../../src/query/case-range.ts';
import { compileMetricQuery } from '../../src/query/compile.ts';
import { compileDurationAge, toDurationAge } from '../../src/query/duration-age.ts';
import { compileDurationHistogram, toDurationDistributions } from '../../src/query/duration-histogram.ts';
import { compileDurationLimits, toDurationLimits } from '../../src/query/duration-limits.ts';
import { compileDurationRisk, toDurationRisk } from '../../src/query/duration-risk.ts';
import { toNetStatement } from '../../src/query/duration-scope.ts';
import { toResultTable } from '../../src/query/result.ts';
import { createCases } from '../support/cases.ts';
import { ALL_COLUMNS, measureOf } from '../support/measure.ts';

const period = { start: '2025-01-01', end: '2026-01-01' };
const scope = { period, filter: {}, isNet: true };
const civil = { matter: '民事', level: '一审', procedure: '普通程序' };
const closed = (case_id: number, filed_on: string, resolved_on: string, days: number, more = {}) => ({
  case_id,
  case_key: `k${case_id}`,
  filed_on,
  resolved_on,
  days,
  ...civil,
  ...more,
});
/** Days less 扣除: 100, 40 (60 − 20), none (10 − 15 is less than nothing), 30, and one that is pending. */
const ROWS = [
  closed(1, '2025-01-01', '2025-04-11', 100, { due_on: '2025-07-01' }),
  closed(2, '2025-02-01', '2025-04-02', 60, { deduction_days: 20, due_on: '2025-04-20' }),
  closed(3, '2025-03-01', '2025-03-11', 10, { deduction_days: 15, extension_days: 5, due_on: '2025-03-10' }),
  closed(4, '2025-05-01', '2025-05-31', 30, { deduction_days: 0 }),
  { case_id: 5, case_key: 'k5', filed_on: '2025-09-23', deduction_days: 40, due_on: '2026-01-01', ...civil },
];

describe('days less 扣除', () => {
  let db: NodeConnector;
  beforeAll(async () => {
    db = await NodeConnector.open();
    await createCases(db, ROWS, []);
  });
  afterAll(() => db.close());
  const countOf = async (range: CaseRange | null) => {
    const { sql, params } = compileCaseCount({
      metric: { id: 'mean_days' },
      part: 'denominator',
      period,
      filter: {},
      range,
    });
    return (await db.query(sql, params)).columns['count']?.[0];
  };

  test('mean, median and 90th percentile of the catalogue', async () => {
    const metrics = ['mean_days', 'median_days', 'p90_days'].map((id) => ({ id }));
    for (const groupBy of [[], ['procedure' as const]]) {
      const compiled = compileMetricQuery({ metrics, groupBy, period, filter: {} });
      const { sql, params } = toNetStatement(compiled);
      const table = toResultTable(compiled, await db.query(sql, params), ALL_COLUMNS);
      // 100, 40 and 30: 170 / 3; the middle one; 40 + 0.8 × 60 = 88.
      expect(measureOf(table, 'mean_days').value[0]).toBeCloseTo(170 / 3, 10);
      expect(measureOf(table, 'mean_days').n[0]).toBe(3);
      expect(measureOf(table, 'median_days').value[0]).toBe(40);
      expect(measureOf(table, 'p90_days').value[0]).toBeCloseTo(88, 10);
    }
  });

  test('a filter with values keeps them', async () => {
    const compiled = compileMetricQuery({
      metrics: [{ id: 'mean_days' }],
      groupBy: [],
      period,
      filter: { procedure: ['普通程序'] },
    });
    const { sql, params } = toNetStatement(compiled);
    expect(measureOf(toResultTable(compiled, await db.query(sql, params), ALL_COLUMNS), 'mean_days').n[0]).toBe(3);
  });

  test('distribution and its list', async () => {
    const { sql, params } = compileDurationHistogram(scope);
    const [found] = toDurationDistributions(await db.query(sql, params));
    // Bins of 15 days: 30 and 40 in the third, 100 in the seventh.
    expect(found?.bins).toEqual([
      { bin: 2, count: 2 },
      { bin: 6, count: 1 },
    ]);
    expect(await countOf({ kind: 'net_days', from: 30, to: 44 })).toBe(2);
    expect(await countOf({ kind: 'net_days', from: null, to: null })).toBe(3);
    expect(await countOf({ kind: 'days', from: 30, to: 44 })).toBe(1);
    expect(await countOf(null)).toBe(4);
  });

  test('age of closings', async () => {
    const { sql, params } = compileDurationAge(scope);
    expect(toDurationAge(await db.query(sql, params))).toMatchObject({ closed: 3, closedDays: 170, open: 1 });
  });

  test('risk table: a pending case is followed for its days less 扣除', async () => {
    const { sql, params } = compileDurationRisk(scope);
    const total = toDurationRisk(await db.query(sql, params)).find(({ isTotal }) => isTotal);
    // 23 September to 31 December: 99 days, less 40: 59, then no longer seen. Case 3 would be followed for −5 days.
    expect(total?.rows).toEqual([
      { time: 30, atRisk: 4, events: 1, leaving: 1 },
      { time: 40, atRisk: 3, events: 1, leaving: 1 },
      { time: 59, atRisk: 2, events: 0, leaving: 1 },
      { time: 100, atRisk: 1, events: 1, leaving: 1 },
    ]);
    const list = compileCaseCount({
      metric: { id: 'closing_rate' },
      part: 'denominator',
      period,
      filter: {},
      range: { kind: 'net_observed_days', from: null, to: null },
    });
    expect((await db.query(list.sql, list.params)).columns['count']?.[0]).toBe(4);
  });

  test('an older case is seen from the net age that equals its age on the first day', async () => {
    const april = { start: '2025-04-01', end: '2025-05-01' };
    const { sql, params } = compileDurationRisk({ ...scope, period: april });
    const total = toDurationRisk(await db.query(sql, params)).find(({ isTotal }) => isTotal);
    // Case 1: 90 days old on 1 April, closed at 100. Case 2: 59 days old on 1 April, closed at 40 net: never seen.
    expect(total?.rows).toEqual([{ time: 100, atRisk: 1, events: 1, leaving: 1 }]);
  });

  test('limits side by side', async () => {
    const { sql, params } = compileDurationLimits({ period, filter: {} });
    expect(toDurationLimits(await db.query(sql, params))).toEqual({
      resolved: 4,
      // Case 4 has no limit; case 3 was a day late.
      limited: 3,
      within: 2,
      // Only case 1 has a limit and neither 延长 nor 扣除.
      plain: 1,
      plainWithin: 1,
      // Case 2: 20 April less 20 days is 31 March, closed on 2 April.
      withinFirst: 1,
    });
  });
});
