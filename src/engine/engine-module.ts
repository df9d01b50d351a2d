import type { AssetStream, Assets, ByteStream, OnBytes } from './assets.ts';
import { EngineError } from './engine-error.ts';

const MODULE_PATH = 'engine/duckdb-eh.bin';
const GZIP_MAGIC = [0x1f, 0x8b];
const WASM_MAGIC = [0x00, 0x61, 0x73, 0x6d];

/**
 * The engine's code as a blob of type `application/wasm`: no server has to know that type. The asset is gzip under a
 * name that says nothing of it; a server that unpacked it on the way (`Content-Encoding`) is understood too.
 */
export async function loadModule(assets: Assets, onBytes?: OnBytes): Promise<Blob> {
  const asset = await assets.open(MODULE_PATH, onBytes);
  const { first, stream } = await peek(asset.stream);
  if (startsWith(first, WASM_MAGIC)) return toWasmBlob(stream);
  if (!startsWith(first, GZIP_MAGIC)) throw new EngineError('asset-wrong-content', describe(asset));
  const module = await toWasmBlob(stream.pipeThrough(new DecompressionStream('gzip')));
  const head = new Uint8Array(await module.slice(0, WASM_MAGIC.length).arrayBuffer());
  if (!startsWith(head, WASM_MAGIC)) throw new EngineError('asset-wrong-content', describe(asset));
  return module;
}

/** The first bytes of a stream, and a stream that still has them. */
async function peek(source: ByteStream): Promise<{ first: Uint8Array; stream: ByteStream }> {
  const reader = source.getReader();
  const { value } = await reader.read();
  const first = value ?? new Uint8Array();
  const stream: ByteStream = new ReadableStream({
    start: (controller) => controller.enqueue(first),
    async pull(controller) {
      const next = await reader.read();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { first, stream };
}

async function toWasmBlob(stream: ByteStream): Promise<Blob> {
  try {
    return await new Response(stream, { headers: { 'content-type': 'application/wasm' } }).blob();
  } catch (cause) {
    if (cause instanceof EngineError) throw cause;
    throw new EngineError('asset-damaged', MODULE_PATH, cause);
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function describe({ type }: AssetStream): string {
  return type === '' ? MODULE_PATH : `${MODULE_PATH} · ${type}`;
}
