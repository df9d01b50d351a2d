import type { TableCell, TableRow } from './table-view.ts';

export interface TableOrder {
  readonly column: number;
  readonly isDescending: boolean;
}

/** Rows by one column: numbers by value, words by text, cells without a value always last; ties keep their order. */
export function sortRows(rows: readonly TableRow[], order: TableOrder | null): readonly TableRow[] {
  if (order === null) return rows;
  const direction = order.isDescending ? -1 : 1;
  return [...rows].sort((a, b) => compareCells(a.cells[order.column], b.cells[order.column], direction));
}

function compareCells(a: TableCell | undefined, b: TableCell | undefined, direction: number): number {
  const isMissing = Number(isAbsent(a)) - Number(isAbsent(b));
  if (isMissing !== 0 || a === undefined || b === undefined) return isMissing;
  if (typeof a.value === 'number' && typeof b.value === 'number') return direction * (a.value - b.value);
  return direction * a.text.localeCompare(b.text, 'zh-CN');
}

function isAbsent(cell: TableCell | undefined): boolean {
  return cell === undefined || cell.value === null;
}
