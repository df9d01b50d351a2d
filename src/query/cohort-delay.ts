import { addDays } from '../lib/date.ts';
import { sql, toStatement } from '../sql/fragment.ts';
import { toAppealRows } from './appeal-scope.ts';
import type { Statement } from './dimension-values.ts';
import type { CaseFilter } from './metric-query.ts';
import { dateLiteral } from './period.ts';
import type { QueryColumns } from './result.ts';

/** Days from the first-instance closing to the end of its appeal. */
export interface CohortDelay {
  readonly n: number;
  readonly median: number | null;
  /** Within so many days 95 % of these appeals had ended. */
  readonly p95: number | null;
}

/** Judgments younger than this are left out: of them only the fast appeals have ended, which would shorten the delay. */
export const SETTLED_DAYS = 548;

/** The delays of ended appeals against cases closed at least 18 months before the last day of the data. */
export function compileCohortDelay(filter: CaseFilter, asOf: string): Statement {
  const rows = toAppealRows(filter, 'original');
  const days = sql`${rows.own('resolved_on')} - ${rows.own('original_resolved_on')}`;
  return toStatement(sql`SELECT CAST(count(*) AS DOUBLE) AS n, CAST(quantile_cont(${days}, 0.5) AS DOUBLE) AS median,
  CAST(quantile_cont(${days}, 0.95) AS DOUBLE) AS p95
FROM ${rows.from} WHERE ${rows.where} AND ${rows.own('is_linked')} AND ${days} >= 0
  AND ${rows.own('original_resolved_on')} <= ${dateLiteral(addDays(asOf, -SETTLED_DAYS))}`);
}

/** The row of `compileCohortDelay`. */
export function toCohortDelay({ columns }: QueryColumns): CohortDelay {
  const number = (column: string) => {
    const cell = columns[column]?.[0];
    return typeof cell === 'number' ? cell : null;
  };
  return { n: number('n') ?? 0, median: number('median'), p95: number('p95') };
}
