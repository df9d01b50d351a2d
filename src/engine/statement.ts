import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { RecordBatch } from 'apache-arrow';
import { throwIfAborted } from '../lib/abort.ts';
import { bindLiterals } from '../sql/bind.ts';
import { decodeBatches } from './arrow.ts';
import type { ColumnTable, SqlValue } from './connector.ts';

/** Texts longer than this together are bound to a prepared statement: as part of the SQL they would have to be parsed. */
const LITERAL_CHARACTERS = 65_536;

/**
 * Runs one statement on a connection that nobody else uses, and resolves when the connection is free again.
 *
 * `send(…, true)` lets statements of other connections take turns, and can be cancelled; `query` would hold the worker
 * until it ends. A prepared statement can do neither, so it is kept for values too long to stand in the text.
 */
export async function runStatement(
  connection: AsyncDuckDBConnection,
  sql: string,
  params: readonly SqlValue[],
  signal: AbortSignal | undefined,
): Promise<ColumnTable> {
  throwIfAborted(signal);
  const length = params.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);
  if (length > LITERAL_CHARACTERS) return runPrepared(connection, sql, params);
  const cancel = () => void connection.cancelSent().catch(() => undefined);
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await drain(connection, bindLiterals(sql, params), signal);
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

async function drain(
  connection: AsyncDuckDBConnection,
  sql: string,
  signal: AbortSignal | undefined,
): Promise<ColumnTable> {
  const reader = await connection.send(sql, true);
  // Read before the batches: the reader drops its schema when it has come to the end.
  await reader.open();
  const { schema } = reader;
  const batches: RecordBatch[] = [];
  for await (const batch of reader) {
    throwIfAborted(signal);
    batches.push(batch);
  }
  return decodeBatches(schema, batches);
}

async function runPrepared(
  connection: AsyncDuckDBConnection,
  sql: string,
  params: readonly SqlValue[],
): Promise<ColumnTable> {
  const statement = await connection.prepare(sql);
  try {
    const table = await statement.query(...params);
    return decodeBatches(table.schema, table.batches);
  } finally {
    await statement.close();
  }
}
