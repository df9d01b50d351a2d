import { toCsv } from '../../lib/csv.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { loadAllIssues } from '../../state/issues.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { INTAKE } from '../../text/intake.ts';
import { describeReason } from '../../text/reasons.ts';
import { downloadText } from './download.ts';
import { toShownRaw } from './shown-raw.ts';

/** Every issue as CSV with file, row and column, so that a clerk can mend the source; without names while they are hidden. */
export async function saveIssues(dataset: Dataset, selection: Selection): Promise<void> {
  const { locale } = selection.view;
  const rows = await loadAllIssues(dataset);
  const header = [INTAKE.file, INTAKE.sheet, INTAKE.row, INTAKE.column, INTAKE.raw, INTAKE.reason, INTAKE.action];
  const body = rows.map((row) => [
    row.file,
    row.sheet,
    row.row,
    row.column,
    toShownRaw(row, dataset.summary?.files ?? [], selection),
    describeReason(row.reason)[locale],
    INTAKE.actions[row.action]?.[locale] ?? row.action,
  ]);
  downloadText('court-metrics-issues.csv', toCsv([header.map((label) => label[locale]), ...body]));
}
