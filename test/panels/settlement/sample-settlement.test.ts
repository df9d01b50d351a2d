import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../../src/cli/node-connector.ts';
import { loadDataset } from '../../../src/cli/report-dataset.ts';
import type { DatasetSummary } from '../../../src/ingest/export-file.ts';
import type { SectionContext } from '../../../src/panels/duration/section-context.ts';
import { COHORT, toOutcomeView } from '../../../src/panels/settlement/outcome-view.ts';
import { toPartsView } from '../../../src/panels/settlement/parts-view.ts';
import { LEAST_CASES, toUnitsView } from '../../../src/panels/settlement/units-view.ts';
import { compileCaseCount } from '../../../src/query/case-list.ts';
import { compileOutcomeCounts, toOutcomeRows } from '../../../src/query/outcome-counts.ts';
import type { DimensionId, MetricQuery, Period } from '../../../src/query/metric-query.ts';
import type { AnsweredQuery } from '../../../src/state/metric-result.svelte.ts';
import { betaQuantile } from '../../../src/statistics/distribution/beta.ts';
import { run } from '../../support/measure.ts';

const FOLDER = join(import.meta.dirname, '../../../data/sample');
const OWN = '示例垦区人民法院';
const NOW = { start: '2025-01-01', end: '2025-10-01' };
const LAST_YEAR = { start: '2024-01-01', end: '2024-10-01' };
const RATE = { id: 'settlement_rate', variant: 'a' };
const context: SectionContext = {
  locale: 'zh',
  asOf: '2025-09-30',
  isSynthetic: true,
  isPending: false,
  hasProcedures: true,
  isOwn: true,
};
const CLOSED = `FROM cases WHERE court = '${OWN}' AND matter = '民事' AND level = '一审'
  AND resolved_on BETWEEN '2025-01-01' AND '2025-09-30'`;

let db: NodeConnector;
let summary: DatasetSummary;
beforeAll(async () => {
  db = await NodeConnector.open();
  const paths = readdirSync(FOLDER).map((name) => join(FOLDER, name));
  summary = await loadDataset(db, paths, '2025-09-30');
}, 120_000);
afterAll(() => db.close());

async function ask(groupBy: readonly DimensionId[], period: Period = NOW, court = OWN): Promise<AnsweredQuery> {
  const query: MetricQuery = { metrics: [RATE], groupBy, period, filter: { court: [court] } };
  return { query, table: await run(db, query.metrics, query, summary.presentColumns) };
}
const number = async (sql: string) => Number((await db.query(sql)).columns['v']?.[0]);

test('the course of the cases filed opens all of them, as many as it says', async () => {
  const scope = { period: NOW, filter: { court: [OWN] } };
  const { sql, params } = compileOutcomeCounts({ ...scope, asOf: '2025-09-30' });
  const n = toOutcomeRows(await db.query(sql, params)).reduce((sum, { count }) => sum + count, 0);
  const { metric, group = {}, range = null } = COHORT;
  const list = compileCaseCount({ metric: { id: metric }, part: 'denominator', ...scope, group, range });
  expect(n).toBeGreaterThan(1000);
  expect((await db.query(list.sql, list.params)).columns['count']).toEqual([n]);
});

describe('parts of one whole', () => {
  test('调解, 准予撤诉, 按撤诉处理 and the rest, counted plainly; they add up to all resolved', async () => {
    const { figure, rows } = toPartsView(await ask(['closing']), await ask(['closing'], LAST_YEAR), true, context);
    const total = await number(`SELECT count(*) AS v ${CLOSED}`);
    for (const closing of ['调解', '准予撤诉', '按撤诉处理', '判决']) {
      const count = await number(`SELECT count(*) AS v ${CLOSED} AND closing = '${closing}'`);
      const cells = figure.table.rows.find(({ id }) => id === `closing ${closing}`)?.cells;
      expect(cells?.[1]?.value).toBe(count);
      expect(cells?.[2]?.value).toBeCloseTo(count / total, 12);
      expect(cells?.[2]?.published).toMatchObject({ numerator: count, denominator: total });
    }
    expect(rows.rows.slice(0, 4).map(({ id }) => id)).toEqual(['调解', '准予撤诉', '按撤诉处理', '判决']);
    const counted = figure.table.rows.reduce((sum, { cells }) => sum + (cells[1]?.value ?? 0), 0);
    expect(counted).toBe(total);
    expect(counted).toBe(1448);
  });
});

