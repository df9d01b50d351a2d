import { describe, expect, test } from 'vitest';
import { compileMetricQuery } from '../../src/query/compile.ts';
import type { MetricQuery } from '../../src/query/metric-query.ts';
import { toRef } from '../support/measure.ts';

/** What a change of the catalogue or the compiler does to the SQL, for the reviewer to read. */
const QUARTER = { start: '2025-01-01', end: '2025-04-01' };
const QUERIES: Readonly<Record<string, MetricQuery>> = {
  flow: {
    metrics: ['pending_start', 'incoming', 'resolved', 'pending', 'closing_rate'].map(toRef),
    groupBy: [],
    period: QUARTER,
    filter: {},
  },
  'flow-by-month': {
    metrics: ['incoming', 'pending'].map(toRef),
    groupBy: ['court'],
    grain: 'month',
    period: QUARTER,
    filter: {},
  },
  'settlement-filtered': {
    metrics: ['settlement_rate.a', 'settlement_rate.b', 'resolved'].map(toRef),
    groupBy: [],
    period: QUARTER,
    filter: { court: ['甲县法院', null], matter: ['民事'] },
  },
  duration: {
    metrics: ['mean_days', 'median_days', 'p90_days'].map(toRef),
    groupBy: ['judge'],
    period: QUARTER,
    filter: {},
  },
  'long-pending-by-month': {
    metrics: ['long_pending.12', 'overdue_pending'].map(toRef),
    groupBy: [],
    grain: 'month',
    period: QUARTER,
    filter: {},
  },
  reversal: {
    metrics: ['reversal_rate.d1', 'reversal_rate.d3'].map(toRef),
    groupBy: ['closing'],
    period: QUARTER,
    filter: {},
  },
  'statistical-month': {
    metrics: [toRef('closing_balance')],
    groupBy: [],
    grain: 'year',
    period: QUARTER,
    filter: {},
    monthStartDay: 21,
  },
};

describe('compiled statements', () => {
  test.each(Object.entries(QUERIES))('%s', async (name, query) => {
    const { sql, params } = compileMetricQuery(query);
    await expect(`${sql}\n-- ${JSON.stringify(params)}\n`).toMatchFileSnapshot(`snapshots/${name}.sql`);
  });

  test('what a person typed is bound, never part of the text', () => {
    const judge = "x'; DROP TABLE cases; --";
    const { sql, params } = compileMetricQuery({
      metrics: [toRef('resolved')],
      groupBy: [],
      period: QUARTER,
      filter: { judge: [judge] },
    });
    expect(sql).not.toContain('DROP');
    expect(params).toContain(judge);
  });

  test('an unknown metric, variant or dimension is refused by name', () => {
    const base = { groupBy: [], period: QUARTER, filter: {} };
    expect(() => compileMetricQuery({ ...base, metrics: [{ id: 'speed' }] })).toThrow('speed');
    expect(() => compileMetricQuery({ ...base, metrics: [{ id: 'reversal_rate', variant: 'd9' }] })).toThrow(
      'reversal_rate.d9',
    );
    expect(() => compileMetricQuery({ ...base, metrics: [] })).toThrow(RangeError);
    const filter = JSON.parse('{"days; DROP TABLE cases":["x"]}') as MetricQuery['filter'];
    expect(() => compileMetricQuery({ ...base, metrics: [{ id: 'resolved' }], filter })).toThrow(RangeError);
  });
});
