import { EngineError } from './engine-error.ts';

const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** The smallest module with a `try … catch_all`: type `() -> ()`, one function, body `try catch_all end`. */
const MODULE_WITH_EXCEPTIONS = Uint8Array.from([
  ...MAGIC,
  ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
  ...[0x03, 0x02, 0x01, 0x00],
  ...[0x0a, 0x08, 0x01, 0x06, 0x00, 0x06, 0x40, 0x19, 0x0b, 0x0b],
]);

/** What of a browser the engine needs; the global object, or a part of it in a test. */
export interface BrowserFeatures {
  readonly WebAssembly?: Pick<typeof WebAssembly, 'validate' | 'Module'> | undefined;
  readonly DecompressionStream?: unknown;
  readonly Worker?: unknown;
}

/**
 * Throws `EngineError` where this browser cannot run the engine, or the site's Content-Security-Policy forbids it.
 * Without 'wasm-unsafe-eval' the engine would hang without a word; compiling eight bytes tells it at once.
 */
export function probeBrowser(features: BrowserFeatures): void {
  const { WebAssembly: wasm } = features;
  if (wasm === undefined) throw new EngineError('no-webassembly', 'WebAssembly');
  if (!wasm.validate(MODULE_WITH_EXCEPTIONS)) throw new EngineError('no-wasm-exceptions', 'WebAssembly exceptions');
  if (features.DecompressionStream === undefined) throw new EngineError('no-decompression', 'DecompressionStream');
  if (features.Worker === undefined) throw new EngineError('no-worker', 'Worker');
  try {
    new wasm.Module(Uint8Array.from(MAGIC));
  } catch (cause) {
    throw new EngineError('policy-blocks-wasm', "script-src 'wasm-unsafe-eval'", cause);
  }
}
