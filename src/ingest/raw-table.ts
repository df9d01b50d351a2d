import type { ReasonId } from '../text/reasons.ts';
import type { IngestErrorId } from '../text/ingest-errors.ts';
import type { EncodedColumn } from './encoded-column.ts';
import type { Encoding, FileFormat } from './export-file.ts';

/** What was done with a value or row that was not taken as it stood. */
export type IssueAction = 'set_aside' | 'set_missing' | 'converted' | 'noted';

/** A row of the file about which something is to be said; `row` is 1-based, as the clerk sees it. */
export interface RowNote {
  readonly row: number;
  readonly raw: string;
  readonly reason: ReasonId;
  readonly action: IssueAction;
}

/**
 * Where the text of the rows is. `clean`: UTF-8 text that DuckDB reads by position, one record per case from row
 * `firstRow` on; `bytes` is null where it is the file itself; `columns` are its cells once more as codes, null where they
 * could not be told so. `canonical`: rewritten, comma-separated, first column the row number.
 */
export type RawBody =
  | {
      readonly kind: 'clean';
      readonly bytes: Uint8Array | null;
      readonly delimiter: string;
      readonly skip: number;
      readonly firstRow: number;
      readonly columns: readonly EncodedColumn[] | null;
    }
  | { readonly kind: 'canonical'; readonly bytes: Uint8Array };

/** One list of cases, all text, before any meaning is given to a column. */
export interface RawTable {
  readonly format: FileFormat;
  readonly encoding: Encoding;
  readonly sheet: string | null;
  /** Path of the file inside the archive that was given, e.g. '2025/一审.csv'; absent where the file itself is the list. */
  readonly member?: string;
  /** 1-based; the last row of a header of several levels. */
  readonly headerRow: number;
  /** How many rows the header has; absent = 1. */
  readonly headerHeight?: number;
  readonly labels: readonly string[];
  /** Yuan per unit that a line above the header names (单位:万元); absent = none does. */
  readonly titleUnit?: number;
  /** Rows below the header, those set aside included; empty rows at the end of the file are none. */
  readonly rows: number;
  /** Rows set aside while reading, and rows that were repaired. */
  readonly notes: readonly RowNote[];
  /** The first rows that are kept, for guessing columns. */
  readonly sample: readonly (readonly string[])[];
  /** The workbook counts days from 1904-01-01. */
  readonly is1904: boolean;
  readonly body: RawBody;
}

export interface Refusal {
  readonly kind: 'refused';
  readonly error: IngestErrorId;
  /** What the sentence says beside the name of the file: a size, a title, a kind of file. */
  readonly detail?: string;
}

/** A file inside an archive that could not be read. */
export interface RefusedMember {
  readonly member: string;
  readonly error: IngestErrorId;
  readonly detail?: string;
}

/** The lists of a file. Of an archive all files may have been refused: then there is no table. */
export interface ReadTables {
  readonly kind: 'tables';
  readonly tables: readonly RawTable[];
  readonly refused?: readonly RefusedMember[];
}

export type ReadOutcome = ReadTables | Refusal;

/** The name under which a list of an archive is known: 包.zip › 一审.csv. */
export function memberName(file: string, member: string | undefined): string {
  return member === undefined ? file : `${file} › ${member}`;
}

/** Rows of cells, from the first row of the file or sheet. Rows may differ in length. */
export type Grid = readonly (readonly string[])[];
