import type { Bilingual } from '../text/bilingual.ts';
import type { Progress } from './dataset-ports.ts';

/** Work that takes long, one at a time: how far it is, and the sentence that says why the last one failed. */
export class Attempts {
  readonly #explain: (error: unknown) => Bilingual;
  #progress: Progress | null = $state.raw(null);
  #failure: Bilingual | null = $state.raw(null);
  #abort: AbortController | null = null;
  #running: Promise<unknown> = Promise.resolve();

  constructor(explain: (error: unknown) => Bilingual) {
    this.#explain = explain;
  }

  get progress(): Progress | null {
    return this.#progress;
  }

  get failure(): Bilingual | null {
    return this.#failure;
  }

  /** True from the moment that work is asked for until it has ended. */
  get isUnderWay(): boolean {
    return this.#abort !== null;
  }

  /** A new attempt cancels the one before and waits for it to leave the engine tidy. Never rejects: see `failure`. */
  run(work: (signal: AbortSignal) => Promise<boolean>): Promise<boolean> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#failure = null;
    const isDone = this.#running.then(() => this.#carryOut(work, abort));
    this.#running = isDone;
    return isDone;
  }

  report(progress: Progress): void {
    this.#progress = progress;
  }

  fail(sentence: Bilingual): void {
    this.#failure = sentence;
  }

  cancel(): void {
    this.#abort?.abort();
  }

  async #carryOut(work: (signal: AbortSignal) => Promise<boolean>, abort: AbortController): Promise<boolean> {
    try {
      return !abort.signal.aborted && (await work(abort.signal));
    } catch (error) {
      if (!abort.signal.aborted) this.#failure = this.#explain(error);
      return false;
    } finally {
      if (this.#abort === abort) {
        this.#abort = null;
        this.#progress = null;
      }
    }
  }
}
