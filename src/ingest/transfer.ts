import type { EncodedColumn } from './encoded-column.ts';
import type { ReadOutcome } from './raw-table.ts';

/** The memory of the lists, which goes to the page instead of being copied. */
export function buffersOf(outcome: ReadOutcome): ArrayBuffer[] {
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
