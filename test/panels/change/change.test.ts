import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../../src/cli/node-connector.ts';
import { loadDataset } from '../../../src/cli/report-dataset.ts';
import type { DatasetSummary } from '../../../src/ingest/export-file.ts';
import { toChange } from '../../../src/panels/change/change.ts';
import type { ChangeInput } from '../../../src/panels/change/change-input.ts';
import { toChangeView } from '../../../src/panels/change/change-view.ts';
import { figureAt } from '../../../src/panels/figure/figure.ts';
import type { CaseFilter, DimensionId, MetricRef, Period, ResultTable } from '../../../src/query/metric-query.ts';
import { run } from '../../support/measure.ts';

const FOLDER = join(import.meta.dirname, '../../../data/sample');
const OWN = '示例垦区人民法院';
const NOW = { start: '2025-01-01', end: '2025-10-01' };
const BEFORE = { start: '2024-01-01', end: '2024-10-01' };

let db: NodeConnector;
let summary: DatasetSummary;
beforeAll(async () => {
  db = await NodeConnector.open();
  const paths = readdirSync(FOLDER).map((name) => join(FOLDER, name));
  summary = await loadDataset(db, paths, '2025-09-30');
}, 120_000);
afterAll(() => db.close());

async function side(ref: MetricRef, dimension: DimensionId, period: Period, filter: CaseFilter) {
  const ask = (groupBy: readonly DimensionId[]): Promise<ResultTable> =>
    run(db, [ref], { period, filter, groupBy }, summary.presentColumns);
  const total = figureAt(await ask([]), ref, 0);
  if (total === null) throw new Error(`no figure ${ref.id}`);
  return { total, table: await ask([dimension]) };
}

async function input(ref: MetricRef, dimension: DimensionId, filter: CaseFilter): Promise<ChangeInput> {
  return {
    ref,
    dimension,
    dimensionLabel: '案由',
    now: await side(ref, dimension, NOW, filter),
    before: await side(ref, dimension, BEFORE, filter),
    periods: { now: NOW, before: BEFORE },
    isComparable: true,
    hasDimension: true,
    isAligned: false,
    context: { locale: 'zh', asOf: '2025-09-30', isSynthetic: true, isPending: false, isOwn: true },
  };
}

const SETTLEMENT = { id: 'settlement_rate', variant: 'a' };

describe('the waterfall adds up', () => {
  test.each([
    ['settlement_rate', 'a', 'cause'],
    ['settlement_rate', 'b', 'procedure'],
    ['settlement_rate', 'a', 'department'],
    ['mediation_rate', 'a', 'cause'],
    ['mean_days', undefined, 'cause'],
    ['mean_days', undefined, 'procedure'],
    ['reversal_rate', 'd1', 'cause'],
    ['reversal_rate', 'd1', 'department'],
  ] as const)('%s %s by %s: first level + steps = last level', async (id, variant, dimension) => {
    const ref = variant === undefined ? { id } : { id, variant };
    const asked = await input(ref, dimension, { court: [OWN], matter: ['民事'], level: ['一审'] });
    const { steps } = toChangeView(asked).waterfall;
    expect(steps.length).toBeGreaterThan(3);
    expect(steps[0]?.start).toBe(asked.before.total.value);
    for (let i = 1; i < steps.length; i += 1) expect(steps[i]?.start).toBeCloseTo(steps[i - 1]?.end ?? NaN, 12);
    expect(steps.at(-1)?.end).toBe(asked.now.total.value);
  });
});

test('under the bars stands how the days were counted: less 扣除 where they are', async () => {
  const of = await input({ id: 'mean_days' }, 'procedure', { court: [OWN], matter: ['民事'], level: ['一审'] });
  const captionOf = (isNet: boolean) => toChangeView({ ...of, context: { ...of.context, isNet } }).figure.caption;
  expect(captionOf(false).join()).toContain('不减扣除');
  expect(captionOf(true).join()).not.toContain('不减扣除');
  expect(captionOf(true).join()).toContain('结案日期 − 立案日期 − 扣除天数');
});

