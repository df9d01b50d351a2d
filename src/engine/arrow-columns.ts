import {
  Field,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Uint16,
  Uint8,
  Utf8,
  type Data,
} from 'apache-arrow';
import type { MemoryColumn } from './connector.ts';

/** The columns as one record batch of an Arrow stream. */
export function encodeColumns(columns: readonly MemoryColumn[]): Uint8Array {
  const children = columns.map(toData);
  const fields = columns.map(({ name }, i) => new Field(name, children[i]?.type ?? new Utf8(), true));
  const length = children[0]?.length ?? 0;
  const batch = new RecordBatch(new Schema(fields), makeData({ type: new Struct(fields), length, children }));
  return tableToIPC(new Table([batch]), 'stream');
}

function toData(column: MemoryColumn): Data {
  if ('bytes' in column) return toTexts(column.bytes, column.offsets);
  const { values } = column;
  if (values instanceof Uint8Array) return makeData({ type: new Uint8(), data: values });
  return values instanceof Uint16Array
    ? makeData({ type: new Uint16(), data: values })
    : makeData({ type: new Int32(), data: values });
}

function toTexts(bytes: Uint8Array, offsets: Int32Array): Data {
  const length = offsets.length - 1;
  const nullBitmap = new Uint8Array((length + 7) >> 3);
  let nullCount = 0;
  for (let i = 0; i < length; i++) {
    if (offsets[i] === offsets[i + 1]) nullCount++;
    else nullBitmap[i >> 3] = (nullBitmap[i >> 3] ?? 0) | (1 << (i & 7));
  }
  return makeData({ type: new Utf8(), length, nullCount, nullBitmap, valueOffsets: offsets, data: bytes });
}
