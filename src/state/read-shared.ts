import { detectContainer } from '../ingest/detect.ts';
import type { EncodedColumn } from '../ingest/encoded-column.ts';
import type { ReadOutcome } from '../ingest/raw-table.ts';
import type { ReadRequest } from '../ingest/read-protocol.ts';
import { readInWorker } from './read-in-worker.ts';

/** Below this a second worker costs more than it saves. */
const LONG_BYTES = 8 * 2 ** 20;
/** Each worker holds the whole text: what all of them may hold together. */
const MAX_BYTES_HELD = 2 ** 30;
const HEAD_BYTES = 4096;
const MAX_WORKERS = 4;

/**
 * Reads a file in workers of their own. A long text is read by several: all look at it as a whole, and each encodes its
 * share of the columns. Rejects only when `signal` aborts.
 *
 * @param cores how many processors the machine has
 */
export async function readShared(
  createWorker: () => Worker,
  request: ReadRequest,
  cores: number,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  const mayHold = Math.floor(MAX_BYTES_HELD / request.blob.size);
  const of = (await isLongText(request)) ? Math.min(MAX_WORKERS, cores, mayHold) : 1;
  const read = (own: ReadRequest) => readInWorker(createWorker(), own, () => undefined, signal);
  if (of < 2) return read(request);
  const outcomes = await Promise.all(
    Array.from({ length: of }, (_, index) => read({ ...request, share: { index, of } })),
  );
  return joinShares(outcomes);
}

async function isLongText({ blob, isCleanPathAllowed }: ReadRequest): Promise<boolean> {
  if (!isCleanPathAllowed || blob.size < LONG_BYTES) return false;
  const head = await blob
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => null);
  return head !== null && detectContainer(new Uint8Array(head)) === 'text';
}

/** The outcome of the first share with the columns of all; without columns where one has none. */
export function joinShares(outcomes: readonly ReadOutcome[]): ReadOutcome {
  const [first] = outcomes;
  if (first === undefined) throw new RangeError('Nobody read the file');
  if (first.kind === 'refused') return first;
  const tables = first.tables.map((table, i) => {
    if (table.body.kind !== 'clean') return table;
    const shares = outcomes.map((outcome) => columnsOf(outcome, i));
    return { ...table, body: { ...table.body, columns: interleave(shares, table.labels.length) } };
  });
  return { ...first, tables };
}

function columnsOf(outcome: ReadOutcome, i: number): readonly EncodedColumn[] {
  const body = outcome.kind === 'tables' ? outcome.tables[i]?.body : undefined;
  return body?.kind === 'clean' ? (body.columns ?? []) : [];
}

/** Column `i` is of share `i % n`; null where one is missing. */
function interleave(shares: readonly (readonly EncodedColumn[])[], width: number): readonly EncodedColumn[] | null {
  const columns = Array.from({ length: width }, (_, i) => shares[i % shares.length]?.[Math.floor(i / shares.length)]);
  return columns.every((column) => column !== undefined) ? columns : null;
}
