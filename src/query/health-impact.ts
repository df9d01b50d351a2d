import type { CaseKind } from '../schema/slice.ts';
import { type Fragment, join, name, raw, sql, toStatement } from '../sql/fragment.ts';
import { toCaseIds } from './case-list.ts';
import type { Statement } from './dimension-values.ts';
import type { HealthCheck } from './health-checks.ts';
import type { MetricRef, Period } from './metric-query.ts';
import type { QueryColumns } from './result.ts';

/** Cases at fault of one matter and level, and what of the figures they make up now. */
export interface FaultImpact extends CaseKind {
  readonly id: string;
  readonly n: number;
  /** Per metric asked: how many of them are in its denominator, and what they add to its numerator (cases, or days). */
  readonly parts: readonly { readonly denominator: number; readonly numerator: number }[];
  /** The longest time that a case took, in days. */
  readonly longestDays: number;
}

/** What the rows at fault that are loaded add to `metrics` over `period`. Null where no check has such rows. */
export function compileFaultImpact(
  checks: readonly HealthCheck[],
  metrics: readonly MetricRef[],
  period: Period,
): Statement | null {
  const present = checks.filter(({ isAbsence }) => isAbsence !== true);
  if (present.length === 0) return null;
  const sets = metrics.flatMap((metric, i) =>
    (['denominator', 'numerator'] as const).map(
      (part) =>
        sql`${setName(part, i)} AS MATERIALIZED (SELECT DISTINCT case_id FROM (${idsOf(metric, part, period)}) t(case_id) WHERE case_id IS NOT NULL)`,
    ),
  );
  const totals = metrics.flatMap((metric, i) => [
    sql`CAST(count(*) FILTER (WHERE case_id IN (SELECT case_id FROM ${setName('denominator', i)})) AS DOUBLE) AS d${raw(String(i))}`,
    sql`CAST(coalesce(sum(${amountOf(metric)}) FILTER (WHERE case_id IN (SELECT case_id FROM ${setName('numerator', i)})), 0) AS DOUBLE) AS n${raw(String(i))}`,
  ]);
  const faults = present.map(
    ({ id, rows }) => sql`SELECT DISTINCT ${id} AS id, case_id FROM (${rows}) WHERE case_id IS NOT NULL`,
  );
  return toStatement(sql`WITH ${join(sets, ',\n')},
faults AS (${join(faults, '\nUNION ALL ')})
SELECT id, matter, level, CAST(count(*) AS DOUBLE) AS n, ${join(totals, ',\n  ')},
  (SELECT CAST(coalesce(max(days), 0) AS DOUBLE) FROM cases) AS longest
FROM faults JOIN cases USING (case_id)
GROUP BY id, matter, level
ORDER BY id, matter NULLS LAST, level NULLS LAST`);
}

/** The rows of `compileFaultImpact`. */
export function toFaultImpacts(
  { rowCount, columns }: QueryColumns,
  metrics: readonly MetricRef[],
): readonly FaultImpact[] {
  const text = (column: string, i: number) => {
    const cell = columns[column]?.[i];
    return typeof cell === 'string' ? cell : null;
  };
  const number = (column: string, i: number) => {
    const cell = columns[column]?.[i];
    return typeof cell === 'number' ? cell : 0;
  };
  return Array.from({ length: rowCount }, (_, i) => ({
    id: text('id', i) ?? '',
    matter: text('matter', i),
    level: text('level', i),
    n: number('n', i),
    parts: metrics.map((_, j) => ({ denominator: number(`d${j}`, i), numerator: number(`n${j}`, i) })),
    longestDays: number('longest', i),
  }));
}

function setName(part: 'numerator' | 'denominator', i: number): Fragment {
  return name(`${part}${i}`);
}

function idsOf(metric: MetricRef, part: 'numerator' | 'denominator', period: Period): Fragment {
  return toCaseIds({ metric, part, period, filter: {} });
}

function amountOf({ id }: MetricRef): Fragment {
  return raw(id === 'mean_days' ? 'days' : '1');
}
