import { compileBatchFigures, withoutBatches } from '../../query/batch-figures.ts';
import { compileMetricQuery } from '../../query/compile.ts';
import type { MetricQuery } from '../../query/metric-query.ts';
import { toResultTable } from '../../query/result.ts';
import { withholdIncomplete } from '../../query/withhold-incomplete.ts';
import { Answer, type Ask } from '../../state/answer.svelte.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';

/** The answer to a query of settlement figures, less the cases of batches where a size of batches is given. */
export class BatchedResult extends Answer<AnsweredQuery> {
  /** @param getLeast the least size of a batch that is taken out; null = all cases count */
  constructor(getQuery: () => MetricQuery | null, getLeast: () => number | null, dataset: Dataset) {
    super(() => {
      const query = getQuery();
      return query === null ? null : askOf(query, getLeast(), dataset);
    }, dataset);
  }
}

function askOf(query: MetricQuery, least: number | null, dataset: Dataset): Ask<AnsweredQuery> {
  const compiled = compileMetricQuery(query);
  const present = dataset.summary?.presentColumns ?? [];
  const gaps = dataset.gaps;
  return {
    sql: compiled.sql,
    params: compiled.params,
    ...(least === null ? {} : { beside: compileBatchFigures(query, least) }),
    decode: (columns, batched) => {
      const table = withholdIncomplete(toResultTable(compiled, columns, present), query, gaps);
      return { query, table: batched === null ? table : withoutBatches(table, query, batched) };
    },
  };
}
