import type { FileSummary } from '../../state/dataset.svelte.ts';
import type { CaseRow } from '../../state/case-detail.svelte.ts';
import type { Bilingual, Locale } from '../../text/bilingual.ts';
import { CASES } from '../../text/cases.ts';
import { ENFORCEMENT_TIES } from '../../text/difference.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { cellText, type MaskName } from './cell-text.ts';

/** What the place of a case says better than a field. */
const ELSEWHERE = ['case_id', 'file_id', 'source_row'];

/** One column of a case. */
export interface CaseField {
  readonly id: string;
  readonly label: string;
  /** A dash where it is not known. */
  readonly text: string;
}

/** Every column of the case, in the order of the table. */
export function toFields(row: CaseRow, maskName: MaskName, locale: Locale): readonly CaseField[] {
  return Object.entries(row)
    .filter(([column]) => !ELSEWHERE.includes(column))
    .map(([id, cell]) => ({
      id,
      label: COLUMN_LABELS[id]?.[locale] ?? id,
      text: cellText(id, cell, maskName, locale) || '—',
    }));
}

/** One cell of the row as it stood in the file. */
export interface RawCell {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly takenFor: string;
}

/** The row as it stood, with what each column was taken for; `maskRaw` hides names where they are hidden. */
export function toRawCells(
  cells: CaseRow[string][],
  file: FileSummary,
  maskRaw: (text: string | null, column: string | null) => string | null,
  locale: Locale,
): readonly RawCell[] {
  return file.mapping.map(({ label, column }, i) => ({
    id: `${i} ${label}`,
    label,
    text: maskRaw(cells[i] == null ? null : String(cells[i]), column) ?? '',
    takenFor: column === null ? CASES.notUsed[locale] : (COLUMN_LABELS[column]?.[locale] ?? column),
  }));
}

/** A proceeding that is linked to the case. */
export interface LinkedCase {
  readonly id: string;
  readonly relation: string;
  readonly name: string;
  readonly words: string;
  /** Null: it has no row of its own, or is not loaded. */
  readonly caseId: number | null;
}

const RELATIONS = { original: CASES.original, later: CASES.later, told: CASES.toldOnly };

/** What ties the case to another: an enforcement has no original trial, but a judgment or an enforcement before it. */
function relationText(row: CaseRow, relation: keyof typeof RELATIONS, other: CaseRow | null): Bilingual {
  if (relation === 'later' && other?.['matter'] === ENFORCED) return ENFORCEMENT_TIES.enforcement;
  if (relation !== 'original' || row['matter'] !== ENFORCED) return RELATIONS[relation];
  return other?.['matter'] === ENFORCED ? ENFORCEMENT_TIES.first : ENFORCEMENT_TIES.basis;
}

const ENFORCED = '执行';

/** The linked proceedings; an original 案号 that is not loaded is named as such. */
export function toLinkedCases(row: CaseRow, linked: readonly CaseRow[], locale: Locale): readonly LinkedCase[] {
  const found = linked.map((other, i) => {
    const caseId = other['case_id'];
    const relation = (['original', 'later', 'told'] as const).find((id) => id === other['relation']) ?? 'later';
    const dates = `${other['filed_on'] ?? ''} → ${other['resolved_on'] ?? ''}`;
    return {
      id: `${relation} ${i}`,
      relation: relationText(row, relation, other)[locale],
      name: String(other['case_no'] ?? '—'),
      words: [other['court'], other['level'], dates, other['closing']].filter((part) => part != null).join(' · '),
      caseId: typeof caseId === 'number' ? caseId : null,
    };
  });
  const key = row['original_case_key'];
  if (key == null || linked.some((other) => other['relation'] === 'original')) return found;
  const missing = {
    id: 'missing',
    relation: relationText(row, 'original', null)[locale],
    name: String(key),
    words: CASES.notLoaded[locale],
    caseId: null,
  };
  return [missing, ...found];
}
