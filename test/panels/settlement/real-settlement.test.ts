import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../../src/cli/node-connector.ts';
import { loadDataset } from '../../../src/cli/report-dataset.ts';
import { toChange } from '../../../src/panels/change/change.ts';
import { figureAt } from '../../../src/panels/figure/figure.ts';
import { compileBatchFigures, withoutBatches } from '../../../src/query/batch-figures.ts';
import { compileBatchList, toBatchList } from '../../../src/query/batch-list.ts';
import type { MetricQuery, Period } from '../../../src/query/metric-query.ts';
import { compileOutcomeCounts, toOutcomeRows } from '../../../src/query/outcome-counts.ts';
import { createCases } from '../../support/cases.ts';
import { measureOf, run } from '../../support/measure.ts';

const DATA = new URL('../../../../shared/data/', import.meta.url).pathname;
const JEC = `${DATA}tjsp_jec/cases.parquet`;
const WENSHU = `${DATA}wenshu/cases_utf8bom.csv`;
const RATE = { id: 'settlement_rate', variant: 'a' };

describe.skipIf(!existsSync(JEC))('tjsp_jec, first dispositions (skipped where ../shared is absent)', () => {
  let db: NodeConnector;
  const raw = async (sql: string) => Number((await db.query(sql, [JEC])).columns['v']?.[0]);
  const year = (of: number): Period => ({ start: `${of}-01-01`, end: `${of + 1}-01-01` });
  beforeAll(async () => {
    db = await NodeConnector.open();
    await createCases(db, [], []);
    await db.query(
      `INSERT INTO cases BY NAME SELECT CAST(row_number() OVER () AS INTEGER) AS case_id, court, chamber AS department,
        judge_id AS judge, case_type AS cause, '民事' AS matter, '一审' AS level,
        CAST(filing_date AS DATE) AS filed_on, CAST(disposition_date AS DATE) AS resolved_on,
        CASE disposition WHEN 'settled' THEN '调解' WHEN 'withdrawn' THEN '准予撤诉' WHEN NULL THEN NULL ELSE '判决' END AS closing,
        CASE disposition WHEN 'settled' THEN '调解' WHEN 'withdrawn' THEN '撤诉' WHEN NULL THEN NULL ELSE '判决' END AS closing_bucket
      FROM read_parquet($1)`,
      [JEC],
    );
  });
  afterAll(() => db.close());
  const query = (period: Period, groupBy: MetricQuery['groupBy'] = []): MetricQuery => ({
    metrics: [RATE],
    groupBy,
    period,
    filter: {},
  });
  const RAW = (of: number) => `FROM read_parquet($1) WHERE year(CAST(disposition_date AS DATE)) = ${of}`;

  test('settlement rate of 2019 and what batches of 5 take out of it', async () => {
    const asked = query(year(2019));
    const table = await run(db, asked.metrics, asked);
    const [settled, resolved] = [
      await raw(`SELECT count(*) AS v ${RAW(2019)} AND disposition IN ('settled', 'withdrawn')`),
      await raw(`SELECT count(*) AS v ${RAW(2019)}`),
    ];
    expect(measureOf(table, 'settlement_rate.a').numerator).toEqual([settled]);
    expect(measureOf(table, 'settlement_rate.a').denominator).toEqual([resolved]);

    // The data hold no numbers of cases, so that batches are those of one day.
    const batched = await raw(`SELECT coalesce(sum(n), 0)::DOUBLE AS v FROM (SELECT count(*) AS n FROM (
        SELECT *, CASE WHEN disposition IN ('settled', 'withdrawn') THEN disposition ELSE 'judged' END AS way ${RAW(2019)})
      WHERE case_type IS NOT NULL GROUP BY court, case_type, way, disposition_date HAVING count(*) >= 5)`);
    expect(batched).toBeGreaterThan(0);
    const figures = compileBatchFigures(asked, 5);
    const less = withoutBatches(table, asked, await db.query(figures.sql, figures.params));
    expect(measureOf(less, 'settlement_rate.a').denominator).toEqual([resolved - batched]);
    const list = compileBatchList({ period: asked.period, filter: {}, least: 5 });
    const found = toBatchList(await db.query(list.sql, list.params));
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(batched);
    expect(found.every(({ kind }) => kind === 'day')).toBe(true);
  });

  test('2018 to 2019 by kind of case: the effects add up to the plain difference', async () => {
    const side = async (of: number) => {
      const total = figureAt(await run(db, [RATE], query(year(of))), RATE, 0);
      if (total === null) throw new Error('no figure');
      return { total, table: await run(db, [RATE], query(year(of), ['cause'])) };
    };
    const { result, remainder } = toChange(RATE, await side(2018), await side(2019), 'cause');
    const share = (of: number) => raw(`SELECT avg((disposition IN ('settled', 'withdrawn'))::INTEGER) AS v ${RAW(of)}`);
    const difference = (await share(2019)) - (await share(2018));
    expect((result.effects?.mix ?? 0) + (result.effects?.rate ?? 0)).toBeCloseTo(difference, 10);
    expect(remainder).toBe(0);
  });

  test('the cohort filed in 2018, followed to the end of 2020', async () => {
    const { sql, params } = compileOutcomeCounts({ period: year(2018), filter: {}, asOf: '2020-12-31' });
    const rows = toOutcomeRows(await db.query(sql, params));
    const FILED = `FROM read_parquet($1) WHERE year(CAST(filing_date AS DATE)) = 2018
      AND (disposition_date IS NULL OR CAST(disposition_date AS DATE) >= CAST(filing_date AS DATE))`;
    const total = rows.reduce((sum, { count }) => sum + count, 0);
    expect(total).toBe(await raw(`SELECT count(*) AS v ${FILED}`));
    const pending = rows.reduce((sum, { outcome, count }) => sum + (outcome === null ? count : 0), 0);
    expect(pending).toBe(
      await raw(`SELECT count(*) AS v ${FILED} AND (CAST(disposition_date AS DATE) <= '2020-12-31') IS NOT TRUE`),
    );
  });
});

describe.skipIf(!existsSync(WENSHU))('wenshu through the importer (skipped where ../shared is absent)', () => {
  test('调撤率 of civil first instance equals a count of the rows as they stand', async () => {
    const db = await NodeConnector.open();
    try {
      await loadDataset(db, [WENSHU], '2019-12-31');
      const period = { start: '2010-01-01', end: '2020-01-01' };
      const table = await run(db, [RATE], { period, groupBy: [], filter: {} });
      // Off the file itself; old 案号 read 民一初字, 民初字. README: 撤诉 2 of all rows.
      const plain = await db.query(
        `SELECT count(*)::DOUBLE AS x FROM read_csv($1, all_varchar = true)
        WHERE 案号 LIKE '%民%初%' AND 结案方式 IN ('调解', '撤诉')`,
        [WENSHU],
      );
      expect(plain.columns['x']?.[0]).toBe(2);
      expect(measureOf(table, 'settlement_rate.a').numerator).toEqual([2]);
    } finally {
      await db.close();
    }
  });
});
