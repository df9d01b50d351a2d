import type { Published } from '../mark/published.ts';

/** The data behind a chart as a table: for the eye, for screen readers, for print and for export. */
export interface TableView {
  /** Names the table; read first by a screen reader. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly id: string;
  readonly label: string;
  /** `end` for numbers. The first column holds the row headers. */
  readonly align: 'start' | 'end';
}

export interface TableRow {
  readonly id: string;
  /** One per column, in their order. */
  readonly cells: readonly TableCell[];
  readonly isOwn?: boolean;
}

export interface TableCell {
  /** Formatted; where there is no value, the reason. */
  readonly text: string;
  /** Unrounded; sorts the column. Absent for words. */
  readonly value?: number | null;
  /** Present where the value is a published figure. */
  readonly published?: Published;
  /** Address of the cases behind it; read only while the table is shown, so that a getter may make it. */
  readonly href?: string;
}
