import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { compileMetricQuery } from '../../src/query/compile.ts';
import { compileTogether } from '../../src/query/compile-together.ts';
import type { MetricQuery } from '../../src/query/metric-query.ts';
import { toResultTable } from '../../src/query/result.ts';
import { toCalendar, toSpine } from '../../src/query/period.ts';
import { toSegments } from '../../src/query/segments.ts';
import { compileTurned, isTurnable, turnedBetween } from '../../src/query/turned-counts.ts';
import { createCases } from '../support/cases.ts';
import { ALL_COLUMNS, EVERY_METRIC, toRef } from '../support/measure.ts';

/** Several questions in one statement give what each gives alone, and what plain SQL counts. */
let db: NodeConnector;
beforeAll(async () => {
  db = await NodeConnector.open();
  await createCases(db, [], []);
  // Dates unknown, reversed and far apart; appeals of some cases; every matter, level and bucket that metrics ask for.
  await db.query(`INSERT INTO cases BY NAME
    SELECT CAST(i AS INTEGER) AS case_id, ['甲', '乙', NULL][1 + CAST(hash(i) % 3 AS INTEGER)] AS court,
      ['民事', '刑事', '执行', '民事'][1 + CAST(hash(i + 9) % 4 AS INTEGER)] AS matter,
      ['一审', '一审', '二审', '首次执行'][1 + CAST(hash(i + 1) % 4 AS INTEGER)] AS level,
      ['判决', '调解', '撤诉', '完毕', '终本', NULL][1 + CAST(hash(i + 2) % 6 AS INTEGER)] AS closing_bucket,
      ['简易程序', '小额诉讼程序', '普通程序'][1 + CAST(hash(i + 8) % 3 AS INTEGER)] AS procedure,
      CASE WHEN hash(i + 3) % 50 > 0 THEN DATE '2021-01-01' + CAST(hash(i + 4) % 1800 AS INTEGER) END AS filed_on,
      CASE WHEN hash(i + 5) % 8 > 0
        THEN DATE '2021-01-01' + CAST(hash(i + 4) % 1800 AS INTEGER) + CAST(hash(i + 6) % 905 AS INTEGER) - 25 END AS resolved_on
    FROM range(8000) AS t(i)`);
  await db.query(`UPDATE cases SET days = CASE WHEN resolved_on >= filed_on THEN resolved_on - filed_on END,
    due_on = CASE WHEN case_id % 5 > 0 THEN filed_on + 180 END,
    appealed_on = CASE WHEN level = '一审' AND case_id % 6 = 0 THEN resolved_on + 9 END`);
  await db.query(`INSERT INTO appeals BY NAME SELECT case_id + 100000 AS case_id, case_id AS original_case_id, TRUE AS is_linked,
      TRUE AS is_attributed, court, matter, '二审' AS level, procedure, resolved_on + 30 AS filed_on, resolved_on + 90 AS resolved_on,
      resolved_on AS original_resolved_on, ['维持', '改判', '发回'][1 + CAST(case_id % 3 AS INTEGER)] AS closing_bucket
    FROM cases WHERE appealed_on IS NOT NULL`);
});
afterAll(() => db.close());

const NOTHING = { rowCount: 0, columns: {} };
const isMonthly = (id: string) => id === 'closing_balance';
const METRICS = EVERY_METRIC.filter(({ id }) => !isMonthly(id));
const BASE = { metrics: METRICS, groupBy: [], filter: {} };
const MONTHS = { period: { start: '2022-09-01', end: '2025-10-01' }, grain: 'month' } as const;

const CASES: Readonly<Record<string, readonly Omit<MetricQuery, 'metrics' | 'groupBy'>[]>> = {
  'the overview: a year to date, a year before, the months before, 37 months': [
    { period: { start: '2025-01-01', end: '2025-10-01' }, filter: {} },
    { period: { start: '2024-01-01', end: '2024-10-01' }, filter: {} },
    { period: { start: '2024-04-01', end: '2025-01-01' }, filter: {} },
    { ...MONTHS, filter: {} },
  ],
  'days that are no month starts, on a court': [
    { period: { start: '2025-02-11', end: '2025-09-16' }, filter: { court: ['甲'] } },
    { period: { start: '2024-02-11', end: '2024-09-16' }, filter: { court: ['甲'] } },
    { ...MONTHS, filter: { court: ['甲'] } },
  ],
  'longer than the months and not overlapping, on unknown courts and on a matter that some metrics fix': [
    { period: { start: '2021-06-01', end: '2022-03-01' }, filter: { court: [null], matter: ['民事'] } },
    { period: { start: '2020-01-01', end: '2026-01-01' }, filter: { court: [null], matter: ['民事'] } },
    { ...MONTHS, filter: { court: [null], matter: ['民事'] } },
  ],
  'statistical months from the 21st, cut at both ends': [
    { period: { start: '2024-12-21', end: '2025-08-05' }, filter: {}, monthStartDay: 21 },
    { period: { start: '2024-03-30', end: '2025-08-05' }, grain: 'month', filter: {}, monthStartDay: 21 },
  ],
  'quarters beside years, without months': [
    { period: { start: '2023-02-01', end: '2025-10-01' }, grain: 'quarter', filter: {} },
    { period: { start: '2022-01-01', end: '2025-10-01' }, grain: 'year', filter: {} },
  ],
  'one question, of a time without any case': [{ period: { start: '2001-01-01', end: '2001-02-01' }, filter: {} }],
};