test('by procedure the shares are named with what they do to the mean, and the effects add up to the mix', async () => {
  const of = await input({ id: 'mean_days' }, 'procedure', { court: [OWN], matter: ['民事'], level: ['一审'] });
  const view = toChangeView(of);
  const { effects, categories } = toChange(of.ref, of.before, of.now, 'procedure').result;
  const said = view.sentences.at(-1) ?? '';
  expect(said).toContain('属案件构成');
  for (const { category, share2 } of categories.slice(0, 3))
    expect(said).toContain(
      `${category} ${(100 * (categories.find((one) => one.category === category)?.share1 ?? 0)).toFixed(1)}% → ${(100 * share2).toFixed(1)}%`,
    );
  expect(categories.reduce((sum, { centredMix }) => sum + centredMix, 0)).toBeCloseTo(effects?.mix ?? 0, 10);
});

describe('the sample: +15 points were put into every cause and procedure, the mix was left alone', () => {
  test('the change, its interval and its parts equal plain SQL over the case table', async () => {
    const asked = await input(SETTLEMENT, 'cause', { court: [OWN] });
    const { result } = toChange(SETTLEMENT, asked.before, asked.now, 'cause');
    // Kitagawa by hand: rate = sum of mean share x change of rate; a cause of one period only has no rate effect.
    const plain = await db.query(`WITH counted AS (
        SELECT cause, count(*) FILTER (resolved_on < '2025-01-01') AS n1, count(*) FILTER (resolved_on > '2025-01-01') AS n2,
          count(*) FILTER (resolved_on < '2025-01-01' AND closing IN ('调解', '准予撤诉', '按撤诉处理', '撤诉')) AS x1,
          count(*) FILTER (resolved_on > '2025-01-01' AND closing IN ('调解', '准予撤诉', '按撤诉处理', '撤诉')) AS x2
        FROM cases WHERE court = '${OWN}' AND matter = '民事' AND level = '一审'
          AND (resolved_on BETWEEN '2024-01-01' AND '2024-09-30' OR resolved_on BETWEEN '2025-01-01' AND '2025-09-30')
        GROUP BY cause),
      shares AS (SELECT *, n1 / sum(n1) OVER () AS s1, n2 / sum(n2) OVER () AS s2 FROM counted)
      SELECT sum(x2) / sum(n2) - sum(x1) / sum(n1) AS total,
        sum(CASE WHEN n1 > 0 AND n2 > 0 THEN (x2 / n2 - x1 / n1) * (s1 + s2) / 2 ELSE 0 END) AS rate,
        sum(n2) AS n FROM shares`);
    const of = (name: string) => Number(plain.columns[name]?.[0]);
    expect(of('n')).toBe(1448);
    expect(result.effects?.total).toBeCloseTo(of('total'), 12);
    expect(result.effects?.rate).toBeCloseTo(of('rate'), 12);
    expect(result.effects?.mix).toBeCloseTo(of('total') - of('rate'), 12);
  });

  test.each(['cause', 'procedure', 'department'] as const)(
    'by %s: about +15, nearly all of it own change',
    async (by) => {
      const asked = await input(SETTLEMENT, by, { court: [OWN] });
      const { result } = toChange(SETTLEMENT, asked.before, asked.now, by);
      expect(Math.abs((result.effects?.total ?? 0) - 0.15)).toBeLessThan(0.04);
      expect(Math.abs(result.effects?.mix ?? 1)).toBeLessThan(0.02);
      const { sentences } = toChangeView(asked);
      expect(sentences[0]).toMatch(/超出偶然波动/);
      expect(sentences[1]).toBe('变化主要来自同类案件本身,案件构成的影响小。');
    },
  );

  test('the courts that were left alone: may be chance', async () => {
    const filter = { court: ['示例甲垦区人民法院', '示例庚县人民法院', '示例戊市人民法院'] };
    const { sentences } = toChangeView(await input(SETTLEMENT, 'cause', filter));
    expect(sentences[0]).toMatch(/可能只是波动/);
    expect(sentences[1]).toMatch(/不必逐条解释/);
  });
});

describe('where there is nothing to take apart, it says so', () => {
  test('no earlier data, no such column, no case', async () => {
    const asked = await input(SETTLEMENT, 'cause', { court: [OWN] });
    const kindOf = (change: Partial<ChangeInput>) => toChangeView({ ...asked, ...change }).figure.status.kind;
    expect(kindOf({ isComparable: false })).toBe('empty');
    expect(kindOf({ hasDimension: false })).toBe('empty');
    const nothing = await input(SETTLEMENT, 'cause', { court: ['没有的法院'] });
    expect(toChangeView(nothing).figure.status.kind).toBe('empty');
    expect(toChangeView(nothing).waterfall.steps).toEqual([]);
  });
});
