import { sql, toStatement } from '../sql/fragment.ts';
import type { Statement } from './dimension-values.ts';

/** `reason, action, n`, the most frequent first; a reason with a detail counts under its id. */
export function compileIssueCounts(): Statement {
  return toStatement(
    sql`SELECT split_part(reason, ':', 1) AS reason, action, count(*)::INTEGER AS n FROM ingest_issues
        GROUP BY 1, 2 ORDER BY n DESC, 1, action`,
  );
}

/** Rows of `ingest_issues` in the order of file and row; `reason` null = of every reason, else of that id, whatever its detail. */
export function compileIssueList(reason: string | null, limit: number): Statement {
  const where = reason === null ? sql`` : sql`WHERE split_part(reason, ':', 1) = ${reason}`;
  return toStatement(
    sql`SELECT file, sheet, "row", "column", raw, reason, action FROM ingest_issues ${where}
        ORDER BY file, sheet NULLS FIRST, "row" NULLS FIRST, "column" NULLS FIRST, reason LIMIT ${limit}`,
  );
}

/** `reason, n` of one list; a reason with a detail counts under its id. */
export function compileListIssues(file: string, sheet: string | null): Statement {
  return toStatement(
    sql`SELECT split_part(reason, ':', 1) AS reason, count(*)::INTEGER AS n FROM ingest_issues
        WHERE file = ${file} AND sheet IS NOT DISTINCT FROM ${sheet}::VARCHAR GROUP BY 1 ORDER BY n DESC, reason`,
  );
}
