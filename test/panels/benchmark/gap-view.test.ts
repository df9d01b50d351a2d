import { expect, test } from 'vitest';
import { findMetric } from '../../../src/metrics/index.ts';
import { toGapView } from '../../../src/panels/benchmark/gap-view.ts';
import { measure, resultTable } from '../../support/result-table.ts';

const definition = findMetric('settlement_rate');
if (definition === undefined) throw new Error('no definition');
/** court, cause, x, n; one cause of ours is not stated, one only the others have. */
const ROWS = [
  ['本院', '离婚纠纷', 45, 50],
  ['本院', null, 10, 50],
  ['东院', '离婚纠纷', 60, 120],
  ['东院', null, 20, 200],
  ['东院', '劳动争议', 20, 80],
] as const;
const table = resultTable(
  [
    measure(
      'settlement_rate',
      null,
      ROWS.map(([, , numerator, denominator]) => ({ value: numerator / denominator, numerator, denominator })),
    ),
  ],
  { groups: { court: ROWS.map(([court]) => court), cause: ROWS.map(([, cause]) => cause) } },
);
const ref = { id: 'settlement_rate' };
const view = toGapView({
  ref,
  definition,
  answer: {
    query: {
      metrics: [ref],
      groupBy: ['court', 'cause'],
      period: { start: '2025-01-01', end: '2025-10-01' },
      filter: {},
    },
    table,
  },
  ownCourt: '本院',
  others: ['东院'],
  othersLabel: '东院',
  dimensionLabel: '案由',
  isSynthetic: false,
  isPending: false,
  locale: 'zh',
  hrefOf: (category) => `#cases?${category}`,
});

test('a bar opens our cases of its kind, and tells the counts of both sides', () => {
  const step = view.waterfall.steps.find(({ id }) => id === 'rate of 离婚纠纷');
  // 45 of 50 against 60 of 120.
  expect(step?.detail).toBe('本院 90.00%(45 / 50 件) · 东院 50.00%(60 / 120 件)');
  expect(step?.canOpen).toBe(true);
  expect(view.categoryOf('rate of 离婚纠纷')).toBe('离婚纠纷');
  expect(view.categoryOf('mix of ')).toBe('');
});

test('the levels, and a kind that we have no case of, open nothing; its counts are told', () => {
  for (const id of ['own', 'peer', 'rate of 劳动争议']) expect(view.categoryOf(id)).toBeNull();
  const step = view.waterfall.steps.find(({ id }) => id === 'rate of 劳动争议');
  expect(step?.canOpen).toBe(false);
  expect(step?.detail).toContain('东院 25.00%(20 / 80 件)');
});

test('the table behind has the same ways in', () => {
  const hrefs = view.figure.table.rows.map(({ id, cells }) => [id, cells[1]?.href]);
  expect(Object.fromEntries(hrefs)).toEqual({ 离婚纠纷: '#cases?离婚纠纷', '': '#cases?', 劳动争议: undefined });
});
