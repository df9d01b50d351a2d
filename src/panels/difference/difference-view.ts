import type { DifferenceCount, DifferenceKind } from '../../query/difference.ts';
import type { ComparablePair } from '../../query/difference-pair.ts';
import type { FileSummary } from '../../state/dataset.svelte.ts';
import type { Bilingual, Locale } from '../../text/bilingual.ts';
import { CASES } from '../../text/cases.ts';
import { DIFFERENCE, FATE_TEXTS } from '../../text/difference.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { formatDay } from '../../text/format.ts';

/** A line of the table of changes. */
export interface ChangeLine {
  readonly id: string;
  readonly kind: DifferenceKind;
  readonly label: string;
  readonly meaning: string;
  readonly n: number;
}

/** Lines of one nature. */
export interface ChangeGroup {
  readonly id: 'work' | 'edits' | 'range';
  readonly title: string;
  readonly lines: readonly ChangeLine[];
}

const GROUP_OF: Readonly<Record<string, ChangeGroup['id']>> = {
  filed: 'work',
  closed: 'work',
  wider: 'range',
  narrower: 'range',
};

/** What changed, apart: work done since, edits of what was, and what one of the lists does not reach. */
export function toChangeGroups(counts: readonly DifferenceCount[], locale: Locale): readonly ChangeGroup[] {
  const lines = counts.map(({ kind, n }) => ({
    group: GROUP_OF[kind.fate ?? ''] ?? 'edits',
    line: toLine(kind, n, locale),
  }));
  return (['work', 'edits', 'range'] as const).flatMap((id) => {
    const own = lines.filter(({ group }) => group === id).map(({ line }) => line);
    return own.length === 0 ? [] : [{ id, title: DIFFERENCE[id][locale], lines: own }];
  });
}

function toLine(kind: DifferenceKind, n: number, locale: Locale): ChangeLine {
  const id = kind.fate ?? kind.column;
  const text = kind.fate === undefined ? changeText(kind.column) : FATE_TEXTS[kind.fate];
  return { id, kind, label: text?.label[locale] ?? id, meaning: text?.meaning[locale] ?? '', n };
}

function changeText(column: string): { label: Bilingual; meaning: Bilingual } {
  const label = COLUMN_LABELS[column] ?? { zh: column, en: column };
  return {
    label: { zh: DIFFERENCE.changed(label.zh).zh, en: DIFFERENCE.changed(label.en).en },
    meaning: DIFFERENCE.changedMeaning,
  };
}

/** A list to choose, by its name and its last day. */
export interface ListOption {
  readonly id: number;
  readonly label: string;
}

/** The newer lists of all pairs, and the older lists that share cases with the one chosen. */
export function toListOptions(
  pairs: readonly ComparablePair[],
  chosen: ComparablePair,
  files: readonly FileSummary[],
  locale: Locale,
): { readonly newer: readonly ListOption[]; readonly older: readonly ListOption[] } {
  const newer = new Map(pairs.map((pair) => [pair.newer, pair.newerAsOf]));
  const older = new Map(pairs.filter((pair) => pair.newer === chosen.newer).map((pair) => [pair.older, pair.asOf]));
  const options = (days: ReadonlyMap<number, string | null>) =>
    [...days].map(([id, day]) => ({ id, label: listLabel(id, day, files, locale) }));
  return { newer: options(newer), older: options(older) };
}

function listLabel(id: number, day: string | null, files: readonly FileSummary[], locale: Locale): string {
  const name = listName(files.find((file) => file.id === id));
  return (day === null ? DIFFERENCE.listWithoutDay(name) : DIFFERENCE.listTo(name, formatDay(day, locale)))[locale];
}

/** The file of a list, with its sheet where it has one. */
export function listName(file: FileSummary | undefined): string {
  if (file === undefined) return '—';
  return file.sheet === null ? file.name : `${file.name} · ${file.sheet}`;
}

/** A value of a changed column as people read it. */
export function changedText(
  column: string,
  value: string | null,
  maskName: (dimension: string, value: string | null) => string | null,
  locale: Locale,
): string {
  if (value === null) return DIFFERENCE.empty[locale];
  if (column.startsWith('is_')) return CASES[value === 'true' ? 'yes' : 'no'][locale];
  return maskName(column, value) ?? value;
}
