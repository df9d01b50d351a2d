import { CONFIGURATION } from '../metrics/configuration.ts';
import { CIVIL_FIRST_INSTANCE } from '../metrics/population.ts';
import { isIn } from '../metrics/predicate.ts';
import { raw, sql, toStatement } from '../sql/fragment.ts';
import type { Statement } from './dimension-values.ts';
import { filteredDimensions, toFilterCondition } from './filter.ts';
import type { CaseFilter, Period } from './metric-query.ts';
import { dateLiteral, toCalendar } from './period.ts';
import { type Leaf, ownColumn, toCondition, toLeafCondition } from './predicate.ts';
import type { QueryColumns } from './result.ts';
import { conjunction } from './scan.ts';

/** How a civil case ends, as far as settlement goes: 调撤, 判决, otherwise (transferred, dismissed, not told). */
export const OUTCOMES = ['settled', 'judged', 'other'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The civil first-instance cases filed in a period. */
export interface OutcomeScope {
  readonly period: Period;
  readonly filter: CaseFilter;
  /** Last day up to which the cases are followed, ISO. */
  readonly asOf: string;
}

/** Cases that ended in one way, or were last seen pending (`outcome` null), so many days after filing. */
export interface OutcomeRow {
  readonly time: number;
  readonly outcome: Outcome | null;
  readonly count: number;
}

/**
 * The cohort by days since filing and way of ending. Cases closed before they were filed are left out; a case closed
 * after `asOf` is pending on that day.
 */
export function compileOutcomeCounts({ period, filter, asOf }: OutcomeScope): Statement {
  const { start, end } = toCalendar(period, undefined).period;
  const last = dateLiteral(asOf);
  const own = filteredDimensions(filter).filter((dimension) => dimension !== 'matter' && dimension !== 'level');
  const leaf = (part: Leaf) => toLeafCondition(part, ownColumn);
  const settled = [...CONFIGURATION.mediatedBuckets.values, ...CONFIGURATION.withdrawnBuckets.values];
  const cohort = conjunction([
    sql`filed_on >= ${dateLiteral(start)}`,
    sql`filed_on < ${dateLiteral(end)}`,
    sql`filed_on <= ${last}`,
    raw('(resolved_on IS NULL OR resolved_on >= filed_on)'),
    toCondition(CIVIL_FIRST_INSTANCE, leaf),
    toFilterCondition(filter, own, ownColumn),
  ]);
  return toStatement(sql`WITH cohort AS (
  SELECT least(coalesce(resolved_on, ${last}), ${last}) - filed_on AS age,
    CASE WHEN (resolved_on <= ${last}) IS NOT TRUE THEN NULL
      WHEN ${toCondition(isIn('closing_bucket', settled), leaf)} THEN 'settled'
      WHEN ${toCondition(isIn('closing_bucket', CONFIGURATION.judgmentBuckets.values), leaf)} THEN 'judged'
      ELSE 'other' END AS outcome
  FROM cases WHERE ${cohort ?? raw('TRUE')}
)
SELECT CAST(age AS DOUBLE) AS age, outcome, CAST(count(*) AS DOUBLE) AS n
FROM cohort GROUP BY age, outcome ORDER BY age, outcome NULLS LAST`);
}

/** The rows of `compileOutcomeCounts`. */
export function toOutcomeRows({ rowCount, columns }: QueryColumns): readonly OutcomeRow[] {
  return Array.from({ length: rowCount }, (_, i) => ({
    time: Number(columns['age']?.[i] ?? 0),
    outcome: OUTCOMES.find((outcome) => outcome === columns['outcome']?.[i]) ?? null,
    count: Number(columns['n']?.[i] ?? 0),
  }));
}
