import { sql, toStatement } from '../sql/fragment.ts';
import { type AppealScope, toAppealRows, toWithin } from './appeal-scope.ts';
import type { Statement } from './dimension-values.ts';
import type { QueryColumns } from './result.ts';

/** How far the appeals resolved in a period can be followed back to their first instance. */
export interface AppealLinks {
  readonly total: number;
  /** The first-instance case is loaded. */
  readonly linked: number;
  /** The court of origin is known, the case itself is not loaded. */
  readonly attributedOnly: number;
  /** Neither: of every court, since nobody knows whose they are. */
  readonly unattributed: number;
  /** Of the total, those whose result is told. */
  readonly withResult: number;
}

/** One row of counts. Appeals of an unknown court of origin are counted whatever court is chosen. */
export function compileAppealLinks({ period, filter }: AppealScope): Statement {
  const rest = Object.fromEntries(Object.entries(filter).filter(([dimension]) => dimension !== 'court'));
  const own = toAppealRows(filter, null);
  const all = toAppealRows(rest, null);
  const within = toWithin(own.own('resolved_on'), period);
  return toStatement(sql`SELECT CAST(count(*) AS DOUBLE) AS total,
  CAST(count(*) FILTER (WHERE is_linked) AS DOUBLE) AS linked,
  CAST(count(*) FILTER (WHERE is_attributed AND is_linked IS NOT TRUE) AS DOUBLE) AS attributed_only,
  CAST(count(*) FILTER (WHERE closing_bucket IS NOT NULL AND closing_bucket <> '判决') AS DOUBLE) AS with_result,
  CAST((SELECT count(*) FROM ${all.from} WHERE ${all.where} AND is_attributed IS NOT TRUE AND ${within}) AS DOUBLE) AS unattributed
FROM ${own.from} WHERE ${own.where} AND ${within}`);
}

/** The row of `compileAppealLinks`. */
export function toAppealLinks({ columns }: QueryColumns): AppealLinks {
  const count = (column: string) => Number(columns[column]?.[0] ?? 0);
  return {
    total: count('total'),
    linked: count('linked'),
    attributedOnly: count('attributed_only'),
    unattributed: count('unattributed'),
    withResult: count('with_result'),
  };
}
