import type { KindCounts } from '../schema/slice.ts';

/** Several cells as one. Days are ISO; null where no case has one. */
export interface CellTotals {
  readonly rows: number;
  readonly filed: number;
  readonly resolved: number;
  readonly open: number;
  readonly undated: number;
  readonly timed: number;
  readonly days: number;
  readonly firstFiled: string | null;
  readonly lastFiled: string | null;
  readonly firstResolved: string | null;
  readonly lastResolved: string | null;
  /** The later of the last filing and the last closing. */
  readonly asOf: string | null;
  /** Mean filing day, in days since 1970-01-01; 0 without any. */
  readonly meanFiled: number;
}

/** Sums, and the first and last days, of `cells`. */
export function totalOf(cells: readonly KindCounts[]): CellTotals {
  const sum = (of: (cell: KindCounts) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  const days = (of: (cell: KindCounts) => string | null) => cells.map(of).filter((day) => day !== null);
  const filed = sum((cell) => cell.filed);
  const lastFiled = latest(days((cell) => cell.lastFiled));
  const lastResolved = latest(days((cell) => cell.lastResolved));
  return {
    rows: sum((cell) => cell.rows),
    filed,
    resolved: sum((cell) => cell.resolved),
    open: sum((cell) => cell.open),
    undated: sum((cell) => cell.undated),
    timed: sum((cell) => cell.timed),
    days: sum((cell) => cell.days),
    firstFiled: earliest(days((cell) => cell.firstFiled)),
    lastFiled,
    firstResolved: earliest(days((cell) => cell.firstResolved)),
    lastResolved,
    asOf: latest([lastFiled, lastResolved].filter((day) => day !== null)),
    meanFiled: filed === 0 ? 0 : sum((cell) => (cell.meanFiled ?? 0) * cell.filed) / filed,
  };
}

function earliest(days: readonly string[]): string | null {
  return days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null);
}

function latest(days: readonly string[]): string | null {
  return days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
}
