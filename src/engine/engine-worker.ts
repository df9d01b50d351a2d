import type { Assets } from './assets.ts';
import { EngineError } from './engine-error.ts';

const WORKER_PATH = 'engine/duck.worker.js';
const WORKER_PARTS = [WORKER_PATH, 'engine/duckdb-browser-eh.worker.js'];

/** The engine's worker, classic and of the page's own origin; it has not said yet whether it runs. */
export async function createWorker(assets: Assets): Promise<Worker> {
  const url = await assets.scriptUrl(WORKER_PATH);
  try {
    const worker = new Worker(url);
    worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
    return worker;
  } catch (cause) {
    throw new EngineError('policy-blocks-worker', WORKER_PATH, cause);
  }
}

/** What the shim before the worker answers when it is given the engine's code; see `cli/site-files.ts`. */
interface ModuleReply {
  readonly engineModuleUrl: string;
}

/** Gives the worker the engine's code; resolves with the address under which the worker itself can fetch it. */
export function sendModule(worker: Worker, module: Blob): Promise<string> {
  return new Promise((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ModuleReply>) => resolve(data.engineModuleUrl), {
      once: true,
    });
    worker.postMessage({ engineModule: module });
  });
}

/**
 * Why a worker failed to run its script. The browser says next to nothing in the event, so the files are asked for
 * again and looked at.
 */
export async function diagnoseWorker(assets: Assets, event: Event): Promise<EngineError> {
  const said = 'message' in event && typeof event.message === 'string' ? event.message : '';
  for (const path of WORKER_PARTS) {
    const fault = await diagnosePart(assets, path);
    if (fault !== null) return fault;
  }
  return new EngineError('worker-failed', said === '' ? WORKER_PATH : said);
}

async function diagnosePart(assets: Assets, path: string): Promise<EngineError | null> {
  try {
    const { stream, type } = await assets.open(path);
    await stream.cancel();
    const isScript = type === '' || /javascript|ecmascript/i.test(type);
    return isScript ? null : new EngineError('worker-wrong-type', `${path} · ${type}`);
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
}
