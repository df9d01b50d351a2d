import { raw, sql, toStatement } from '../sql/fragment.ts';
import type { Statement } from './dimension-values.ts';
import { checkedPeriod, type DurationScope, toDurationSource, toTrialCondition } from './duration-scope.ts';
import { dateLiteral } from './period.ts';
import type { QueryColumns } from './result.ts';

/** From this many months after filing on a case is called old, by corresponding days, as in 长期未结. */
export const OLD_MONTHS = 12;

/** How old the cases were that were closed in a period, and those still open at its end. */
export interface DurationAge {
  readonly closed: number;
  /** Sum of days over the closed cases. */
  readonly closedDays: number;
  readonly closedOld: number;
  readonly closedOldDays: number;
  readonly open: number;
  readonly openOld: number;
  /** Days since filing at the end of the last day; null without open cases. */
  readonly openMedianAge: number | null;
}

/**
 * Old cases among the closed and among the open. Closed cases without a duration and open cases without a filing date
 * are in neither.
 */
export function compileDurationAge(scope: DurationScope): Statement {
  const { start, end } = checkedPeriod(scope);
  const [first, after] = [dateLiteral(start), dateLiteral(end)];
  const old = raw(`filed_on + INTERVAL ${OLD_MONTHS} MONTH`);
  return toStatement(sql`WITH trial AS (
  SELECT days,
    resolved_on >= ${first} AND resolved_on < ${after} AND days IS NOT NULL AS is_closed,
    filed_on < ${after} AND (resolved_on < ${after}) IS NOT TRUE AS is_open,
    CASE WHEN resolved_on < ${after} THEN ${old} < resolved_on ELSE ${old} < ${after} END AS is_old,
    ${after} - filed_on - 1 AS age
  FROM ${toDurationSource(scope)} WHERE ${toTrialCondition(scope.filter)}
)
SELECT CAST(count(*) FILTER (WHERE is_closed) AS DOUBLE) AS closed,
  CAST(coalesce(sum(days) FILTER (WHERE is_closed), 0) AS DOUBLE) AS closed_days,
  CAST(count(*) FILTER (WHERE is_closed AND is_old) AS DOUBLE) AS closed_old,
  CAST(coalesce(sum(days) FILTER (WHERE is_closed AND is_old), 0) AS DOUBLE) AS closed_old_days,
  CAST(count(*) FILTER (WHERE is_open) AS DOUBLE) AS open,
  CAST(count(*) FILTER (WHERE is_open AND is_old) AS DOUBLE) AS open_old,
  CAST(quantile_cont(age, 0.5) FILTER (WHERE is_open) AS DOUBLE) AS open_median_age
FROM trial`);
}

/** The row of `compileDurationAge`. */
export function toDurationAge(table: QueryColumns): DurationAge {
  const cell = (name: string) => table.columns[name]?.[0] ?? null;
  const number = (name: string) => Number(cell(name) ?? 0);
  const age = cell('open_median_age');
  return {
    closed: number('closed'),
    closedDays: number('closed_days'),
    closedOld: number('closed_old'),
    closedOldDays: number('closed_old_days'),
    open: number('open'),
    openOld: number('open_old'),
    openMedianAge: typeof age === 'number' ? age : null,
  };
}
