import type { EncodedColumn } from './encoded-column.ts';
import type { ReadOutcome } from './raw-table.ts';
import type { ScannedRecords } from './scan-text.ts';

/** The memory of the lists, which goes to the page instead of being copied. */
export function buffersOf(outcome: ReadOutcome): ArrayBuffer[] {
  if (outcome.kind === 'refused') return [];
  const buffers = outcome.tables.flatMap(({ body }) => [
    body.bytes?.buffer,
    ...(body.kind === 'clean' ? (body.columns ?? []).flatMap(buffersOfColumn) : []),
  ]);
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}

export function buffersOfColumn(column: EncodedColumn): ArrayBuffer[] {
  const arrays =
    column.kind === 'plain'
      ? [column.bytes, column.offsets]
      : [column.codes, ...(column.kind === 'numbered' ? [column.serials] : [])];
  return arrays.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer);
}

/** The memory of records, which goes on with them and comes back. */
export function buffersOfRecords({ bytes, cells }: ScannedRecords): ArrayBuffer[] {
  return [bytes.buffer, cells.starts.buffer, cells.ends.buffer];
}
