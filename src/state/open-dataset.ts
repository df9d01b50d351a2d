import { readAsset, readAssetIfPresent, type Assets } from '../engine/assets.ts';
import type { ColumnTable, Connector } from '../engine/connector.ts';
import { createEngine, type Engine } from '../engine/create-engine.ts';
import { EngineError } from '../engine/engine-error.ts';
import type { LoadEngine } from '../engine/load-request.ts';
import { createPageAssets } from '../engine/page-assets.ts';
import { ResultCache } from '../engine/run.ts';
import EncodeWorker from '../ingest/encode.worker.ts?worker';
import IngestWorker from '../ingest/ingest.worker.ts?worker';
import ScanWorker from '../ingest/scan.worker.ts?worker';
import type { ListReading } from '../ingest/list-doubts.ts';
import { NO_RULES } from '../ingest/profile.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { ENGINE_FAULTS, OUT_OF_MEMORY } from '../text/engine.ts';
import { PREPARED_ERRORS } from '../text/prepared.ts';
import { openingDataset, parseCatalog, type HostedDataset } from './catalog.ts';
import { toLocalTime } from './clock.ts';
import {
  Dataset,
  type DatasetPorts,
  type HostedFiles,
  type ImportMode,
  type ImportOutcome,
  type SourceFile,
} from './dataset.svelte.ts';
import type { LoadedSet } from './dataset-ports.ts';
import type { PreparedShelf } from './open-files.ts';
import { parsePreparedFacts, toLoadedSet } from './prepared-facts.ts';
import { readFile } from './read-long-text.ts';
import { Settings } from './settings.svelte.ts';
import { createWorkspaceStore, type WorkspaceStore } from './workspace-store.ts';
import { Workspace } from './workspace.svelte.ts';

/** What is not the same on every page. */
export interface PageSurroundings {
  readonly assets?: Assets;
  readonly store?: WorkspaceStore;
}

/**
 * The data set of this page: engine and hosted files beside it or inside it, and what this browser keeps.
 * @param clock dates after its day are in the future; imports are kept under its time
 */
export function openDataset(clock: () => Date, surroundings: PageSurroundings = {}): Dataset {
  const { assets = createPageAssets(document), store = createWorkspaceStore() } = surroundings;
  const workspace = new Workspace({ store, clock: () => toLocalTime(clock()), draw: drawSecret });
  let starting: Promise<Engine> | null = null;
  let cache: ResultCache | null = null;
  const shelf: PreparedShelf = { current: null };
  const started = (): Promise<Engine> => starting ?? Promise.reject(new EngineError('engine-lost', ''));
  /** The engine, also while it is starting: statements wait for it. */
  const engine: LoadEngine = {
    connector: { query: async (sql, params, options) => (await started()).query(sql, params, options) },
    files: { register: async (bytes, extension) => (await started()).register(bytes, extension) },
    tables: { createTable: async (table, columns) => (await started()).createTable(table, columns) },
  };
  const ports: DatasetPorts = {
    async openEngine(onProgress, onRestart) {
      starting = createEngine({
        assets,
        onProgress: ({ loadedBytes, totalBytes }) => onProgress(loadedBytes, totalBytes),
        onRestart,
      });
      cache = new ResultCache(await starting);
      return starting;
    },
    openHosted: (onProgress) => openHosted(assets, onProgress),
    readHosted: () => readHosted(assets),
    async importFiles(files, mode, onProgress, signal, rules = NO_RULES): Promise<ImportOutcome> {
      // Late: reading and loading are needed only once the engine runs, and the page is to be usable before that.
      const [{ importFiles }, { openFiles }, { toListReading }] = await Promise.all([
        import('./import-files.ts'),
        import('./open-files.ts'),
        import('../ingest/list-doubts.ts'),
      ]);
      const readings = new Map<string, ListReading>();
      const importExports = (exports: readonly SourceFile[], exportsMode: ImportMode) =>
        importFiles(
          engine,
          exports.map(({ name, blob }) => ({ name, source: blob })),
          {
            mode: exportsMode,
            asOf: toLocalTime(clock()).slice(0, 10),
            rules,
            onPlan: (file, plan) => {
              const reading = toListReading(file, plan);
              readings.set(`${file} ${reading.sheet ?? ''}`, reading);
            },
            read: (source, isCleanPathAllowed, readSignal) =>
              readFile(
                { whole: () => new IngestWorker(), scan: () => new ScanWorker(), encode: () => new EncodeWorker() },
                { name: source.name, blob: toBlob(source.source), isCleanPathAllowed, rules },
                readSignal,
              ),
            onProgress: (phase, done, total, file) => onProgress({ phase, done, total, file }),
            signal,
          },
        );
      const outcome = await openFiles(files, mode, { engine, importExports, explain, signal }, shelf);
      return { ...outcome, readings: [...readings.values()] };
    },
    async readLists(file, request, signal) {
      const { readLists } = await import('./read-lists.ts');
      return readLists(new IngestWorker(), file, request, signal, toLocalTime(clock()).slice(0, 10));
    },
    ask: (connector: Connector, version, sql, params, signal): Promise<ColumnTable> =>
      cache === null ? connector.query(sql, params, { signal }) : cache.run({ version, sql, params }, signal),
    explain,
  };
  return new Dataset(ports, workspace, new Settings(store));
}

