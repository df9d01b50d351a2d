import type { ReasonId } from '../text/reasons.ts';
import type { IngestErrorId } from '../text/ingest-errors.ts';
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
 * `firstRow` on; `bytes` is null where it is the file itself. `canonical`: rewritten, comma-separated, first column the
 * row number.
 */
export type RawBody =
  | {
      readonly kind: 'clean';
      readonly bytes: Uint8Array | null;
      readonly delimiter: string;
      readonly skip: number;
      readonly firstRow: number;
    }
  | { readonly kind: 'canonical'; readonly bytes: Uint8Array };

/** One list of cases, all text, before any meaning is given to a column. */
export interface RawTable {
  readonly format: FileFormat;
  readonly encoding: Encoding;
  readonly sheet: string | null;
  /** 1-based; the last row of a header of several levels. */
  readonly headerRow: number;
  readonly labels: readonly string[];
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
}

export type ReadOutcome = { readonly kind: 'tables'; readonly tables: readonly RawTable[] } | Refusal;

/** Rows of cells, from the first row of the file or sheet. Rows may differ in length. */
export type Grid = readonly (readonly string[])[];
