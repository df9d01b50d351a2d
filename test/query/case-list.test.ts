import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { compileCaseCount, compileCaseList, type CaseListQuery } from '../../src/query/case-list.ts';
import { compileDimensionValues, toDimensionValues } from '../../src/query/dimension-values.ts';
import { createCases } from '../support/cases.ts';
import { EVERY_METRIC, measureOf, run, toRef, YEAR } from '../support/measure.ts';
import { CATALOG } from '../../src/metrics/index.ts';
import { toKey } from '../../src/query/resolve.ts';

let db: NodeConnector;
beforeAll(async () => {
  db = await NodeConnector.open();
  await createCases(db);
});
afterAll(() => db.close());

const ask = (key: string, part: CaseListQuery['part'], more: Partial<CaseListQuery> = {}): CaseListQuery => ({
  metric: toRef(key),
  part,
  period: YEAR,
  filter: {},
  limit: 100,
  offset: 0,
  ...more,
});
const ids = async (query: CaseListQuery) => {
  const { sql, params } = compileCaseList(query);
  return (await db.query(sql, params)).columns['case_id'];
};

describe('cases behind a figure', () => {
  test('by hand', async () => {
    expect(await ids(ask('settlement_rate', 'numerator'))).toEqual([2, 12, 14, 15, 16, 32]);
    expect(await ids(ask('settlement_rate', 'denominator'))).toEqual([1, 2, 3, 12, 14, 15, 16, 17, 18, 19, 32]);
    expect(await ids(ask('pending', 'numerator'))).toEqual([4, 5, 8, 9, 10, 11, 33]);
    expect(await ids(ask('long_pending.12', 'numerator'))).toEqual([8, 10, 11]);
    expect(await ids(ask('overdue_pending', 'numerator'))).toEqual([10, 11]);
    expect(await ids(ask('reversal_rate.d1', 'numerator'))).toEqual([22, 24]);
    expect(await ids(ask('reversal_rate.d1', 'numerator', { filter: { judge: ['李四'] } }))).toEqual([]);
  });

  test.each(EVERY_METRIC.map(toKey))('%s lists as many cases as it counts', async (key) => {
    const measure = measureOf(await run(db, [toRef(key)]), key);
    const count = async (part: CaseListQuery['part']) => {
      const { sql, params } = compileCaseCount(ask(key, part));
      return (await db.query(sql, params)).columns['count']?.[0];
    };
    const definition = CATALOG.find(({ id }) => id === measure.id);
    expect(await count('denominator')).toBe(
      definition?.kind === 'flow' || definition?.kind === 'stock' ? measure.value[0] : measure.n[0],
    );
    if (definition?.kind === 'ratio' && key !== 'recovery_rate' && !key.startsWith('acceptance_rate')) {
      expect(await count('numerator')).toBe(measure.numerator[0]);
    }
  });

  test('sorted, in pages that do not overlap', async () => {
    const sorted = { sortBy: 'days', isDescending: true } as const;
    const all = await ids(ask('mean_days', 'numerator', sorted));
    expect(all?.slice(0, 3)).toEqual([3, 17, 18]); // 355, 100, then the first of the three with 60
    const first = await ids(ask('mean_days', 'numerator', { ...sorted, limit: 9 }));
    const second = await ids(ask('mean_days', 'numerator', { ...sorted, limit: 9, offset: 9 }));
    expect([...(first ?? []), ...(second ?? [])]).toEqual(all);
  });

  test('a limit that is no count is refused', () => {
    expect(() => compileCaseList(ask('pending', 'numerator', { limit: -1 }))).toThrow(RangeError);
  });
});

test('values of a dimension, the most frequent first, the unknown as null', async () => {
  const { sql, params } = compileDimensionValues('court');
  expect(toDimensionValues(await db.query(sql, params))).toEqual([
    { value: '甲县法院', count: 26 },
    { value: '乙中院', count: 5 },
    { value: '丙县法院', count: 2 },
    { value: null, count: 1 },
  ]);
});
