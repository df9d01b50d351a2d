import { expect, test } from 'vitest';
import { findMetric } from '../../../src/metrics/index.ts';
import { toOpenedPoint, type PointInput } from '../../../src/panels/trend/opened-point.ts';
import type { MetricQuery } from '../../../src/query/metric-query.ts';
import { measure, resultTable } from '../../support/result-table.ts';

const definition = findMetric('settlement_rate');
if (definition === undefined) throw new Error('settlement_rate is not in the catalogue');
const three = measure('settlement_rate', null, [{}, {}, {}]);
const query: MetricQuery = {
  metrics: [{ id: 'settlement_rate' }],
  groupBy: [],
  grain: 'month',
  period: { start: '2025-01-01', end: '2025-03-16' },
  filter: {},
};
const input: PointInput = {
  ref: { id: 'settlement_rate' },
  variant: definition.variants[0],
  answer: { query, table: resultTable([three], { periodStart: ['2025-01-01', '2025-02-01', '2025-03-01'] }) },
  previous: {
    query: { ...query, period: { start: '2024-01-01', end: '2024-03-16' } },
    table: resultTable([three], { periodStart: ['2024-01-01', '2024-02-01', '2024-03-01'] }),
  },
  maskName: (_, value) => value,
  locale: 'zh',
};

test('a month opens with its own days; the last one only as far as the period goes', () => {
  expect(toOpenedPoint({ seriesId: '0 ', date: '2025-02-01' }, input)).toEqual({
    metric: 'settlement_rate',
    part: 'numerator',
    group: {},
    from: '2025-02-01',
    to: '2025-02-28',
  });
  expect(toOpenedPoint({ seriesId: '0 ', date: '2025-03-01' }, input)).toMatchObject({ to: '2025-03-15' });
});

test('a point of the previous year opens that year', () => {
  const point = toOpenedPoint({ seriesId: 'previous', date: '2025-02-01' }, input);
  expect(point).toMatchObject({ from: '2024-02-01', to: '2024-02-29' });
});

test('12.21制: the month named February is 21 January to 20 February', () => {
  const december: PointInput = {
    ...input,
    answer: {
      query: { ...query, monthStartDay: 21, period: { start: '2024-12-21', end: '2025-02-21' } },
      table: resultTable([three], { periodStart: ['2024-12-21', '2025-01-21'] }),
    },
  };
  const point = toOpenedPoint({ seriesId: '0 ', date: '2025-02-01' }, december);
  expect(point).toMatchObject({ from: '2025-01-21', to: '2025-02-20' });
});

test('a group is found again by its name, the unknown and the hidden one too', () => {
  const split: PointInput = {
    ...input,
    answer: {
      query: { ...query, groupBy: ['judge'] },
      table: resultTable([three], {
        periodStart: Array(3).fill('2025-01-01'),
        groups: { judge: ['张三', null, '李四'] },
      }),
    },
  };
  const open = (name: string, more: Partial<PointInput> = {}) =>
    toOpenedPoint({ seriesId: `1 ${name}`, date: '2025-01-01' }, { ...split, ...more })?.group;
  expect(open('李四')).toEqual({ judge: ['李四'] });
  expect(open('(未填)')).toEqual({ judge: [null] });
  const maskName = (_: string, value: string | null) =>
    value === null ? null : `法官${value.length}${value.charAt(0)}`;
  expect(open('法官2李', { maskName })).toEqual({ judge: ['李四'] });
  expect(open('nobody')).toBeUndefined();
});
