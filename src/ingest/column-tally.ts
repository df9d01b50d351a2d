import { trimCell } from './cell-text.ts';
import type { RawTable } from './raw-table.ts';
import { tokenize } from './tokenize.ts';

/** The different texts of one column with the number of rows that hold each, in the order of the file. */
export interface ColumnTally {
  readonly texts: readonly string[];
  readonly counts: readonly number[];
  /** Rows without a text. */
  readonly blank: number;
  /** Rows with a text that were not counted, because the column has too many different ones. */
  readonly beyond: number;
}

/** The columns of a list, counted. */
export interface ListTally {
  readonly columns: readonly ColumnTally[];
  /** Rows that were counted: all of them, unless the list is very long. */
  readonly rows: number;
}

/** A longer list is counted up to here. */
const MAX_BYTES = 48_000_000;
/** Different texts of a column that are kept; a column of numbers has one per row. */
const MAX_TEXTS = 50_000;

/**
 * Counts the texts of every column of a list. The list must have been read cell by cell; of one whose text is left to the
 * engine only the first rows are counted.
 */
export function tallyColumns({ body, labels, sample }: RawTable): ListTally {
  if (body.kind !== 'canonical') return tallyRows(sample, labels.length);
  return tallyRows(canonicalRows(body.bytes), labels.length, 1);
}

/** Counts the texts of `width` columns of rows. @param first place of the first column in a row */
export function tallyRows(rows: readonly (readonly string[])[], width: number, first = 0): ListTally {
  const columns = Array.from({ length: width }, (_, i) => tallyCells(rows, first + i));
  return { columns, rows: rows.length };
}

function tallyCells(rows: readonly (readonly string[])[], place: number): ColumnTally {
  const counter = new Map<string, number>();
  let blank = 0;
  let beyond = 0;
  for (const cells of rows) {
    const text = trimCell(cells[place] ?? '');
    const count = counter.get(text);
    if (text === '') blank++;
    else if (count !== undefined || counter.size < MAX_TEXTS) counter.set(text, (count ?? 0) + 1);
    else beyond++;
  }
  return { texts: [...counter.keys()], counts: [...counter.values()], blank, beyond };
}

function canonicalRows(bytes: Uint8Array): readonly (readonly string[])[] {
  const end = bytes.length <= MAX_BYTES ? bytes.length : bytes.lastIndexOf(0x0a, MAX_BYTES) + 1;
  return tokenize(new TextDecoder().decode(bytes.subarray(0, end)), ',').rows;
}
