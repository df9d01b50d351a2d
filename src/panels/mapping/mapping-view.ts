import type {
  ColumnPreview,
  ConstantField,
  Doubt,
  FieldPreview,
  ListReading,
  PlanPreview,
} from '../../state/mapping.svelte.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import { formatCount, formatPercent } from '../../text/format.ts';
import { BASES, CONTENTS, MAPPING, TARGET_LABELS } from '../../text/mapping.ts';
import { describeReason } from '../../text/reasons.ts';

/** What may be said of how the values of a target are written. */
export type StyleControl = 'date' | 'number' | 'amount-unit' | 'day-unit' | 'verbatim';

const DATES = /_on$/;
const AMOUNTS = /^amount/;
const LENGTHS = /_days$/;

/** The controls that a target has. */
export function controlsOf(target: string | null): readonly StyleControl[] {
  if (target === null) return [];
  if (DATES.test(target)) return ['date'];
  if (AMOUNTS.test(target)) return ['number', 'amount-unit'];
  if (LENGTHS.test(target)) return ['day-unit'];
  return target === 'case_no' ? ['verbatim'] : [];
}

const USUAL_OF_CONTENT: Readonly<Record<string, string>> = {
  case_no: 'case_no',
  identifier: 'case_no',
  closing: 'closing',
  procedure: 'procedure',
  amount: 'amount',
};

/** What an unused column may be, by its content: a target that no other column has; of dates the first is the filing. Null = no guess. */
export function suggestedTarget(column: ColumnPreview, columns: readonly ColumnPreview[]): string | null {
  const { content } = column;
  if (column.target !== null || content === null || column.basis === 'profile') return null;
  const isFree = (target: string) => !columns.some((other) => other.target === target);
  if (content === 'date') {
    const dates = columns.filter((other) => other.content === 'date' && other.target === null);
    return ['filed_on', 'resolved_on'].filter(isFree)[dates.indexOf(column)] ?? null;
  }
  const target = USUAL_OF_CONTENT[content];
  return target !== undefined && isFree(target) ? target : null;
}

/** Whether a column of dates goes unused because the dates that decide figures have columns already. */
function isSpareDate(column: ColumnPreview, columns: readonly ColumnPreview[]): boolean {
  const isTaken = (target: string) => columns.some((other) => other.target === target);
  return column.target === null && column.content === 'date' && isTaken('filed_on') && isTaken('resolved_on');
}

/** What is said of a column that has no use: that other dates are used, that it only says which cases are closed, else its basis. */
export function unusedText(column: ColumnPreview, columns: readonly ColumnPreview[]): Bilingual {
  if (column.basis === 'unknown' && isSpareDate(column, columns)) return MAPPING.datesTaken;
  if (column.basis === 'unknown' && column.content === 'status') return MAPPING.statusNote;
  return BASES[column.basis] ?? MAPPING.unused;
}

export function suggestionText(column: ColumnPreview, target: string): Bilingual {
  const none: Bilingual = { zh: '', en: '' };
  return MAPPING.suggestion(CONTENTS[column.content ?? ''] ?? none, TARGET_LABELS[target] ?? none);
}

/** Targets that give a constant its meaning: where one has a column, the list does not lack it. */
const SOURCES: Readonly<Record<ConstantField, readonly string[]>> = {
  court: ['court', 'court_code', 'case_no'],
  matter: ['class', 'type_code', 'case_no'],
  level: ['level', 'type_code', 'case_no'],
  procedure: ['procedure', 'is_small_claims'],
  department: ['department'],
};

/** Columns of `cases` that the list has no source for; one that is given already stays offered. */
export function lackingFields(
  { columns }: PlanPreview,
  given: Readonly<Partial<Record<ConstantField, string>>>,
): readonly ConstantField[] {
  const fields: readonly ConstantField[] = ['court', 'matter', 'level', 'procedure', 'department'];
  const isTold = (source: string) =>
    columns.some(({ target, style }) => target === source && style.isVerbatim !== true);
  return fields.filter((field) => given[field] !== undefined || !SOURCES[field].some(isTold));
}

/** Fields whose values come from a list of the product; the others hold names. */
const VOCABULARIES = new Set(['closing', 'next_closing', 'procedure', 'bench', 'class', 'level']);

export function hasVocabulary(field: string): boolean {
  return VOCABULARIES.has(field);
}

/** Values of a field that stand for nothing yet, and the cases that hold them. */
export function openValues({ field, values }: FieldPreview): { readonly count: number; readonly cases: number } {
  const open = hasVocabulary(field) ? values.filter(({ isFailed }) => isFailed) : [];
  return { count: open.length, cases: open.reduce((sum, { count }) => sum + count, 0) };
}

/** The values that are shown: those that are open, or those that hold `typed`; at most `limit`. */
export function shownValues(
  { values }: FieldPreview,
  { typed, isOpenOnly, limit }: { readonly typed: string; readonly isOpenOnly: boolean; readonly limit: number },
): { readonly rows: FieldPreview['values']; readonly hidden: number } {
  const wanted = typed.trim().toLowerCase();
  const found = values.filter(
    (value) =>
      (!isOpenOnly || value.isFailed || value.isAssigned) &&
      (wanted === '' || value.raw.toLowerCase().includes(wanted) || (value.became ?? '').includes(wanted)),
  );
  return { rows: found.slice(0, limit), hidden: Math.max(0, found.length - limit) };
}

/** Why a value was not taken as it stood, for the end of a line; '' = nothing to say. */
export function remarkOf(reason: string | null): Bilingual {
  return reason === null ? { zh: '', en: '' } : describeReason(reason);
}

export function doubtText(doubt: Doubt): Bilingual {
  if (doubt.kind === 'many_failures')
    return MAPPING.manyFailures(doubt.label, formatPercent(doubt.failed / doubt.filled, 0));
  if (doubt.kind === 'status_conflict') {
    const [closed, open, rows] = [doubt.closedWithoutDay, doubt.openWithDay, doubt.rows].map((n) => formatCount(n));
    return MAPPING.statusConflict(doubt.label, closed ?? '', open ?? '', rows ?? '');
  }
  return MAPPING.doubts[doubt.kind] ?? { zh: '', en: '' };
}

export function readingOf(
  readings: readonly ListReading[],
  file: { readonly name: string; readonly sheet: string | null },
): ListReading | null {
  return readings.find((reading) => reading.file === file.name && reading.sheet === file.sheet) ?? null;
}
