import { compileAppealCoverage, isOfAppeals, toAppealCoverage, withholdUntold } from '../query/appeal-coverage.ts';
import { compileMetricQuery } from '../query/compile.ts';
import type { Statement } from '../query/dimension-values.ts';
import type { MetricQuery, ResultTable } from '../query/metric-query.ts';
import { toResultTable } from '../query/result.ts';
import { withholdIncomplete } from '../query/withhold-incomplete.ts';
import { Answer, type Ask } from './answer.svelte.ts';
import type { Dataset } from './dataset.svelte.ts';

/** A table with the question that it answers; the question lags behind the asked one while a new answer is on its way. */
export interface AnsweredQuery {
  readonly query: MetricQuery;
  readonly table: ResultTable;
}

/** The answer to a metric query that may change. */
export class MetricResult extends Answer<AnsweredQuery> {
  /** @param change what is done to the statement before it runs; it may read other rows, not other columns */
  constructor(
    getQuery: () => MetricQuery | null,
    dataset: Dataset,
    change: (statement: Statement) => Statement = (statement) => statement,
  ) {
    super(() => askOf(getQuery(), dataset, change), dataset);
  }
}

function askOf(
  query: MetricQuery | null,
  dataset: Dataset,
  change: (statement: Statement) => Statement,
): Ask<AnsweredQuery> | null {
  if (query === null) return null;
  const compiled = compileMetricQuery(query);
  const present = dataset.summary?.presentColumns ?? [];
  const gaps = dataset.gaps;
  return {
    ...change({ sql: compiled.sql, params: compiled.params }),
    ...(isOfAppeals(query) ? { beside: compileAppealCoverage() } : {}),
    decode: (columns, beside) => {
      const table = withholdIncomplete(toResultTable(compiled, columns, present), query, gaps);
      return { query, table: beside === null ? table : withholdUntold(table, query, toAppealCoverage(beside)) };
    },
  };
}
