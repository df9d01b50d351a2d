import type { Fault } from '../ingest/decision.ts';
import type { RowNote } from '../ingest/raw-table.ts';
import { name, raw, sql, type Fragment } from '../sql/fragment.ts';
import type { LoadedConversion } from './load-conversions.ts';
import { createMap, run } from './load-map.ts';
import type { LoadStep } from './load-request.ts';
import { matchSql, rowsOfList } from './load-rows.ts';

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
  if (hasRemarks) await writeMapIssues(step, table, matchSql(step, conversion.index, 'm'), conversion.label);
}

/**
 * Issues of every row whose text has a remark in the lookup table `table`.
 *
 * @param match SQL of the condition that joins it, as `m`, to the rows `r`.
 */
export async function writeMapIssues(step: LoadStep, table: string, match: string, label: string): Promise<void> {
  const source = sql`${rowsOfList(step)} r JOIN ${name(table)} m ON ${raw(match)}`;
  await insertIssues(
    step,
    sql`SELECT ingest_row AS "row", ${label} AS "column", m.raw, m.reason, m.action
      FROM ${source} WHERE m.reason IS NOT NULL AND m.action <> 'converted' ORDER BY ingest_row`,
  );
  const converted = sql`SELECT ingest_row, m.raw, m.reason, row_number() OVER (PARTITION BY m.reason ORDER BY ingest_row) AS position,
      count(*) OVER (PARTITION BY m.reason) AS total
      FROM ${source} WHERE m.action = 'converted'`;
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
  const { actions } = step.part.plan.decisions;
  const own = raw(`FROM next_cases WHERE file_id = ${step.fileId}`);
  const action = (fault: Fault) => raw(`'${actions[fault]}'`);
  const checks: Fragment[] = [
    sql`SELECT source_row, ${labels.resolved}, filed_on::VARCHAR || ' → ' || resolved_on::VARCHAR, 'resolved_before_filed', ${action('resolved_before_filed')} ${own} AND resolved_on < filed_on`,
  ];
  if (labels.due !== null) {
    checks.push(
      sql`SELECT source_row, ${labels.due}, filed_on::VARCHAR || ' → ' || due_on::VARCHAR, 'due_before_filed', ${action('due_before_filed')} ${own} AND due_on < filed_on`,
    );
  }
  if (labels.caseNo !== null) {
    checks.push(
      sql`SELECT source_row, ${labels.caseNo}, case_no, 'case_no_missing', ${action('case_no_missing')} ${own} AND coalesce(case_no, '') = ''`,
    );
  }
  if (labels.closing !== null) {
    checks.push(
      sql`SELECT source_row, ${labels.closing}, closing_raw, 'closing_unknown', 'noted' ${own} AND closing_raw IS NOT NULL AND closing IS NULL`,
    );
    if (labels.resolved !== null) {
      checks.push(
        sql`SELECT source_row, ${labels.closing}, closing_raw, 'closed_without_date', ${action('closed_without_date')} ${own} AND closing_raw IS NOT NULL AND resolved_on IS NULL`,
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
  await clearDecided(step, 'resolved_before_filed', 'resolved_on = NULL, days = NULL', 'resolved_on < filed_on');
  await clearDecided(step, 'due_before_filed', 'due_on = NULL, due_basis = NULL', 'due_on < filed_on');
}

/** Empties the column of the cases at fault where that was decided. */
async function clearDecided(step: LoadStep, fault: Fault, empty: string, condition: string): Promise<void> {
  if (step.part.plan.decisions.actions[fault] !== 'set_missing') return;
  const own = raw(`UPDATE next_cases SET ${empty} WHERE file_id = ${step.fileId} AND ${condition}`);
  await run(step.engine.connector, sql`${own}`, step.signal);
}
