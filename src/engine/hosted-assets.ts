import type { AssetStream, Assets, OnBytes } from './assets.ts';
import { EngineError } from './engine-error.ts';

/** Files beside the page. @param base absolute address that paths are relative to: `document.baseURI`. */
export function createHostedAssets(base: string): Assets {
  return {
    open: (path, onBytes) => openHosted(new URL(path, base).href, path, onBytes),
    scriptUrl: (path) => Promise.resolve(new URL(path, base).href),
  };
}

async function openHosted(url: string, path: string, onBytes: OnBytes | undefined): Promise<AssetStream> {
  const response = await fetch(url, { cache: cacheOf(path) }).catch((cause: unknown) => {
    throw new EngineError('asset-unreachable', path, cause);
  });
  if (!response.ok || response.body === null)
    throw new EngineError('asset-missing', `${path} · HTTP ${response.status}`);
  const type = response.headers.get('content-type') ?? '';
  return { stream: countBytes(response.body, path, totalOf(response), onBytes), type };
}

/** The catalogue says what is newest, so it is asked for every time; most servers send it without any word on its age. */
function cacheOf(path: string): RequestCache {
  return path.endsWith('catalog.json') ? 'no-cache' : 'default';
}

/** Bytes of the body; not known when the server compresses on the way, because its length is then another one. */
function totalOf(response: Response): number | null {
  if (response.headers.get('content-encoding') !== null) return null;
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  return Number.isInteger(length) && length > 0 ? length : null;
}

function countBytes(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  path: string,
  totalBytes: number | null,
  onBytes: OnBytes | undefined,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  let loadedBytes = 0;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        loadedBytes += value.byteLength;
        onBytes?.({ loadedBytes, totalBytes });
        controller.enqueue(value);
      } catch (cause) {
        controller.error(new EngineError('asset-unreachable', path, cause));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
