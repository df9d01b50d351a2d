import { DuckDBDataProtocol } from '@duckdb/duckdb-wasm';
import { throwIfAborted } from '../lib/abort.ts';
import { encodeColumns } from './arrow-columns.ts';
import type {
  ColumnTable,
  Connector,
  FileStore,
  MemoryColumn,
  QueryOptions,
  RegisteredFile,
  SqlValue,
  TableStore,
} from './connector.ts';
import { EngineError } from './engine-error.ts';
import { EngineProcess } from './engine-process.ts';
import { openDatabase, type OpenOptions } from './open-database.ts';
import { QueryError } from './query-error.ts';

/** An engine that dies this often is not started again: the data that kill it would be loaded for ever. */
const MAX_DEATHS = 3;

export interface WasmConnectorOptions extends OpenOptions {
  /** Called after an engine died, when its waiting statements have been rejected; the next statement starts a new, empty one. */
  readonly onRestart: () => void;
}

/** DuckDB-WASM in a worker of the page, restarted when it dies. Loaded late: it brings the engine's JavaScript along. */
export class WasmConnector implements Connector, FileStore, TableStore {
  readonly #options: WasmConnectorOptions;
  #process: Promise<EngineProcess> | null = null;
  #end: EngineError | null = null;
  #deaths = 0;
  #registrations = 0;

  private constructor(options: WasmConnectorOptions) {
    this.#options = options;
  }

  /** A connector whose engine runs. */
  static async open(options: WasmConnectorOptions): Promise<WasmConnector> {
    const connector = new WasmConnector(options);
    await connector.#running();
    return connector;
  }

  async query(sql: string, params: readonly SqlValue[] = [], { signal }: QueryOptions = {}): Promise<ColumnTable> {
    throwIfAborted(signal);
    try {
      const process = await this.#running();
      return await process.run(sql, params, signal);
    } catch (cause) {
      throwIfAborted(signal);
      throw new QueryError(sql, params, cause);
    }
  }

  async register(bytes: Uint8Array | Blob, extension: string): Promise<RegisteredFile> {
    const process = await this.#running();
    const path = `export-${++this.#registrations}.${extension}`;
    await process.withDatabase((database) =>
      bytes instanceof Blob
        ? database.registerFileHandle(path, bytes, DuckDBDataProtocol.BROWSER_FILEREADER, true)
        : // A copy: the buffer is moved to the worker and would be gone for the caller.
          database.registerFileBuffer(path, bytes.slice()),
    );
    return {
      path,
      async release() {
        if (!process.isLost) await process.withDatabase((database) => database.dropFile(path));
      },
    };
  }

  async createTable(table: string, columns: readonly MemoryColumn[]): Promise<void> {
    const process = await this.#running();
    const stream = encodeColumns(columns);
    await process.withConnection((connection) =>
      connection.insertArrowFromIPCStream(stream, { name: table, create: true }),
    );
  }

  /** Ends the engine for good; everything outstanding is rejected. */
  terminate(): void {
    const end = new EngineError('engine-lost', 'terminated');
    this.#end = end;
    void this.#process?.then(
      (process) => process.terminate(end),
      () => undefined,
    );
  }

  #running(): Promise<EngineProcess> {
    if (this.#end !== null) return Promise.reject(this.#end);
    this.#process ??= this.#start().catch((error: unknown) => {
      this.#process = null;
      throw error;
    });
    return this.#process;
  }

  async #start(): Promise<EngineProcess> {
    return new EngineProcess(await openDatabase(this.#options), (error) => this.#bury(error));
  }

  #bury(error: EngineError): void {
    this.#process = null;
    this.#deaths += 1;
    if (this.#deaths >= MAX_DEATHS) this.#end = error;
    // A task of its own: those who waited for the dead engine hear of it first.
    else setTimeout(this.#options.onRestart, 0);
  }
}
