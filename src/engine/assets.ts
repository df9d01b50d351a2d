import { EngineError } from './engine-error.ts';

/** Bytes that have arrived so far; `totalBytes` is null where the server does not tell it. */
export interface ByteProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number | null;
}

export type OnBytes = (progress: ByteProgress) => void;

/** Content of a file as it comes in. */
export type ByteStream = ReadableStream<Uint8Array<ArrayBuffer>>;

/** A file of the site on its way in. */
export interface AssetStream {
  readonly stream: ByteStream;
  /** Media type that the server named; empty where there is none. */
  readonly type: string;
}

/**
 * The files that belong to the site: the engine, its worker, the hosted data. A hosted site fetches them, the one-file
 * build carries them inside; nothing else differs between the two.
 *
 * Paths are relative to the page: `engine/duckdb-eh.bin`, `data/catalog.json`. Rejects with `EngineError`.
 */
export interface Assets {
  open(path: string, onBytes?: OnBytes): Promise<AssetStream>;
  /** Address of a script to make a worker of. To be revoked once the worker runs. */
  scriptUrl(path: string): Promise<string>;
}

/** The whole content of a file. */
export async function readAsset(assets: Assets, path: string, onBytes?: OnBytes): Promise<Blob> {
  const { stream, type } = await assets.open(path, onBytes);
  return new Response(stream, { headers: { 'content-type': type } }).blob();
}

/** The whole content of a file, or null where the site has none of that name. */
export async function readAssetIfPresent(assets: Assets, path: string, onBytes?: OnBytes): Promise<Blob | null> {
  try {
    return await readAsset(assets, path, onBytes);
  } catch (error) {
    if (error instanceof EngineError && error.fault === 'asset-missing') return null;
    throw error;
  }
}
