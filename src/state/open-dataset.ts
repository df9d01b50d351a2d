import { readAsset, readAssetIfPresent, type Assets } from '../engine/assets.ts';
import type { ColumnTable, Connector } from '../engine/connector.ts';
import { createEngine, type Engine } from '../engine/create-engine.ts';
import { EngineError } from '../engine/engine-error.ts';
import type { LoadEngine } from '../engine/load-request.ts';
import { createPageAssets } from '../engine/page-assets.ts';
import { ResultCache } from '../engine/run.ts';
import IngestWorker from '../ingest/ingest.worker.ts?worker';
import type { Bilingual } from '../text/bilingual.ts';
import { ENGINE_FAULTS } from '../text/engine.ts';
import { openingDataset, parseCatalog, type HostedDataset } from './catalog.ts';
import { toLocalTime } from './clock.ts';
import { Dataset, type DatasetPorts, type HostedFiles, type ImportOutcome } from './dataset.svelte.ts';
import { readInWorker } from './read-in-worker.ts';
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
  const started = (): Promise<Engine> => starting ?? Promise.reject(new EngineError('engine-lost', ''));
  /** The engine, also while it is starting: statements wait for it. */
  const engine: LoadEngine = {
    connector: { query: async (sql, params, options) => (await started()).query(sql, params, options) },
    files: { register: async (bytes, extension) => (await started()).register(bytes, extension) },
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
    async importFiles(files, mode, onProgress, signal): Promise<ImportOutcome> {
      // Late: reading and loading are needed only once the engine runs, and the page is to be usable before that.
      const { importFiles, NothingReadError } = await import('./import-files.ts');
      try {
        const summary = await importFiles(
          engine,
          files.map(({ name, blob }) => ({ name, source: blob })),
          {
            mode,
            asOf: toLocalTime(clock()).slice(0, 10),
            read: (source, isCleanPathAllowed, readSignal) =>
              readInWorker(
                new IngestWorker(),
                { name: source.name, blob: toBlob(source.source), isCleanPathAllowed },
                () => undefined,
                readSignal,
              ),
            onProgress: (phase, done, total, file) => onProgress({ phase, done, total, file }),
            signal,
          },
        );
        return { summary, refused: summary.refused };
      } catch (error) {
        if (error instanceof NothingReadError) return { summary: null, refused: error.refused };
        throw error;
      }
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
  let loaded = 0;
  const files = await Promise.all(
    entry.files.map(async (name) => {
      const blob = await readAsset(assets, `data/${name}`);
      loaded += blob.size;
      onProgress(loaded, null);
      return { name: name.replace(/^.*\//, ''), blob };
    }),
  );
  return { entry, files };
}

function explain(error: unknown): Bilingual {
  if (error instanceof EngineError) {
    const { zh, en } = ENGINE_FAULTS[error.fault];
    const detail = error.detail === '' ? '' : ` [${error.detail}]`;
    return { zh: zh + detail, en: en + detail };
  }
  const cause = error instanceof Error ? error.message : String(error);
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
