import { abortError } from '../lib/abort.ts';
import type { ColumnTable, Connector, SqlValue } from './connector.ts';

/** A question to a data set. `version` rises with every load; answers to an older one are worth nothing. */
export interface Question {
  readonly version: number;
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

interface Entry {
  readonly answer: Promise<ColumnTable>;
  readonly abort: AbortController;
  askers: number;
  isSettled: boolean;
}

const CAPACITY = 200;

/**
 * Answers of a connector, kept by question. What is kept is the promise, so that two askers of one question share one
 * statement; the statement is cancelled when the last of them has given up. Failures are not kept, and a new version
 * forgets everything.
 */
export class ResultCache {
  readonly #connector: Connector;
  readonly #capacity: number;
  readonly #entries = new Map<string, Entry>();
  #version = Number.NaN;

  /** @param capacity answers kept; the one longest not asked for goes first. */
  constructor(connector: Connector, capacity = CAPACITY) {
    this.#connector = connector;
    this.#capacity = capacity;
  }

  run(question: Question, signal?: AbortSignal): Promise<ColumnTable> {
    if (signal?.aborted === true) return Promise.reject(abortError());
    if (question.version !== this.#version) this.clear();
    this.#version = question.version;
    const key = JSON.stringify([question.sql, question.params]);
    const entry = this.#entries.get(key) ?? this.#ask(key, question);
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.#trim();
    return this.#wait(key, entry, signal);
  }

  clear(): void {
    this.#entries.clear();
  }

  #ask(key: string, { sql, params }: Question): Entry {
    const abort = new AbortController();
    const answer = this.#connector.query(sql, params, { signal: abort.signal });
    const entry: Entry = { answer, abort, askers: 0, isSettled: false };
    answer.then(
      () => (entry.isSettled = true),
      () => this.#forget(key, entry),
    );
    return entry;
  }

  #wait(key: string, entry: Entry, signal: AbortSignal | undefined): Promise<ColumnTable> {
    entry.askers += 1;
    if (signal === undefined) return entry.answer;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(abortError());
        entry.askers -= 1;
        if (entry.askers > 0 || entry.isSettled) return;
        entry.abort.abort();
        this.#forget(key, entry);
      };
      signal.addEventListener('abort', leave, { once: true });
      entry.answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  #forget(key: string, entry: Entry): void {
    entry.isSettled = true;
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }

  #trim(): void {
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > this.#capacity && oldest.done !== true) this.#entries.delete(oldest.value);
  }
}
