import { FIRST_ENFORCEMENT } from '../metrics/population.ts';
import { raw, sql, toStatement } from '../sql/fragment.ts';
import { type AppealScope, toWithin } from './appeal-scope.ts';
import type { Statement } from './dimension-values.ts';
import { filteredDimensions, toFilterCondition } from './filter.ts';
import { ownColumn, toCondition, toLeafCondition } from './predicate.ts';
import type { QueryColumns } from './result.ts';
import { conjunction } from './scan.ts';

/** First enforcement cases closed in a period in one way, or in any. */
export interface EnforcementOutcome {
  /** Canonical 结案方式; null = not known, or the total. */
  readonly closing: string | null;
  readonly isTotal: boolean;
  readonly resolved: number;
  /** Cases with a known duration, and its statistics in calendar days. */
  readonly timed: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
  /** Cases with both amounts; sums in yuan over these. */
  readonly paid: number;
  readonly applied: number;
  readonly recovered: number;
  /** Of these: median share recovered, cases without any recovery, share of the largest in what was applied for. */
  readonly medianShare: number | null;
  readonly unpaid: number;
  readonly largestShare: number | null;
}

/** One row per 结案方式, the most frequent first, and the total last. A filter on 条线 or 审级 does not apply. */
export function compileEnforcementOutcomes({ period, filter }: AppealScope): Statement {
  const dimensions = filteredDimensions(filter).filter((dimension) => dimension !== 'level' && dimension !== 'matter');
  const where = conjunction([
    toCondition(FIRST_ENFORCEMENT, (leaf) => toLeafCondition(leaf, ownColumn)),
    toWithin(raw('resolved_on'), period),
    toFilterCondition(filter, dimensions, ownColumn),
  ]);
  const both = raw('(WHERE amount_applied IS NOT NULL AND amount_recovered IS NOT NULL)');
  const share = raw('amount_recovered / nullif(amount_applied, 0)');
  return toStatement(sql`SELECT closing, grouping(closing) = 1 AS is_total, CAST(count(*) AS DOUBLE) AS resolved,
  CAST(count(days) AS DOUBLE) AS timed, CAST(avg(days) AS DOUBLE) AS mean,
  CAST(quantile_cont(days, 0.5) AS DOUBLE) AS median, CAST(quantile_cont(days, 0.9) AS DOUBLE) AS p90,
  CAST(count(*) FILTER ${both} AS DOUBLE) AS paid,
  CAST(coalesce(sum(amount_applied) FILTER ${both}, 0) AS DOUBLE) AS applied,
  CAST(coalesce(sum(amount_recovered) FILTER ${both}, 0) AS DOUBLE) AS recovered,
  CAST(quantile_cont(${share}, 0.5) FILTER ${both} AS DOUBLE) AS median_share,
  CAST(count(*) FILTER (WHERE amount_applied IS NOT NULL AND amount_recovered = 0) AS DOUBLE) AS unpaid,
  CAST(max(amount_applied) FILTER ${both} / nullif(sum(amount_applied) FILTER ${both}, 0) AS DOUBLE) AS largest_share
FROM cases WHERE ${where ?? raw('TRUE')}
GROUP BY GROUPING SETS ((closing), ())
ORDER BY is_total, resolved DESC, closing NULLS LAST`);
}

/** The rows of `compileEnforcementOutcomes`. */
export function toEnforcementOutcomes({ rowCount, columns }: QueryColumns): readonly EnforcementOutcome[] {
  const number = (column: string, i: number) => {
    const cell = columns[column]?.[i];
    return typeof cell === 'number' ? cell : null;
  };
  const count = (column: string, i: number) => number(column, i) ?? 0;
  return Array.from({ length: rowCount }, (_, i) => {
    const closing = columns['closing']?.[i] ?? null;
    return {
      closing: closing === null ? null : String(closing),
      isTotal: columns['is_total']?.[i] === true,
      resolved: count('resolved', i),
      timed: count('timed', i),
      mean: number('mean', i),
      median: number('median', i),
      p90: number('p90', i),
      paid: count('paid', i),
      applied: count('applied', i),
      recovered: count('recovered', i),
      medianShare: number('median_share', i),
      unpaid: count('unpaid', i),
      largestShare: number('largest_share', i),
    };
  });
}
