import { concatBytes } from './decode.ts';

export interface NumberedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const FLUSH = 1 << 20;

/** Rows as comma-separated UTF-8 that leaves a reader nothing to guess: first the row number, then `width` cells. */
export function toCanonicalCsv(rows: readonly NumberedRow[], width: number): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let text = '';
  for (const { row, cells } of rows) {
    text += String(row);
    for (let i = 0; i < width; i++) text += `,${quoteCell(cells[i] ?? '')}`;
    text += '\n';
    if (text.length > FLUSH) {
      parts.push(encoder.encode(text));
      text = '';
    }
  }
  parts.push(encoder.encode(text));
  return concatBytes(parts);
}

function quoteCell(cell: string): string {
  const clean = cell.includes('\0') ? cell.replaceAll('\0', '') : cell;
  return /[",\r\n]/.test(clean) || clean !== clean.trim() ? `"${clean.replaceAll('"', '""')}"` : clean;
}
