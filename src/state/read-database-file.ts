import type { LoadEngine } from '../engine/load-request.ts';
import { PREPARED_TABLE } from '../engine/prepared-set.ts';
import { readDatabase } from '../engine/read-database.ts';
import type { RawTable, ReadOutcome } from '../ingest/raw-table.ts';

/** Reads a text, in a worker or right here. */
export type ReadCsv = (csv: Uint8Array) => Promise<ReadOutcome>;

/**
 * The lists in a DuckDB file that is not a prepared set: each table is judged on its own, as the sheets of a workbook are.
 * The engine gives the text of a table, and that is read like every other text. Never rejects.
 */
export async function readDatabaseFile(
  engine: LoadEngine,
  file: Uint8Array | Blob,
  readCsv: ReadCsv,
): Promise<ReadOutcome> {
  const tables = await readDatabase(engine, file).catch(() => []);
  if (tables.some(({ name }) => name === PREPARED_TABLE)) return { kind: 'refused', error: 'prepared' };
  const lists: RawTable[] = [];
  for (const { name, csv } of tables) {
    const outcome = await readCsv(csv);
    if (outcome.kind === 'tables') lists.push(...outcome.tables.map((table) => asTable(table, name, csv)));
  }
  return lists.length === 0 ? { kind: 'refused', error: 'duckdb' } : { kind: 'tables', tables: lists };
}

/** The text is not in the file, so the list keeps it. */
function asTable(table: RawTable, sheet: string, csv: Uint8Array): RawTable {
  const { body } = table;
  const own = body.kind === 'clean' && body.bytes === null ? { ...body, bytes: csv } : body;
  return { ...table, format: 'duckdb', encoding: null, sheet, body: own };
}
