import type { Connector, FileStore, MemoryColumn, TableStore } from '../engine/connector.ts';
import { quoteName } from '../sql/quote.ts';

const ROWS_PER_CHUNK = 50_000;

/** Makes tables in native DuckDB, whose client takes no columns: by way of a file of their cells. */
export class NodeTables implements TableStore {
  readonly #connector: Connector;
  readonly #files: FileStore;

  constructor(connector: Connector, files: FileStore) {
    this.#connector = connector;
    this.#files = files;
  }

  async createTable(table: string, columns: readonly MemoryColumn[]): Promise<void> {
    const file = await this.#files.register(toCsv(columns), 'csv');
    const types = columns.map((column) => `${quoteName(column.name)}: '${typeOf(column)}'`).join(', ');
    try {
      await this.#connector.query(
        `CREATE TABLE ${quoteName(table)} AS SELECT * FROM read_csv($1, columns = {${types}}, auto_detect = false, header = false,
          delim = ',', quote = '"', escape = '"', new_line = '\\n', null_padding = false, strict_mode = true)`,
        [file.path],
      );
    } finally {
      await file.release();
    }
  }
}

function typeOf(column: MemoryColumn): string {
  if ('bytes' in column) return 'VARCHAR';
  if (column.values instanceof Uint8Array) return 'UTINYINT';
  return column.values instanceof Uint16Array ? 'USMALLINT' : 'INTEGER';
}

function toCsv(columns: readonly MemoryColumn[]): Blob {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const cells = columns.map((column) =>
    'bytes' in column
      ? (row: number) => quoted(decoder.decode(column.bytes.subarray(column.offsets[row], column.offsets[row + 1])))
      : (row: number) => String(column.values[row] ?? 0),
  );
  const [first] = columns;
  const rows = first === undefined ? 0 : 'bytes' in first ? first.offsets.length - 1 : first.values.length;
  const chunks: string[] = [];
  for (let start = 0; start < rows; start += ROWS_PER_CHUNK) {
    const length = Math.min(ROWS_PER_CHUNK, rows - start);
    chunks.push(Array.from({ length }, (_, i) => `${cells.map((cell) => cell(start + i)).join(',')}\n`).join(''));
  }
  return new Blob(chunks);
}

/** An empty cell is NULL. */
function quoted(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '""')}"`;
}
