import type { ReadOutcome } from '../ingest/raw-table.ts';
import type { ReadReply, ReadRequest, ShareRequest } from '../ingest/read-protocol.ts';

type OutcomeReply = Extract<ReadReply, { kind: 'outcome' }>;

/**
 * Reads a file in a worker of its own, which is ended afterwards: what a workbook needs in memory is given back. A worker
 * that dies (a file that is too large for it) refuses the file. Rejects only when `signal` aborts.
 */
export function readInWorker(
  worker: Worker,
  request: ReadRequest | ShareRequest,
  onProgress: (fraction: number) => void,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  return askWorker(worker, request, onProgress, signal).then(({ outcome }) => outcome);
}

/** The same with all that the worker answers: the counted columns of the lists too, where they were asked for. */
export function askWorker(
  worker: Worker,
  request: ReadRequest | ShareRequest,
  onProgress: (fraction: number) => void,
  signal: AbortSignal | undefined,
): Promise<OutcomeReply> {
  return new Promise<OutcomeReply>((resolve, reject) => {
    const end = () => {
      worker.terminate();
      signal?.removeEventListener('abort', abort);
    };
    const abort = () => {
      end();
      reject(new DOMException('Reading was cancelled', 'AbortError'));
    };
    if (signal?.aborted === true) return abort();
    signal?.addEventListener('abort', abort);
    worker.addEventListener('message', ({ data }: MessageEvent<ReadReply>) => {
      if (data.kind === 'progress') return onProgress(data.fraction);
      end();
      resolve(data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end();
      resolve({ kind: 'outcome', outcome: { kind: 'refused', error: 'reader' } });
    });
    worker.postMessage(request);
  });
}
