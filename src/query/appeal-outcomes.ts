import { sql, toStatement } from '../sql/fragment.ts';
import { type AppealScope, toAppealRows, toWithin } from './appeal-scope.ts';
import type { Statement } from './dimension-values.ts';
import type { QueryColumns } from './result.ts';

/** How many appeals ended in one way, counted as each definition of 发改率 counts its numerator. */
export interface AppealOutcome {
  /** Canonical 结案方式; null = not known. */
  readonly closing: string | null;
  readonly bucket: string | null;
  /** Attributed to the court of origin, by their own closing date: D1, D2. */
  readonly byFirst: number;
  /** By their own closing date, whether attributed or not: D3, D4. */
  readonly bySecond: number;
  /** Attributed, by the closing date of the first instance: D5. */
  readonly byCohort: number;
}

/** One row per result, the most frequent first. */
export function compileAppealOutcomes({ period, filter }: AppealScope): Statement {
  const first = toAppealRows(filter, 'original');
  const second = toAppealRows(filter, null);
  const result = (rows: typeof first) =>
    sql`${rows.own('closing')} AS closing, ${rows.own('closing_bucket')} AS bucket`;
  return toStatement(sql`WITH counted AS (
  SELECT ${result(first)}, 'first' AS seen FROM ${first.from}
  WHERE ${first.where} AND ${first.own('is_attributed')} AND ${toWithin(first.own('resolved_on'), period)}
  UNION ALL
  SELECT ${result(second)}, 'second' FROM ${second.from}
  WHERE ${second.where} AND ${toWithin(second.own('resolved_on'), period)}
  UNION ALL
  SELECT ${result(first)}, 'cohort' FROM ${first.from}
  WHERE ${first.where} AND ${first.own('is_attributed')} AND ${first.own('resolved_on')} IS NOT NULL
    AND ${toWithin(first.own('original_resolved_on'), period)}
)
SELECT closing, bucket, CAST(count(*) FILTER (WHERE seen = 'first') AS DOUBLE) AS by_first,
  CAST(count(*) FILTER (WHERE seen = 'second') AS DOUBLE) AS by_second,
  CAST(count(*) FILTER (WHERE seen = 'cohort') AS DOUBLE) AS by_cohort
FROM counted
GROUP BY closing, bucket
ORDER BY by_second DESC, by_first DESC, closing NULLS LAST, bucket NULLS LAST`);
}

/** The rows of `compileAppealOutcomes`. */
export function toAppealOutcomes({ rowCount, columns }: QueryColumns): readonly AppealOutcome[] {
  const text = (column: string, i: number) => {
    const cell = columns[column]?.[i] ?? null;
    return cell === null ? null : String(cell);
  };
  const count = (column: string, i: number) => Number(columns[column]?.[i] ?? 0);
  return Array.from({ length: rowCount }, (_, i) => ({
    closing: text('closing', i),
    bucket: text('bucket', i),
    byFirst: count('by_first', i),
    bySecond: count('by_second', i),
    byCohort: count('by_cohort', i),
  }));
}
