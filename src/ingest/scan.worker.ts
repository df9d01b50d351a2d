import { CellIndex } from './cell-index.ts';
import { toHeaderRules } from './header-rules.ts';
import type { RawTable } from './raw-table.ts';
import type { ScanRequest } from './read-protocol.ts';
import { scanText, type RecordSink, type ScannedRecords } from './scan-text.ts';
import { buffersOfRecords } from './transfer.ts';

/** So many chunks are on their way at once: more would only take memory. */
const ON_THE_WAY = 6;

/** Scans a long text and gives its records to the worker at the other end of `port`; answers with the table, or null. */
self.addEventListener('message', ({ data }: MessageEvent<ScanRequest>) => {
  void answer(data);
});

async function answer({ blob, rules, port }: ScanRequest): Promise<void> {
  const table: RawTable | null = await scanText(blob, toHeaderRules(rules), sinkAt(port)).catch(() => null);
  port.postMessage(null);
  self.postMessage(table);
}

/** Sends records on, and waits where too many of them have not come back. */
function sinkAt(port: MessagePort): RecordSink {
  const spareBytes: Uint8Array<ArrayBuffer>[] = [];
  const spareCells: CellIndex[] = [];
  let onTheWay = 0;
  let wake: (() => void) | null = null;
  port.addEventListener('message', ({ data: { bytes, cells } }: MessageEvent<ScannedRecords>) => {
    onTheWay -= 1;
    spareBytes.push(new Uint8Array(bytes.buffer));
    spareCells.push(CellIndex.of(cells));
    wake?.();
  });
  port.start();
  return {
    async send(records) {
      onTheWay += 1;
      port.postMessage(records, buffersOfRecords(records));
      while (onTheWay >= ON_THE_WAY) await new Promise<void>((resolve) => (wake = resolve));
    },
    bytes(length) {
      const spare = spareBytes.pop();
      return spare !== undefined && spare.length >= length ? spare : new Uint8Array(length);
    },
    cells: () => spareCells.pop() ?? new CellIndex(),
  };
}
