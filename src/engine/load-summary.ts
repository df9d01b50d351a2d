import type { DatasetSummary, FileSummary } from '../ingest/export-file.ts';
import { CASE_COLUMNS } from '../schema/columns.ts';
import { raw, sql } from '../sql/fragment.ts';
import type { Cell, ColumnTable, Connector } from './connector.ts';
import { run } from './load-map.ts';

/** Throws where a list has rows that are neither loaded nor set aside with a reason, or both. */
export async function assertBalance(connector: Connector, signal: AbortSignal | undefined): Promise<void> {
  const faults = await run(
    connector,
    sql`SELECT f.name, f.rows, f.set_aside, coalesce(c.n, 0) AS loaded FROM next_ingest_files f
      LEFT JOIN (SELECT file_id, count(*)::INTEGER AS n FROM next_cases GROUP BY file_id) c ON c.file_id = f.id
      WHERE f.rows <> f.set_aside + coalesce(c.n, 0)`,
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
    sql`SELECT f.*, coalesce(c.n, 0) AS loaded FROM ingest_files f
      LEFT JOIN (SELECT file_id, count(*)::INTEGER AS n FROM cases GROUP BY file_id) c ON c.file_id = f.id ORDER BY id`,
    undefined,
  );
  const present = await findPresentColumns(connector);
  const span = rowsOf(
    await run(
      connector,
      sql`SELECT least(min(filed_on), min(resolved_on))::VARCHAR AS "from", greatest(max(filed_on), max(resolved_on))::VARCHAR AS "to",
        (SELECT count(*)::INTEGER FROM ingest_issues) AS issues,
        (SELECT count(*)::INTEGER FROM ingest_issues WHERE starts_with(reason, 'superseded') OR starts_with(reason, 'list_replaced')) AS superseded FROM cases`,
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
    superseded: Number(span?.['superseded'] ?? 0),
    issueCount: Number(span?.['issues'] ?? 0),
    span: typeof from === 'string' && typeof to === 'string' ? { from, to } : null,
    presentColumns: present,
    refused: [],
  };
}

const HEAD_CASES = 2048;

/** Columns of `cases` with a value in some row, in the order of the schema: those of the first rows, then of the others. */
async function findPresentColumns(connector: Connector): Promise<string[]> {
  const names = CASE_COLUMNS.map(({ name }) => name);
  const filled = async (columns: readonly string[], source: string) => {
    if (columns.length === 0) return [];
    const counts = columns.map((column) => `count(${column})::INTEGER AS ${column}`).join(', ');
    const [row] = rowsOf(await run(connector, sql`SELECT ${raw(counts)} FROM ${raw(source)}`, undefined));
    return columns.filter((column) => Number(row?.[column] ?? 0) > 0);
  };
  const early = new Set(await filled(names, `(SELECT * FROM cases LIMIT ${HEAD_CASES})`));
  const rest = names.filter((column) => !early.has(column));
  const late = new Set(await filled(rest, 'cases'));
  return names.filter((column) => early.has(column) || late.has(column));
}

const FORMATS = ['csv', 'tsv', 'xlsx', 'xls', 'html', 'spreadsheetml', 'json', 'parquet', 'duckdb'] as const;
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
