import type { ReadOutcome } from '../ingest/raw-table.ts';
import type { ReadReply, ReadRequest } from '../ingest/read-protocol.ts';

type OutcomeReply = Extract<ReadReply, { kind: 'outcome' }>;

/**
 * Reads a file in a worker of its own, which is ended afterwards: what a workbook needs in memory is given back. A worker
 * that dies (a file that is too large for it) refuses the file. Rejects only when `signal` aborts.
 */
export function readInWorker(
  worker: Worker,
  request: ReadRequest,
  onProgress: (fraction: number) => void,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  return askWorker(worker, request, onProgress, signal).then(({ outcome }) => outcome);
}

/** The same with all that the worker answers: the counted columns of the lists too, where they were asked for. */
export async function askWorker(
  worker: Worker,
  request: ReadRequest,
  onProgress: (fraction: number) => void,
  signal: AbortSignal | undefined,
): Promise<OutcomeReply> {
  const isOutcome = (reply: ReadReply): reply is OutcomeReply => {
    if (reply.kind === 'progress') onProgress(reply.fraction);
    return reply.kind === 'outcome';
  };
  try {
    const reply = await ask<ReadReply>(worker, request, { signal, isLast: isOutcome });
    return reply !== null && isOutcome(reply)
      ? reply
      : { kind: 'outcome', outcome: { kind: 'refused', error: 'reader' } };
  } finally {
    worker.terminate();
  }
}

interface AskOptions<T> {
  readonly signal: AbortSignal | undefined;
  readonly transfer?: Transferable[];
  /** Whether nothing comes after this answer; absent = there is but one. */
  readonly isLast?: (answer: T) => boolean;
}

/** What a worker answers last; null where it dies. Rejects only when `signal` aborts. The worker is not ended. */
export function ask<T>(
  worker: Worker,
  request: unknown,
  { signal, transfer = [], isLast = () => true }: AskOptions<T>,
): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const heard = new AbortController();
    const on = { signal: heard.signal };
    const end = (settle: () => void) => {
      heard.abort();
      settle();
    };
    const abort = () => end(() => reject(new DOMException('Reading was cancelled', 'AbortError')));
    if (signal?.aborted === true) return abort();
    signal?.addEventListener('abort', abort, on);
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<T>) => {
        if (isLast(data)) end(() => resolve(data));
      },
      on,
    );
    worker.addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        end(() => resolve(null));
      },
      on,
    );
    worker.postMessage(request, transfer);
  });
}
