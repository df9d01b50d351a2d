import { describe, expect, test } from 'vitest';
import { EngineError } from '../../src/engine/engine-error.ts';
import { probeBrowser, type BrowserFeatures } from '../../src/engine/probe.ts';

const COMPLETE: BrowserFeatures = { WebAssembly, DecompressionStream, Worker: () => undefined };

class RefusingModule extends WebAssembly.Module {
  constructor() {
    super(new Uint8Array());
  }
}

function faultOf(features: BrowserFeatures): string | null {
  try {
    probeBrowser(features);
    return null;
  } catch (error) {
    return error instanceof EngineError ? error.fault : String(error);
  }
}

describe('probeBrowser', () => {
  test('a browser that has everything passes; its WebAssembly knows exceptions', () => {
    expect(faultOf(COMPLETE)).toBeNull();
  });

  test.each([
    ['no-webassembly', { ...COMPLETE, WebAssembly: undefined }],
    ['no-wasm-exceptions', { ...COMPLETE, WebAssembly: { validate: () => false, Module: WebAssembly.Module } }],
    ['no-decompression', { ...COMPLETE, DecompressionStream: undefined }],
    ['no-worker', { ...COMPLETE, Worker: undefined }],
    ['policy-blocks-wasm', { ...COMPLETE, WebAssembly: { validate: () => true, Module: RefusingModule } }],
  ])('%s', (fault, features) => {
    expect(faultOf(features)).toBe(fault);
  });
});
