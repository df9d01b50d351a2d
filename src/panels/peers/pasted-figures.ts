import { toPastedCells } from '../pasted-cells.ts';
import { parseTypedFigure, type TypedFigure } from '../../state/typed-figure.ts';

/** What the lines of a paste have in common. */
export type PastedContext = Pick<TypedFigure, 'metric' | 'variant' | 'from' | 'to' | 'source'> & {
  /** Values are percentages. */
  readonly isRate: boolean;
  /** Every case counts or does not: no numerator above its denominator. 结收比 is none. */
  readonly isShare: boolean;
};

/** The lines that were understood as figures, and those that were not, as they stood. */
export interface PastedFigures {
  readonly figures: readonly TypedFigure[];
  readonly refused: readonly string[];
}

/**
 * Reads `法院 分子 分母` or `法院 数值` per line, blank lines are nothing. Cells are separated by tabs where a line has any
 * (columns copied from a spreadsheet), else by commas or semicolons outside quotation marks. A line with more cells is
 * refused: without quotation marks `3,094` would be two of them.
 */
export function parsePastedFigures(text: string, context: PastedContext): PastedFigures {
  const figures: TypedFigure[] = [];
  const refused: string[] = [];
  for (const line of text.split(/\r?\n/).filter((candidate) => candidate.trim() !== '')) {
    const [court = '', ...cells] = toPastedCells(line, ',，;；');
    const isClear = cells.slice(2).every((cell) => cell === '');
    const figure = isClear ? toTypedFigure(court, cells, context) : null;
    if (figure === null) refused.push(line);
    else figures.push(figure);
  }
  return { figures, refused };
}

/** A figure of the form: counts where both are there, else the value. Null where it makes no sense. */
export function toTypedFigure(
  court: string,
  cells: readonly string[],
  { isRate, isShare, ...context }: PastedContext,
): TypedFigure | null {
  const [first, second] = cells.map(toNumber);
  if (first == null) return null;
  if (cells.length > 1 && cells[1] !== '') {
    if (second == null || (isShare && first > second)) return null;
    return parseTypedFigure({ court, ...context, numerator: first, denominator: second });
  }
  const value = isRate ? first / 100 : first;
  return isShare && value > 1 ? null : parseTypedFigure({ court, ...context, value });
}

/** A number as bulletins print them: `1,234`, `1 234`, `61.2%`; null where it is none. */
function toNumber(cell: string): number | null {
  const bare = cell.replace(/[%％件天\s]/g, '');
  const text = /^\d{1,3}([,\uFF0C]\d{3})+(\.\d+)?$/.test(bare) ? bare.replace(/[,\uFF0C]/g, '') : bare;
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
