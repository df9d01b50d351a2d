import { compileAppealCoverage, isOfAppeals, toAppealCoverage, withholdUntold } from '../query/appeal-coverage.ts';
import { compileTogether } from '../query/compile-together.ts';
import type { MetricQuery } from '../query/metric-query.ts';
import { toResultTable } from '../query/result.ts';
import { withholdIncomplete } from '../query/withhold-incomplete.ts';
import { Answer, type Ask } from './answer.svelte.ts';
import type { Dataset } from './dataset.svelte.ts';
import type { AnsweredQuery } from './metric-result.svelte.ts';

/** Questions by name that differ in period and grain only; null = not asked. */
export type NamedQueries<Name extends string> = Readonly<Record<Name, MetricQuery | null>>;

export type NamedAnswers = ReadonlyMap<string, AnsweredQuery>;

/** The answers to several metric queries about the same cases, asked as one statement: all of them come at once. */
export class MetricResults<Name extends string> extends Answer<NamedAnswers> {
  constructor(getQueries: () => NamedQueries<Name> | null, dataset: Dataset) {
    super(() => askOf(getQueries(), dataset), dataset);
  }

  /** The answer under `name`; null until it is there, and where it is not asked. */
  of(name: Name): AnsweredQuery | null {
    return this.value?.get(name) ?? null;
  }
}

function askOf<Name extends string>(named: NamedQueries<Name> | null, dataset: Dataset): Ask<NamedAnswers> | null {
  if (named === null) return null;
  const asked = Object.entries<MetricQuery | null>(named).flatMap(([name, query]) =>
    query === null ? [] : [{ name, query }],
  );
  const [first] = asked;
  if (first === undefined) return null;
  const { sql, params, parts, read } = compileTogether(asked.map(({ query }) => query));
  const present = dataset.summary?.presentColumns ?? [];
  const gaps = dataset.gaps;
  return {
    sql,
    params,
    ...(isOfAppeals(first.query) ? { beside: compileAppealCoverage() } : {}),
    decode: (columns, beside) => {
      const rows = read(columns);
      const answers = asked.flatMap(({ name, query }, i) => {
        const [compiled, own] = [parts[i], rows[i]];
        if (compiled === undefined || own === undefined) return [];
        const table = withholdIncomplete(toResultTable(compiled, own, present), query, gaps);
        const told = beside === null ? table : withholdUntold(table, query, toAppealCoverage(beside));
        return [[name, { query, table: told }] as const];
      });
      return new Map(answers);
    },
  };
}
