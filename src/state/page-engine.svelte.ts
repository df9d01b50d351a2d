import type { Connector } from '../engine/connector.ts';
import type { DatasetPorts } from './dataset-ports.ts';

/** The engine of the page: started once by whoever needs it first; a start that failed may be tried again. */
export class PageEngine {
  readonly #open: () => Promise<Connector>;
  #connector: Connector | null = $state.raw(null);
  #started: Promise<Connector> | null = null;

  /** @param onRestart called when the engine died and another, empty one took its place */
  constructor(
    open: DatasetPorts['openEngine'],
    onProgress: (done: number, total: number | null) => void,
    onRestart: () => void,
  ) {
    this.#open = () => open(onProgress, onRestart);
  }

  /** Null until it runs. */
  get connector(): Connector | null {
    return this.#connector;
  }

  start(): Promise<Connector> {
    this.#started ??= this.#open()
      .then((connector) => (this.#connector = connector))
      .catch((error: unknown) => {
        this.#started = null;
        throw error;
      });
    // Whoever waits for the engine is told; the start itself must not count as unheard.
    this.#started.catch(() => undefined);
    return this.#started;
  }
}
