import type { Assets, OnBytes } from './assets.ts';
import type { Connector, FileStore, TableStore } from './connector.ts';
import { loadModule } from './engine-module.ts';
import { probeBrowser } from './probe.ts';

export interface EngineOptions {
  readonly assets: Assets;
  /** Bytes of the engine that have arrived. */
  readonly onProgress?: OnBytes;
  /** The engine died and everything in it is gone; the next statement starts an empty one. */
  readonly onRestart?: () => void;
  /** How long a started worker may stay silent, in ms. Absent = 20 s. */
  readonly watchdogMs?: number;
}

/** The engine of the browser. `terminate` ends it for good and rejects everything outstanding. */
export interface Engine extends Connector, FileStore, TableStore {
  terminate(): void;
}

const WATCHDOG_MS = 20_000;

/**
 * Starts DuckDB in this page. Rejects with `EngineError`, whose `fault` names what is wrong with the browser, the server
 * or the files. The engine's JavaScript is fetched beside its code, not before the page.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  probeBrowser(globalThis);
  const { assets, watchdogMs = WATCHDOG_MS } = options;
  const [{ WasmConnector }, module] = await Promise.all([
    import('./wasm-connector.ts'),
    loadModule(assets, options.onProgress),
  ]);
  return WasmConnector.open({ assets, module, watchdogMs, onRestart: () => options.onRestart?.() });
}
