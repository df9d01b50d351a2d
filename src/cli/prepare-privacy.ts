import type { Connector } from '../engine/connector.ts';
import { createMap } from '../engine/load-map.ts';
import type { PreparedRawText } from '../engine/write-prepared.ts';
import type { FileSummary } from '../ingest/export-file.ts';
import { isPersonalLabel } from '../ingest/personal-label.ts';
import { toCode } from '../lib/pseudonym.ts';
import { MASKING } from '../text/workspace.ts';

/** The raw text of a list that may go along: not that of parties; with names hidden, only of columns that are used. */
export function planRawText(file: FileSummary, isMasked: boolean): PreparedRawText {
  const caseNo = file.mapping.findIndex(({ column }) => column === 'case_no');
  return {
    fileId: file.id,
    headerRow: file.headerRow,
    width: file.mapping.length,
    caseNo: caseNo < 0 ? null : caseNo,
    leftOut: file.mapping.flatMap(({ label, column }, i) => (staysBehind(label, column, isMasked) ? [i] : [])),
  };
}

function staysBehind(label: string, column: string | null, isMasked: boolean): boolean {
  return column === null ? isMasked || isPersonalLabel(label) : isMasked && column === 'judge';
}

/** Labels of the columns that hold personal details, each once. */
export function personalLabels(files: readonly FileSummary[]): readonly string[] {
  const labels = files.flatMap(({ mapping }) =>
    mapping.flatMap(({ label, column }) => (column === null && isPersonalLabel(label) ? [label] : [])),
  );
  return [...new Set(labels)];
}

/** Issues of whole rows whose `raw` is a 案号, not the row. */
const CASE_NUMBER_ISSUES = ['duplicate_', 'case_no'];

/** Takes the text out of issues that could hold a name: of whole rows, and of the judge's column where names are hidden. */
export async function blankIssues(
  connector: Connector,
  files: readonly FileSummary[],
  isMasked: boolean,
): Promise<void> {
  const isKept = CASE_NUMBER_ISSUES.map((start) => `starts_with(reason, '${start}')`).join(' OR ');
  for (const { name, mapping } of files) {
    const hasPersons = mapping.some(({ label, column }) => column === null && isPersonalLabel(label));
    if (isMasked || hasPersons)
      await connector.query(
        `UPDATE ingest_issues SET raw = NULL WHERE file = $1 AND "column" IS NULL AND NOT (${isKept})`,
        [name],
      );
    for (const { label } of mapping.filter(({ column }) => isMasked && column === 'judge'))
      await connector.query('UPDATE ingest_issues SET raw = NULL WHERE file = $1 AND "column" = $2', [name, label]);
  }
}

/** Puts the pseudonym of its place in `roster` in the place of every judge's name. */
export async function maskJudges(connector: Connector, roster: readonly string[]): Promise<void> {
  const columns = ['name', 'pseudonym'].map((column) => ({ name: column, type: 'VARCHAR' as const }));
  const rows = roster.map((judge, place) => [judge, MASKING.judge(toCode(place)).zh]);
  await createMap(connector, 'ingest_pseudonyms', columns, rows, undefined);
  for (const table of ['cases', 'appeals'])
    await connector.query(`UPDATE ${table} SET judge = p.pseudonym FROM ingest_pseudonyms p WHERE p.name = judge`);
  await connector.query('DROP TABLE ingest_pseudonyms');
}
