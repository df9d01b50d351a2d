import { detectContainer } from '../ingest/detect.ts';
import { MAX_FILE_BYTES } from '../ingest/file-limits.ts';
import { joinShares } from '../ingest/join-shares.ts';
import type { ReadOutcome } from '../ingest/raw-table.ts';
import type { ReadRequest } from '../ingest/read-protocol.ts';
import { readInWorker } from './read-in-worker.ts';

/** Below this a second worker costs more than it saves. */
const LONG_BYTES = 8 * 2 ** 20;
const HEAD_BYTES = 4096;
const MAX_WORKERS = 4;

/** Makes the workers that read: one that reads any file as a whole, one that reads a share of a text. */
export interface ReadWorkers {
  readonly whole: () => Worker;
  readonly share: () => Worker;
}

/**
 * Reads a file in workers of their own. A long text is read by several, each its share of the rows; where that is not
 * certain to be right, by one. Rejects only when `signal` aborts.
 *
 * @param cores how many processors the machine has
 */
export async function readShared(
  workers: ReadWorkers,
  request: ReadRequest,
  cores: number,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  if (await isLongText(request)) {
    const of = Math.max(1, Math.min(MAX_WORKERS, cores));
    const { blob, rules } = request;
    const shares = await Promise.all(
      Array.from({ length: of }, (_, index) =>
        readInWorker(
          workers.share(),
          { blob, share: { index, of }, ...(rules === undefined ? {} : { rules }) },
          () => undefined,
          signal,
        ),
      ),
    );
    const joined = joinShares(shares.map((share) => (share.kind === 'tables' ? (share.tables[0] ?? null) : null)));
    if (joined !== null) return { kind: 'tables', tables: [joined] };
  }
  return readInWorker(workers.whole(), request, () => undefined, signal);
}

async function isLongText({ blob, isCleanPathAllowed }: ReadRequest): Promise<boolean> {
  if (!isCleanPathAllowed || blob.size < LONG_BYTES || blob.size > MAX_FILE_BYTES) return false;
  const head = await blob
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => null);
  return head !== null && detectContainer(new Uint8Array(head)) === 'text';
}
