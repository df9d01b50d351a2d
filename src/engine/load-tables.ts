import { APPEAL_COLUMNS, CASE_COLUMNS, ISSUE_COLUMNS, type ColumnDefinition } from '../schema/columns.ts';
import type { Connector } from './connector.ts';

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
};

const KEPT_ON_ADD = ['cases', 'ingest_issues', 'ingest_files', 'case_sequels'];

/** Creates the empty `next_…` tables; with `isAdding` they start with what is loaded. */
export async function createNextTables(connector: Connector, isAdding: boolean): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES)) {
    const definitions = columns.map((column) => `"${column.name}" ${column.type}`).join(', ');
    await connector.query(`CREATE OR REPLACE TABLE next_${table} (${definitions})`);
    if (isAdding && KEPT_ON_ADD.includes(table))
      await connector.query(`INSERT INTO next_${table} SELECT * FROM ${table}`);
  }
}

/** Puts every `next_…` table in the place of the old one, all of them or none. One call: one connection runs it. */
export async function swapTables(connector: Connector, droppedRaw: readonly string[]): Promise<void> {
  const swaps = Object.keys(TABLES).map(
    (table) => `DROP TABLE IF EXISTS ${table}; ALTER TABLE next_${table} RENAME TO ${table};`,
  );
  const drops = droppedRaw.map((table) => `DROP TABLE IF EXISTS "${table}";`);
  try {
    await connector.query(`BEGIN TRANSACTION; ${swaps.join(' ')} ${drops.join(' ')} COMMIT;`);
  } catch (error) {
    await connector.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Removes what an import that failed or was cancelled left behind. */
export async function dropNextTables(connector: Connector, others: readonly string[]): Promise<void> {
  for (const table of [...Object.keys(TABLES).map((name) => `next_${name}`), ...others]) {
    await connector.query(`DROP TABLE IF EXISTS "${table}"`);
  }
}

/** Tables whose name starts with `prefix`. */
export async function tablesLike(connector: Connector, prefix: string): Promise<string[]> {
  const result = await connector.query('SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, $1)', [
    prefix,
  ]);
  return (result.columns['table_name'] ?? []).filter((cell) => typeof cell === 'string');
}
