import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { compileDurationAge, toDurationAge } from '../../src/query/duration-age.ts';
import { compileDurationHistogram, toDurationDistributions } from '../../src/query/duration-histogram.ts';
import { compileDurationRisk, toDurationRisk } from '../../src/query/duration-risk.ts';
import { kaplanMeier } from '../../src/statistics/survival/kaplan-meier.ts';
import { survivalQuantile } from '../../src/statistics/survival/survival-quantile.ts';
import { loadSample } from '../data/load-sample.ts';
import { createCases } from '../support/cases.ts';

/** The figures of the page, recomputed with plain SQL that knows nothing of `query/`. */
const number = async (db: NodeConnector, sql: string) => Number((await db.query(sql)).columns['v']?.[0]);

describe('sample data, civil first instance, January to September 2025', () => {
  const scope = { period: { start: '2025-01-01', end: '2025-10-01' }, filter: {} };
  let db: NodeConnector;
  beforeAll(async () => {
    db = await loadSample();
    await createCases(db, [], []);
    await db.query(`INSERT INTO cases BY NAME SELECT CAST(row_number() OVER () AS INTEGER) AS case_id, '民事' AS matter,
      '一审' AS level, procedure, filed_on, resolved_on, resolved_on - filed_on AS days FROM sample WHERE type = '民初'`);
  });
  afterAll(() => db.close());
  const CLOSED = `FROM sample WHERE type = '民初' AND resolved_on BETWEEN '2025-01-01' AND '2025-09-30'`;
  const OPEN = `FROM sample WHERE type = '民初' AND filed_on <= '2025-09-30' AND coalesce(resolved_on, '2099-01-01') > '2025-09-30'`;

  test('distribution: counts, quantiles and one bin', async () => {
    const { sql, params } = compileDurationHistogram(scope);
    const found = toDurationDistributions(await db.query(sql, params));
    const summary = found.find(({ procedure }) => procedure === '简易程序');
    const where = `${CLOSED} AND procedure = '简易程序'`;
    expect(summary?.count).toBe(await number(db, `SELECT count(*) AS v ${where}`));
    expect(summary?.median).toBe(await number(db, `SELECT median(resolved_on - filed_on) AS v ${where}`));
    expect(summary?.p99).toBe(await number(db, `SELECT quantile_cont(resolved_on - filed_on, 0.99) AS v ${where}`));
    expect(summary?.bins.find(({ bin }) => bin === 2)?.count).toBe(
      await number(db, `SELECT count(*) AS v ${where} AND resolved_on - filed_on BETWEEN 30 AND 44`),
    );
    const counted = found.flatMap(({ bins }) => bins).reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(await number(db, `SELECT count(*) AS v ${CLOSED}`));
  });

  test('old cases among the closed and the pending', async () => {
    const { sql, params } = compileDurationAge(scope);
    const age = toDurationAge(await db.query(sql, params));
    expect(age.closedOld).toBe(
      await number(db, `SELECT count(*) AS v ${CLOSED} AND resolved_on > filed_on + INTERVAL 1 YEAR`),
    );
    expect(age.closedDays).toBe(await number(db, `SELECT sum(resolved_on - filed_on)::DOUBLE AS v ${CLOSED}`));
    expect(age.open).toBe(await number(db, `SELECT count(*) AS v ${OPEN}`));
    expect(age.openOld).toBe(await number(db, `SELECT count(*) AS v ${OPEN} AND filed_on < '2024-10-01'`));
  });

  test('at risk and closings at some ages, counted case by case', async () => {
    const { sql, params } = compileDurationRisk(scope);
    const total = toDurationRisk(await db.query(sql, params)).find(({ isTotal }) => isTotal);
    for (const age of [0, 30, 57, 90, 200]) {
      const row = total?.rows.find(({ time }) => time >= age);
      const at = row?.time ?? NaN;
      // Under observation at that age: its day lies in the period, and the case is not closed before that day.
      const risk = `FROM sample WHERE type = '民初' AND filed_on + ${at} BETWEEN '2025-01-01' AND '2025-09-30'
        AND coalesce(resolved_on, '2099-01-01') >= filed_on + ${at}`;
      expect(row?.atRisk).toBe(await number(db, `SELECT count(*) AS v ${risk}`));
      expect(row?.events).toBe(await number(db, `SELECT count(*) AS v ${risk} AND resolved_on = filed_on + ${at}`));
    }
  });
});

const LITIGATION = new URL('../../../shared/data/tjsp_litigation/cases.parquet', import.meta.url).pathname;

describe.skipIf(!existsSync(LITIGATION))('tjsp_litigation (skipped where ../shared is absent)', () => {
  let db: NodeConnector;
  beforeAll(async () => {
    db = await NodeConnector.open();
    await createCases(db, [], []);
    await db.query(
      `INSERT INTO cases BY NAME SELECT CAST(row_number() OVER () AS INTEGER) AS case_id,
        CAST(filing_date AS DATE) AS filed_on, CAST(last_movement_date AS DATE) AS resolved_on,
        CASE WHEN CAST(last_movement_date AS DATE) >= CAST(filing_date AS DATE)
          THEN CAST(last_movement_date AS DATE) - CAST(filing_date AS DATE) END AS days
      FROM read_parquet($1) WHERE last_movement_date IS NULL OR (days >= 0 AND days < 7300)`,
      [LITIGATION],
    );
  });
  afterAll(() => db.close());

  test('closed cases have a median of 870 days, the pending ones make it longer', async () => {
    const span = { start: '1990-01-01', end: '2013-01-01' };
    const asked = compileDurationHistogram({ period: { ...span, end: '2040-01-01' }, filter: {} });
    const [closed] = toDurationDistributions(await db.query(asked.sql, asked.params));
    expect(closed?.count).toBe(146519);
    expect(Math.abs((closed?.median ?? 0) - 870)).toBeLessThanOrEqual(1);

    const { sql, params } = compileDurationRisk({ period: span, filter: {} });
    const total = toDurationRisk(await db.query(sql, params)).find(({ isTotal }) => isTotal);
    const median = survivalQuantile(kaplanMeier(total?.rows ?? []), 0.5).time;
    // Kaplan–Meier in plain SQL: product of (n - d) / n over ages, n = those last seen at that age or later.
    const plain = await number(
      db,
      `WITH seen AS (SELECT least(coalesce(resolved_on, DATE '2012-12-31'), DATE '2012-12-31') - filed_on AS age,
          coalesce(resolved_on <= '2012-12-31', false) AS closed FROM cases
          WHERE filed_on BETWEEN '1990-01-01' AND '2012-12-31' AND (resolved_on IS NULL OR resolved_on >= filed_on)),
        ages AS (SELECT age, count(*) FILTER (closed) AS d, count(*) AS gone FROM seen GROUP BY age),
        risk AS (SELECT age, d, sum(gone) OVER (ORDER BY age DESC) AS n FROM ages),
        curve AS (SELECT age, product((n - d) / n) OVER (ORDER BY age) AS s FROM risk)
      SELECT min(age) AS v FROM curve WHERE s <= 0.5`,
    );
    expect(median).toBe(plain);
    expect(median).toBeGreaterThan(closed?.median ?? Infinity);
  });
});
