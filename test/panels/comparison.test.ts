import { describe, expect, test } from 'vitest';
import { findMetric } from '../../src/metrics/index.ts';
import { toComparisonView, type ComparisonInput } from '../../src/panels/comparison/comparison-view.ts';
import { measure, resultTable } from '../support/result-table.ts';

const definition = findMetric('settlement_rate');
if (definition === undefined) throw new Error('settlement_rate is not in the catalogue');
const query = {
  metrics: [],
  groupBy: ['court' as const],
  period: { start: '2025-01-01', end: '2025-10-01' },
  filter: {},
};
const rates = [
  { value: 0.6, numerator: 60, denominator: 100 },
  { value: 0.5, numerator: 100, denominator: 200 },
  { value: 4 / 7, numerator: 4, denominator: 7 },
  { value: null, numerator: 0, denominator: 0, missing: 'no-cases' as const },
  { value: 0.9, numerator: 90, denominator: 100 },
];
const input: ComparisonInput = {
  ref: { id: 'settlement_rate' },
  definition,
  courts: {
    query,
    table: resultTable([measure('settlement_rate', null, rates)], {
      groups: { court: ['丙', '甲', '乙', '丁', '中院'] },
    }),
  },
  pooled: {
    query,
    table: resultTable([measure('settlement_rate', null, [{ value: 164 / 307, numerator: 164, denominator: 307 }])]),
  },
  order: ['甲', '乙', '丙', '丁'],
  ownCourt: '丙',
  asOf: '2025-09-30',
  isSynthetic: true,
  isPending: false,
  locale: 'zh',
};

describe('courts beside each other', () => {
  const view = toComparisonView(input);

  test('stand in the neutral order, not in that of their values; courts of appeal are left out', () => {
    expect(view.rows.rows.map((row) => row.id)).toEqual(['甲', '乙', '丙']);
  });

  test('a court without a case is not drawn, one with few has counts only', () => {
    expect(view.rows.rows.find((row) => row.id === '丁')).toBeUndefined();
    expect(view.rows.rows.find((row) => row.id === '乙')).toMatchObject({
      value: null,
      text: '7 件中 4 件',
      interval: null,
    });
  });

  test('each has its Wilson interval: 60 of 100 is 50.2 % to 69.1 %', () => {
    const own = view.rows.rows.find((row) => row.isOwn);
    expect(own?.id).toBe('丙');
    expect(own?.interval?.low).toBeCloseTo(0.502, 3);
    expect(own?.interval?.high).toBeCloseTo(0.6906, 3);
  });

  test('the pooled value is sum over sum and every court is published with its counts', () => {
    expect(view.rows.reference?.value).toBeCloseTo(164 / 307, 12);
    const cell = view.figure.table.rows.find((row) => row.id === '甲')?.cells[1];
    expect(cell).toMatchObject({
      value: 0.5,
      published: { metric: 'settlement_rate', numerator: 100, denominator: 200, group: '甲' },
    });
  });

  test('sample data and definition travel in the caption', () => {
    expect(view.figure.caption.join()).toContain('示例数据');
    expect(view.figure.caption[0]).toContain('÷');
  });
});
