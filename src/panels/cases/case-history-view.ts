import { CHANGEABLE, comparedColumns } from '../../query/difference.ts';
import type { CaseRow } from '../../state/case-detail.svelte.ts';
import type { FileSummary } from '../../state/dataset.svelte.ts';
import type { Locale } from '../../text/bilingual.ts';
import { DIFFERENCE } from '../../text/difference.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { formatDay } from '../../text/format.ts';
import { cellText, type MaskName } from './cell-text.ts';

/** A row of the case in an older list. */
export interface HistoryRow {
  readonly id: string;
  /** File, row and last day of the list. */
  readonly place: string;
  /** What the row that followed says otherwise. */
  readonly changes: readonly {
    readonly id: string;
    readonly label: string;
    readonly was: string;
    readonly is: string;
  }[];
}

/** The older rows, the newest first, each with what the next newer row changed in the columns that both lists have. */
export function toHistory(
  row: CaseRow,
  older: readonly CaseRow[],
  files: readonly FileSummary[],
  maskName: MaskName,
  locale: Locale,
): readonly HistoryRow[] {
  const mappingOf = (of: CaseRow) => files.find((file) => file.id === of['file_id'])?.mapping ?? [];
  return older.map((was, i) => {
    const is = older[i - 1] ?? row;
    const compared = comparedColumns(mappingOf(was), mappingOf(is));
    const changes = CHANGEABLE.filter((column) => compared.includes(column) && was[column] !== is[column]).map(
      (column) => {
        const text = (of: CaseRow) =>
          cellText(column, of[column] ?? null, maskName, locale) || DIFFERENCE.empty[locale];
        return { id: column, label: COLUMN_LABELS[column]?.[locale] ?? column, was: text(was), is: text(is) };
      },
    );
    return { id: `${i}`, place: placeText(was, locale), changes };
  });
}

function placeText(row: CaseRow, locale: Locale): string {
  const [file, sheet, asOf] = ['file', 'sheet', 'as_of'].map((column) => row[column]);
  const name = sheet == null ? String(file) : `${String(file)} · ${String(sheet)}`;
  const day = typeof asOf === 'string' ? formatDay(asOf, locale) : null;
  return DIFFERENCE.historyRow(name, Number(row['source_row']), day)[locale];
}
