import { afterAll, beforeAll, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { createCases } from '../support/cases.ts';
import { measureOf, run, toRef } from '../support/measure.ts';

/** Figures over 20,000 generated cases, recomputed with SQL written here and knowing nothing of the compiler. */
let db: NodeConnector;
beforeAll(async () => {
  db = await NodeConnector.open();
  await createCases(db, [], []);
  // Spread by a fixed hash: three courts, filed over three years, open up to 900 days, some dates unknown or reversed.
  await db.query(`INSERT INTO cases BY NAME
    SELECT CAST(i AS INTEGER) AS case_id, ['甲', '乙', NULL][1 + CAST(hash(i) % 3 AS INTEGER)] AS court, '民事' AS matter,
      CASE WHEN hash(i + 1) % 10 < 7 THEN '一审' ELSE '二审' END AS level,
      ['判决', '调解', '撤诉', NULL][1 + CAST(hash(i + 2) % 4 AS INTEGER)] AS closing_bucket,
      CASE WHEN hash(i + 3) % 50 > 0 THEN DATE '2023-01-01' + CAST(hash(i + 4) % 1095 AS INTEGER) END AS filed_on,
      CASE WHEN hash(i + 5) % 8 > 0
        THEN DATE '2023-01-01' + CAST(hash(i + 4) % 1095 AS INTEGER) + CAST(hash(i + 6) % 905 AS INTEGER) - 5 END AS resolved_on
    FROM range(20000) AS t(i)`);
  await db.query(
    `UPDATE cases SET days = CASE WHEN resolved_on >= filed_on THEN resolved_on - filed_on END, due_on = filed_on + 180`,
  );
});
afterAll(() => db.close());

const column = async (sql: string) => (await db.query(sql)).columns['v'];
const MONTHS = `(SELECT CAST(m AS DATE) AS s, CAST(m + INTERVAL 1 MONTH AS DATE) AS e
  FROM range(TIMESTAMP '2024-01-01', TIMESTAMP '2026-01-01', INTERVAL 1 MONTH) AS t(m))`;
const period = { start: '2024-01-01', end: '2026-01-01' };
const RIGHT_ORDER = '(resolved_on IS NULL OR filed_on IS NULL OR resolved_on >= filed_on)';

const PLAIN: Readonly<Record<string, string>> = {
  incoming: `SELECT CAST(count(case_id) AS DOUBLE) AS v FROM ${MONTHS} LEFT JOIN cases ON filed_on >= s AND filed_on < e GROUP BY s ORDER BY s`,
  'settlement_rate.a': `SELECT avg(CASE WHEN closing_bucket IN ('调解', '撤诉') THEN 1.0 ELSE 0.0 END) AS v
    FROM ${MONTHS} JOIN cases ON resolved_on >= s AND resolved_on < e AND level = '一审' GROUP BY s ORDER BY s`,
  mean_days: `SELECT avg(days) AS v FROM ${MONTHS} JOIN cases ON resolved_on >= s AND resolved_on < e GROUP BY s ORDER BY s`,
  median_days: `SELECT median(days) AS v FROM ${MONTHS} JOIN cases ON resolved_on >= s AND resolved_on < e GROUP BY s ORDER BY s`,
  'long_pending.18': `SELECT CAST(count(case_id) AS DOUBLE) AS v FROM ${MONTHS} LEFT JOIN cases
    ON filed_on + INTERVAL 18 MONTH < e AND (resolved_on IS NULL OR resolved_on >= e) GROUP BY e ORDER BY e`,
  overdue_pending: `SELECT CAST(count(case_id) AS DOUBLE) AS v FROM ${MONTHS} LEFT JOIN cases
    ON due_on < e AND filed_on < e AND (resolved_on IS NULL OR resolved_on >= e) GROUP BY e ORDER BY e`,
};

test.each(Object.entries(PLAIN))('%s by month', async (key, sql) => {
  const measure = measureOf(await run(db, [toRef(key)], { period, grain: 'month' }), key);
  const expected = await column(sql);
  expect(measure.value).toHaveLength(24);
  measure.value.forEach((value, i) => expect(value).toBeCloseTo(Number(expected?.[i]), 9));
});

test('pending by month, as open at an instant, where dates are in the right order', async () => {
  await db.query(`DELETE FROM cases WHERE NOT ${RIGHT_ORDER}`);
  const measure = measureOf(await run(db, [toRef('pending')], { period, grain: 'month' }), 'pending');
  const open = await column(`SELECT CAST(count(case_id) AS DOUBLE) AS v FROM ${MONTHS} LEFT JOIN cases
    ON (filed_on < e OR (filed_on IS NULL AND resolved_on IS NOT NULL)) AND (resolved_on IS NULL OR resolved_on >= e)
    GROUP BY e ORDER BY e`);
  expect(measure.value).toEqual(open);
});
