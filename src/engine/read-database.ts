import { quoteLiteral, quoteName } from '../sql/quote.ts';
import type { Connector } from './connector.ts';
import type { LoadEngine } from './load-request.ts';

/** A table of a database file as comma-separated UTF-8, names of its columns first. */
export interface DatabaseTable {
  readonly name: string;
  readonly csv: Uint8Array;
}

/** Rows made text by one statement: some megabytes. */
const ROWS_PER_STEP = 20_000;
/** A database that is no export but a warehouse is not copied into a browser. */
const MAX_ROWS = 5_000_000;

/**
 * The tables of a DuckDB file as text, in the order of their names, the values as DuckDB writes them in a CSV. The engine
 * makes the text, so that the page does not wait for cell after cell. Rejects where the file cannot be attached.
 */
export async function readDatabase(engine: LoadEngine, file: Uint8Array | Blob): Promise<DatabaseTable[]> {
  const { connector } = engine;
  const registered = await engine.files.register(file, 'duckdb');
  const alias = `foreign_${registered.path.replace(/\W+/g, '_')}`;
  try {
    await connector.query(`ATTACH ${quoteLiteral(registered.path)} AS ${quoteName(alias)} (READ_ONLY)`);
    try {
      return await readTables(connector, alias);
    } finally {
      await connector.query(`DETACH ${quoteName(alias)}`);
    }
  } finally {
    await registered.release();
  }
}

async function readTables(connector: Connector, alias: string): Promise<DatabaseTable[]> {
  const { columns } = await connector.query(
    `SELECT schema_name AS "schema", table_name AS "table" FROM duckdb_tables()
     WHERE database_name = $1 AND NOT internal AND estimated_size <= $2 ORDER BY 1, 2`,
    [alias, MAX_ROWS],
  );
  const tables: DatabaseTable[] = [];
  for (const [i, table] of (columns['table'] ?? []).entries()) {
    const path = [alias, String(columns['schema']?.[i]), String(table)].map(quoteName).join('.');
    tables.push({ name: String(table), csv: await readTable(connector, path) });
  }
  return tables;
}

async function readTable(connector: Connector, path: string): Promise<Uint8Array> {
  const { names } = await connector.query(`SELECT * FROM ${path} LIMIT 0`);
  const encoder = new TextEncoder();
  const parts = [encoder.encode(`${names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',')}\n`)];
  const cells = names.map((name) => `'"' || replace(coalesce(${quoteName(name)}::VARCHAR, ''), '"', '""') || '"'`);
  const { columns } = await connector.query(`SELECT max(rowid)::DOUBLE AS last FROM ${path}`);
  const last = Number(columns['last']?.[0] ?? -1);
  for (let from = 0; from <= last; from += ROWS_PER_STEP) {
    const { columns: step } = await connector.query(
      `SELECT string_agg(${cells.join(` || ',' || `)}, chr(10) ORDER BY rowid) || chr(10) AS "text" FROM ${path}
       WHERE rowid >= $1 AND rowid < $2`,
      [from, from + ROWS_PER_STEP],
    );
    const text = step['text']?.[0];
    if (typeof text === 'string') parts.push(encoder.encode(text));
  }
  return join(parts);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
