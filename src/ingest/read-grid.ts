import { parseCaseNumber } from '../court/case-number.ts';
import type { IngestErrorId } from '../text/ingest-errors.ts';
import { trimCell } from './cell-text.ts';
import { toCanonicalCsv, type NumberedRow } from './canonical-csv.ts';
import { classifyRow, isHeader, layoutOf } from './classify-row.ts';
import type { Encoding, FileFormat } from './export-file.ts';
import { PLAIN_HEADER_RULES, type HeaderRules } from './header-rules.ts';
import { ColumnPlaces } from './column-places.ts';
import { fillBlocks, findBlockColumns } from './fill-blocks.ts';
import { findHeader } from './header.ts';
import { whyNoList } from './why-no-list.ts';
import { unitOfTitle } from './parse-amount.ts';
import type { Grid, RawTable, RowNote } from './raw-table.ts';

const SAMPLE_ROWS = 200;
const MAX_RAW = 500;
/** A header of fewer known labels may be a form's row that holds a label and a value by chance. */
const SURE_HITS = 4;

export interface GridSource {
  readonly format: FileFormat;
  readonly encoding: Encoding;
  readonly sheet: string | null;
  readonly is1904: boolean;
  /** 0-based rows in which a quotation mark was not closed. */
  readonly unclosed?: readonly number[];
  /** Row of the file in which the grid begins, 1-based; absent = 1. */
  readonly firstRow?: number;
}

/** A grid of cells as a table with its totals, footers and blank rows set aside, or why it is no list of cases. */
export function toRawTable(
  grid: Grid,
  source: GridSource,
  rules: HeaderRules = PLAIN_HEADER_RULES,
): RawTable | { readonly error: IngestErrorId } {
  const end = lastFilledRow(grid) + 1;
  const { firstRow = 1 } = source;
  if (end === 0) return { error: 'empty' };
  const isMeant = rules.place === null || rules.place.sheet === source.sheet;
  const header = findHeader(grid, isMeant ? rules : { ...rules, place: null });
  if (header === null) return { error: whyNoList(grid) };
  if (header.hits < SURE_HITS && rules.place === null && whyNoList(grid) === 'sideways') return { error: 'sideways' };
  if (end <= header.row + 1) return { error: 'header_only' };
  const layout = layoutOf(header.labels, rules);
  const places = new ColumnPlaces(header.labels);
  const titleUnit = unitOfTitle(grid.slice(0, header.row).flat());
  const unclosed = new Set(source.unclosed);
  const notes: RowNote[] = [];
  const kept: NumberedRow[] = [];
  for (let i = header.row + 1; i < end; i++) {
    const written = (grid[i] ?? []).map(trimCell);
    const cells = places.place(written);
    const note = (reason: RowNote['reason'], action: RowNote['action']) =>
      notes.push({ row: i + firstRow, raw: rawOf(written), reason, action });
    const fault = classifyRow(cells, layout) ?? (places.isMoved && isHeader(written, layout) ? 'row_header' : null);
    if (fault !== null) {
      if (fault === 'row_header') places.follow(written);
      note(fault, 'set_aside');
      continue;
    }
    if (source.encoding !== null && cells.some((cell) => cell.includes('\ufffd'))) note('undecodable', 'noted');
    if (unclosed.has(i)) note('unclosed_quote', 'noted');
    const { width } = places;
    if (cells.length > width && cells.slice(width).some((cell) => cell !== '')) note('extra_cells', 'noted');
    kept.push({ row: i + firstRow, cells });
  }
  if (kept.length === 0) return { error: 'no_case' };
  const rows = withBlocksFilled(kept, places.labels, rules, notes);
  return {
    format: source.format,
    encoding: source.encoding,
    sheet: source.sheet,
    headerRow: header.row + firstRow,
    headerHeight: header.height,
    labels: places.labels,
    ...(titleUnit === 1 ? {} : { titleUnit }),
    rows: end - header.row - 1,
    notes,
    sample: rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells),
    is1904: source.is1904,
    body: { kind: 'canonical', bytes: toCanonicalCsv(rows, places.width) },
  };
}

/**
 * A grid without a header that goes on where `before` ended, as a list of more rows than a sheet of Excel 97 holds; null
 * where its rows do not have a 案号 where those of `before` have theirs.
 */
export function toContinuation(
  grid: Grid,
  before: RawTable,
  source: GridSource,
  rules: HeaderRules = PLAIN_HEADER_RULES,
): RawTable | null {
  const { caseNo } = layoutOf(before.labels, rules);
  // a total and a footer say less
  const rows = grid.filter((row) => row.filter((cell) => trimCell(cell) !== '').length >= LEAST_CELLS);
  const isWide = rows.some((row) => row.length > before.labels.length);
  const numbered = rows.filter((row) => caseNo !== null && parseCaseNumber(row[caseNo] ?? '') !== null);
  if (rows.length === 0 || isWide || numbered.length < rows.length * NEARLY_ALL) return null;
  const table = toRawTable([before.labels, ...grid], { ...source, firstRow: 0 }, { ...rules, place: null });
  return 'error' in table || table.headerRow !== 0 ? null : table;
}

const NEARLY_ALL = 0.9;
const LEAST_CELLS = 3;

/** Rows of blocks whose court or department stands in their first row only; it is noted of every such row. */
function withBlocksFilled(
  kept: readonly NumberedRow[],
  labels: readonly string[],
  rules: HeaderRules,
  notes: RowNote[],
): readonly NumberedRow[] {
  const cells = kept.map((row) => row.cells);
  const columns = findBlockColumns(labels, cells, rules);
  if (columns.length === 0) return kept;
  for (const row of kept) {
    const raw = rawOf(columns.map((column) => row.cells[column] ?? ''));
    if (raw !== '') notes.push({ row: row.row, raw, reason: 'filled_down', action: 'converted' });
  }
  return fillBlocks(cells, columns).map((filled, i) => ({ row: kept[i]?.row ?? 0, cells: filled }));
}

function rawOf(cells: readonly string[]): string {
  return cells
    .filter((cell) => cell !== '')
    .join(' | ')
    .slice(0, MAX_RAW);
}

function lastFilledRow(grid: Grid): number {
  for (let i = grid.length - 1; i >= 0; i--) if ((grid[i] ?? []).some((cell) => trimCell(cell) !== '')) return i;
  return -1;
}
