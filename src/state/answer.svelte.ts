import type { ColumnTable } from '../engine/connector.ts';
import type { SqlScalar } from '../sql/fragment.ts';
import type { Dataset } from './dataset.svelte.ts';

/** A compiled statement and what its answer means. */
export interface Ask<T> {
  readonly sql: string;
  readonly params: readonly SqlScalar[];
  /** A second statement whose answer the meaning of the first depends on; asked once for each state of the data. */
  readonly beside?: { readonly sql: string; readonly params: readonly SqlScalar[] };
  /** @param beside the answer to the second statement; null where none was asked */
  decode(columns: ColumnTable, beside: ColumnTable | null): T;
  /** Called once the answer is there. */
  readonly whenAnswered?: () => void;
}

export type AnswerStatus = 'idle' | 'pending' | 'ready' | 'error';

/**
 * The answer to a question that may change. While a new answer is on its way the previous one stays, unless it is that of
 * other data: it would stand under their name. An answer that was overtaken is dropped and its statement cancelled.
 */
export class Answer<T> {
  #value: T | null = $state.raw(null);
  #status: AnswerStatus = $state('idle');
  #error: unknown = $state.raw(null);
  #attempt = $state(0);
  /** The data that the last question was asked of. */
  #version = 0;

  constructor(getAsk: () => Ask<T> | null, dataset: Dataset) {
    // The one effect of the state layer that runs SQL: it has to start when the question or the data change, whoever
    // changed them, and to cancel the question it replaces.
    $effect(() => {
      const ask = getAsk();
      void this.#attempt;
      if (ask === null || dataset.version === 0) {
        this.#status = 'idle';
        this.#value = null;
        return;
      }
      if (dataset.version !== this.#version) this.#value = null;
      this.#version = dataset.version;
      const abort = new AbortController();
      this.#status = 'pending';
      void this.#run(ask, dataset, abort.signal);
      return () => abort.abort();
    });
  }

  /** Null until the first answer of the data that are open, and while nothing is asked. */
  get value(): T | null {
    return this.#value;
  }

  get status(): AnswerStatus {
    return this.#status;
  }

  get error(): unknown {
    return this.#error;
  }

  retry(): void {
    this.#attempt += 1;
  }

  async #run(ask: Ask<T>, dataset: Dataset, signal: AbortSignal): Promise<void> {
    try {
      const { sql, params, beside = null } = ask;
      const [columns, other] = await Promise.all([
        dataset.ask(sql, params, signal),
        beside === null ? null : dataset.ask(beside.sql, beside.params, signal),
      ]);
      if (signal.aborted) return;
      this.#value = ask.decode(columns, other);
      this.#status = 'ready';
      ask.whenAnswered?.();
    } catch (error) {
      if (signal.aborted) return;
      this.#error = error;
      this.#status = 'error';
    }
  }
}
