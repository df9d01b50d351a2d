import { raw, sql, toStatement } from '../sql/fragment.ts';
import type { Statement } from './dimension-values.ts';
import { checkedPeriod, type DurationScope, toDurationSource, toTrialCondition } from './duration-scope.ts';
import { dateLiteral } from './period.ts';
import type { QueryColumns } from './result.ts';

/** Width of a bin: bin k holds the cases that took 15k up to and including 15k + 14 days. */
export const BIN_DAYS = 15;

/** Days from filing to closing of the cases of one procedure that were closed in the period. */
export interface DurationDistribution {
  /** Null: not known. */
  readonly procedure: string | null;
  readonly count: number;
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
  /** Bins that hold a case, ascending. */
  readonly bins: readonly { readonly bin: number; readonly count: number }[];
}

/** Counts per procedure and bin of days, with quantiles as R's type 7. The most frequent procedure first. */
export function compileDurationHistogram(scope: DurationScope): Statement {
  const { start, end } = checkedPeriod(scope);
  return toStatement(sql`WITH closed AS (
  SELECT procedure, days FROM ${toDurationSource(scope)}
  WHERE resolved_on >= ${dateLiteral(start)} AND resolved_on < ${dateLiteral(end)} AND days IS NOT NULL
    AND ${toTrialCondition(scope.filter)}
), whole AS (
  SELECT procedure, count(*) AS n, quantile_cont(days, 0.5) AS median, quantile_cont(days, 0.99) AS p99, max(days) AS longest
  FROM closed GROUP BY procedure
), bins AS (
  SELECT procedure, days // ${raw(String(BIN_DAYS))} AS bin, count(*) AS n FROM closed GROUP BY procedure, bin
)
SELECT whole.procedure, CAST(whole.n AS DOUBLE) AS n, CAST(median AS DOUBLE) AS median, CAST(p99 AS DOUBLE) AS p99,
  CAST(longest AS DOUBLE) AS longest, CAST(bins.bin AS DOUBLE) AS bin, CAST(bins.n AS DOUBLE) AS bin_n
FROM whole JOIN bins ON whole.procedure IS NOT DISTINCT FROM bins.procedure
ORDER BY whole.n DESC, whole.procedure NULLS LAST, bins.bin`);
}

/** The rows of `compileDurationHistogram`. */
export function toDurationDistributions(table: QueryColumns): readonly DurationDistribution[] {
  const number = (name: string, i: number) => Number(table.columns[name]?.[i]);
  const found = new Map<string | null, DurationDistribution & { bins: { bin: number; count: number }[] }>();
  for (let i = 0; i < table.rowCount; i += 1) {
    const cell = table.columns['procedure']?.[i];
    const procedure = cell == null ? null : String(cell);
    const distribution = found.get(procedure) ?? {
      procedure,
      count: number('n', i),
      median: number('median', i),
      p99: number('p99', i),
      longest: number('longest', i),
      bins: [],
    };
    found.set(procedure, distribution);
    distribution.bins.push({ bin: number('bin', i), count: number('bin_n', i) });
  }
  return [...found.values()];
}
