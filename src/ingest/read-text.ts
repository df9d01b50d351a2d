import { decodeText, detectEncoding, transcodeToUtf8 } from './decode.ts';
import { withoutFormula } from './cell-text.ts';
import { classifyRow, layoutOf } from './classify-row.ts';
import { scanClean } from './clean-scan.ts';
import { DELIMITERS, findDelimiter, type Delimiter } from './dialect.ts';
import { encodeColumns, type ColumnShare } from './encode-columns.ts';
import { PLAIN_HEADER_RULES, type HeaderRules } from './header-rules.ts';
import { findHeader, HEADER_SEARCH_ROWS, type Header } from './header.ts';
import type { RawTable, ReadOutcome } from './raw-table.ts';
import { unitOfTitle } from './parse-amount.ts';
import { toRawTable } from './read-grid.ts';
import { tokenize } from './tokenize.ts';

const HEAD_BYTES = 1 << 18;
const SAMPLE_ROWS = 200;

export interface TextOptions {
  /** False = read cell by cell though the text looks clean; used where the engine refused it. */
  readonly isCleanPathAllowed: boolean;
  readonly rules?: HeaderRules;
  /** The columns of a clean text that are encoded here; all, where absent. */
  readonly share?: ColumnShare;
}

/** A delimited text in any encoding. Clean UTF-8 is left to the engine; everything else is read cell by cell. */
export function readText(bytes: Uint8Array, options: TextOptions): ReadOutcome {
  const rules = options.rules ?? PLAIN_HEADER_RULES;
  if (options.isCleanPathAllowed) {
    const guessed = guessEncoding(bytes);
    const text = guessed === 'utf-8' ? bytes : transcodeToUtf8(bytes, guessed);
    const head = headText(text);
    const clean = readClean(text, guessed === 'utf-8', head, findDelimiter(head), rules, options.share);
    if (clean !== null) return { kind: 'tables', tables: [{ ...clean, encoding: guessed }] };
    // Whoever has the first share reads the rest.
    if (options.share !== undefined && options.share.index > 0) return { kind: 'refused', error: 'unreadable' };
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

/** The table where the engine can read the text as it stands, else null. */
function readClean(
  utf8: Uint8Array,
  isOwn: boolean,
  head: string,
  delimiter: Delimiter,
  rules: HeaderRules,
  share: ColumnShare | undefined,
): RawTable | null {
  const rows = tokenize(head, delimiter).rows;
  if (hasFormulas(rows)) return null;
  const header = findHeader(rows, rules);
  if (header === null || header.labels.length < 2) return null;
  if (unitOfTitle(rows.slice(0, header.row).flat()) !== 1) return null;
  const start = startOfBody(utf8, rows, header);
  if (start === null || start >= utf8.length) return null;
  const layout = layoutOf(header.labels, rules);
  const shape = { separator: delimiter.charCodeAt(0), width: header.labels.length, caseNo: layout.caseNo };
  const scan = scanClean(utf8, start, shape);
  if (scan === null || scan.records === 0) return null;
  const decoder = new TextDecoder();
  const isFault = (text: string) => classifyRow(tokenize(text, delimiter).rows[0] ?? [], layout) !== null;
  if (scan.suspects.some((range) => isFault(decoder.decode(utf8.subarray(range.start, range.end))))) return null;
  const firstRow = header.row + 2;
  return {
    format: formatOf(delimiter),
    encoding: 'utf-8',
    sheet: null,
    headerRow: header.row + 1,
    headerHeight: header.height,
    labels: header.labels,
    rows: scan.records,
    notes: [],
    sample: rows.slice(header.row + 1, header.row + 1 + Math.min(SAMPLE_ROWS, scan.records)),
    is1904: false,
    body: {
      kind: 'clean',
      bytes: isOwn ? null : utf8,
      delimiter,
      skip: header.row + 1,
      firstRow,
      columns: encodeColumns(utf8, start, shape, scan.records, share),
    },
  };
}

/** True where cells are written as ="…", which systems do so that a spreadsheet leaves their digits alone. */
function hasFormulas(rows: readonly (readonly string[])[]): boolean {
  return rows.slice(0, HEADER_SEARCH_ROWS + SAMPLE_ROWS).some((row) => row.some((cell) => cell.startsWith('="')));
}

/** Byte offset of the first row below the header; null where a cell above spans lines. */
function startOfBody(utf8: Uint8Array, rows: readonly (readonly string[])[], header: Header): number | null {
  const above = rows.slice(0, header.row + 1);
  if (above.some((cells) => cells.some((cell) => /[\r\n"]/.test(cell)))) return null;
  let position = 0;
  for (let i = 0; i <= header.row; i++) {
    const end = utf8.indexOf(0x0a, position);
    if (end < 0) return null;
    position = end + 1;
  }
  return position;
}

/** The first rows as text, cut at the end of a line. */
function headText(utf8: Uint8Array): string {
  if (utf8.length <= HEAD_BYTES) return new TextDecoder().decode(utf8);
  const end = utf8.lastIndexOf(0x0a, HEAD_BYTES);
  const text = new TextDecoder().decode(utf8.subarray(0, end < 0 ? HEAD_BYTES : end));
  const lines = text.split('\n', HEADER_SEARCH_ROWS + SAMPLE_ROWS * 2);
  return `${lines.join('\n')}\n`;
}

function formatOf(delimiter: Delimiter): 'csv' | 'tsv' {
  return delimiter === DELIMITERS[1] ? 'tsv' : 'csv';
}