/** The entry of the catalogue that opens at once; null where no catalogue is hosted. */
async function readHosted(assets: Assets): Promise<HostedDataset | null> {
  const catalog = await readAssetIfPresent(assets, 'data/catalog.json');
  return catalog === null ? null : (openingDataset(parseCatalog(await catalog.text())) ?? null);
}

async function openHosted(
  assets: Assets,
  onProgress: (done: number, total: number | null) => void,
): Promise<HostedFiles | null> {
  const entry = await readHosted(assets);
  if (entry === null) return null;
  const files = readFiles(assets, entry, onProgress);
  // Whoever waits for the files is told; until then the failure must not count as unheard.
  files.catch(() => undefined);
  return { entry, opening: await readOpening(assets, entry.prepared?.opening ?? null), files };
}

/** What a prepared set says of itself; null where that is not there or not of this version: the set tells it again. */
async function readOpening(assets: Assets, path: string | null): Promise<LoadedSet | null> {
  if (path === null) return null;
  const file = await readAsset(assets, `data/${path}`).catch(() => null);
  return file === null ? null : toLoadedSet(parsePreparedFacts(await file.text()));
}

function readFiles(
  assets: Assets,
  entry: HostedDataset,
  onProgress: (done: number, total: number | null) => void,
): Promise<readonly SourceFile[]> {
  let loaded = 0;
  const paths = entry.prepared === null ? entry.files : [entry.prepared.file];
  return Promise.all(
    paths.map(async (path) => {
      const name = path.replace(/^.*\//, '');
      const blob = await readAsset(assets, `data/${path}`);
      const expected = entry.prepared?.bytes ?? null;
      if (expected !== null && blob.size !== expected) throw new IncompleteFileError(name, blob.size, expected);
      loaded += blob.size;
      onProgress(loaded, null);
      return { name, blob };
    }),
  );
}

/** A prepared set that is not as long as its catalogue says. */
class IncompleteFileError extends Error {
  readonly sentence: Bilingual;

  constructor(name: string, got: number, expected: number) {
    super(`${name}: ${got} of ${expected} bytes`);
    this.sentence = PREPARED_ERRORS.incomplete(name, got, expected);
  }
}

function explain(error: unknown): Bilingual {
  if (error instanceof IncompleteFileError) return error.sentence;
  if (error instanceof EngineError) {
    const { zh, en } = ENGINE_FAULTS[error.fault];
    const detail = error.detail === '' ? '' : ` [${error.detail}]`;
    return { zh: zh + detail, en: en + detail };
  }
  const cause = error instanceof Error ? error.message : String(error);
  if (/out of memory/i.test(cause)) return OUT_OF_MEMORY;
  return { zh: `没有完成:${cause}`, en: `Not completed: ${cause}` };
}

function toBlob(source: Uint8Array | Blob): Blob {
  return source instanceof Blob ? source : new Blob([source.slice()]);
}

/** Uniform in [0, 1), from the browser's source of randomness for secrets, which plain HTTP has too. */
function drawSecret(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high + low / 2 ** 32) / 2 ** 32;
}
