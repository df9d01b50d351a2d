import { readExport } from './read-export.ts';
import type { ReadReply, ReadRequest } from './read-protocol.ts';

/** Reads one file off the main thread; the page ends the worker after it, so that its memory goes with it. */
self.addEventListener('message', (event: MessageEvent<ReadRequest>) => {
  void answer(event.data);
});

async function answer({ name, blob, isCleanPathAllowed }: ReadRequest): Promise<void> {
  const reply = (message: ReadReply, transfer: Transferable[] = []) => self.postMessage(message, { transfer });
  try {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const outcome = readExport(
      { name, bytes },
      { isCleanPathAllowed, onProgress: (fraction) => reply({ kind: 'progress', fraction }) },
    );
    const buffers =
      outcome.kind === 'tables'
        ? outcome.tables.flatMap(({ body }) => (body.bytes === null ? [] : [body.bytes.buffer]))
        : [];
    reply(
      { kind: 'outcome', outcome },
      [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer),
    );
  } catch {
    reply({ kind: 'outcome', outcome: { kind: 'refused', error: 'unreadable' } });
  }
}
