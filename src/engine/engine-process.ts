import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { Assets } from './assets.ts';
import type { ColumnTable, SqlValue } from './connector.ts';
import { ConnectionPool } from './connection-pool.ts';
import { EngineError } from './engine-error.ts';
import { createWorker, diagnoseWorker } from './engine-worker.ts';
import { Outstanding } from './outstanding.ts';
import { runStatement } from './statement.ts';

const CONNECTIONS = 3;

/** Extensions would be fetched from the internet; a statement that needs one has to fail, not to hang. */
const SETTINGS = [
  'SET autoload_known_extensions = false',
  'SET autoinstall_known_extensions = false',
  "SET memory_limit = '2GB'",
  'SET lock_configuration = true',
];

/** After one of these the engine's memory is in doubt; running out of memory is not among them. */
const FATAL = /memory access out of bounds|table index is out of bounds|unreachable|indirect call|Aborted\(|null function/i;

export interface ProcessOptions {
  readonly assets: Assets;
  readonly module: Blob;
  readonly watchdogMs: number;
  /** Called once, when the engine dies by itself. */
  readonly onDeath: (error: EngineError) => void;
}

/** One running engine: its worker, and what waits for it. When it dies it stays dead. */
export class EngineProcess {
  readonly #outstanding = new Outstanding();
  readonly #worker: Worker;
  readonly #database: AsyncDuckDB;
  readonly #onDeath: (error: EngineError) => void;
  #pool = new ConnectionPool<AsyncDuckDBConnection>([]);

  private constructor(worker: Worker, options: ProcessOptions) {
    this.#worker = worker;
    this.#database = new AsyncDuckDB(new VoidLogger(), worker);
    this.#onDeath = options.onDeath;
  }

  /** Starts a worker, opens an empty database in it and locks its settings. Rejects with `EngineError`. */
  static async start(options: ProcessOptions): Promise<EngineProcess> {
    const worker = await createWorker(options.assets);
    const process = new EngineProcess(worker, options);
    const watchdog = setTimeout(
      () => process.terminate(new EngineError('start-timeout', `${Math.round(options.watchdogMs / 1000)} s`)),
      options.watchdogMs,
    );
    const onStartError = async (event: Event) => process.terminate(await diagnoseWorker(options.assets, event));
    worker.addEventListener('error', onStartError);
    try {
      await process.#open(options.module);
    } catch (cause) {
      const error = cause instanceof EngineError ? cause : new EngineError('start-failed', messageOf(cause), cause);
      process.terminate(error);
      throw error;
    } finally {
      clearTimeout(watchdog);
      worker.removeEventListener('error', onStartError);
    }
    worker.addEventListener('error', (event) => process.#die(event.message));
    return process;
  }

  get isLost(): boolean {
    return this.#outstanding.isLost;
  }

  /** Runs a statement on a free connection. Rejects with what the engine said, or with `EngineError` when it is lost. */
  run(sql: string, params: readonly SqlValue[], signal: AbortSignal | undefined): Promise<ColumnTable> {
    return this.#call(this.#pool.use((connection) => runStatement(connection, sql, params, signal), signal));
  }

  /** Runs something on the database itself, such as registering a file. */
  withDatabase<T>(work: (database: AsyncDuckDB) => Promise<T>): Promise<T> {
    return this.#call(work(this.#database));
  }

  /** Ends the worker; everything that waits for it is rejected with `reason`. */
  terminate(reason: EngineError): void {
    this.#outstanding.fail(reason);
    this.#worker.terminate();
    void this.#database.terminate();
  }

  async #open(module: Blob): Promise<void> {
    const url = URL.createObjectURL(module);
    try {
      await this.#outstanding.guard(this.#database.instantiate(url, null));
      await this.#outstanding.guard(this.#database.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } }));
      const connections: AsyncDuckDBConnection[] = [];
      for (let i = 0; i < CONNECTIONS; i++) connections.push(await this.#outstanding.guard(this.#database.connect()));
      this.#pool = new ConnectionPool(connections);
      for (const setting of SETTINGS) await this.run(setting, [], undefined);
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  async #call<T>(work: Promise<T>): Promise<T> {
    try {
      return await this.#outstanding.guard(work);
    } catch (cause) {
      if (cause instanceof Error && (cause.name === 'RuntimeError' || FATAL.test(cause.message))) this.#die(cause.message);
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

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
