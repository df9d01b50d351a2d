import type { Statement } from '../query/dimension-values.ts';
import type { MetricQuery } from '../query/metric-query.ts';
import { Answer } from './answer.svelte.ts';
import { askMetric, type AnsweredQuery } from './ask-metrics.ts';
import type { Dataset } from './dataset.svelte.ts';

export type { AnsweredQuery } from './ask-metrics.ts';

/** The answer to a metric query that may change. */
export class MetricResult extends Answer<AnsweredQuery> {
  /** @param change what is done to the statement before it runs; it may read other rows, not other columns */
  constructor(getQuery: () => MetricQuery | null, dataset: Dataset, change?: (statement: Statement) => Statement) {
    super(() => {
      const query = getQuery();
      return query === null ? null : askMetric(query, dataset, change);
    }, dataset);
  }
}
