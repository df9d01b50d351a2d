import { withoutFormula } from './cell-text.ts';
import { HEAD_BYTES, hasFormulas, headText, readCleanHead, startOfBody } from './clean-head.ts';
import { lineEndOf } from './clean-scan.ts';
import { formatOf, toCleanTable } from './clean-table.ts';
import { decodeText, detectEncoding, transcodeToUtf8 } from './decode.ts';
import { findDelimiter } from './dialect.ts';
import { ColumnsEncoder } from './encode-columns.ts';
import { PLAIN_HEADER_RULES, type HeaderRules } from './header-rules.ts';
import type { RawTable, ReadOutcome } from './raw-table.ts';
import { toRawTable } from './read-grid.ts';
import { RecordScanner } from './record-scanner.ts';
import { tokenize } from './tokenize.ts';

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

/** The table where the engine can read the text as it stands, else null. */
function readClean(utf8: Uint8Array, isOwn: boolean, rules: HeaderRules): RawTable | null {
  const head = readCleanHead(headText(utf8), rules);
  const start = head === null ? null : startOfBody(utf8, head);
  if (head === null || start === null || start >= utf8.length) return null;
  const scanner = new RecordScanner(head, lineEndOf(utf8, start));
  const encoder = new ColumnsEncoder(head.shape);
  if (!scanner.scanAll(utf8.subarray(start), (bytes, cells) => encoder.take(bytes, cells)) || scanner.rows === 0)
    return null;
  return toCleanTable(head, scanner.rows, isOwn ? null : utf8, encoder.finish());
}
