import { read, set_cptable, SSF, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { addDays } from '../lib/date.ts';
import type { IngestErrorId } from '../text/ingest-errors.ts';
import { createCodePages } from './codepages.ts';
import type { FileFormat } from './export-file.ts';
import { PLAIN_HEADER_RULES, type HeaderRules } from './header-rules.ts';
import type { Grid, RawTable, ReadOutcome, RefusedMember } from './raw-table.ts';
import { toContinuation, toRawTable } from './read-grid.ts';
import { isCutOff } from './workbook-length.ts';

const EPOCH_1900 = '1899-12-30';
const EPOCH_1904 = '1904-01-01';
/** A sheet's declared extent may be a million empty rows; a list of cases is not wider than this. */
const MAX_COLUMNS = 1000;

/**
 * Every sheet of a workbook that is a list of cases. Sheets that are none (instructions, an empty one) are left alone, but
 * one that is a table of many rows is named among the refused: its header may only be unknown.
 */
export function readWorkbook(
  bytes: Uint8Array,
  format: WorkbookFormat,
  rules: HeaderRules = PLAIN_HEADER_RULES,
): ReadOutcome {
  if (format === 'xls' && isCutOff(bytes)) return { kind: 'refused', error: 'damaged' };
  const outcome = readSheets(bytes, format, null, rules);
  return format === 'xls' && isMisread(outcome) ? pickReading(outcome, readSheets(bytes, format, GBK, rules)) : outcome;
}

export type WorkbookFormat = Extract<FileFormat, 'xlsx' | 'xls' | 'spreadsheetml'>;

const GBK = 936;
/** What becomes of a list whose Chinese was read as another code page. */
const MISREAD = new Set<IngestErrorId>(['unrelated', 'no_case']);
const CHINESE = /[\u4e00-\u9fff]/;
/** Two Chinese characters of GBK read as Latin: no word of Latin has four such letters in a row. */
const GARBLED = /[\u0080-\u00ff]{4}/;

function isMisread(outcome: ReadOutcome): boolean {
  if (outcome.kind === 'refused') return MISREAD.has(outcome.error);
  const words = outcome.tables.flatMap(({ labels, sample }) => [...labels, ...sample.flat()]);
  return words.some((word) => GARBLED.test(word)) && !words.some((word) => CHINESE.test(word));
}

function pickReading(first: ReadOutcome, second: ReadOutcome): ReadOutcome {
  return second.kind === 'tables' ? second : first;
}

function readSheets(bytes: Uint8Array, format: WorkbookFormat, ansi: number | null, rules: HeaderRules): ReadOutcome {
  if (format === 'xls') set_cptable(createCodePages(ansi));
  const book = openWorkbook(bytes);
  if ('error' in book) return { kind: 'refused', error: book.error };
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const unknown: RefusedMember[] = [];
  let before: RawTable | null = null;
  const results: (RawTable | { readonly error: IngestErrorId })[] = [];
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    const grid = sheet === undefined ? [] : toGrid(sheet, is1904);
    Reflect.deleteProperty(book.Sheets, name);
    const source = { format, encoding: null, sheet: name, is1904 };
    const own = toRawTable(grid, source, rules);
    const isUnknown = 'error' in own && own.error === 'unrelated';
    const result: RawTable | { readonly error: IngestErrorId } =
      (isUnknown && before !== null ? toContinuation(grid, before, source, rules) : null) ?? own;
    results.push(result);
    if (!('error' in result)) before = result;
    else if (isUnknown && isLongTable(grid)) unknown.push({ member: name, error: 'unrelated' });
  }
  const tables = results.filter((result): result is RawTable => !('error' in result));
  if (tables.length > 0) return { kind: 'tables', tables, refused: unknown };
  return { kind: 'refused', error: firstError(results) };
}

const LONG_ROWS = 20;
const WIDE_CELLS = 3;

/** True for a sheet that is no page of words: many rows of several cells. */
function isLongTable(grid: Grid): boolean {
  const isWide = (row: readonly string[]) => row.filter((cell) => cell !== '').length >= WIDE_CELLS;
  return grid.filter(isWide).length >= LONG_ROWS;
}

const BY_USE: readonly IngestErrorId[] = [
  'header_only',
  'no_case',
  'lost_characters',
  'sideways',
  'unrelated',
  'empty',
];

function firstError(results: readonly (RawTable | { readonly error: IngestErrorId })[]): IngestErrorId {
  const errors = new Set(results.map((result) => ('error' in result ? result.error : 'empty')));
  return BY_USE.find((id) => errors.has(id)) ?? 'empty';
}

function openWorkbook(bytes: Uint8Array): WorkBook | { readonly error: IngestErrorId } {
  try {
    return quietly(() =>
      read(bytes, {
        type: 'array',
        dense: true,
        cellDates: false,
        cellNF: true,
        cellText: false,
        cellHTML: false,
      }),
    );
  } catch (error) {
    return { error: isEncryptedPackage(bytes) ? 'password' : faultOf(error instanceof Error ? error.message : '') };
  }
}

/** The reader writes every record that it does not know to the console, which is the error stream of a report. */
function quietly<T>(work: () => T): T {
  const { error } = console;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.error = error;
  }
}

/** A .xlsx with a password is a compound file with a stream of this name ([MS-OFFCRYPTO] 2.3.4). */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].join('\0');
  return new TextDecoder('latin1').decode(bytes).includes(name);
}

/** What the reader's messages mean. A compound file may also be a document of Word or a mail. */
function faultOf(message: string): IngestErrorId {
  if (/password|encrypt/i.test(message)) return 'password';
  if (/string length|array length|allocation/i.test(message)) return 'workbook_too_large';
  return /cannot find workbook|unsupported/i.test(message) ? 'binary' : 'damaged';
}

/** The cells of a sheet as text; a merged cell has its text in every row that it spans, in the first of its columns. */
function toGrid(sheet: WorkSheet, is1904: boolean): Grid {
  const rows = sheet['!data'] ?? [];
  const grid = Array.from({ length: rows.length }, (_, i) => {
    const cells = rows[i] ?? [];
    return Array.from({ length: Math.min(cells.length, MAX_COLUMNS) }, (_, j) => textOf(cells[j], is1904));
  });
  for (const { s: first, e: last } of sheet['!merges'] ?? []) {
    const text = grid[first.r]?.[first.c] ?? '';
    for (let y = first.r + 1; text !== '' && y <= Math.min(last.r, grid.length - 1); y++)
      fillCell(grid[y], first.c, text);
  }
  return grid;
}

/** A row of the reader ends at its last cell. */
function fillCell(row: string[] | undefined, x: number, text: string): void {
  if (row === undefined) return;
  while (row.length < x) row.push('');
  row[x] = text;
}

function textOf(cell: CellObject | undefined, is1904: boolean): string {
  if (cell === undefined || cell.v === undefined || cell.t === 'e' || cell.t === 'z') return '';
  if (typeof cell.v === 'number') return isDateFormat(cell.z) ? toDateText(cell.v, is1904) : numberText(cell.v);
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  return String(cell.v);
}

function isDateFormat(format: unknown): boolean {
  return typeof format === 'string' && SSF.is_date(format);
}

/** The calendar day of a serial; hours are dropped, as no time zone is involved. */
function toDateText(serial: number, is1904: boolean): string {
  if (serial < 0 || serial > 2_958_465) return numberText(serial);
  return addDays(is1904 ? EPOCH_1904 : EPOCH_1900, Math.floor(serial));
}

function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(0) : String(value);
}