describe('several questions asked as one', () => {
  test.each(Object.entries(CASES))('%s', async (_, asked) => {
    const queries = asked.map((query): MetricQuery => ({ ...BASE, ...query }));
    const { sql, params, parts, read } = compileTogether(queries);
    const answers = read(await db.query(sql, params));
    for (const [i, query] of queries.entries()) {
      const alone = compileMetricQuery(query);
      const expected = toResultTable(alone, await db.query(alone.sql, alone.params), ALL_COLUMNS);
      const part = parts[i] ?? alone;
      expect(toResultTable(part, answers[i] ?? NOTHING, ALL_COLUMNS)).toEqual(expected);
    }
  });

  test('the median and the 90th of a year are those of plain SQL', async () => {
    const metrics = ['median_days', 'p90_days', 'resolved'].map(toRef);
    const queries = [
      { ...BASE, metrics, period: { start: '2024-03-07', end: '2025-03-07' } },
      { ...BASE, metrics, ...MONTHS },
    ];
    const { sql, params, parts, read } = compileTogether(queries);
    const [year] = parts;
    if (year === undefined) throw new Error('No part');
    const [answer = NOTHING] = read(await db.query(sql, params));
    const table = toResultTable(year, answer, ALL_COLUMNS);
    const where = `resolved_on >= DATE '2024-03-07' AND resolved_on < DATE '2025-03-07'`;
    const plain =
      await db.query(`SELECT CAST(count(*) AS DOUBLE) AS n, median(days) FILTER (WHERE matter <> '执行' AND level <> '首次执行') AS m,
      quantile_cont(days, 0.9) FILTER (WHERE matter <> '执行' AND level <> '首次执行') AS p FROM cases WHERE ${where}`);
    expect(table.measures['resolved']?.value).toEqual(plain.columns['n']);
    expect(table.measures['median_days']?.value).toEqual(plain.columns['m']);
    expect(table.measures['p90_days']?.value).toEqual(plain.columns['p']);
  });

  test('questions about different cases, grouped ones and those by whole months are refused', () => {
    const query = { ...BASE, ...MONTHS };
    expect(() => compileTogether([query, { ...query, filter: { court: ['甲'] } }])).toThrow(RangeError);
    expect(() => compileTogether([{ ...query, groupBy: ['court'] }])).toThrow(RangeError);
    expect(() => compileTogether([{ ...query, metrics: [toRef('closing_balance')] }])).toThrow(RangeError);
    expect(() => compileTogether([])).toThrow(RangeError);
  });
});

describe('counted by every value of a dimension', () => {
  const asked = Object.entries(CASES).map(([name, queries]) => [name, queries] as const);
  test.each(asked)('%s: one court, two, an unknown one and one without a case', async (_, given) => {
    const queries = given.map((query): MetricQuery => {
      const filter = Object.fromEntries(Object.entries(query.filter).filter(([dimension]) => dimension !== 'court'));
      return { ...BASE, ...query, filter };
    });
    const { create, drop, pick } = compileTurned(queries, 'court', 'turned');
    for (const { sql, params } of create) await db.query(sql, params);
    for (const values of [['甲'], ['乙', '甲'], [null], [null, '乙'], ['丙']]) {
      const picked = pick(values);
      const answers = picked.read(await db.query(picked.sql, picked.params));
      const alone = compileTogether(queries.map((query) => ({ ...query, filter: { ...query.filter, court: values } })));
      expect(answers).toEqual(alone.read(await db.query(alone.sql, alone.params)));
    }
    await db.query(drop.sql, drop.params);
  });

  test('not where a figure looks past the filter, and not what is grouped', () => {
    const queries = [{ ...BASE, ...MONTHS }];
    expect(isTurnable(queries, 'court')).toBe(true);
    // Rates of civil first instance are of civil cases whatever matter or level is chosen.
    expect(isTurnable(queries, 'matter')).toBe(false);
    expect(isTurnable([{ ...BASE, ...MONTHS, metrics: [toRef('resolved')] }], 'matter')).toBe(true);
    expect(isTurnable([{ ...BASE, ...MONTHS, groupBy: ['judge'] }], 'court')).toBe(false);
    expect(turnedBetween({ court: ['甲'] }, { court: ['乙'], matter: ['民事'] })).toEqual(['court', 'matter']);
  });
});

test('rows of several spines are runs of segments', () => {
  const months = toCalendar({ start: '2025-01-01', end: '2025-04-01' }, 'month');
  const odd = toCalendar({ start: '2024-12-10', end: '2025-02-15' }, undefined);
  const { count, rows } = toSegments([months, odd].map((calendar) => ({ calendar, spine: toSpine(calendar) })));
  // 10–31 Dec | Jan | 1–14 Feb | 15–28 Feb | Mar
  expect(count).toBe(5);
  expect(rows.map(({ question, first, last }) => [question, first, last])).toEqual([
    [0, 1, 1],
    [0, 2, 3],
    [0, 4, 4],
    [1, 0, 2],
  ]);
});
