import { quoteLiteral, quoteName } from '../sql/quote.ts';
import type { Cell, Connector } from './connector.ts';
import type { LoadEngine } from './load-request.ts';
import { STORE } from './load-narrow.ts';
import { TABLES } from './load-tables.ts';
import {
  type Columns,
  composeSql,
  parseColumns,
  PREPARED_FORMAT,
  PREPARED_TABLE,
  PreparedSetError,
  prefixOf,
  readColumns,
} from './prepared-set.ts';

/** A prepared set whose tables are those of the data set. */
export interface OpenPrepared {
  /** What was written beside the rows. */
  readonly facts: string;
  /** Lets go of the file. To be called once nothing reads the set any more: after another one has taken its place. */
  close(): Promise<void>;
}

/**
 * Puts a prepared set in the place of what is loaded, without reading its rows: the file is attached read-only, and the
 * tables of the data set become views over it. Rows are fetched from the file block by block when a statement asks for
 * them. Throws `PreparedSetError`; on every failure what was loaded before is untouched.
 */
export async function openPrepared(engine: LoadEngine, file: Blob): Promise<OpenPrepared> {
  const { connector, files } = engine;
  const registered = await files.register(file, 'duckdb');
  const alias = aliasOf(registered.path);
  let isAttached = false;
  const close = async () => {
    if (isAttached) await connector.query(`DETACH ${alias}`).catch(() => undefined);
    await registered.release();
  };
  try {
    await connector.query(`ATTACH ${quoteLiteral(registered.path)} AS ${alias} (READ_ONLY)`).catch((cause: unknown) => {
      throw new PreparedSetError('unreadable', cause);
    });
    isAttached = true;
    const notes = await readNotes(connector, alias);
    await showTables(connector, alias, await columnsOf(connector, alias, notes.get('columns')));
    return { facts: String(notes.get('facts') ?? '{}'), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A name that no other attached file has, as paths are never used twice: the set to be replaced stays until this one is there. */
function aliasOf(path: string): string {
  return `prepared_${path.replace(/\W+/g, '_')}`;
}

/** What stands beside the rows: one row per key. */
async function readNotes(connector: Connector, alias: string): Promise<ReadonlyMap<Cell, Cell>> {
  const notes = `SELECT "key", "value" FROM ${alias}.${PREPARED_TABLE}`;
  const { columns: rows } = await connector.query(notes).catch(async (cause: unknown) => {
    const columns = await readColumns(connector, alias);
    throw columns.has(PREPARED_TABLE) ? cause : new PreparedSetError('foreign', cause);
  });
  const values = new Map((rows['key'] ?? []).map((key, i) => [key, rows['value']?.[i] ?? null]));
  if (Number(values.get('format')) > PREPARED_FORMAT) throw new PreparedSetError('newer');
  return values;
}

/**
 * The columns of every table of the file. Asking the engine's catalogue takes a third of a second in a fresh engine, so
 * they are noted in the file; an older program did not.
 */
async function columnsOf(connector: Connector, alias: string, noted: Cell | undefined): Promise<Columns> {
  return (typeof noted === 'string' ? parseColumns(noted) : null) ?? (await readColumns(connector, alias));
}

/** One call, so that one connection runs it: every view takes its place, or none does. */
async function showTables(connector: Connector, alias: string, columns: Columns): Promise<void> {
  const drops = await dropsOf(connector);
  const own = Object.entries(TABLES).map(
    ([table, definitions]) =>
      [table, definitions.map(({ name, type }) => columnSql(columns, table, name, type))] as const,
  );
  const texts = [...columns.keys()].filter(isRawTable).map((table) => {
    const names = (columns.get(table) ?? []).filter((column) => column === 'source_row' || /^c\d+$/.test(column));
    return [table, names.map((column) => columnSql(columns, table, column, 'VARCHAR'))] as const;
  });
  const views = [...own, ...texts].map(([table, list]) => {
    const from = columns.has(table) ? ` FROM ${alias}.${quoteName(table)}` : ' WHERE false';
    return `CREATE VIEW ${quoteName(table)} AS SELECT ${list.join(', ')}${from};`;
  });
  try {
    await connector.query(`BEGIN TRANSACTION; ${drops.join(' ')} ${views.join(' ')} COMMIT;`);
  } catch (error) {
    await connector.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Statements that drop what is loaded. */
async function dropsOf(connector: Connector): Promise<readonly string[]> {
  const { columns } = await connector.query(
    `SELECT table_name AS name, 'TABLE' AS kind FROM duckdb_tables() WHERE database_name = current_database()
    UNION ALL SELECT view_name, 'VIEW' FROM duckdb_views() WHERE database_name = current_database() AND NOT internal`,
  );
  return (columns['name'] ?? []).flatMap((cell, i) => {
    const relation = String(cell);
    const isOwn = relation in TABLES || relation === STORE || relation.startsWith('raw_');
    return isOwn ? [`DROP ${String(columns['kind']?.[i])} ${quoteName(relation)};`] : [];
  });
}

/** A column as the data set has it; one that the file lacks, because an older program wrote it, is not known. */
function columnSql(columns: Columns, table: string, column: string, type: string): string {
  const stored = columns.get(table) ?? [];
  const own = quoteName(column);
  if (!stored.includes(column)) return `NULL::${type} AS ${own}`;
  return stored.includes(prefixOf(column)) ? `coalesce(${own}, ${composeSql(table, column)}) AS ${own}` : own;
}

function isRawTable(table: string): boolean {
  return /^raw_\d+$/.test(table);
}
