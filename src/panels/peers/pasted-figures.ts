import type { Bilingual } from '../../text/bilingual.ts';
import { PASTED } from '../../text/peers.ts';
import { parseTypedFigure, type TypedFigure } from '../../state/typed-figure.ts';
import type { PastedColumns } from './pasted-columns.ts';
import type { PastedTable } from './pasted-table.ts';
import { parsePrinted, type PrintedKind } from './printed-number.ts';

/** What the lines of a paste have in common. */
export type PastedContext = Pick<TypedFigure, 'metric' | 'variant' | 'from' | 'to' | 'source'> & {
  /** Values are percentages. */
  readonly isRate: boolean;
  /** Every case counts or does not: no numerator above its denominator. 结收比 is none. */
  readonly isShare: boolean;
};

/** The lines that were understood as figures, and those that were not, as they stood, each with a sentence why. */
export interface PastedFigures {
  readonly figures: readonly TypedFigure[];
  readonly refused: readonly { readonly line: string; readonly reason: Bilingual }[];
}

/** One figure per line of `table`, from the columns that were recognised or chosen. */
export function toPastedFigures(table: PastedTable, columns: PastedColumns, context: PastedContext): PastedFigures {
  const figures: TypedFigure[] = [];
  const refused: { line: string; reason: Bilingual }[] = [];
  const seen = new Map<string, number>();
  for (const { line, number, cells } of table.rows) {
    const read = cells === null ? PASTED.openQuote : toFigure(cells, table, columns, context);
    const before = 'court' in read ? seen.get(read.court) : undefined;
    if (!('court' in read)) refused.push({ line, reason: PASTED.line(number, read) });
    else if (before !== undefined)
      refused.push({ line, reason: PASTED.line(number, PASTED.twice(read.court, before)) });
    else {
      seen.set(read.court, number);
      figures.push(read);
    }
  }
  return { figures, refused };
}

const TOTAL =
  /^(合计|总计|小计|平均|全省|全市|全国|全部|total|all courts|statewide|average|mean)|(合计|总计|小计|平均|\btotal|\bstatewide|\baverage)$/i;

function toFigure(
  cells: readonly string[],
  { width, header }: PastedTable,
  { names, numerator, denominator, value }: PastedColumns,
  context: PastedContext,
): TypedFigure | Bilingual {
  const isRagged = cells.length > width && cells.slice(width).some((cell) => cell !== '');
  if (isRagged || (header !== null && cells.length < width)) return PASTED.ragged(cells.length, width);
  const at = (column: number | null) => (column === null ? '' : (cells[column] ?? ''));
  const court = names
    .map(at)
    .filter((name) => name !== '')
    .join(' ');
  if (court === '') return PASTED.noCourt;
  if (TOTAL.test(court)) return PASTED.total(court);
  // Three cells of which the last is empty hold a value: `法院, 数值,`.
  const counts =
    numerator === null || denominator === null || at(denominator) === '' ? null : [at(numerator), at(denominator)];
  const only = value === null ? (counts === null ? at(numerator) : '') : at(value);
  return toTypedFigure(court, counts ?? [only], context);
}

/** A figure of the form or of a line: counts where both are there, else the value; else the sentence why it is none. */
export function toTypedFigure(
  court: string,
  cells: readonly string[],
  { isRate, isShare, ...context }: PastedContext,
): TypedFigure | Bilingual {
  const hasCounts = cells.length > 1;
  const kind: PrintedKind = hasCounts ? 'count' : isRate ? 'percent' : 'days';
  const [first, second] = cells.map((cell) => parsePrinted(cell, kind));
  if (first === undefined) return PASTED.noCourt;
  if ('reason' in first) return first.reason;
  if (second === undefined) {
    if (isShare && first.value > 1) return PASTED.above(cells[0] ?? '');
    return parseTypedFigure({ court, ...context, value: first.value }) ?? PASTED.incomplete;
  }
  if ('reason' in second) return second.reason;
  if (second.value === 0) return PASTED.zero;
  if (isShare && first.value > second.value) return PASTED.larger(cells[0] ?? '', cells[1] ?? '');
  const figure = parseTypedFigure({ court, ...context, numerator: first.value, denominator: second.value });
  return figure ?? PASTED.incomplete;
}
