import { readCases, type OrderedCases } from '../../state/case-list.svelte.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { CASE_HEADINGS } from '../../text/cases.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import type { CaseListColumn } from './case-columns.ts';
import { cellText } from './cell-text.ts';

/** Rows that are put on paper at most: about 150 pages of A4. */
export const MOST_PRINTED = 5000;

/** A list as it is printed, whole and in its order. */
export interface PrintedList {
  readonly headings: readonly { readonly id: string; readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** Rows that the list has beyond those printed. */
  readonly left: number;
}

/** Reads the list for paper; names of judges are hidden where they are on screen. Null when aborted. */
export async function readPrintedList(
  cases: OrderedCases,
  shown: readonly CaseListColumn[],
  count: number,
  app: { readonly dataset: Dataset; readonly selection: Selection },
  signal: AbortSignal,
): Promise<PrintedList | null> {
  const { dataset, selection } = app;
  const { locale } = selection.view;
  const rows: string[][] = [];
  for await (const chunk of readCases({ ...cases, columns: shown.map(({ id }) => id) }, dataset, signal)) {
    for (let i = 0; i < chunk.rowCount && rows.length < MOST_PRINTED; i += 1) {
      const cells = shown.map(({ id }) => cellText(id, chunk.columns[id]?.[i] ?? null, selection.maskName, locale));
      rows.push(cells);
    }
    if (rows.length >= MOST_PRINTED) break;
  }
  if (signal.aborted) return null;
  const headings = shown.map(({ id, isNumber }) => ({
    id,
    label: (CASE_HEADINGS[id] ?? COLUMN_LABELS[id])?.[locale] ?? id,
    isNumber,
  }));
  return { headings, rows, left: count - rows.length };
}
