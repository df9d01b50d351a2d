import { toCsv } from '../../lib/csv.ts';
import type { DifferenceCase, DifferenceKind } from '../../query/difference.ts';
import type { ListPair } from '../../query/difference-list.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { DIFFERENCE } from '../../text/difference.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { downloadText } from '../intake/download.ts';
import { loadDifferenceCases } from './difference-results.svelte.ts';
import { changedText } from './difference-view.ts';

const SHOWN = ['court', 'department', 'judge', 'filed_on', 'resolved_on', 'closing'] as const;

/** Writes every case of one kind as CSV, with the rows of both lists; names are hidden where they are on screen. */
export async function saveDifference(
  pair: ListPair,
  kind: DifferenceKind,
  app: { readonly dataset: Dataset; readonly selection: Selection },
): Promise<void> {
  const cases = await loadDifferenceCases(pair, kind, app.dataset);
  const id = kind.fate ?? kind.column;
  downloadText(`court-metrics-difference-${id}.csv`, toCsv(toDifferenceRows(cases, kind, app.selection)));
}

/** Header and rows of the file. */
export function toDifferenceRows(
  cases: readonly DifferenceCase[],
  kind: DifferenceKind,
  { view: { locale }, maskName }: Pick<Selection, 'view' | 'maskName'>,
): readonly (readonly (string | number | null)[])[] {
  const label = (column: string) => COLUMN_LABELS[column]?.[locale] ?? column;
  const { column } = kind;
  const values =
    column === undefined
      ? []
      : [`${label(column)} · ${DIFFERENCE.was[locale]}`, `${label(column)} · ${DIFFERENCE.is[locale]}`];
  const header = [
    label('case_no'),
    ...values,
    ...SHOWN.map(label),
    DIFFERENCE.oldRow[locale],
    DIFFERENCE.newRow[locale],
  ];
  const body = cases.map((row) => [
    row.caseNo,
    ...(column === undefined
      ? []
      : [row.oldValue, row.newValue].map((value) => changedText(column, value, maskName, locale))),
    ...[row.court, row.department, maskName('judge', row.judge), row.filedOn, row.resolvedOn, row.closing],
    row.oldRow,
    row.newRow,
  ]);
  return [header, ...body];
}
