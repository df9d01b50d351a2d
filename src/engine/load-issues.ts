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

/** A contradiction between the columns of a case, as SQL of `next_cases`. */
interface Check {
  readonly reason: string;
  readonly action: string;
  /** Label of the column at fault; null = it has none. */
  readonly label: string | null;
  /** What is shown of the case. */
  readonly shown: string;
  readonly condition: string;
}

type CaseLabels = Readonly<Record<'filed' | 'resolved' | 'closing' | 'due' | 'caseNo', string | null>>;

/**
 * Contradictions between the columns of a case, found after all values are typed. They are counted in one scan, and
 * written where there are any.
 *
 * @param hasEveryCaseNo no 案号 is empty
 */
export async function writeCaseIssues(step: LoadStep, labels: CaseLabels, hasEveryCaseNo: boolean): Promise<void> {
  const checks = checksOf(step, hasEveryCaseNo ? { ...labels, caseNo: null } : labels);
  const own = raw(`FROM next_cases WHERE file_id = ${step.fileId}`);
  const counts = checks.map(({ condition }, i) => `count(*) FILTER (${condition})::INTEGER AS n${i}`);
  const counted = await run(step.engine.connector, sql`SELECT ${raw(counts.join(', '))} ${own}`, step.signal);
  for (const [i, check] of checks.entries()) {
    if (counted.columns[`n${i}`]?.[0] === 0) continue;
    await insertIssues(
      step,
      sql`SELECT * FROM (SELECT source_row, ${check.label}, ${raw(check.shown)}, ${check.reason}, ${check.action}
        ${own} AND ${raw(check.condition)} ORDER BY source_row) AS found("row", "column", raw, reason, action)`,
    );
  }
  await clearDecided(step, 'resolved_before_filed', 'resolved_on = NULL, days = NULL', 'resolved_on < filed_on');
  await clearDecided(step, 'due_before_filed', 'due_on = NULL, due_basis = NULL', 'due_on < filed_on');
}

/** The contradictions that can be between the columns that the list has. */
function checksOf(step: LoadStep, labels: CaseLabels): readonly Check[] {
  const { actions } = step.part.plan.decisions;
  const decided = (reason: Fault, label: string | null, shown: string, condition: string): Check => ({
    reason,
    action: actions[reason],
    label,
    shown,
    condition,
  });
  const noted = (reason: string, label: string, shown: string, condition: string): Check => ({
    reason,
    action: 'noted',
    label,
    shown,
    condition,
  });
  const from = (day: string) => `filed_on::VARCHAR || ' → ' || ${day}::VARCHAR`;
  const { resolved, closing, due, caseNo } = labels;
  const checks = [decided('resolved_before_filed', resolved, from('resolved_on'), 'resolved_on < filed_on')];
  if (due !== null) checks.push(decided('due_before_filed', due, from('due_on'), 'due_on < filed_on'));
  if (caseNo !== null) checks.push(decided('case_no_missing', caseNo, 'case_no', `coalesce(case_no, '') = ''`));
  if (closing === null) return checks;
  const isSaid = 'closing_raw IS NOT NULL';
  checks.push(noted('closing_unknown', closing, 'closing_raw', `${isSaid} AND closing IS NULL`));
  if (resolved === null) return checks;
  return [
    ...checks,
    decided('closed_without_date', closing, 'closing_raw', `${isSaid} AND resolved_on IS NULL`),
    noted(
      'resolved_without_closing',
      closing,
      'resolved_on::VARCHAR',
      'closing_raw IS NULL AND resolved_on IS NOT NULL',
    ),
  ];
}

/** Empties the column of the cases at fault where that was decided. */
async function clearDecided(step: LoadStep, fault: Fault, empty: string, condition: string): Promise<void> {
  if (step.part.plan.decisions.actions[fault] !== 'set_missing') return;
  const own = raw(`UPDATE next_cases SET ${empty} WHERE file_id = ${step.fileId} AND ${condition}`);
  await run(step.engine.connector, sql`${own}`, step.signal);
}
