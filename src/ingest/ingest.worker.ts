import { tallyColumns } from './column-tally.ts';
import { readBlob } from './read-blob.ts';
import type { ReadTables } from './raw-table.ts';
import type { ReadReply, ReadRequest } from './read-protocol.ts';
import { buffersOf } from './transfer.ts';

/** Reads one file off the main thread; the page ends the worker after it, so that its memory goes with it. */
self.addEventListener('message', (event: MessageEvent<ReadRequest>) => {
  void answer(event.data);
});

async function answer({ name, blob, isCounted, ...options }: ReadRequest): Promise<void> {
  const reply = (message: ReadReply, transfer: Transferable[] = []) => self.postMessage(message, { transfer });
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
