import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../../src/cli/node-connector.ts';
import { publishedCount } from '../../../src/panels/cases/cases-head-view.ts';
import { partsToShow } from '../../../src/panels/cases/predicate-words.ts';
import { figureAt } from '../../../src/panels/figure/figure.ts';
import { compileCaseCount, type CaseSetQuery } from '../../../src/query/case-list.ts';
import type { CaseFilter, MetricQuery, MetricRef } from '../../../src/query/metric-query.ts';
import { toKey } from '../../../src/query/resolve.ts';
import { DIMENSIONS, type DimensionId } from '../../../src/schema/columns.ts';
import { rowOfGroup, toFigureQuery } from '../../../src/state/opened-cases.ts';
import { importBytes } from '../../ingest/import-bytes.ts';
import { createCases } from '../../support/cases.ts';
import { EVERY_METRIC, run, YEAR } from '../../support/measure.ts';

/** Whatever is in the catalogue: a list holds exactly as many rows as its figure says. */
let fixture: NodeConnector;
let sample: NodeConnector;
const SAMPLE = ['bing9901-yishen.csv', 'bing9901-zhixing.csv', 'xin9905.csv', 'zhongyuan-ershen.xlsx'];
beforeAll(async () => {
  [fixture, sample] = await Promise.all([NodeConnector.open(), NodeConnector.open()]);
  await createCases(fixture);
  const files = SAMPLE.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`data/sample/${name}`)) }));
  await importBytes(sample, files);
});
afterAll(() => {
  fixture.close();
  sample.close();
});

/** Rows of a group that are looked at; the others differ in their names only. */
const MOST_ROWS = 3;

async function countOf(db: NodeConnector, cases: CaseSetQuery): Promise<unknown> {
  const { sql, params } = compileCaseCount(cases);
  return (await db.query(sql, params)).columns['count']?.[0];
}

/** Every part of every row of the answer that counts cases, listed and published. */
async function compare(
  db: NodeConnector,
  ref: MetricRef,
  dimension: DimensionId | null,
  query: Pick<MetricQuery, 'period' | 'filter'>,
): Promise<{ listed: unknown[]; published: unknown[] }> {
  const groupBy = dimension === null ? [] : [dimension];
  const table = await run(db, [ref], { groupBy, ...query });
  const [listed, published]: [unknown[], unknown[]] = [[], []];
  for (let row = 0; row < Math.min(table.rowCount, MOST_ROWS); row += 1) {
    const figure = figureAt(table, ref, row);
    if (figure === null) throw new Error(`No figure for ${toKey(ref)}`);
    const group: CaseFilter = dimension === null ? {} : { [dimension]: [table.groups[dimension]?.[row] ?? null] };
    for (const part of partsToShow(figure.variant)) {
      const count = publishedCount(figure.variant, part, figure);
      if (count === null) continue;
      published.push(count);
      listed.push(await countOf(db, { metric: ref, part, group, ...query }));
    }
  }
  return { listed, published };
}

describe('the list behind', () => {
  const filter: CaseFilter = { procedure: ['简易程序', null], matter: ['民事', '执行'] };

  test.each(EVERY_METRIC.map((ref) => [toKey(ref), ref] as const))('%s holds what it counts', async (_, ref) => {
    for (const query of [
      { period: YEAR, filter: {} },
      { period: { start: '2025-03-01', end: '2025-04-01' }, filter },
      { period: { start: '2024-02-10', end: '2025-09-15' }, filter: { court: ['甲县法院', '示例垦区人民法院'] } },
    ]) {
      for (const db of [fixture, sample]) {
        const { listed, published } = await compare(db, ref, null, query);
        expect(listed).toEqual(published);
        expect(published.length).toBeGreaterThan(0);
      }
    }
  });

  test.each(DIMENSIONS)('every figure by %s holds what it counts', async (dimension) => {
    for (const ref of EVERY_METRIC) {
      const { listed, published } = await compare(fixture, ref, dimension, { period: YEAR, filter: {} });
      expect(listed, toKey(ref)).toEqual(published);
    }
  });

  test.each(['court', 'judge'] as const)('every rate of the sample by %s holds what it counts', async (dimension) => {
    for (const ref of EVERY_METRIC.filter(({ id }) => id.endsWith('_rate'))) {
      const { listed, published } = await compare(sample, ref, dimension, { period: YEAR, filter: {} });
      expect(listed, toKey(ref)).toEqual(published);
    }
  });
});

test('a group finds its own row, the unknown one too', async () => {
  const metric = { id: 'resolved' };
  const cases: CaseSetQuery = { metric, part: 'denominator', period: YEAR, filter: {}, group: { judge: [null] } };
  const table = await run(sample, [metric], toFigureQuery(cases));
  expect(table.rowCount).toBeLessThanOrEqual(1);
  const all = await run(fixture, [metric], { groupBy: ['judge'] });
  const row = rowOfGroup(all, { judge: [null] });
  expect(all.groups.judge?.[row]).toBeNull();
  // Case 31 alone has no judge: nothing is known of it but its dates.
  expect(figureAt(all, metric, row)?.value).toBe(1);
  expect(rowOfGroup(all, { judge: ['nobody'] })).toBe(-1);
});
