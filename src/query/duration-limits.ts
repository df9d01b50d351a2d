import { sql, toStatement } from '../sql/fragment.ts';
import { ADDED_DAYS } from './case-range.ts';
import type { Statement } from './dimension-values.ts';
import { checkedPeriod, type DurationScope, toTrialCondition } from './duration-scope.ts';
import { dateLiteral } from './period.ts';
import type { QueryColumns } from './result.ts';

/** Resolved trial cases by their limits. */
export interface DurationLimits {
  readonly resolved: number;
  /** With a due date. */
  readonly limited: number;
  readonly within: number;
  /** With a due date and without 延长 or 扣除. */
  readonly plain: number;
  readonly plainWithin: number;
  /** Resolved on or before the due date less 延长 and 扣除: within the limit as it first was. */
  readonly withinFirst: number;
}

/** A resolved case without a filing date is among them, as in 审限内结案率. An extension that is not stated is none. */
export function compileDurationLimits(scope: DurationScope): Statement {
  const { start, end } = checkedPeriod(scope);
  return toStatement(sql`SELECT CAST(count(*) AS DOUBLE) AS resolved, CAST(count(due_on) AS DOUBLE) AS limited,
  CAST(count(*) FILTER (WHERE resolved_on <= due_on) AS DOUBLE) AS within,
  CAST(count(*) FILTER (WHERE due_on IS NOT NULL AND ${ADDED_DAYS} = 0) AS DOUBLE) AS plain,
  CAST(count(*) FILTER (WHERE resolved_on <= due_on AND ${ADDED_DAYS} = 0) AS DOUBLE) AS plain_within,
  CAST(count(*) FILTER (WHERE resolved_on <= due_on - ${ADDED_DAYS}) AS DOUBLE) AS within_first
FROM cases
WHERE resolved_on >= ${dateLiteral(start)} AND resolved_on < ${dateLiteral(end)} AND ${toTrialCondition(scope.filter)}`);
}

/** The row of `compileDurationLimits`. */
export function toDurationLimits(table: QueryColumns): DurationLimits {
  const number = (name: string) => Number(table.columns[name]?.[0] ?? 0);
  return {
    resolved: number('resolved'),
    limited: number('limited'),
    within: number('within'),
    plain: number('plain'),
    plainWithin: number('plain_within'),
    withinFirst: number('within_first'),
  };
}
