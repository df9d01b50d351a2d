import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import {
  compileAppealCoverage,
  isOfAppeals,
  toAppealCoverage,
  withholdUntold,
} from '../../src/query/appeal-coverage.ts';
import type { MetricQuery } from '../../src/query/metric-query.ts';
import { createCases } from '../support/cases.ts';
import { measureOf, run, toRef, YEAR } from '../support/measure.ts';

/** Two courts with judgments; the appeals of 甲 are loaded, of 乙 nothing is known. */
let db: NodeConnector;
const first = (court: string, day: string, appealed: string | null = null) => ({
  court,
  level: '一审',
  matter: '民事',
  closing_bucket: '判决',
  resolved_on: day,
  appealed_on: appealed,
});
beforeAll(async () => {
  db = await NodeConnector.open();
  await createCases(
    db,
    [
      first('甲', '2025-02-01', '2025-02-10'),
      first('甲', '2025-03-01'),
      first('乙', '2025-02-01'),
      first('乙', '2025-03-01'),
      first('乙', '2025-04-01'),
    ],
    [
      {
        court: '甲',
        level: '二审',
        is_attributed: true,
        is_linked: true,
        original_resolved_on: '2025-02-01',
        filed_on: '2025-03-01',
        resolved_on: '2025-05-01',
        closing_bucket: '改判',
      },
    ],
  );
});
afterAll(() => db.close());

async function told(query: Partial<MetricQuery>, keys = ['reversal_rate.d1', 'appeal_rate.a', 'reversal_rate.d3']) {
  const whole: MetricQuery = { metrics: keys.map(toRef), groupBy: [], period: YEAR, filter: {}, ...query };
  const { sql, params } = compileAppealCoverage();
  const coverage = toAppealCoverage(await db.query(sql, params));
  return withholdUntold(await run(db, whole.metrics, query), whole, coverage);
}

describe('a court whose appeals are not loaded', () => {
  test('what is known of each court', async () => {
    const { sql, params } = compileAppealCoverage();
    expect(toAppealCoverage(await db.query(sql, params))).toEqual([
      { court: '乙', resolved: 3, appealed: 0, results: 0 },
      { court: '甲', resolved: 2, appealed: 1, results: 1 },
    ]);
  });

  test('beside one whose appeals are: missing with the reason, not 0 of 3', async () => {
    const table = await told({ groupBy: ['court'] });
    const row = (court: string) => table.groups.court?.indexOf(court) ?? -1;
    const reversal = measureOf(table, 'reversal_rate.d1');
    expect(reversal.missing[row('乙')]).toBe('missing-column:original_case_key');
    expect([reversal.value[row('乙')], reversal.denominator[row('乙')]]).toEqual([null, null]);
    expect([reversal.numerator[row('甲')], reversal.denominator[row('甲')]]).toEqual([1, 2]);
    expect(measureOf(table, 'appeal_rate.a').missing[row('乙')]).toBe('missing-column:appealed_on');
    expect(measureOf(table, 'appeal_rate.a').value[row('甲')]).toBe(1 / 2);
  });

  test('alone under the filter, by month too', async () => {
    const table = await told({ filter: { court: ['乙'] }, grain: 'month' });
    expect(new Set(measureOf(table, 'reversal_rate.d1').missing)).toEqual(
      new Set(['missing-column:original_case_key']),
    );
    const own = await told({ filter: { court: ['甲'] } });
    expect(measureOf(own, 'reversal_rate.d1').value).toEqual([1 / 2]);
  });

  test('pooled with it: 3 of 5 closings are not covered, so there is no rate; D3 counts appeals and stays', async () => {
    const table = await told({});
    expect(measureOf(table, 'reversal_rate.d1')).toMatchObject({ value: [null], missing: ['courts-incomplete'] });
    expect(measureOf(table, 'reversal_rate.d3').value).toEqual([1]);
  });

  test('below 1 % of the closings it cannot matter', async () => {
    const query: MetricQuery = { metrics: [toRef('reversal_rate.d1')], groupBy: [], period: YEAR, filter: {} };
    const of = (unknown: number) => [
      { court: '甲', resolved: 1000, appealed: 9, results: 9 },
      { court: '乙', resolved: unknown, appealed: 0, results: 0 },
    ];
    const table = await run(db, query.metrics, {});
    // 10 of 1010 is 0.99 %, 11 of 1011 is 1.09 %
    expect(measureOf(withholdUntold(table, query, of(10)), 'reversal_rate.d1').value).toEqual([1 / 5]);
    const untold = measureOf(withholdUntold(table, query, of(11)), 'reversal_rate.d1');
    expect([untold.value, untold.missing]).toEqual([[null], ['courts-incomplete']]);
  });

  test('appeals of courts whose first instance is not loaded are no numerator for the others', async () => {
    const query: MetricQuery = { metrics: [toRef('reversal_rate.d1')], groupBy: [], period: YEAR, filter: {} };
    const own = { court: '甲', resolved: 1000, appealed: 99, results: 99 };
    const of = (results: number) => [own, { court: '丙', resolved: 0, appealed: 0, results }];
    const table = await run(db, query.metrics, {});
    // 1 of 100 is 1 %, 2 of 101 is 1.98 %
    expect(measureOf(withholdUntold(table, query, of(1)), 'reversal_rate.d1').value).toEqual([1 / 5]);
    expect(measureOf(withholdUntold(table, query, of(2)), 'reversal_rate.d1').missing).toEqual(['courts-incomplete']);
    const one = { ...query, filter: { court: ['甲'] } };
    expect(measureOf(withholdUntold(table, one, of(2)), 'reversal_rate.d1').value).toEqual([1 / 5]);
  });

  test('only figures on appeals ask for it', () => {
    const query = { groupBy: [], period: YEAR, filter: {} };
    expect(isOfAppeals({ ...query, metrics: ['settlement_rate', 'incoming'].map(toRef) })).toBe(false);
    expect(isOfAppeals({ ...query, metrics: ['settlement_rate', 'acceptance_rate'].map(toRef) })).toBe(true);
  });
});
