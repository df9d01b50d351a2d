import { read, SSF, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { addDays } from '../lib/date.ts';
import type { IngestErrorId } from '../text/ingest-errors.ts';
import type { FileFormat } from './export-file.ts';
import type { Grid, RawTable, ReadOutcome } from './raw-table.ts';
import { toRawTable } from './read-grid.ts';

const EPOCH_1900 = '1899-12-30';
const EPOCH_1904 = '1904-01-01';
/** A sheet's declared extent may be a million empty rows; a list of cases is not wider than this. */
const MAX_COLUMNS = 1000;

/** Every sheet of a workbook that is a list of cases; sheets that are none (instructions, an empty one) are left alone. */
export function readWorkbook(bytes: Uint8Array, format: FileFormat): ReadOutcome {
  const book = openWorkbook(bytes);
  if (typeof book === 'string') return { kind: 'refused', error: book };
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const results = book.SheetNames.map((name) => {
    const sheet = book.Sheets[name];
    const grid = sheet === undefined ? [] : toGrid(sheet, is1904);
    return toRawTable(grid, { format, encoding: null, sheet: name, is1904 });
  });
  const tables = results.filter((result): result is RawTable => !('error' in result));
  if (tables.length > 0) return { kind: 'tables', tables };
  return { kind: 'refused', error: firstError(results) };
}

const BY_USE: readonly IngestErrorId[] = ['header_only', 'no_case', 'unrelated', 'empty'];

function firstError(results: readonly (RawTable | { readonly error: IngestErrorId })[]): IngestErrorId {
  const errors = new Set(results.map((result) => ('error' in result ? result.error : 'empty')));
  return BY_USE.find((id) => errors.has(id)) ?? 'empty';
}

function openWorkbook(bytes: Uint8Array): WorkBook | IngestErrorId {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellDates: false,
      cellNF: true,
      cellText: false,
      cellHTML: false,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return /password|encrypt/i.test(message) ? 'password' : 'damaged';
  }
}

/** The cells of a sheet as text; a merged cell has its text in the first of its cells. */
function toGrid(sheet: WorkSheet, is1904: boolean): Grid {
  const rows = sheet['!data'] ?? [];
  return Array.from({ length: rows.length }, (_, i) => {
    const cells = rows[i] ?? [];
    return Array.from({ length: Math.min(cells.length, MAX_COLUMNS) }, (_, j) => textOf(cells[j], is1904));
  });
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
