import type { Published } from '../../charts/mark/published.ts';
import type { TableColumn } from '../../charts/table/table-view.ts';
import type { OpenedFigure } from '../../state/opened-figure.ts';

/** The figure whose cases a cell opens. */
export type Opens = Partial<OpenedFigure> & Pick<OpenedFigure, 'metric'>;

export interface LinkedCell {
  /** Formatted; where there is no value, the reason. */
  readonly text: string;
  readonly value?: number | null;
  readonly published?: Published;
  /** Absent where no definition of the catalogue names these cases. */
  readonly opens?: Opens;
}

export interface LinkedRow {
  readonly id: string;
  readonly cells: readonly LinkedCell[];
  /** The one that the whole page speaks of. */
  readonly isInForce?: boolean;
}

/** A table whose numbers open their cases. The first column holds the row headers. */
export interface LinkedTableView {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly LinkedRow[];
}

/**
 * Over how many columns a cell reaches: the reason for an absent value over the dashes that follow it, which are then not
 * drawn (0).
 */
export function columnsOf({ cells }: LinkedRow, at: number): number {
  const isDash = (i: number) => cells[i] !== undefined && cells[i].text === '—' && cells[i].value == null;
  const isReason = (i: number) => i > 0 && cells[i]?.value === null && !isDash(i);
  let before = at;
  while (isDash(before)) before -= 1;
  if (before < at) return isReason(before) ? 0 : 1;
  if (!isReason(at)) return 1;
  let after = at + 1;
  while (isDash(after)) after += 1;
  return after - at;
}

/** A column of numbers. */
export const numbers = (id: string, label: string): TableColumn => ({ id, label, align: 'end' });
/** A column of words. */
export const words = (id: string, label: string): TableColumn => ({ id, label, align: 'start' });
