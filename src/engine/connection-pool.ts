import { abortError, throwIfAborted } from '../lib/abort.ts';

/** A few equal resources, lent to one borrower at a time in the order of asking. */
export class ConnectionPool<T> {
  readonly #free: T[];
  readonly #waiters: ((resource: T) => void)[] = [];

  constructor(resources: readonly T[]) {
    this.#free = [...resources];
  }

  /** Runs `work` with a resource; one who gives up while waiting gets none and rejects with an AbortError. */
  async use<R>(work: (resource: T) => Promise<R>, signal?: AbortSignal): Promise<R> {
    const resource = await this.#borrow(signal);
    try {
      return await work(resource);
    } finally {
      this.#giveBack(resource);
    }
  }

  #borrow(signal: AbortSignal | undefined): Promise<T> {
    throwIfAborted(signal);
    const resource = this.#free.pop();
    if (resource !== undefined) return Promise.resolve(resource);
    return new Promise<T>((resolve, reject) => {
      this.#waiters.push(resolve);
      signal?.addEventListener('abort', () => this.#leave(resolve, reject), { once: true });
    });
  }

  #leave(waiter: (resource: T) => void, reject: (reason: unknown) => void): void {
    const at = this.#waiters.indexOf(waiter);
    if (at < 0) return;
    this.#waiters.splice(at, 1);
    reject(abortError());
  }

  #giveBack(resource: T): void {
    const next = this.#waiters.shift();
    if (next === undefined) this.#free.push(resource);
    else next(resource);
  }
}
