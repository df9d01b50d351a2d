import type { Cell } from '../engine/connector.ts';
import {
  compileCaseCount,
  compileCaseList,
  type CaseListQuery,
  type CaseSetQuery,
  type ListColumn,
} from '../query/case-list.ts';
import { Answer } from './answer.svelte.ts';
import type { Dataset } from './dataset.svelte.ts';

/** Rows of a page. Two pages are asked at a time, so that a screen that spans two of them is whole. */
export const PAGE_ROWS = 200;

/** Some rows of a list: those from `offset` on, as columns. */
export interface CaseRows {
  /** Of which list, in which order. */
  readonly key: string;
  readonly offset: number;
  readonly rowCount: number;
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
}

/** A list with its order. */
export type OrderedCases = Omit<CaseListQuery, 'limit' | 'offset'>;

/** How many cases a figure counts. */
export class CaseCount extends Answer<number> {
  constructor(getCases: () => CaseSetQuery | null, dataset: Dataset) {
    super(() => {
      const cases = getCases();
      if (cases === null) return null;
      return { ...compileCaseCount(cases), decode: ({ columns }) => Number(columns['count']?.[0] ?? 0) };
    }, dataset);
  }
}

/** The rows around the first one on screen. */
export class CaseWindow extends Answer<CaseRows> {
  /** @param getFirst number of the first row on screen, from 0 */
  constructor(getCases: () => OrderedCases | null, getFirst: () => number, dataset: Dataset) {
    super(() => {
      const cases = getCases();
      if (cases === null) return null;
      const key = keyOf(cases);
      const offset = offsetOf(getFirst());
      return {
        ...compileCaseList({ ...cases, offset, limit: 2 * PAGE_ROWS }),
        decode: ({ rowCount, columns }) => ({ key, offset, rowCount, columns }),
      };
    }, dataset);
  }
}

/** The row from which two pages are asked so that those from `first` on are among them. */
export function offsetOf(first: number): number {
  return Math.max(0, Math.floor((first - PAGE_ROWS / 2) / PAGE_ROWS)) * PAGE_ROWS;
}

/** Tells one list from another, and one order from another. */
export function keyOf(cases: OrderedCases): string {
  return JSON.stringify(cases);
}

/** The cell of a row, counted from the start of the list; undefined while it is not there yet. */
export function cellAt(rows: CaseRows | null, key: string, row: number, column: ListColumn): Cell | undefined {
  if (rows === null || rows.key !== key || row < rows.offset || row >= rows.offset + rows.rowCount) return undefined;
  return rows.columns[column]?.[row - rows.offset] ?? null;
}

/** Cases per statement while a whole list is read. */
const CHUNK = 20_000;

/**
 * The whole list in its order, chunk by chunk, past the cache of answers. Ends early when aborted; throws where the
 * data were replaced meanwhile.
 */
export async function* readCases(
  cases: OrderedCases,
  dataset: Dataset,
  signal: AbortSignal,
): AsyncGenerator<Omit<CaseRows, 'key'>> {
  const { connector, version } = dataset;
  if (connector === null) return;
  for (let offset = 0; !signal.aborted; offset += CHUNK) {
    const { sql, params } = compileCaseList({ ...cases, offset, limit: CHUNK });
    const { rowCount, columns } = await connector.query(sql, params, { signal });
    if (dataset.version !== version) throw new Error('The data were replaced while the list was read');
    if (rowCount > 0) yield { offset, rowCount, columns };
    if (rowCount < CHUNK) return;
  }
}
