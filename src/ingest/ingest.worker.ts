import { tallyColumns } from './column-tally.ts';
import type { EncodedColumn } from './encoded-column.ts';
import { toHeaderRules } from './header-rules.ts';
import { readBlob } from './read-blob.ts';
import type { ReadOutcome, ReadTables } from './raw-table.ts';
import type { ReadReply, ReadRequest } from './read-protocol.ts';
import { readShare } from './read-share.ts';

/** Reads one file off the main thread; the page ends the worker after it, so that its memory goes with it. */
self.addEventListener('message', (event: MessageEvent<ReadRequest>) => {
  void answer(event.data);
});

async function answer({ name, blob, isCounted, share, ...options }: ReadRequest): Promise<void> {
  const reply = (message: ReadReply, transfer: Transferable[] = []) => self.postMessage(message, { transfer });
  if (share !== undefined) {
    const table = await readShare(blob, share, toHeaderRules(options.rules)).catch(() => null);
    const outcome: ReadOutcome =
      table === null ? { kind: 'refused', error: 'unreadable' } : { kind: 'tables', tables: [table] };
    return reply({ kind: 'outcome', outcome }, buffersOf(outcome));
  }
  const onProgress = (fraction: number) => reply({ kind: 'progress', fraction });
  const outcome = await readBlob(name, blob, { ...options, onProgress });
  if (isCounted === true && outcome.kind === 'tables') {
    return reply({ kind: 'outcome', outcome: withoutRows(outcome), tallies: outcome.tables.map(tallyColumns) });
  }
  reply({ kind: 'outcome', outcome }, buffersOf(outcome));
}

function withoutRows(outcome: ReadTables): ReadTables {
  const body = { kind: 'canonical', bytes: new Uint8Array() } as const;
  return { ...outcome, tables: outcome.tables.map((table) => ({ ...table, body })) };
}

/** The memory of the lists, which goes to the page instead of being copied. */
function buffersOf(outcome: ReadOutcome): ArrayBuffer[] {
  if (outcome.kind === 'refused') return [];
  const buffers = outcome.tables.flatMap(({ body }) => [
    body.bytes?.buffer,
    ...(body.kind === 'clean' ? (body.columns ?? []).flatMap(buffersOfColumn) : []),
  ]);
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}

function buffersOfColumn(column: EncodedColumn): ArrayBufferLike[] {
  if (column.kind === 'plain') return [column.bytes.buffer, column.offsets.buffer];
  return column.kind === 'coded' ? [column.codes.buffer] : [column.codes.buffer, column.serials.buffer];
}
