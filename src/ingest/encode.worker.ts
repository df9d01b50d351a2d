import { ColumnsEncoder } from './encode-columns.ts';
import type { EncodeRequest } from './read-protocol.ts';
import type { ScannedRecords } from './scan-text.ts';
import { buffersOfColumn, buffersOfRecords } from './transfer.ts';

/** Encodes the records that come through `port`, until null comes; answers with the columns, or null. */
self.addEventListener('message', ({ data }: MessageEvent<EncodeRequest>) => {
  const { port } = data;
  let encoder: ColumnsEncoder | null = null;
  port.addEventListener('message', ({ data: records }: MessageEvent<ScannedRecords | null>) => {
    if (records === null) {
      const columns = encoder?.finish() ?? null;
      return self.postMessage(columns, { transfer: (columns ?? []).flatMap(buffersOfColumn) });
    }
    encoder ??= new ColumnsEncoder(records.shape, records.expected);
    encoder.take(records.bytes, records.cells);
    port.postMessage(records, buffersOfRecords(records));
  });
  port.start();
});
