import { isFormula } from './cell-text.ts';
import { classifyRow, layoutOf } from './classify-row.ts';
import { lineEndOf, type CleanShape } from './clean-scan.ts';
import { findDelimiter, type Delimiter } from './dialect.ts';
import { findBlockColumns } from './fill-blocks.ts';
import type { HeaderRules } from './header-rules.ts';
import { findHeader, HEADER_SEARCH_ROWS, type Header } from './header.ts';
import { unitOfTitle } from './parse-amount.ts';
import { tokenize } from './tokenize.ts';

export const HEAD_BYTES = 1 << 18;
export const SAMPLE_ROWS = 200;

/** What the first rows of a clean text say of all of it. */
export interface CleanHead {
  readonly header: Header;
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: Delimiter;
  readonly shape: CleanShape;
  /** A record, as text, that is no case. */
  readonly isFault: (text: string) => boolean;
}

/** Null where the first rows are not those of a clean text. */
export function readCleanHead(head: string, rules: HeaderRules): CleanHead | null {
  const delimiter = findDelimiter(head);
  const rows = tokenize(head, delimiter).rows;
  if (hasFormulas(rows)) return null;
  const header = findHeader(rows, rules);
  if (header === null || header.labels.length < 2) return null;
  if (unitOfTitle(rows.slice(0, header.row).flat()) !== 1) return null;
  const body = rows.slice(header.row + 1, header.row + 1 + SAMPLE_ROWS);
  if (findBlockColumns(header.labels, body, rules).length > 0) return null;
  const layout = layoutOf(header.labels, rules);
  const shape = { separator: delimiter.charCodeAt(0), width: header.labels.length, caseNo: layout.caseNo };
  const isFault = (text: string) => classifyRow(tokenize(text, delimiter).rows[0] ?? [], layout) !== null;
  return { header, rows, delimiter, shape, isFault };
}

/**
 * Byte offset of the first row below the header; null where a cell above spans lines, or where lines above end otherwise
 * than those below: the engine takes the first end of a line for that of all.
 */
export function startOfBody(utf8: Uint8Array, { rows, header }: CleanHead): number | null {
  const above = rows.slice(0, header.row + 1);
  if (above.some((cells) => cells.some((cell) => /[\r\n"]/.test(cell)))) return null;
  const ends = new Set<boolean>();
  let position = 0;
  for (let i = 0; i <= header.row; i++) {
    const end = utf8.indexOf(0x0a, position);
    if (end < 0) return null;
    ends.add(utf8[end - 1] === 0x0d);
    position = end + 1;
  }
  return position < utf8.length && ends.has(!lineEndOf(utf8, position)) ? null : position;
}

/** The first rows as text, cut at the end of a line. */
export function headText(utf8: Uint8Array): string {
  if (utf8.length <= HEAD_BYTES) return new TextDecoder().decode(utf8);
  const end = utf8.lastIndexOf(0x0a, HEAD_BYTES);
  const text = new TextDecoder().decode(utf8.subarray(0, end < 0 ? HEAD_BYTES : end));
  const lines = text.split('\n', HEADER_SEARCH_ROWS + SAMPLE_ROWS * 2);
  return `${lines.join('\n')}\n`;
}

/** True where cells are written as formulas, which systems do so that a spreadsheet leaves their digits alone. */
export function hasFormulas(rows: readonly (readonly string[])[]): boolean {
  return rows.slice(0, HEADER_SEARCH_ROWS + SAMPLE_ROWS).some((row) => row.some(isFormula));
}
