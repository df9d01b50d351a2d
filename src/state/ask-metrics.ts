import { compileAppealCoverage, isOfAppeals, toAppealCoverage, withholdUntold } from '../query/appeal-coverage.ts';
import { compileMetricQuery } from '../query/compile.ts';
import { compileTogether } from '../query/compile-together.ts';
import type { Statement } from '../query/dimension-values.ts';
import type { CompiledQuery, MetricQuery, ResultTable } from '../query/metric-query.ts';
import { toResultTable, type QueryColumns } from '../query/result.ts';
import { withholdIncomplete } from '../query/withhold-incomplete.ts';
import type { Ask } from './answer.svelte.ts';
import type { Dataset } from './dataset.svelte.ts';

/** A table with the question that it answers; the question lags behind the asked one while a new answer is on its way. */
export interface AnsweredQuery {
  readonly query: MetricQuery;
  readonly table: ResultTable;
}

/** Questions by name that differ in period and grain only; null = not asked. */
export type NamedQueries<Name extends string> = Readonly<Record<Name, MetricQuery | null>>;

export type NamedAnswers = ReadonlyMap<string, AnsweredQuery>;

/** What of a data set decides which figures are withheld. */
type Asked = Pick<Dataset, 'summary' | 'gaps'>;

/** @param change what is done to the statement before it runs; it may read other rows, not other columns */
export function askMetric(
  query: MetricQuery,
  dataset: Asked,
  change: (statement: Statement) => Statement = (statement) => statement,
): Ask<AnsweredQuery> {
  const compiled = compileMetricQuery(query);
  const { summary, gaps } = dataset;
  return {
    ...change({ sql: compiled.sql, params: compiled.params }),
    ...besideOf(query),
    decode: (columns, beside) => toAnswered(query, compiled, columns, beside, { summary, gaps }),
  };
}

/** What is asked of `named`. */
export function questionsOf<Name extends string>(named: NamedQueries<Name>): readonly MetricQuery[] {
  return Object.values<MetricQuery | null>(named).filter((query) => query !== null);
}

/** @param compile makes one statement of several questions about the same cases; null where none is asked. */
export function askTogether<Name extends string>(
  named: NamedQueries<Name>,
  dataset: Asked,
  compile = compileTogether,
): Ask<NamedAnswers> | null {
  const asked = Object.entries<MetricQuery | null>(named).flatMap(([name, query]) =>
    query === null ? [] : [{ name, query }],
  );
  const [first] = asked;
  if (first === undefined) return null;
  const { sql, params, parts, read } = compile(asked.map(({ query }) => query));
  const { summary, gaps } = dataset;
  return {
    sql,
    params,
    ...besideOf(first.query),
    decode: (columns, beside) => {
      const rows = read(columns);
      const answers = asked.flatMap(({ name, query }, i) => {
        const [compiled, own] = [parts[i], rows[i]];
        if (compiled === undefined || own === undefined) return [];
        return [[name, toAnswered(query, compiled, own, beside, { summary, gaps })] as const];
      });
      return new Map(answers);
    },
  };
}

/** What is known of the appeals, where a figure depends on it. */
function besideOf(query: MetricQuery): Pick<Ask<unknown>, 'beside'> {
  return isOfAppeals(query) ? { beside: compileAppealCoverage() } : {};
}

/** The answer without the figures that the data cannot give. */
function toAnswered(
  query: MetricQuery,
  compiled: CompiledQuery,
  rows: QueryColumns,
  beside: QueryColumns | null,
  { summary, gaps }: Asked,
): AnsweredQuery {
  const table = withholdIncomplete(toResultTable(compiled, rows, summary?.presentColumns ?? []), query, gaps);
  return { query, table: beside === null ? table : withholdUntold(table, query, toAppealCoverage(beside)) };
}
