import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnTable } from '../../src/engine/connector.ts';
import type { NodeConnector } from '../../src/cli/node-connector.ts';
import { compileBatchList, toBatchList } from '../../src/query/batch-list.ts';
import { compileOutcomeCounts, toOutcomeRows } from '../../src/query/outcome-counts.ts';
import { compilePrefiling, toPrefilingYears } from '../../src/query/settlement-prefiling.ts';
import { cumulativeIncidence } from '../../src/statistics/survival/cumulative-incidence.ts';
import { parseClosing } from '../../src/court/closing.ts';
import { loadSample } from '../data/load-sample.ts';
import { createCases, insert } from '../support/cases.ts';
import { CASE_COLUMNS } from '../../src/schema/columns.ts';

/** The figures of the page, recomputed with plain SQL that knows nothing of `query/`. */
let db: NodeConnector;
const column = async (sql: string, name = 'v') => (await db.query(sql)).columns[name] ?? [];
const number = async (sql: string) => Number((await column(sql))[0]);
const OWN = '示例垦区人民法院';
const CIVIL = `FROM sample WHERE type = '民初' AND court = '${OWN}'`;

beforeAll(async () => {
  db = await loadSample();
  await createCases(db, [], []);
  const closings = await column(`SELECT DISTINCT closing AS v FROM sample WHERE type = '民初' AND closing <> ''`);
  const buckets = closings.map((closing) => {
    const parsed = parseClosing(String(closing), { matter: '民事', level: '一审' });
    return `('${String(closing)}', '${parsed?.closing ?? ''}', '${parsed?.bucket ?? ''}')`;
  });
  await db.query(`INSERT INTO cases BY NAME SELECT CAST(row_number() OVER () AS INTEGER) AS case_id, court, '民事' AS matter,
    '一审' AS level, cause, procedure, filed_on, resolved_on, b.closing, b.bucket AS closing_bucket, case_no,
    CAST(regexp_extract(case_no, '(\\d+)号', 1) AS INTEGER) AS serial, '民初' AS type_code,
    CAST(regexp_extract(case_no, '(\\d{4})', 1) AS INTEGER) AS case_year, court AS court_code
    FROM sample LEFT JOIN (VALUES ${buckets.join(', ')}) AS b (raw, closing, bucket) ON b.raw = sample.closing
    WHERE type = '民初'`);
});
afterAll(() => db.close());

describe('sample data: how the own court’s civil cases filed in 2024 end', () => {
  const scope = { period: { start: '2024-01-01', end: '2025-01-01' }, filter: { court: [OWN] }, asOf: '2025-09-30' };
  const COHORT = `${CIVIL} AND filed_on BETWEEN '2024-01-01' AND '2024-12-31'`;
  const SETTLED = `closing IN ('调解', '准予撤诉', '按撤诉处理')`;

  test('counts of the cohort', async () => {
    const { sql, params } = compileOutcomeCounts(scope);
    const rows = toOutcomeRows(await db.query(sql, params));
    const total = (outcome: string | null) =>
      rows.reduce((sum, row) => sum + (row.outcome === outcome ? row.count : 0), 0);
    const CLOSED = `resolved_on <= '2025-09-30'`;
    expect(total('settled')).toBe(await number(`SELECT count(*) AS v ${COHORT} AND ${CLOSED} AND ${SETTLED}`));
    expect(total('judged')).toBe(await number(`SELECT count(*) AS v ${COHORT} AND ${CLOSED} AND closing = '判决'`));
    expect(total(null)).toBe(await number(`SELECT count(*) AS v ${COHORT} AND (${CLOSED}) IS NOT TRUE`));
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(await number(`SELECT count(*) AS v ${COHORT}`));
  });

  test('Aalen–Johansen equals product and sum written in SQL', async () => {
    const { sql, params } = compileOutcomeCounts(scope);
    const curve = cumulativeIncidence(toOutcomeRows(await db.query(sql, params)));
    for (const day of [30, 60, 90, 180, 365]) {
      const plain: ColumnTable = await db.query(`WITH seen AS (
        SELECT least(coalesce(resolved_on, DATE '2025-09-30'), DATE '2025-09-30') - filed_on AS age,
          resolved_on <= '2025-09-30' AS closed, ${SETTLED} AS settled ${COHORT}),
        ages AS (SELECT age, count(*) AS gone, count(*) FILTER (closed) AS ended, count(*) FILTER (closed AND settled) AS d
          FROM seen GROUP BY age),
        risk AS (SELECT *, sum(gone) OVER (ORDER BY age DESC) AS n FROM ages),
        left_open AS (SELECT *, product(1 - ended / n) OVER (ORDER BY age) AS s FROM risk),
        steps AS (SELECT age, s, coalesce(lag(s) OVER (ORDER BY age), 1) * d / n AS gain FROM left_open)
        SELECT sum(gain) AS settled, min(s) AS pending FROM steps WHERE age <= ${day}`);
      const at = curve.at(day);
      const settled = at?.shares.find(({ outcome }) => outcome === 'settled')?.incidence;
      expect(settled).toBeCloseTo(Number(plain.columns['settled']?.[0]), 10);
      expect(at?.pending).toBeCloseTo(Number(plain.columns['pending']?.[0]), 10);
    }
  });
});

test('sample data: nothing was put in that is a batch, and none is found at the default size', async () => {
  const period = { start: '2025-01-01', end: '2025-10-01' };
  const { sql, params } = compileBatchList({ period, filter: { court: [OWN] }, least: 10 });
  expect(toBatchList(await db.query(sql, params))).toEqual([]);
  // The most alike on one day, counted plainly: fewer than 10.
  const most = await number(`SELECT max(n) AS v FROM (SELECT count(*) AS n ${CIVIL}
    AND resolved_on BETWEEN '2025-01-01' AND '2025-09-30' GROUP BY cause, closing, resolved_on)`);
  expect(most).toBeLessThan(10);
});

test('pre-filing mediation by year; the papers of a success do not count it twice', async () => {
  const base = { court: '甲县法院', matter: '调解', level: '诉前调解', type_code: '诉前调' };
  const rows = [
    { ...base, filed_on: '2024-12-20', resolved_on: '2025-01-10', closing: '调解', closing_bucket: '调解' },
    { ...base, filed_on: '2024-03-01', resolved_on: '2024-04-01', closing: '转立案', closing_bucket: '移送' },
    { ...base, filed_on: '2025-02-01', resolved_on: '2025-02-20', closing: null, closing_bucket: null },
    { ...base, filed_on: '2025-09-01', resolved_on: null },
    { ...base, filed_on: '2025-01-11', resolved_on: '2025-01-11', type_code: '诉前调书', closing_bucket: '调解' },
  ].map((row, i) => ({ case_id: 900_000 + i, case_key: `m${i}`, ...row }));
  await insert(db, 'cases', CASE_COLUMNS, rows);
  const { sql, params } = compilePrefiling({ court: ['甲县法院'] }, '2025-09-30');
  expect(toPrefilingYears(await db.query(sql, params))).toEqual([
    { year: 2024, filed: 2, resolved: 1, agreed: 0, untold: 0 },
    { year: 2025, filed: 2, resolved: 2, agreed: 1, untold: 1 },
  ]);
});
