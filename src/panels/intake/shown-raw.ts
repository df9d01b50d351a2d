import type { FileSummary } from '../../state/dataset.svelte.ts';
import type { IssueRow } from '../../state/issues.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';

/** The raw text of an issue as it may be shown: names of judges are pseudonyms while names are hidden. */
export function toShownRaw(row: IssueRow, files: readonly FileSummary[], selection: Selection): string | null {
  const file = files.find(({ name, sheet }) => name === row.file && sheet === row.sheet);
  const column = file?.mapping.find(({ label }) => label === row.column)?.column ?? null;
  return selection.maskRaw(row.raw, column);
}
