import { toPastedCells } from '../pasted-cells.ts';
import { parsePrinted } from './printed-number.ts';

/** A paste as lines of cells. */
export interface PastedTable {
  /** The headings; null where the first line is already a court. */
  readonly header: readonly string[] | null;
  /** The line of the headings as it stood. */
  readonly headerLine: string | null;
  /** As many cells as a line has. */
  readonly width: number;
  readonly rows: readonly PastedLine[];
}

export interface PastedLine {
  readonly line: string;
  /** As a person counts lines, from 1, blank ones too. */
  readonly number: number;
  /** Null where a quotation mark is left open. */
  readonly cells: readonly string[] | null;
}

/** Without headings a line is `法院 分子 分母` or `法院 数值`: one of more cells is refused, `3,094` would be two of them. */
const PLAIN_WIDTH = 3;

/**
 * The lines of a paste, from a spreadsheet (tabs) or a file (commas, semicolons, quotation marks). The first line is the
 * headings where it has no number and a later one does.
 */
export function toPastedTable(text: string): PastedTable {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.trim() !== '');
  const separators = separatorsOf(lines[0]?.line ?? '');
  const rows = lines.map(({ line, number }) => ({ line, number, cells: toPastedCells(line, separators) }));
  const [first, ...others] = rows;
  const header = first?.cells != null && first.cells.length > 1 && !hasNumber(first.cells) ? first.cells : null;
  if (header === null || !others.some(({ cells }) => cells !== null && hasNumber(cells)))
    return { header: null, headerLine: null, width: PLAIN_WIDTH, rows };
  return { header, headerLine: first?.line ?? '', width: header.length, rows: others };
}

/** Semicolons where the first line has more of them than commas: then a comma may stand in a number. */
function separatorsOf(line: string): string {
  const count = (marks: RegExp): number => line.match(marks)?.length ?? 0;
  return count(/[;；]/g) > count(/[,，]/g) ? ';；' : ',，';
}

function hasNumber(cells: readonly string[]): boolean {
  return cells.slice(1).some(isNumberLike);
}

/** Whether a cell is a number in any of the ways in which they are printed. */
export function isNumberLike(cell: string): boolean {
  return (
    (['count', 'percent'] as const).some((kind) => 'value' in parsePrinted(cell, kind)) || /^\d[\d.,]*$/.test(cell)
  );
}
