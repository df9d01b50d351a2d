/** A file as a court's system gave it. */
export interface ExportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type FileFormat = 'csv' | 'tsv' | 'xlsx' | 'xls' | 'html' | 'spreadsheetml' | 'json' | 'parquet' | 'duckdb';
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | null;

/** What was recognised and done for one sheet of one file; `rows = loaded + setAside`, always. */
export interface FileSummary {
  readonly id: number;
  readonly name: string;
  readonly format: FileFormat;
  readonly encoding: Encoding;
  readonly sheet: string | null;
  /** 1-based row in which the header stands (the last one, when it has several levels). */
  readonly headerRow: number;
  readonly rows: number;
  readonly loaded: number;
  readonly setAside: number;
  /** Labels of the file and the column each was taken for; null = kept as text, not used. */
  readonly mapping: readonly { readonly label: string; readonly column: string | null }[];
}

/** What the loaded files hold, for periods, filters and the metrics that can be computed. */
export interface DatasetSummary {
  readonly files: readonly FileSummary[];
  readonly rows: number;
  readonly loaded: number;
  readonly setAside: number;
  /** Of those, rows that gave way to a newer list. */
  readonly superseded?: number;
  readonly issueCount: number;
  /** First and last day on which a case was filed or resolved; null when no date was read. */
  readonly span: { readonly from: string; readonly to: string } | null;
  /** Columns of `cases` with at least one value, e.g. 'filed_on'. */
  readonly presentColumns: readonly string[];
  readonly refused: readonly RefusedFile[];
}

/** A file that could not be read: one sentence in both languages, ready for the screen. */
export interface RefusedFile {
  readonly name: string;
  readonly sentence: { readonly zh: string; readonly en: string };
  /** True where a person may point at the header of a list in it. */
  readonly isMappable?: boolean;
}
