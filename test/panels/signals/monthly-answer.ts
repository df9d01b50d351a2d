import { findMetric } from '../../../src/metrics/index.ts';
import type { MetricDefinition } from '../../../src/metrics/metric.ts';
import { addMonths } from '../../../src/lib/date.ts';
import type { AnsweredQuery } from '../../../src/state/metric-result.svelte.ts';

/** The answer by month, from `first` on, to a rate of `n` cases with `counts` of them each month. */
export function monthlyRate(id: string, counts: readonly number[], n: number, first: string): AnsweredQuery {
  const same = counts.map(() => n);
  const nothing = counts.map(() => null);
  return {
    query: {
      metrics: [{ id }],
      groupBy: [],
      grain: 'month',
      period: { start: first, end: addMonths(first, counts.length) },
      filter: {},
    },
    table: {
      rowCount: counts.length,
      periodStart: counts.map((_, i) => addMonths(first, i)),
      groups: {},
      measures: {
        [id]: {
          id,
          variant: null,
          value: counts.map((x) => x / n),
          numerator: counts,
          denominator: same,
          n: same,
          deviation: nothing,
          missing: nothing,
        },
      },
    },
  };
}

export function definitionOf(id: string): MetricDefinition {
  const definition = findMetric(id);
  if (definition === undefined) throw new Error(id);
  return definition;
}
