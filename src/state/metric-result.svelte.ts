import { compileMetricQuery } from '../query/compile.ts';
import type { MetricQuery, ResultTable } from '../query/metric-query.ts';
import { toResultTable } from '../query/result.ts';
import { withholdSliced } from '../query/slice-figures.ts';
import { Answer, type Ask } from './answer.svelte.ts';
import type { Dataset } from './dataset.svelte.ts';

/** A table with the question that it answers; the question lags behind the asked one while a new answer is on its way. */
export interface AnsweredQuery {
  readonly query: MetricQuery;
  readonly table: ResultTable;
}

/** The answer to a metric query that may change. */
export class MetricResult extends Answer<AnsweredQuery> {
  constructor(getQuery: () => MetricQuery | null, dataset: Dataset) {
    super(() => askOf(getQuery(), dataset), dataset);
  }
}

function askOf(query: MetricQuery | null, dataset: Dataset): Ask<AnsweredQuery> | null {
  if (query === null) return null;
  const compiled = compileMetricQuery(query);
  const present = dataset.summary?.presentColumns ?? [];
  const slices = dataset.slices;
  return {
    sql: compiled.sql,
    params: compiled.params,
    decode: (columns) => ({ query, table: withholdSliced(toResultTable(compiled, columns, present), query, slices) }),
  };
}
