import { APP } from '../../text/app.ts';
import type { Locale } from '../../text/bilingual.ts';
import { CASES, DUE_BASIS } from '../../text/cases.ts';
import { formatNumber } from '../../text/format.ts';

type Cell = string | number | boolean | null;
/** `selection.maskName`: a judge's pseudonym while names are hidden. */
export type MaskName = (dimension: string, value: string | null) => string | null;

/** A cell of `cases` as people read it; empty where it is not known. */
export function cellText(column: string, cell: Cell, maskName: MaskName, locale: Locale): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return CASES[cell ? 'yes' : 'no'][locale];
  if (typeof cell === 'number') return column.startsWith('amount') ? formatNumber(cell, 2) : String(cell);
  if (column === 'due_basis') return DUE_BASIS[cell]?.[locale] ?? cell;
  return maskName(column, cell) ?? APP.unknown[locale];
}

/** The same for a file: numbers stay numbers. */
export function exportCell(column: string, cell: Cell, maskName: MaskName, locale: Locale): string | number | null {
  if (cell === null || typeof cell === 'number') return cell;
  return cellText(column, cell, maskName, locale);
}
