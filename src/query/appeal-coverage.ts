import { columnsOf } from '../metrics/formula-reach.ts';
import { variantOf } from '../metrics/index.ts';
import type { MetricVariant } from '../metrics/metric.ts';
import { sql, toStatement } from '../sql/fragment.ts';
import type { Statement } from './dimension-values.ts';
import type { CaseFilter, MetricQuery, MetricRef, MissingReason, ResultTable } from './metric-query.ts';
import { toKey } from './resolve.ts';
import type { QueryColumns } from './result.ts';
import { withhold } from './withhold.ts';

/** What is known of the appeals against the judgments of one court. */
export interface CourtAppeals {
  readonly court: string | null;
  /** First-instance closings of all the data. */
  readonly resolved: number;
  /** First-instance cases that are told to be appealed. */
  readonly appealed: number;
  /** Appeals with a result that are attributed to the court. */
  readonly results: number;
}

/** Below this share of closings, or of appeals, the courts that have no counterpart cannot move a pooled rate by more. */
const NEGLIGIBLE = 0.01;

/** One row per court with first-instance closings or with appeals that are attributed to it. */
export function compileAppealCoverage(): Statement {
  return toStatement(sql`WITH told AS (
  SELECT court, count(*) AS results FROM appeals
  WHERE is_attributed AND resolved_on IS NOT NULL AND closing_bucket IS NOT NULL GROUP BY court
), first AS (
  SELECT court, count(resolved_on) AS resolved, count(*) FILTER (WHERE is_appealed OR appealed_on IS NOT NULL) AS appealed
  FROM cases WHERE level = ${'一审'} GROUP BY court
)
SELECT coalesce(first.court, told.court) AS court, CAST(coalesce(resolved, 0) AS DOUBLE) AS resolved,
  CAST(coalesce(appealed, 0) AS DOUBLE) AS appealed, CAST(coalesce(results, 0) AS DOUBLE) AS results
FROM first FULL JOIN told ON told.court = first.court
ORDER BY 1 NULLS LAST`);
}

/** The rows of `compileAppealCoverage`. */
export function toAppealCoverage({ rowCount, columns }: QueryColumns): readonly CourtAppeals[] {
  const count = (column: string, i: number) => Number(columns[column]?.[i] ?? 0);
  return Array.from({ length: rowCount }, (_, i) => {
    const court = columns['court']?.[i] ?? null;
    return {
      court: court === null ? null : String(court),
      resolved: count('resolved', i),
      appealed: count('appealed', i),
      results: count('results', i),
    };
  });
}

type Need = 'results' | 'appealed';

/** Whether a metric of `query` needs to know of appeals, and so whether `withholdUntold` can change anything. */
export function isOfAppeals(query: MetricQuery): boolean {
  return query.metrics.some((ref) => needOfMetric(ref) !== null);
}

/**
 * `table` without the figures on appeals of courts whose appeals are not loaded: there, 0 of N would be an invention.
 * A court is known where at least one appeal is attributed to it. A figure of several courts is kept only where those
 * without appeals hold at most 1 % of the closings, and those without a first instance at most 1 % of the appeals:
 * else its numerator and denominator would be of different courts.
 */
export function withholdUntold(table: ResultTable, query: MetricQuery, coverage: readonly CourtAppeals[]): ResultTable {
  const measures = query.metrics.flatMap((ref) => {
    const measure = table.measures[toKey(ref)];
    const need = needOfMetric(ref);
    if (measure === undefined || need === null) return [];
    return [[toKey(ref), withhold(measure, reasonAt(table, query.filter, coverage, need))] as const];
  });
  return measures.length === 0 ? table : { ...table, measures: { ...table.measures, ...Object.fromEntries(measures) } };
}

function needOfMetric(ref: MetricRef): Need | null {
  const variant = variantOf(ref.id, ref.variant);
  return variant === undefined ? null : needOf(variant);
}

/** What a variant must know of a court's appeals: their results, or that there were any; null = nothing. */
function needOf(variant: MetricVariant): Need | null {
  const { formula } = variant;
  if (formula.kind !== 'ratio') return null;
  const parts = [...formula.numerator, ...formula.denominator].map(({ of }) => of);
  if (parts.some((of) => 'viewpoint' in of)) return 'results';
  return columnsOf(variant).includes('appealed_on') ? 'appealed' : null;
}

type ReasonAt = (row: number) => MissingReason | null;

function reasonAt(table: ResultTable, filter: CaseFilter, coverage: readonly CourtAppeals[], need: Need): ReasonAt {
  const lacking: MissingReason = need === 'results' ? 'missing-column:original_case_key' : 'missing-column:appealed_on';
  const groups = table.groups.court;
  if (groups !== undefined) {
    const untold = coverage.filter((court) => court.resolved > 0 && court[need] === 0);
    const courts = new Set(untold.map(({ court }) => court));
    return (row) => (courts.has(groups[row] ?? null) ? lacking : null);
  }
  const chosen = coverage.filter(({ court }) => filter.court?.includes(court) ?? true);
  const sum = (of: readonly CourtAppeals[], what: 'resolved' | Need) =>
    of.reduce((total, court) => total + court[what], 0);
  if (sum(chosen, 'resolved') > 0 && sum(chosen, need) === 0) return () => lacking;
  const closings = sum(chosen, 'resolved');
  const appeals = sum(chosen, need);
  const isIncomplete =
    sum(
      chosen.filter((court) => court[need] === 0),
      'resolved',
    ) >
      NEGLIGIBLE * closings ||
    (closings > 0 &&
      sum(
        chosen.filter(({ resolved }) => resolved === 0),
        need,
      ) >
        NEGLIGIBLE * appeals);
  return () => (isIncomplete ? 'courts-incomplete' : null);
}
