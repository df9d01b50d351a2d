import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Cell, ColumnTable, Connector, QueryOptions, SqlValue } from '../engine/connector.ts';
import { QueryError } from '../engine/query-error.ts';

export interface NodeConnectorOptions {
  /** Absent = as many as DuckDB likes; the benchmark sets 1 to compare with the browser. */
  readonly threads?: number;
}

/** Native DuckDB of the engine's own version behind the same `Connector`. In memory; close it when done. */
export class NodeConnector implements Connector {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async open(options: NodeConnectorOptions = {}): Promise<NodeConnector> {
    const config: Record<string, string> = {
      autoload_known_extensions: 'false',
      autoinstall_known_extensions: 'false',
    };
    if (options.threads !== undefined) config['threads'] = String(options.threads);
    const instance = await DuckDBInstance.create(':memory:', config);
    return new NodeConnector(instance, await instance.connect());
  }

  /** Statements take turns: two at once on one connection end each other. */
  query(sql: string, params: readonly SqlValue[] = [], options: QueryOptions = {}): Promise<ColumnTable> {
    const turn = this.#last.then(() => this.#run(sql, params, options));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  async #run(sql: string, params: readonly SqlValue[], options: QueryOptions): Promise<ColumnTable> {
    options.signal?.throwIfAborted();
    const cancel = () => this.#connection.interrupt();
    options.signal?.addEventListener('abort', cancel, { once: true });
    try {
      const reader = await this.#connection.runAndReadAll(sql, [...params]);
      const names = reader.deduplicatedColumnNames();
      const values = reader.getColumns();
      const columns = Object.fromEntries(names.map((name, i) => [name, (values[i] ?? []).map(toCell)]));
      return { rowCount: reader.currentRowCount, names, columns };
    } catch (cause) {
      options.signal?.throwIfAborted();
      throw new QueryError(sql, params, cause);
    } finally {
      options.signal?.removeEventListener('abort', cancel);
    }
  }
}

/** Numbers of every width as number, DATE as ISO text, everything else by its text. */
function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  const text = String(value);
  return 'scale' in (value as object) ? Number(text) : text;
}
