import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { APPEALS, CASES, createCases } from '../support/cases.ts';
import { ALL_COLUMNS, measureOf, run, toRef, valueOf, YEAR } from '../support/measure.ts';

/** domain.md §8 item 11: bugs of systems in use that concern figures. */
let db: NodeConnector;
beforeAll(async () => {
  db = await NodeConnector.open();
});
afterAll(() => db.close());

const CASE = { court: '甲', matter: '民事', level: '一审', closing: '判决', closing_bucket: '判决' };

describe('long pending', () => {
  test('over 36 months is 36 months, not 3', async () => {
    await createCases(
      db,
      [
        { ...CASE, filed_on: '2025-08-01' },
        { ...CASE, filed_on: '2022-12-31' },
        { ...CASE, filed_on: '2023-01-01' },
      ],
      [],
    );
    // at 2026-01-01: 2022-12-31 + 36 months = 2025-12-31 has passed, 2023-01-01 + 36 months = 2026-01-01 has not
    expect(valueOf(await run(db, [toRef('long_pending.36')]), 'long_pending.36')).toBe(1);
  });

  test('months end on the corresponding day, or on the last of a shorter month', async () => {
    await createCases(db, [{ ...CASE, filed_on: '2024-02-29' }], []);
    const at = async (end: string) =>
      valueOf(await run(db, [toRef('long_pending.12')], { period: { start: '2025-02-01', end } }), 'long_pending.12');
    expect(await at('2025-02-28')).toBe(0); // 12 months end on 2025-02-28 itself
    expect(await at('2025-03-01')).toBe(1);
  });

  test('a case resolved in the period leaves the stock in the month of its closing', async () => {
    await createCases(db, [{ ...CASE, filed_on: '2024-01-10', resolved_on: '2025-04-20', days: 466 }], []);
    const table = await run(db, [toRef('long_pending.12')], { grain: 'month' });
    // old from 2025-01-11 on: in the stock at the end of January, February and March
    expect(measureOf(table, 'long_pending.12').value).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('durations', () => {
  test('an interval that is negative is not made positive, and not counted', async () => {
    const days = (filed_on: string, resolved_on: string, value: number | null) => ({
      ...CASE,
      filed_on,
      resolved_on,
      days: value,
    });
    await createCases(db, [days('2025-01-01', '2025-01-11', 10), days('2025-06-01', '2025-02-01', null)], []);
    expect(measureOf(await run(db, [toRef('mean_days')]), 'mean_days')).toMatchObject({ value: [10], n: [1] });
  });

  test('the mean is a sum over a sum, not a mean of means, and not cut to whole days', async () => {
    const of = (judge: string, days: number) => ({
      ...CASE,
      judge,
      filed_on: '2025-01-01',
      resolved_on: '2025-03-01',
      days,
    });
    await createCases(db, [of('甲', 10), of('甲', 10), of('乙', 41)], []);
    expect(valueOf(await run(db, [toRef('mean_days')]), 'mean_days')).toBeCloseTo((10 + 10 + 41) / 3, 12);
  });
});

describe('time limit', () => {
  test('no due date is not in time: it is a class of its own', async () => {
    const due = (due_on: string | null) => ({ ...CASE, filed_on: '2025-01-01', resolved_on: '2025-03-01', due_on });
    await createCases(db, [due('2025-03-01'), due('2025-02-28'), due(null)], []);
    const table = await run(db, [toRef('within_limit_rate'), toRef('limit_unknown')]);
    expect(measureOf(table, 'within_limit_rate')).toMatchObject({ numerator: [1], denominator: [2] });
    expect(valueOf(table, 'limit_unknown')).toBe(1);
  });
});

describe('cohort', () => {
  test('a case filed last year and resolved this year is resolved this year', async () => {
    await createCases(db, [{ ...CASE, filed_on: '2024-03-01', resolved_on: '2025-03-01', closing_bucket: '调解' }], []);
    const table = await run(db, ['resolved', 'incoming', 'settlement_rate'].map(toRef));
    expect(['resolved', 'incoming', 'settlement_rate'].map((key) => valueOf(table, key))).toEqual([1, 0, 1]);
  });

  test('a period of months cuts at its own day, and 环比 is a period like any other', async () => {
    await createCases(
      db,
      ['2025-05-31', '2025-06-01', '2025-06-30', '2025-07-01'].map((day) => ({ ...CASE, filed_on: day })),
      [],
    );
    const in_ = async (start: string, end: string) =>
      valueOf(await run(db, [toRef('incoming')], { period: { start, end } }), 'incoming');
    expect([await in_('2025-05-01', '2025-06-01'), await in_('2025-06-01', '2025-07-01')]).toEqual([1, 2]);
  });
});

describe('judge and court', () => {
  test('the rate of a judge divides by the closings of that judge', async () => {
    const closed = (judge: string, more = {}) => ({
      ...CASE,
      judge,
      filed_on: '2025-01-01',
      resolved_on: '2025-02-01',
      ...more,
    });
    await createCases(
      db,
      [closed('甲', { appealed_on: '2025-02-05' }), closed('甲'), closed('乙'), closed('乙'), closed('乙')],
      [],
    );
    const table = await run(db, [toRef('appeal_rate')], { groupBy: ['judge'] });
    expect(table.groups.judge).toEqual(['乙', '甲']);
    expect(measureOf(table, 'appeal_rate')).toMatchObject({ value: [0 / 3, 1 / 2], denominator: [3, 2] });
  });

  test('reversals go to the judge of the first instance', async () => {
    await createCases(db);
    const table = await run(db, [toRef('reversal_rate.d1')], { groupBy: ['judge'] });
    const row = table.groups.judge?.indexOf('张三') ?? -1;
    // 22 and 24; of the 12 first-instance closings, 李四 has one and the judge of the other court one
    expect(measureOf(table, 'reversal_rate.d1').numerator[row]).toBe(2);
    expect(measureOf(table, 'reversal_rate.d1').denominator[row]).toBe(10);
  });

  test('a filter on the level, the type code or the closing of the original keeps its appeals', async () => {
    await createCases(db);
    const numerator = async (filter: object) =>
      measureOf(await run(db, [toRef('reversal_rate.d1')], { filter }), 'reversal_rate.d1').numerator;
    expect(await numerator({ level: ['一审'] })).toEqual([2]);
    expect(await numerator({ type_code: ['民初'] })).toEqual([2]);
    expect(await numerator({ closing: ['判决'] })).toEqual([2]);
    expect(await numerator({ type_code: ['刑初'] })).toEqual([0]);
  });
});

describe('appeals', () => {
  test('without any appeal known there is no reversal rate, rather than 0 %', async () => {
    await createCases(
      db,
      CASES.map(({ row }) => row),
      [],
    );
    const table = await run(db, ['reversal_rate', 'reversal_rate.d3'].map(toRef));
    expect(measureOf(table, 'reversal_rate')).toMatchObject({
      value: [null],
      n: [null],
      missing: ['missing-column:original_case_key'],
    });
    expect(measureOf(table, 'reversal_rate.d3')).toMatchObject({ value: [null], missing: ['no-cases'] });
  });

  test('a file of second-instance rows alone has D3, and no D1', async () => {
    await createCases(
      db,
      CASES.filter(({ row }) => row['level'] === '二审').map(({ row }) => row),
      APPEALS.map((row) => ({
        ...row,
        is_attributed: false,
        is_linked: false,
        original_case_id: null,
        court: '乙中院',
      })),
    );
    const table = await run(db, ['reversal_rate.d1', 'reversal_rate.d3'].map(toRef));
    expect(measureOf(table, 'reversal_rate.d3')).toMatchObject({ numerator: [2], denominator: [4] });
    expect(measureOf(table, 'reversal_rate.d1').missing).toEqual(['missing-column:original_case_key']);
  });
});

describe('missing', () => {
  test('a column that no file has is named, and nothing is computed', async () => {
    await createCases(db);
    const present = ALL_COLUMNS.filter((column) => column !== 'due_on');
    const table = await run(db, [toRef('within_limit_rate'), toRef('resolved')], {}, present);
    expect(measureOf(table, 'within_limit_rate')).toMatchObject({
      value: [null],
      numerator: [null],
      missing: ['missing-column:due_on'],
    });
    expect(valueOf(table, 'resolved')).toBe(24);
  });

  test('something over nothing is a zero denominator, nothing at all is no cases', async () => {
    await createCases(db, [{ ...CASE, filed_on: '2024-01-01', resolved_on: '2025-01-05' }], []);
    const table = await run(db, [toRef('clearance_rate'), toRef('recovery_rate')]);
    expect(measureOf(table, 'clearance_rate').missing).toEqual(['zero-denominator']); // 1 resolved, 0 incoming
    expect(measureOf(table, 'recovery_rate').missing).toEqual(['no-cases']);
  });

  test('the closing balance needs 12 whole months', async () => {
    await createCases(db);
    const of = async (end: string) =>
      measureOf(await run(db, [toRef('closing_balance')], { period: { ...YEAR, end } }), 'closing_balance');
    expect(await of('2025-12-31')).toMatchObject({ value: [null], missing: ['period-incomplete'] });
    expect((await of('2026-01-01')).missing).toEqual([null]);
  });
});

describe('text of others', () => {
  test('a name that looks like SQL is a value', async () => {
    await createCases(db);
    const judge = "O'Brien'; DROP TABLE cases; --";
    expect(valueOf(await run(db, [toRef('resolved')], { filter: { judge: [judge] } }), 'resolved')).toBe(1);
    expect(valueOf(await run(db, [toRef('resolved')]), 'resolved')).toBe(24);
  });
});
