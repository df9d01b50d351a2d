import type { SqlScalar } from '../sql/fragment.ts';

/** A value that may be bound to a placeholder `$1, $2, …`. Dates are bound as ISO text and cast in SQL. */
export type SqlValue = SqlScalar;

/** A cell of a result. A DATE arrives as ISO text `YYYY-MM-DD`; counts and sums as numbers; SQL NULL as null. */
export type Cell = string | number | boolean | null;

/** A result as columns, in the order of the SELECT list. */
export interface ColumnTable {
  readonly rowCount: number;
  readonly names: readonly string[];
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
}

export interface QueryOptions {
  /** Aborting rejects the promise with an AbortError and cancels the statement in the engine. */
  readonly signal?: AbortSignal;
}

/**
 * The only thing that touches DuckDB. In the browser it is the WASM engine, on the command line and in tests the
 * native one; both are given the same SQL text with the same bound values.
 *
 * Rejects with `QueryError`, which carries the SQL, its values and the cause.
 */
export interface Connector {
  query(sql: string, params?: readonly SqlValue[], options?: QueryOptions): Promise<ColumnTable>;
}

/** Makes bytes readable to SQL under a path that no other registration has. */
export interface FileStore {
  /** @param bytes content, or a browser File that the engine reads in place. */
  register(bytes: Uint8Array | Blob, extension: string): Promise<RegisteredFile>;
}

export interface RegisteredFile {
  /** To be bound as the argument of `read_csv`. */
  readonly path: string;
  release(): Promise<void>;
}

/**
 * A column in memory: one number per row, or the UTF-8 of all cells, of which that of row `i` reaches from `offsets[i]` to
 * `offsets[i + 1]` and is NULL where that is nothing.
 */
export type MemoryColumn =
  | { readonly name: string; readonly values: Uint8Array | Uint16Array | Int32Array }
  | { readonly name: string; readonly bytes: Uint8Array; readonly offsets: Int32Array };

/** Makes tables of what is in memory, without text in between. */
export interface TableStore {
  /** Creates `table`, whose rows come in the order of the columns' cells. All columns have as many. */
  createTable(table: string, columns: readonly MemoryColumn[]): Promise<void>;
}
