import { toCsv } from '../../lib/csv.ts';
import { readCases, type OrderedCases } from '../../state/case-list.svelte.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { CASE_HEADINGS } from '../../text/cases.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { downloadText } from '../intake/download.ts';
import type { CaseListColumn } from './case-columns.ts';
import { exportCell } from './cell-text.ts';

/**
 * Writes the whole list, in the order on screen, as CSV: the columns shown, then the file and the row of each case.
 * Names of judges are hidden where they are on screen; text that looks like a formula stays text (`toCsv`).
 */
export async function saveCaseList(
  cases: OrderedCases,
  shown: readonly CaseListColumn[],
  app: { readonly dataset: Dataset; readonly selection: Selection },
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { dataset, selection } = app;
  const { locale } = selection.view;
  const columns = [...shown.map(({ id }) => id), 'file_id' as const, 'source_row' as const];
  const files = new Map((dataset.summary?.files ?? []).map((file) => [file.id, placeName(file)]));
  const parts = [
    toCsv([columns.map((column) => (COLUMN_LABELS[column] ?? CASE_HEADINGS[column])?.[locale] ?? column)]),
  ];
  for await (const chunk of readCases({ ...cases, columns }, dataset, signal)) {
    const rows = Array.from({ length: chunk.rowCount }, (_, i) =>
      columns.map((column) => {
        const cell = chunk.columns[column]?.[i] ?? null;
        if (column === 'file_id') return files.get(Number(cell)) ?? null;
        return exportCell(column, cell, selection.maskName, locale);
      }),
    );
    // Each chunk is a whole CSV text; the byte order mark belongs to the first only.
    parts.push(toCsv(rows).replace(/^\uFEFF/, ''));
    onProgress(chunk.offset + chunk.rowCount);
  }
  if (!signal.aborted) downloadText(`court-metrics-cases-${cases.metric.id}.csv`, parts);
}

function placeName({ name, sheet }: { readonly name: string; readonly sheet: string | null }): string {
  return sheet === null ? name : `${name} · ${sheet}`;
}
