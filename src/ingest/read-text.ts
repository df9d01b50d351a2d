import { decodeText, detectEncoding, transcodeToUtf8 } from './decode.ts';
import { isFormula, withoutFormula } from './cell-text.ts';
import { classifyRow, layoutOf } from './classify-row.ts';
import { lineEndOf, scanClean, type CleanScan, type CleanShape } from './clean-scan.ts';
import { DELIMITERS, findDelimiter, type Delimiter } from './dialect.ts';
import { encodeColumns } from './encode-columns.ts';
import type { EncodedColumn } from './encoded-column.ts';
import { findBlockColumns } from './fill-blocks.ts';
import { PLAIN_HEADER_RULES, type HeaderRules } from './header-rules.ts';
import { findHeader, HEADER_SEARCH_ROWS, type Header } from './header.ts';
import type { RawTable, ReadOutcome } from './raw-table.ts';
import { unitOfTitle } from './parse-amount.ts';
import { toRawTable } from './read-grid.ts';
import { tokenize } from './tokenize.ts';

export const HEAD_BYTES = 1 << 18;
const SAMPLE_ROWS = 200;

export interface TextOptions {
  /** False = read cell by cell though the text looks clean; used where the engine refused it. */
  readonly isCleanPathAllowed: boolean;
  readonly rules?: HeaderRules;
}

/** A delimited text in any encoding. Clean UTF-8 is left to the engine; everything else is read cell by cell. */
export function readText(bytes: Uint8Array, options: TextOptions): ReadOutcome {
  const rules = options.rules ?? PLAIN_HEADER_RULES;
  if (options.isCleanPathAllowed) {
    const guessed = guessEncoding(bytes);
    const text = guessed === 'utf-8' ? bytes : transcodeToUtf8(bytes, guessed);
    const clean = readClean(text, guessed === 'utf-8', rules);
    if (clean !== null) return { kind: 'tables', tables: [{ ...clean, encoding: guessed }] };
  }
  const encoding = detectEncoding(bytes);
  const utf8 = encoding === 'utf-8' ? bytes : transcodeToUtf8(bytes, encoding);
  const delimiter = findDelimiter(headText(utf8));
  const tokens = tokenize(decodeText(utf8, 'utf-8').text, delimiter);
  const source = { format: formatOf(delimiter), encoding, sheet: null, is1904: false, unclosed: tokens.unclosed };
  const rows = hasFormulas(tokens.rows) ? tokens.rows.map((row) => row.map(withoutFormula)) : tokens.rows;
  const table = toRawTable(rows, source, rules);
  return 'error' in table ? { kind: 'refused', error: table.error } : { kind: 'tables', tables: [table] };
}

/** The encoding by the first rows; the engine, which reads a clean text next, refuses one that is not UTF-8 to its end. */
function guessEncoding(bytes: Uint8Array): ReturnType<typeof detectEncoding> {
  const end = bytes.length <= HEAD_BYTES ? -1 : bytes.lastIndexOf(0x0a, HEAD_BYTES);
  const head = detectEncoding(end < 0 ? bytes : bytes.subarray(0, end + 1));
  return head === 'utf-8' ? head : detectEncoding(bytes);
}

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

/** The table where the engine can read the text as it stands, else null. */
function readClean(utf8: Uint8Array, isOwn: boolean, rules: HeaderRules): RawTable | null {
  const head = readCleanHead(headText(utf8), rules);
  const start = head === null ? null : startOfBody(utf8, head);
  if (head === null || start === null || start >= utf8.length) return null;
  const scan = scanClean(utf8, start, head.shape);
  if (scan === null || scan.records === 0 || hasFault(utf8, scan, head)) return null;
  return toCleanTable(head, scan.records, isOwn ? null : utf8, encodeColumns(utf8, start, head.shape, scan.records));
}

/** Whether a record that looked as if it were no case is none. */
export function hasFault(utf8: Uint8Array, { suspects }: CleanScan, { isFault }: CleanHead): boolean {
  const decoder = new TextDecoder();
  return suspects.some((range) => isFault(decoder.decode(utf8.subarray(range.start, range.end))));
}

/** The table of a clean text. @param utf8 null = the file itself */
export function toCleanTable(
  { header, rows: head, delimiter }: CleanHead,
  rows: number,
  utf8: Uint8Array | null,
  columns: readonly EncodedColumn[] | null,
): RawTable {
  return {
    format: formatOf(delimiter),
    encoding: 'utf-8',
    sheet: null,
    headerRow: header.row + 1,
    headerHeight: header.height,
    labels: header.labels,
    rows,
    notes: [],
    sample: head.slice(header.row + 1, header.row + 1 + Math.min(SAMPLE_ROWS, rows)),
    is1904: false,
    body: { kind: 'clean', bytes: utf8, delimiter, skip: header.row + 1, firstRow: header.row + 2, columns },
  };
}

/** True where cells are written as formulas, which systems do so that a spreadsheet leaves their digits alone. */
function hasFormulas(rows: readonly (readonly string[])[]): boolean {
  return rows.slice(0, HEADER_SEARCH_ROWS + SAMPLE_ROWS).some((row) => row.some(isFormula));
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

function formatOf(delimiter: Delimiter): 'csv' | 'tsv' {
  return delimiter === DELIMITERS[1] ? 'tsv' : 'csv';
}
