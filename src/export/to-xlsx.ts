import writeXlsxFile from 'write-excel-file/universal';

/** One sheet: a header and its rows. Text is text, whatever it begins with; null is an empty cell. */
export interface SheetContent {
  readonly name: string;
  /** In characters, one per column. */
  readonly widths: readonly number[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Rows that a sheet can hold below its header. */
export const MOST_ROWS = 1_048_575;

/**
 * An .xlsx workbook. Cells are typed, so that no text of a file is ever taken for a formula; the header stays in sight.
 */
export function toXlsx(sheets: readonly SheetContent[]): Promise<Blob> {
  return writeXlsxFile(
    sheets.map(({ name, widths, header, rows }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      data: [header.map((text) => ({ value: text, type: String, fontWeight: 'bold' as const })), ...rows.map(toRow)],
    })),
  ).toBlob();
}

function toRow(row: readonly (string | number | null)[]) {
  return row.map((cell) => {
    if (cell === null || cell === '') return null;
    return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String, wrap: true };
  });
}
