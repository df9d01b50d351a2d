import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { Assets } from './assets.ts';
import { EngineError } from './engine-error.ts';
import { createWorker, diagnoseWorker, sendModule } from './engine-worker.ts';

const CONNECTIONS = 3;

/** Extensions would be fetched from the internet; a statement that needs one has to fail, not to hang. */
const SETTINGS = [
  'SET autoload_known_extensions = false',
  'SET autoinstall_known_extensions = false',
  "SET memory_limit = '2GB'",
  'SET lock_configuration = true',
];

export interface OpenOptions {
  readonly assets: Assets;
  /** The engine's code, `application/wasm`. */
  readonly module: Blob;
  /** How long the worker may stay silent, in ms. */
  readonly watchdogMs: number;
}

/** An empty in-memory database in a worker of its own. */
export interface OpenDatabase {
  readonly worker: Worker;
  readonly database: AsyncDuckDB;
  readonly connections: readonly AsyncDuckDBConnection[];
}

/**
 * Starts a worker and opens an empty database in it, with its settings locked. Rejects with `EngineError`: DuckDB itself
 * would wait for ever for a worker that fails to load or is not allowed to compile.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const worker = await createWorker(options.assets);
  const watch = watchStart(worker, options);
  try {
    return await Promise.race([open(worker, options.module), watch.failure]);
  } catch (cause) {
    worker.terminate();
    throw cause instanceof EngineError ? cause : new EngineError('start-failed', String(cause), cause);
  } finally {
    watch.stop();
  }
}

async function open(worker: Worker, module: Blob): Promise<OpenDatabase> {
  const url = await sendModule(worker, module);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(url, null);
  await database.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  const connections: AsyncDuckDBConnection[] = [];
  for (let i = 0; i < CONNECTIONS; i++) connections.push(await database.connect());
  for (const setting of SETTINGS) await connections[0]?.query(setting);
  return { worker, database, connections };
}

/** `failure` rejects when the worker says that it failed, or nothing in time; `stop` ends the watch. */
function watchStart(
  worker: Worker,
  { assets, watchdogMs }: OpenOptions,
): { readonly failure: Promise<never>; stop(): void } {
  const watch = new AbortController();
  const failure = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new EngineError('start-timeout', `${watchdogMs / 1000} s`)), watchdogMs);
    watch.signal.addEventListener('abort', () => clearTimeout(timer));
    worker.addEventListener('error', (event) => void diagnoseWorker(assets, event).then(reject, reject), {
      signal: watch.signal,
    });
  });
  return { failure, stop: () => watch.abort() };
}
