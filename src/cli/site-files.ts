import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** The project's folder. */
export const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A file of the site that is not made by the bundler. `path` is relative to the page. */
export interface SiteFile {
  readonly path: string;
  read(): Uint8Array;
}

const ENGINE_DIST = join(PROJECT, 'node_modules/@duckdb/duckdb-wasm/dist');
const ENGINE_WORKER = 'duckdb-browser-eh.worker.js';

/**
 * What stands before the engine's worker. Plain HTTP has no file system handles, and the engine asks `instanceof` of them
 * when it drops a file. The engine's code comes as a blob and is given an address here, because on a page from disk a
 * worker may not fetch the page's blobs, only its own; `engine/engine-worker.ts` sends it.
 */
const WORKER_SHIM = `self.FileSystemSyncAccessHandle ??= class FileSystemSyncAccessHandle {};
self.FileSystemFileHandle ??= class FileSystemFileHandle {};
self.addEventListener('message', (event) => {
  if (event.data.engineModule === undefined) return;
  event.stopImmediatePropagation();
  self.postMessage({ engineModuleUrl: URL.createObjectURL(event.data.engineModule) });
});
`;

/** The engine beside the page: its code under a name of which no server has an opinion, its worker, and the shim before it. */
export function engineFiles(): SiteFile[] {
  return [
    { path: 'engine/duckdb-eh.bin', read: compressedEngine },
    { path: 'engine/duck.worker.js', read: () => Buffer.from(`${WORKER_SHIM}importScripts('${ENGINE_WORKER}');\n`) },
    { path: `engine/${ENGINE_WORKER}`, read: () => Buffer.from(engineWorker()) },
  ];
}

/** The engine as the one-file page carries it: its worker is one script, because a blob has no neighbours. */
export function embeddedEngineFiles(): SiteFile[] {
  return [
    { path: 'engine/duckdb-eh.bin', read: compressedEngine },
    { path: 'engine/duck.worker.js', read: () => Buffer.from(WORKER_SHIM + engineWorker()) },
  ];
}

/** The catalogue of hosted data sets and every file that it names. */
export function dataFiles(): SiteFile[] {
  const folder = join(PROJECT, 'data');
  const catalog = join(folder, 'catalog.json');
  if (!existsSync(catalog)) return [];
  const { datasets }: { datasets: { files: string[] }[] } = JSON.parse(readFileSync(catalog, 'utf8'));
  const paths = new Set(['catalog.json', ...datasets.flatMap((entry) => entry.files)]);
  return [...paths].map((path) => ({ path: `data/${path}`, read: () => readFileSync(join(folder, path)) }));
}

/** The unmodified worker, less the mention of a source map that is not supplied. */
function engineWorker(): string {
  return readFileSync(join(ENGINE_DIST, ENGINE_WORKER), 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}

/** gzip -9 takes seconds, so it is kept by engine version. */
function compressedEngine(): Uint8Array {
  const { version }: { version: string } = JSON.parse(readFileSync(join(ENGINE_DIST, '../package.json'), 'utf8'));
  const kept = join(PROJECT, '.cache', `duckdb-eh-${version}.bin`);
  if (!existsSync(kept)) {
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, gzipSync(readFileSync(join(ENGINE_DIST, 'duckdb-eh.wasm')), { level: 9 }));
  }
  return readFileSync(kept);
}
