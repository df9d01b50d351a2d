import type { ReadOutcome } from '../ingest/raw-table.ts';
import type { ReadReply, ReadRequest } from '../ingest/read-protocol.ts';

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
  return new Promise<ReadOutcome>((resolve, reject) => {
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
      resolve(data.outcome);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end();
      resolve({ kind: 'refused', error: 'unreadable' });
    });
    worker.postMessage(request);
  });
}