describe('judges: shrunken values', () => {
  test('mean, strength and weights by moments written in SQL (Kleinman 1973)', async () => {
    const view = toUnitsView({
      ref: RATE,
      answer: await ask(['judge']),
      dimension: 'judge',
      dimensionLabel: '法官',
      hasDimension: true,
      hasBatches: true,
      maskName: (_, value) => value,
      context,
    });
    const plain = await db.query(`WITH judged AS (
        SELECT judge, count(*) AS n, count(*) FILTER (closing IN ('调解', '准予撤诉', '按撤诉处理', '撤诉')) AS x ${CLOSED}
        GROUP BY judge),
      pooled AS (SELECT *, sum(x) OVER () / sum(n) OVER () AS p FROM judged),
      moments AS (SELECT any_value(p) AS p, sum(n * (x / n - p) ** 2) AS spread, count(*) - 1 AS others, sum(n) AS total,
        sum(n * n) AS squares FROM pooled)
      SELECT p, (spread - p * (1 - p) * others) / (p * (1 - p) * (total - squares / total - others)) AS rho FROM moments`);
    const [p, rho] = [Number(plain.columns['p']?.[0]), Number(plain.columns['rho']?.[0])];
    const judges = await db.query(`SELECT judge, count(*)::DOUBLE AS n,
      (count(*) FILTER (closing IN ('调解', '准予撤诉', '按撤诉处理', '撤诉')))::DOUBLE AS x ${CLOSED}
      GROUP BY judge HAVING count(*) >= ${LEAST_CASES}`);
    expect(view.rows.reference?.value).toBeCloseTo(p, 12);
    expect(view.figure.table.rows.filter(({ id }) => id.startsWith('unit '))).toHaveLength(judges.rowCount);
    for (let i = 0; i < judges.rowCount; i += 1) {
      const name = String(judges.columns['judge']?.[i]);
      const [n, x] = [Number(judges.columns['n']?.[i]), Number(judges.columns['x']?.[i])];
      const cells = view.figure.table.rows.find(({ id }) => id === `unit ${name}`)?.cells;
      expect(cells?.[2]?.value).toBeCloseTo(x / n, 12);
      // No spread beyond chance: everybody is the pooled rate; else m = 1/ρ − 1 cases of it are added to each.
      const m = rho > 0 ? 1 / rho - 1 : null;
      expect(cells?.[6]?.value).toBeCloseTo(m === null ? 0 : n / (n + m), 10);
      expect(cells?.[4]?.value).toBeCloseTo(m === null ? p : (p * m + x) / (m + n), 10);
      if (m !== null) expect(cells?.[5]?.value).toBeCloseTo(betaQuantile(0.025, p * m + x, (1 - p) * m + n - x), 10);
    }
  });

  test('in the order of their names, whatever their values', async () => {
    const view = toUnitsView({
      ref: RATE,
      answer: await ask(['judge']),
      dimension: 'judge',
      dimensionLabel: '法官',
      hasDimension: true,
      hasBatches: true,
      maskName: (_, value) => (value === null ? null : `法官 ${[...value].reverse().join('')}`),
      context,
    });
    const labels = view.rows.rows.map(({ label }) => label);
    expect(labels.length).toBeGreaterThan(3);
    expect(labels).toEqual([...labels].sort());
    expect(labels.every((label) => label.startsWith('法官 '))).toBe(true);
  });
});

describe('how filed cases end', () => {
  const cohort = async (court: string, period: Period) => {
    const { sql, params } = compileOutcomeCounts({ period, filter: { court: [court] }, asOf: '2025-09-30' });
    return { period, rows: toOutcomeRows(await db.query(sql, params)) };
  };

  test('the parts and the pending add up to 1 at every age; the court with the method settles more than a year before', async () => {
    const view = toOutcomeView(await cohort(OWN, NOW), await cohort(OWN, LAST_YEAR), null, context);
    for (const column of [1, 2]) {
      const sum = view.figure.table.rows.reduce((total, { cells }) => total + (cells[column]?.value ?? 0), 0);
      expect(sum).toBeCloseTo(1, 10);
    }
    expect(view.comparison).toMatch(/超出偶然波动/);
  });

  test('a court that was left alone: may be chance', async () => {
    const court = '示例甲垦区人民法院';
    const view = toOutcomeView(await cohort(court, NOW), await cohort(court, LAST_YEAR), null, context);
    expect(view.comparison).toMatch(/可能只是波动/);
  });

  test('no filings, few filings and a slice of the data are said', async () => {
    const nothing = { period: NOW, rows: [] };
    expect(toOutcomeView(nothing, null, null, context).figure.status.kind).toBe('empty');
    const few = { period: NOW, rows: [{ time: 30, outcome: 'settled' as const, count: 4 }] };
    expect(toOutcomeView(few, null, null, context).figure.status.kind).toBe('too-small');
    const pending = { period: NOW, rows: [{ time: 30, outcome: null, count: 40 }] };
    const all = toOutcomeView(pending, nothing, null, context);
    // Nobody has left: 0 of 40 ended in 30 days.
    expect(all.figure.status.kind).toBe('ready');
    expect(all.figure.table.rows.at(-1)?.cells[1]?.value).toBe(1);
    expect(toOutcomeView(pending, null, '只有已结案件', context).figure.status).toEqual({
      kind: 'empty',
      reason: '只有已结案件',
    });
  });
});
