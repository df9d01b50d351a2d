import type { SampleCell } from './columns.ts';
import { formatDay, type DateStyle } from './date-style.ts';
import { encodeGb18030 } from './gb18030.ts';

/** GB18030 bytes of a table as Excel's "CSV" writes it: quoted only where needed, lines ended by CR LF. */
export function writeCsv(rows: readonly (readonly SampleCell[])[], style: DateStyle): Uint8Array {
  const lines = rows.map((row) => row.map((cell) => quote(toText(cell, style))).join(','));
  return encodeGb18030(`${lines.join('\r\n')}\r\n`);
}

function toText(cell: SampleCell, style: DateStyle): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? formatDay(cell.day, style) : String(cell);
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
