import type { ResultTable } from '../../query/metric-query.ts';
import type { Locale } from '../../text/bilingual.ts';
import { figureAt, reasonOf } from '../figure/figure.ts';

/** Pending cases that the data lack, so that nothing is to be said of them. */
export interface LackingStock {
  /** All of them are lacking: how long cases take cannot be told from those that were closed. */
  readonly isWhole: boolean;
  readonly reason: string;
}

/** Null = the data have the pending cases of the period's end. */
export function lackingStock(table: ResultTable, locale: Locale): LackingStock | null {
  const stock = figureAt(table, { id: 'pending' }, 0);
  if (stock === null || stock.missing?.startsWith('slice:') !== true) return null;
  return { isWhole: stock.missing.startsWith('slice:closed'), reason: reasonOf(stock)?.[locale] ?? '' };
}
