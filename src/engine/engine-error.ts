/** What kept the engine from starting or running; the sentence for each is in `text/engine.ts`. */
export type EngineFault =
  | 'no-webassembly'
  | 'no-wasm-exceptions'
  | 'no-decompression'
  | 'no-worker'
  | 'policy-blocks-wasm'
  | 'policy-blocks-worker'
  | 'asset-unreachable'
  | 'asset-missing'
  | 'asset-wrong-content'
  | 'asset-damaged'
  | 'worker-wrong-type'
  | 'worker-failed'
  | 'start-timeout'
  | 'start-failed'
  | 'engine-lost';

/** The engine cannot be used; `fault` says why, `detail` names the file, status or message it was seen by. */
export class EngineError extends Error {
  readonly fault: EngineFault;
  readonly detail: string;

  constructor(fault: EngineFault, detail: string, cause?: unknown) {
    super(`${fault}: ${detail}`, { cause });
    this.name = 'EngineError';
    this.fault = fault;
    this.detail = detail;
  }
}
