import { type Fragment, join, name, raw, sql, toStatement } from '../sql/fragment.ts';
import { daysLeft } from './case-range.ts';
import type { Statement } from './dimension-values.ts';
import { type DurationScope, checkedPeriod, toTrialCondition } from './duration-scope.ts';
import type { DimensionId } from './metric-query.ts';
import { dateLiteral } from './period.ts';
import type { QueryColumns } from './result.ts';

/** Months at which a band of ages begins; its cases are over so many months old, by corresponding days. */
export const AGE_BANDS = [0, 3, 6, 12, 18, 24, 36] as const;

/** Trial cases of one group and one band of ages that are pending at the end of the period. */
export interface PendingAge {
  /** Null: not known, or not grouped. */
  readonly group: string | null;
  /** One of `AGE_BANDS`; null: the filing date is not known. */
  readonly overMonths: number | null;
  readonly count: number;
  /** Due on the last day of the period or before: open at its end, they can no longer be resolved in time. */
  readonly overdue: number;
  /** Due at most `nearDays` days after it. */
  readonly near: number;
  /** Without a known due date. */
  readonly unlimited: number;
}

/**
 * Pending trial cases by group and age, those first that wait longest. Open at the end: filed before it and not resolved
 * before it; one that is resolved later counts as filed before where its filing date is not known.
 *
 * @param by null = all together
 */
export function compilePendingAges(scope: DurationScope, by: DimensionId | null, nearDays: number): Statement {
  const { end } = checkedPeriod(scope);
  const after = dateLiteral(end);
  const group = by === null ? raw('NULL::VARCHAR') : name(by);
  const near = raw(String(Math.trunc(nearDays)));
  return toStatement(sql`WITH pending AS (
  SELECT ${group} AS grouped, ${toBand(after)} AS over_months, ${daysLeft(end)} AS days_left
  FROM cases
  WHERE ${openAt(after)} AND ${toTrialCondition(scope.filter)}
)
SELECT grouped, CAST(over_months AS DOUBLE) AS over_months, CAST(count(*) AS DOUBLE) AS n,
  CAST(count(*) FILTER (WHERE days_left <= 0) AS DOUBLE) AS overdue,
  CAST(count(*) FILTER (WHERE days_left BETWEEN 1 AND ${near}) AS DOUBLE) AS near,
  CAST(count(*) FILTER (WHERE days_left IS NULL) AS DOUBLE) AS unlimited
FROM pending
GROUP BY 1, 2
ORDER BY grouped NULLS LAST, over_months DESC NULLS LAST`);
}

/** Open at the end of the period, as the catalogue's 未结 counts it. */
function openAt(after: Fragment): Fragment {
  return sql`coalesce(filed_on < ${after}, resolved_on IS NOT NULL) AND (resolved_on < ${after}) IS NOT TRUE`;
}

function toBand(after: Fragment): Fragment {
  const older = [...AGE_BANDS]
    .reverse()
    .filter((months) => months > 0)
    .map((months) => sql`WHEN filed_on + INTERVAL ${raw(String(months))} MONTH < ${after} THEN ${raw(String(months))}`);
  return sql`CASE WHEN filed_on IS NULL THEN NULL ${join(older, ' ')} ELSE 0 END`;
}

/** The rows of `compilePendingAges`. */
export function toPendingAges(table: QueryColumns): readonly PendingAge[] {
  const cell = (column: string, i: number) => table.columns[column]?.[i] ?? null;
  const number = (column: string, i: number) => Number(cell(column, i) ?? 0);
  return Array.from({ length: table.rowCount }, (_, i) => {
    const [group, over] = [cell('grouped', i), cell('over_months', i)];
    return {
      group: group === null ? null : String(group),
      overMonths: over === null ? null : Number(over),
      count: number('n', i),
      overdue: number('overdue', i),
      near: number('near', i),
      unlimited: number('unlimited', i),
    };
  });
}
