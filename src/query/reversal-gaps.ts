import { CONFIGURATION } from '../metrics/configuration.ts';
import { raw, sql, toStatement } from '../sql/fragment.ts';
import { quoteLiteral } from '../sql/quote.ts';
import { toFirstInstance } from './appeal-scope.ts';
import type { Statement } from './dimension-values.ts';
import type { CaseFilter } from './metric-query.ts';
import { dateLiteral } from './period.ts';
import type { QueryColumns } from './result.ts';

/** A judgment that was reversed, in the order of the judgments. */
export interface ReversedJudgment {
  readonly caseNo: string;
  readonly resolvedOn: string;
  /** Judgments since the reversed one before it; null for the first, since what lies before the data is not known. */
  readonly gap: number | null;
}

export interface ReversalGaps {
  readonly judgments: number;
  /** Judgments since the last reversed one. */
  readonly since: number;
  readonly reversed: readonly ReversedJudgment[];
}

const list = (values: readonly string[]) => raw(values.map(quoteLiteral).join(', '));

/**
 * First-instance judgments before `end`, put in a row by their day (of one day: in the order of loading), and which of
 * them were altered or remanded by an appeal that has ended. A judgment counts once, however many appeals there were.
 */
export function compileReversalGaps(filter: CaseFilter, end: string): Statement {
  const reversed = [...CONFIGURATION.alteredBuckets.values, ...CONFIGURATION.remandedBuckets.values];
  return toStatement(sql`WITH judged AS (
  SELECT case_id, case_no, resolved_on, row_number() OVER (ORDER BY resolved_on, case_id) AS position
  FROM cases WHERE ${toFirstInstance(filter)} AND closing_bucket IN (${list(CONFIGURATION.judgmentBuckets.values)})
    AND resolved_on < ${dateLiteral(end)}
), reversed AS (
  SELECT DISTINCT original_case_id AS case_id FROM appeals
  WHERE closing_bucket IN (${list(reversed)}) AND resolved_on IS NOT NULL AND original_case_id IS NOT NULL
), found AS (
  SELECT case_no, resolved_on, position, position - lag(position) OVER (ORDER BY position) - 1 AS gap
  FROM judged JOIN reversed USING (case_id)
)
SELECT case_no, CAST(resolved_on AS VARCHAR) AS resolved_on, CAST(gap AS DOUBLE) AS gap, CAST(position AS DOUBLE) AS position,
  CAST((SELECT count(*) FROM judged) AS DOUBLE) AS judgments
FROM found
UNION ALL SELECT NULL, NULL, NULL, NULL, CAST((SELECT count(*) FROM judged) AS DOUBLE)
ORDER BY position NULLS LAST`);
}

/** The rows of `compileReversalGaps`; the last one carries the number of judgments where none was reversed. */
export function toReversalGaps({ rowCount, columns }: QueryColumns): ReversalGaps {
  const number = (column: string, i: number) => {
    const cell = columns[column]?.[i];
    return typeof cell === 'number' ? cell : null;
  };
  const judgments = number('judgments', rowCount - 1) ?? 0;
  const rows = Array.from({ length: Math.max(0, rowCount - 1) }, (_, i) => i);
  return {
    judgments,
    since: judgments - (number('position', rowCount - 2) ?? 0),
    reversed: rows.map((i) => ({
      caseNo: String(columns['case_no']?.[i] ?? ''),
      resolvedOn: String(columns['resolved_on']?.[i] ?? ''),
      gap: number('gap', i),
    })),
  };
}
