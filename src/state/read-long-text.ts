import { detectContainer } from '../ingest/detect.ts';
import type { EncodedColumn } from '../ingest/encoded-column.ts';
import { MAX_FILE_BYTES } from '../ingest/file-limits.ts';
import type { RawTable, ReadOutcome } from '../ingest/raw-table.ts';
import type { EncodeRequest, ReadRequest, ScanRequest } from '../ingest/read-protocol.ts';
import { ask, readInWorker } from './read-in-worker.ts';

/** Below this two more workers cost more than they save. */
const LONG_BYTES = 8 * 2 ** 20;
const HEAD_BYTES = 4096;

/** Makes the workers that read: one that reads any file as a whole, and the two that read a long text together. */
export interface ReadWorkers {
  readonly whole: () => Worker;
  readonly scan: () => Worker;
  readonly encode: () => Worker;
}

/**
 * Reads a file in workers of their own. A long text is scanned by one while another encodes what was scanned; where that is
 * not certain to be right, it is read as a whole. Rejects only when `signal` aborts.
 */
export async function readFile(
  workers: ReadWorkers,
  request: ReadRequest,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  const table = (await isLongText(request)) ? await readLongText(workers, request, signal) : null;
  if (table !== null) return { kind: 'tables', tables: [table] };
  return readInWorker(workers.whole(), request, () => undefined, signal);
}

async function readLongText(
  workers: ReadWorkers,
  { blob, rules }: ReadRequest,
  signal: AbortSignal | undefined,
): Promise<RawTable | null> {
  const { port1, port2 } = new MessageChannel();
  const [scanner, encoder] = [workers.scan(), workers.encode()];
  const scan: ScanRequest = { blob, port: port1, ...(rules === undefined ? {} : { rules }) };
  const encode: EncodeRequest = { port: port2 };
  try {
    const read = await bothOf(
      ask<RawTable | null>(scanner, scan, { signal, transfer: [port1] }),
      ask<readonly EncodedColumn[] | null>(encoder, encode, { signal, transfer: [port2] }),
    );
    if (read === null) return null;
    const [table, columns] = read;
    return table.body.kind === 'clean' ? { ...table, body: { ...table.body, columns } } : null;
  } finally {
    scanner.terminate();
    encoder.terminate();
  }
}

/** Both results; null as soon as one of them is, because the other may then wait for ever. */
function bothOf<A, B>(first: Promise<A | null>, second: Promise<B | null>): Promise<[A, B] | null> {
  return new Promise((resolve, reject) => {
    for (const one of [first, second]) one.then((result) => result === null && resolve(null), reject);
    void Promise.all([first, second]).then(
      ([a, b]) => resolve(a === null || b === null ? null : [a, b]),
      () => undefined,
    );
  });
}

async function isLongText({ blob, isCleanPathAllowed }: ReadRequest): Promise<boolean> {
  if (!isCleanPathAllowed || blob.size < LONG_BYTES || blob.size > MAX_FILE_BYTES) return false;
  const head = await blob
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => null);
  return head !== null && detectContainer(new Uint8Array(head)) === 'text';
}
