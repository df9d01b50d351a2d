import { raw, sql, toStatement } from '../sql/fragment.ts';
import { ageDays, entryAge, netAge, observedCondition } from './case-range.ts';
import type { Statement } from './dimension-values.ts';
import { checkedPeriod, type DurationScope, toTrialCondition } from './duration-scope.ts';
import { dateLiteral } from './period.ts';
import type { QueryColumns } from './result.ts';

/** One day since filing on which cases of a group close or are last seen pending. */
export interface DurationRiskRow {
  readonly time: number;
  /** Cases under observation at that age. */
  readonly atRisk: number;
  readonly events: number;
  /** Closings and censorings of the day together. */
  readonly leaving: number;
}

/** The risk table of one procedure, or of all cases. */
export interface DurationRisk {
  /** Null with `isTotal` false: procedure not known. */
  readonly procedure: string | null;
  readonly isTotal: boolean;
  readonly rows: readonly DurationRiskRow[];
}

/**
 * Risk tables of the time from filing to closing, of every procedure and of all cases, for the cases that were open at
 * some time of the period. A case filed before the period is seen from the period's first day on (late entry); one
 * that is open at the end of its last day is censored there. Cases without a filing date and cases closed before they
 * were filed are in no table.
 *
 * Age counts in whole days. At risk at age t: entered before t, left at t or later; a case filed in the period enters
 * before age 0, so that a closing on the day of filing counts.
 *
 * Less 扣除: when the days were deducted is not known, so an older case is under observation from the net age that
 * equals its age in calendar days on the first day (its net age then was no higher), and left out where it does not
 * reach it.
 */
export function compileDurationRisk(scope: DurationScope): Statement {
  const { start, end } = checkedPeriod(scope);
  const seen = scope.isNet === true ? sql`\n    AND ${netAge(end)} >= ${entryAge(start)}` : raw('');
  return toStatement(sql`WITH observed AS (
  SELECT procedure, ${entryAge(start)} AS entry, ${scope.isNet === true ? netAge(end) : ageDays(end)} AS age,
    coalesce(resolved_on < ${dateLiteral(end)}, FALSE) AS is_closed
  FROM cases
  WHERE ${observedCondition({ start, end })} AND ${toTrialCondition(scope.filter)}${seen}
), moves AS (
  SELECT procedure, age AS day, count(*) FILTER (WHERE is_closed) AS events, count(*) AS leaving, 0 AS entering
  FROM observed GROUP BY procedure, age
  UNION ALL
  SELECT procedure, entry AS day, 0 AS events, 0 AS leaving, count(*) AS entering
  FROM observed GROUP BY procedure, entry
), days AS (
  SELECT procedure, GROUPING(procedure) = 1 AS is_total, day, sum(events) AS events, sum(leaving) AS leaving, sum(entering) AS entering
  FROM moves GROUP BY GROUPING SETS ((procedure, day), (day))
)
SELECT procedure, is_total, CAST(day AS DOUBLE) AS day, CAST(events AS DOUBLE) AS events, CAST(leaving AS DOUBLE) AS leaving,
  CAST(sum(entering) OVER run - sum(leaving) OVER run + leaving AS DOUBLE) AS at_risk
FROM days
WINDOW run AS (PARTITION BY is_total, procedure ORDER BY day ROWS UNBOUNDED PRECEDING)
QUALIFY leaving > 0
ORDER BY is_total DESC, procedure NULLS LAST, day`);
}

/** The rows of `compileDurationRisk`: the total first, then the procedures. */
export function toDurationRisk(table: QueryColumns): readonly DurationRisk[] {
  const column = (name: string) => table.columns[name] ?? [];
  const [procedures, totals, days] = [column('procedure'), column('is_total'), column('day')];
  const [events, leaving, atRisk] = [column('events'), column('leaving'), column('at_risk')];
  const groups = new Map<string, { procedure: string | null; isTotal: boolean; rows: DurationRiskRow[] }>();
  for (let i = 0; i < table.rowCount; i += 1) {
    const isTotal = totals[i] === true;
    const procedure = procedures[i] == null ? null : String(procedures[i]);
    const key = JSON.stringify([isTotal, procedure]);
    const group = groups.get(key) ?? { procedure, isTotal, rows: [] };
    groups.set(key, group);
    group.rows.push({
      time: Number(days[i]),
      atRisk: Number(atRisk[i]),
      events: Number(events[i]),
      leaving: Number(leaving[i]),
    });
  }
  return [...groups.values()];
}
