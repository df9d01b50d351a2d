/** What a prepared set is made of; see `write-prepared.ts` and `open-prepared.ts`. */

import type { Connector } from './connector.ts';

/** The columns of every table of a set. */
export type Columns = ReadonlyMap<string, readonly string[]>;

/** The columns of every table of the attached database `alias`, by its catalogue. */
export async function readColumns(connector: Connector, alias: string): Promise<Columns> {
  const { columns } = await connector.query(
    'SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = $1 ORDER BY table_name, column_index',
    [alias],
  );
  const found = new Map<string, string[]>();
  (columns['table_name'] ?? []).forEach((table, i) => {
    const own = found.get(String(table)) ?? [];
    own.push(String(columns['column_name']?.[i] ?? ''));
    found.set(String(table), own);
  });
  return found;
}

/** Columns as they are noted in a set: a list of names by table; null where that is not what the text holds. */
export function parseColumns(text: string): Columns | null {
  try {
    const root: unknown = JSON.parse(text);
    if (typeof root !== 'object' || root === null) return null;
    const entries = Object.entries(root).map(([table, names]: [string, unknown]) => {
      return [table, Array.isArray(names) ? names.map(String) : []] as const;
    });
    return new Map(entries);
  } catch {
    return null;
  }
}

/** The table that marks a database as a prepared set: one row per key. */
export const PREPARED_TABLE = 'prepared_set';

/** Raised when an older program could not open what a newer one writes. */
export const PREPARED_FORMAT = 1;

/** Why a file cannot be opened as a prepared set; the sentence for each is in `text/prepared.ts`. */
export type PreparedFault = 'foreign' | 'newer' | 'unreadable';

/** A DuckDB file that is no prepared set, or one that cannot be opened. */
export class PreparedSetError extends Error {
  readonly fault: PreparedFault;

  constructor(fault: PreparedFault, cause?: unknown) {
    super(`prepared set: ${fault}`, { cause });
    this.name = 'PreparedSetError';
    this.fault = fault;
  }
}

/** Name of the column that holds what stands before the serial number of a 案号 in `column`. */
export function prefixOf(column: string): string {
  return `${column}_prefix`;
}

/** Name of the column with the serial number of a 案号 in `column`: cases have one already. */
export function serialOf(table: string, column: string): string {
  return table === 'cases' ? 'serial' : `${column}_serial`;
}

/** SQL of a 案号 from what stands before its serial number. Nearly every 案号 is unique text; its parts are not. */
export function composeSql(table: string, column: string): string {
  return `"${prefixOf(column)}" || "${serialOf(table, column)}"::VARCHAR || '号'`;
}
