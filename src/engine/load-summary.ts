import type { DatasetSummary, FileSummary } from '../ingest/export-file.ts';
import { CASE_COLUMNS } from '../schema/columns.ts';
import { raw, sql } from '../sql/fragment.ts';
import type { Cell, ColumnTable, Connector } from './connector.ts';
import { run } from './load-map.ts';

/** Throws where a list has rows that are neither loaded nor set aside with a reason, or both. */
export async function assertBalance(connector: Connector, signal: AbortSignal | undefined): Promise<void> {
  const faults = await run(
    connector,
    sql`SELECT f.name, f.rows, f.set_aside, count(c.file_id)::INTEGER AS loaded FROM next_ingest_files f
      LEFT JOIN next_cases c ON c.file_id = f.id GROUP BY f.id, f.name, f.rows, f.set_aside HAVING f.rows <> f.set_aside + count(c.file_id)`,
    signal,
  );
  if (faults.rowCount > 0) throw new Error(`rows ≠ loaded + set aside: ${JSON.stringify(rowsOf(faults))}`);
  const issues = await run(
    connector,
    sql`SELECT (SELECT coalesce(sum(set_aside), 0)::INTEGER FROM next_ingest_files) AS counted,
      (SELECT count(*)::INTEGER FROM next_ingest_issues WHERE action = 'set_aside') AS listed`,
    signal,
  );
  const [row] = rowsOf(issues);
  if (row?.['counted'] !== row?.['listed']) throw new Error(`rows set aside without a reason: ${JSON.stringify(row)}`);
}

/** What the tables of the data set hold. */
export async function summarize(connector: Connector): Promise<DatasetSummary> {
  const files = await run(
    connector,
    sql`SELECT f.*, (SELECT count(*)::INTEGER FROM cases c WHERE c.file_id = f.id) AS loaded FROM ingest_files f ORDER BY id`,
    undefined,
  );
  const counts = CASE_COLUMNS.map(({ name }) => `count(${name})::INTEGER AS ${name}`).join(', ');
  const present = rowsOf(await run(connector, sql`SELECT ${raw(counts)} FROM cases`, undefined))[0] ?? {};
  const span = rowsOf(
    await run(
      connector,
      sql`SELECT least(min(filed_on), min(resolved_on))::VARCHAR AS "from", greatest(max(filed_on), max(resolved_on))::VARCHAR AS "to",
        (SELECT count(*)::INTEGER FROM ingest_issues) AS issues FROM cases`,
      undefined,
    ),
  )[0];
  const summaries = rowsOf(files).map(toFileSummary);
  const total = (of: (file: FileSummary) => number) => summaries.reduce((sum, file) => sum + of(file), 0);
  const from = span?.['from'];
  const to = span?.['to'];
  return {
    files: summaries,
    rows: total((file) => file.rows),
    loaded: total((file) => file.loaded),
    setAside: total((file) => file.setAside),
    issueCount: Number(span?.['issues'] ?? 0),
    span: typeof from === 'string' && typeof to === 'string' ? { from, to } : null,
    presentColumns: CASE_COLUMNS.map(({ name }) => name).filter((name) => Number(present[name] ?? 0) > 0),
    refused: [],
  };
}

const FORMATS = ['csv', 'tsv', 'xlsx', 'xls', 'html', 'spreadsheetml', 'parquet'] as const;
const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;

function toFileSummary(row: Readonly<Record<string, Cell>>): FileSummary {
  const mapping: unknown = JSON.parse(String(row['mapping'] ?? '[]'));
  return {
    id: Number(row['id']),
    name: String(row['name']),
    format: FORMATS.find((format) => format === row['format']) ?? 'csv',
    encoding: ENCODINGS.find((encoding) => encoding === row['encoding']) ?? null,
    sheet: typeof row['sheet'] === 'string' ? row['sheet'] : null,
    headerRow: Number(row['header_row']),
    rows: Number(row['rows']),
    loaded: Number(row['loaded']),
    setAside: Number(row['set_aside']),
    mapping: Array.isArray(mapping) ? mapping.map(toMapping) : [],
  };
}

function toMapping(entry: unknown): { label: string; column: string | null } {
  const [label, column]: unknown[] = Array.isArray(entry) ? entry : [];
  return { label: String(label ?? ''), column: typeof column === 'string' ? column : null };
}

/** The rows of a small result. */
export function rowsOf(table: ColumnTable): Readonly<Record<string, Cell>>[] {
  return Array.from({ length: table.rowCount }, (_, i) =>
    Object.fromEntries(table.names.map((name) => [name, table.columns[name]?.[i] ?? null])),
  );
}
