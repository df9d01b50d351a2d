import { SAMPLE_ROWS, type CleanHead } from './clean-head.ts';
import { DELIMITERS, type Delimiter } from './dialect.ts';
import type { EncodedColumn } from './encoded-column.ts';
import type { RawTable } from './raw-table.ts';

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

export function formatOf(delimiter: Delimiter): 'csv' | 'tsv' {
  return delimiter === DELIMITERS[1] ? 'tsv' : 'csv';
}
