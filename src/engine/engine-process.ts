import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { ColumnTable, SqlValue } from './connector.ts';
import { ConnectionPool } from './connection-pool.ts';
import { EngineError } from './engine-error.ts';
import type { OpenDatabase } from './open-database.ts';
import { Outstanding } from './outstanding.ts';
import { runStatement } from './statement.ts';

/** After one of these the engine's memory is in doubt; running out of memory is not among them. */
const FATAL =
  /memory access out of bounds|table index is out of bounds|unreachable|indirect call|Aborted\(|null function/i;

/** One running engine, and what waits for it. When it dies it stays dead. */
export class EngineProcess {
  readonly #outstanding = new Outstanding();
  readonly #worker: Worker;
  readonly #database: AsyncDuckDB;
  readonly #pool: ConnectionPool<AsyncDuckDBConnection>;
  readonly #onDeath: (error: EngineError) => void;

  /** @param onDeath called once, when the engine dies by itself. */
  constructor({ worker, database, connections }: OpenDatabase, onDeath: (error: EngineError) => void) {
    this.#worker = worker;
    this.#database = database;
    this.#pool = new ConnectionPool(connections);
    this.#onDeath = onDeath;
    worker.addEventListener('error', (event) => this.#die(event.message));
  }

  get isLost(): boolean {
    return this.#outstanding.isLost;
  }

  /** Runs a statement on a free connection. Rejects with what the engine said, or with `EngineError` when it is lost. */
  run(sql: string, params: readonly SqlValue[], signal: AbortSignal | undefined): Promise<ColumnTable> {
    return this.#call(this.#pool.use((connection) => runStatement(connection, sql, params, signal), signal));
  }

  /** Runs something on a free connection. */
  withConnection<T>(work: (connection: AsyncDuckDBConnection) => Promise<T>): Promise<T> {
    return this.#call(this.#pool.use(work));
  }

  /** Runs something on the database itself, such as registering a file. */
  withDatabase<T>(work: (database: AsyncDuckDB) => Promise<T>): Promise<T> {
    return this.#call(work(this.#database));
  }

  /** Ends the worker; everything that waits for it is rejected with `reason`. */
  terminate(reason: EngineError): void {
    this.#outstanding.fail(reason);
    this.#worker.terminate();
    // Tells DuckDB's own side, so that its polling ends.
    void this.#database.terminate();
  }

  async #call<T>(work: Promise<T>): Promise<T> {
    try {
      return await this.#outstanding.guard(work);
    } catch (cause) {
      if (cause instanceof Error && (cause.name === 'RuntimeError' || FATAL.test(cause.message)))
        this.#die(cause.message);
      throw cause;
    }
  }

  #die(message: string): void {
    if (this.#outstanding.isLost) return;
    const error = new EngineError('engine-lost', message);
    this.terminate(error);
    this.#onDeath(error);
  }
}
