import type { RowNote } from '../ingest/raw-table.ts';
import { name, raw, sql, type Fragment } from '../sql/fragment.ts';
import type { LoadedConversion } from './load-conversions.ts';
import { createMap, run } from './load-map.ts';
import { sourceRow } from './load-raw.ts';
import { rawColumn, rawTable, type LoadStep } from './load-request.ts';

/** Conversions of one kind in one column are listed row by row up to this number, and counted beyond it. */
const MAX_CONVERTED = 1000;

/** Rows set aside while reading, and those repaired. */
export async function writeRowNotes(step: LoadStep, notes: readonly RowNote[]): Promise<void> {
  if (notes.length === 0) return;
  const table = `ingest_notes_${step.fileId}`;
  const columns = [
    { name: 'row', type: 'INTEGER' as const },
    ...['raw', 'reason', 'action'].map((column) => ({ name: column, type: 'VARCHAR' as const })),
  ];
  await createMap(
    step.engine.connector,
    table,
    columns,
    notes.map((note) => [String(note.row), note.raw, note.reason, note.action]),
    step.signal,
  );
  await insertIssues(step, sql`SELECT "row", NULL AS "column", raw, reason, action FROM ${name(table)}`);
  await run(step.engine.connector, sql`DROP TABLE ${name(table)}`, undefined);
}

/** One issue per row whose text in the column of a conversion was not taken as it stood. */
export async function writeConversionIssues(
  step: LoadStep,
  { conversion, table, hasRemarks }: LoadedConversion,
): Promise<void> {
  if (hasRemarks) await writeMapIssues(step, table, rawColumn(conversion.index), conversion.label);
}

/** Issues of every row whose text in `column` has a remark in the lookup table `table`. */
export async function writeMapIssues(step: LoadStep, table: string, column: string, label: string): Promise<void> {
  const source = sql`(SELECT *, ${raw(sourceRow(step))} AS ingest_row FROM ${name(rawTable(step.fileId))})`;
  await insertIssues(
    step,
    sql`SELECT ingest_row AS "row", ${label} AS "column", m.raw, m.reason, m.action
      FROM ${source} r JOIN ${name(table)} m ON m.raw = r.${raw(column)} WHERE m.reason IS NOT NULL AND m.action <> 'converted' ORDER BY ingest_row`,
  );
  const converted = sql`SELECT ingest_row, m.raw, m.reason, row_number() OVER (PARTITION BY m.reason ORDER BY ingest_row) AS position,
      count(*) OVER (PARTITION BY m.reason) AS total
      FROM ${source} r JOIN ${name(table)} m ON m.raw = r.${raw(column)} WHERE m.action = 'converted'`;
  await insertIssues(
    step,
    sql`SELECT CASE WHEN position <= ${raw(String(MAX_CONVERTED))} THEN ingest_row END AS "row", ${label} AS "column", raw,
        CASE WHEN position <= ${raw(String(MAX_CONVERTED))} THEN reason
             ELSE reason || ':+' || (total - ${raw(String(MAX_CONVERTED))})::VARCHAR END AS reason, 'converted' AS action
      FROM (${converted}) WHERE position <= ${raw(String(MAX_CONVERTED + 1))} ORDER BY ingest_row`,
  );
}

/** Writes the rows of `query` (row, column, raw, reason, action) as issues of the step's list. */
export async function insertIssues(step: LoadStep, query: Fragment): Promise<void> {
  const { file, plan } = step.part;
  await run(
    step.engine.connector,
    sql`INSERT INTO next_ingest_issues SELECT ${file} AS file, ${plan.table.sheet}::VARCHAR AS sheet, "row", "column", raw, reason, action FROM (${query})`,
    step.signal,
  );
}

/** Contradictions between the columns of a case, found after all values are typed. */
export async function writeCaseIssues(
  step: LoadStep,
  labels: Readonly<Record<'filed' | 'resolved' | 'closing' | 'due' | 'caseNo', string | null>>,
): Promise<void> {
  const own = raw(`FROM next_cases WHERE file_id = ${step.fileId}`);
  const checks: Fragment[] = [
    sql`SELECT source_row, ${labels.resolved}, filed_on::VARCHAR || ' → ' || resolved_on::VARCHAR, 'resolved_before_filed', 'noted' ${own} AND resolved_on < filed_on`,
  ];
  if (labels.due !== null) {
    checks.push(
      sql`SELECT source_row, ${labels.due}, filed_on::VARCHAR || ' → ' || due_on::VARCHAR, 'due_before_filed', 'noted' ${own} AND due_on < filed_on`,
    );
  }
  if (labels.caseNo !== null) {
    checks.push(
      sql`SELECT source_row, ${labels.caseNo}, case_no, 'case_no_missing', 'noted' ${own} AND coalesce(case_no, '') = ''`,
    );
  }
  if (labels.closing !== null) {
    checks.push(
      sql`SELECT source_row, ${labels.closing}, closing_raw, 'closing_unknown', 'noted' ${own} AND closing_raw IS NOT NULL AND closing IS NULL`,
    );
    if (labels.resolved !== null) {
      checks.push(
        sql`SELECT source_row, ${labels.closing}, closing_raw, 'closed_without_date', 'noted' ${own} AND closing_raw IS NOT NULL AND resolved_on IS NULL`,
        sql`SELECT source_row, ${labels.closing}, resolved_on::VARCHAR, 'resolved_without_closing', 'noted' ${own} AND closing_raw IS NULL AND resolved_on IS NOT NULL`,
      );
    }
  }
  for (const check of checks) {
    await insertIssues(
      step,
      sql`SELECT * FROM (${check} ORDER BY source_row) AS found("row", "column", raw, reason, action)`,
    );
  }
}
