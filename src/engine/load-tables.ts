import { APPEAL_COLUMNS, CASE_COLUMNS, ISSUE_COLUMNS, type ColumnDefinition } from '../schema/columns.ts';
import { HISTORY_COLUMNS, LIST_COLUMNS } from '../schema/history.ts';
import type { Connector } from './connector.ts';
import { caseViewSql, STORE, type NarrowCases } from './load-narrow.ts';

/** Follow-up proceedings that first-instance rows tell of (后续…); what `appeals` is built from beside second-instance rows. */
const SEQUEL_COLUMNS: readonly ColumnDefinition[] = [
  { name: 'file_id', type: 'INTEGER', role: 'source' },
  { name: 'source_row', type: 'INTEGER', role: 'source' },
  { name: 'next_case_key', type: 'VARCHAR', role: 'link' },
  { name: 'next_type_code', type: 'VARCHAR', role: 'dimension' },
  { name: 'next_level', type: 'VARCHAR', role: 'dimension' },
  { name: 'next_filed_on', type: 'DATE', role: 'date' },
  { name: 'next_resolved_on', type: 'DATE', role: 'date' },
  { name: 'next_closing', type: 'VARCHAR', role: 'dimension' },
  { name: 'next_closing_bucket', type: 'VARCHAR', role: 'dimension' },
];

/** One row per list that is loaded. `mapping` is JSON text: `[[label, column | null], …]`. */
const FILE_COLUMNS: readonly ColumnDefinition[] = [
  { name: 'id', type: 'INTEGER', role: 'source' },
  { name: 'name', type: 'VARCHAR', role: 'source' },
  { name: 'format', type: 'VARCHAR', role: 'source' },
  { name: 'encoding', type: 'VARCHAR', role: 'source' },
  { name: 'sheet', type: 'VARCHAR', role: 'source' },
  { name: 'header_row', type: 'INTEGER', role: 'source' },
  { name: 'rows', type: 'INTEGER', role: 'source' },
  { name: 'set_aside', type: 'INTEGER', role: 'source' },
  { name: 'mapping', type: 'VARCHAR', role: 'source' },
];

/** Every table of a data set. It is built as `next_<name>` and takes its place in one transaction. */
export const TABLES: Readonly<Record<string, readonly ColumnDefinition[]>> = {
  cases: CASE_COLUMNS,
  appeals: APPEAL_COLUMNS,
  ingest_issues: ISSUE_COLUMNS,
  ingest_files: FILE_COLUMNS,
  case_sequels: SEQUEL_COLUMNS,
  case_history: HISTORY_COLUMNS,
  case_lists: LIST_COLUMNS,
};

const KEPT_ON_ADD = ['cases', 'ingest_issues', 'ingest_files', 'case_sequels', 'case_history'];

/** Creates the empty `next_…` tables; with `isAdding` they start with what is loaded. */
export async function createNextTables(connector: Connector, isAdding: boolean): Promise<void> {
  const creations = Object.entries(TABLES).map(([table, columns]) => {
    const definitions = columns.map((column) => `"${column.name}" ${column.type}`).join(', ');
    return `CREATE OR REPLACE TABLE next_${table} (${definitions});`;
  });
  await connector.query(creations.join(' '));
  if (!isAdding) return;
  for (const table of KEPT_ON_ADD) await connector.query(`INSERT INTO next_${table} SELECT * FROM ${table}`);
}

/** Puts every `next_…` table in the place of the old one, all of them or none. One call: one connection runs it. */
export async function swapTables(
  connector: Connector,
  droppedRaw: readonly string[],
  narrow: NarrowCases | null = null,
): Promise<void> {
  const drops = await dropStatements(connector, [...Object.keys(TABLES), STORE, ...droppedRaw]);
  const swaps = Object.keys(TABLES).map((table) =>
    table === 'cases' && narrow !== null
      ? `DROP VIEW next_cases; ALTER TABLE next_${STORE} RENAME TO ${STORE}; ${caseViewSql(narrow, 'cases', STORE)}`
      : `ALTER TABLE next_${table} RENAME TO ${table};`,
  );
  try {
    await connector.query(`BEGIN TRANSACTION; ${drops.join(' ')} ${swaps.join(' ')} COMMIT;`);
  } catch (error) {
    await connector.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Statements that drop those of `relations` that there are: tables, or the views over a prepared set. */
export async function dropStatements(connector: Connector, relations: readonly string[]): Promise<string[]> {
  const views = new Set(await namesOf(connector, 'view_name', 'duckdb_views()', ''));
  return relations.map((relation) => `DROP ${views.has(relation) ? 'VIEW' : 'TABLE'} IF EXISTS "${relation}";`);
}

/** Removes what an import that failed or was cancelled left behind. */
export async function dropNextTables(connector: Connector, others: readonly string[]): Promise<void> {
  const relations = [...[...Object.keys(TABLES), STORE].map((name) => `next_${name}`), ...others];
  const drops = await dropStatements(connector, relations);
  if (drops.length > 0) await connector.query(drops.join(' '));
}

/** Tables of the data set itself whose name starts with `prefix`. */
export function tablesLike(connector: Connector, prefix: string): Promise<string[]> {
  return namesOf(connector, 'table_name', 'duckdb_tables()', prefix);
}

/** Tables, and views over a prepared set, whose name starts with `prefix`. */
export async function relationsLike(connector: Connector, prefix: string): Promise<string[]> {
  const names = await Promise.all([
    tablesLike(connector, prefix),
    namesOf(connector, 'view_name', 'duckdb_views()', prefix),
  ]);
  return names.flat();
}

/** Not those of an attached file. */
async function namesOf(connector: Connector, column: string, source: string, prefix: string): Promise<string[]> {
  const result = await connector.query(
    `SELECT ${column} FROM ${source} WHERE database_name = current_database() AND starts_with(${column}, $1)`,
    [prefix],
  );
  return (result.columns[column] ?? []).filter((cell) => typeof cell === 'string');
}
