import { CASE_COLUMNS } from '../schema/columns.ts';
import { HISTORY_COLUMNS } from '../schema/history.ts';
import { join, name, raw, sql, toStatement } from '../sql/fragment.ts';
import type { Statement } from './dimension-values.ts';

/** Every column of one case. */
export function compileCase(caseId: number): Statement {
  const columns = CASE_COLUMNS.map(({ name: column }) => name(column));
  return toStatement(sql`SELECT ${join(columns, ', ')} FROM cases WHERE case_id = ${caseId}`);
}

/**
 * The proceedings linked to a case: `original`, the one it came from; `later`, those that name it as theirs (appeal,
 * retrial, enforcement); `told`, an appeal that only the 后续… columns of the case itself tell of, without a row of its
 * own and so without a `case_id`.
 */
export function compileLinkedCases(caseId: number): Statement {
  const columns = 'case_id, case_no, court, matter, "level", filed_on, resolved_on, closing';
  return toStatement(sql`WITH opened AS (SELECT case_id, case_key, original_case_key FROM cases WHERE case_id = ${caseId})
SELECT 'original' AS relation, ${raw(columns)} FROM cases WHERE case_key = (SELECT original_case_key FROM opened)
UNION ALL
SELECT 'later' AS relation, ${raw(columns)} FROM cases WHERE original_case_key = (SELECT case_key FROM opened)
UNION ALL
SELECT 'told' AS relation, NULL, case_key, deciding_court, matter, "level", filed_on, resolved_on, closing FROM appeals
WHERE case_id IS NULL AND original_case_id = (SELECT case_id FROM opened)
ORDER BY relation DESC, filed_on NULLS LAST, case_id NULLS LAST, case_no`);
}

/** The older rows of a case, the newest first, with the list that each stood in and its last day. */
export function compileCaseHistory(caseId: number): Statement {
  const columns = HISTORY_COLUMNS.map(({ name: column }) => sql`h.${name(column)}`);
  return toStatement(sql`SELECT f.name AS file, f.sheet, CAST(l.as_of AS VARCHAR) AS as_of, ${join(columns, ', ')}
FROM case_history h JOIN ingest_files f ON f.id = h.file_id LEFT JOIN case_lists l ON l.file_id = h.file_id
WHERE h.case_key = (SELECT case_key FROM cases WHERE case_id = ${caseId})
ORDER BY l.position DESC NULLS LAST, h.source_row`);
}

/** Where a row stood: a list, its sheet and the 1-based row. */
export interface RowPlace {
  readonly fileId: number;
  readonly file: string;
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly row: number;
}

/** The issues of one row of one list, in the order of its columns. */
export function compileRowIssues({ file, sheet, row }: RowPlace): Statement {
  return toStatement(sql`SELECT "column", raw, reason, action FROM ingest_issues
WHERE file = ${file} AND sheet IS NOT DISTINCT FROM ${sheet}::VARCHAR AND "row" = ${row}
ORDER BY "column" NULLS FIRST, reason`);
}

/** Whether the raw text of a list carries its row numbers, as the column `is_numbered`; see `compileRawRow`. */
export function compileRawKind({ fileId }: Pick<RowPlace, 'fileId'>): Statement {
  return toStatement(sql`SELECT bool_or(column_name = 'source_row') AS is_numbered FROM duckdb_columns()
WHERE table_name = ${rawTable(fileId)}`);
}

/**
 * The text of a row as it stood, one column `c0, c1, …` per column of the file. A list that the engine read by position
 * (`isNumbered` false) has no row numbers: its first record stands in the row below the header.
 *
 * @param width columns of the file
 */
export function compileRawRow(place: RowPlace, width: number, isNumbered: boolean): Statement {
  const columns = Array.from({ length: width }, (_, i) => name(`c${i}`));
  const position = isNumbered ? sql`source_row = ${place.row}` : sql`rowid = ${place.row - place.headerRow - 1}`;
  return toStatement(sql`SELECT ${join(columns, ', ')} FROM ${name(rawTable(place.fileId))} WHERE ${position}`);
}

/** The table of raw text that the import makes of a list. */
function rawTable(fileId: number): string {
  if (!Number.isInteger(fileId) || fileId < 0) throw new RangeError(`Not a list: ${fileId}`);
  return `raw_${fileId}`;
}
