/**
 * The promises that wait for one engine. When the engine is lost its own promises stay unsettled for ever, so every
 * wait goes through `guard`, and `fail` rejects them all.
 */
export class Outstanding {
  readonly #rejections = new Set<(cause: unknown) => void>();
  #loss: { readonly cause: unknown } | null = null;

  get isLost(): boolean {
    return this.#loss !== null;
  }

  /** `work`, or a rejection with the loss, whichever comes first. */
  guard<T>(work: Promise<T>): Promise<T> {
    if (this.#loss !== null) {
      work.catch(() => undefined);
      return Promise.reject(this.#loss.cause);
    }
    return new Promise<T>((resolve, reject) => {
      this.#rejections.add(reject);
      work.then(resolve, reject).finally(() => this.#rejections.delete(reject));
    });
  }

  /** Rejects everything that waits, and everything that will. Only the first call counts. */
  fail(cause: unknown): void {
    if (this.#loss !== null) return;
    this.#loss = { cause };
    for (const reject of this.#rejections) reject(cause);
    this.#rejections.clear();
  }
}
