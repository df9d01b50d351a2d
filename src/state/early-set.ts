import type { LoadedSet } from './dataset-ports.ts';

/** A prepared set that is on screen by what it says of itself, while the engine and its rows are still on their way. */
export class EarlySet {
  /** Resolves once its rows are there, or cannot be had. */
  readonly settled: Promise<void>;
  readonly #shown: LoadedSet;
  #settle: () => void = () => undefined;

  constructor(shown: LoadedSet) {
    this.#shown = shown;
    this.settled = new Promise((resolve) => (this.#settle = resolve));
  }

  settle(): void {
    this.#settle();
  }

  /** Whether `loaded` is what is on screen. */
  isSame(loaded: LoadedSet): boolean {
    return JSON.stringify(loaded) === JSON.stringify(this.#shown);
  }
}
