import type { StoredSet } from '../../state/workspace-store.ts';
import type { Bilingual, Locale } from '../../text/bilingual.ts';
import { formatCount, formatNumber } from '../../text/format.ts';

/** One kept data set as a line of the list. */
export interface StoredRow {
  readonly id: string;
  readonly name: string;
  /** To the minute. */
  readonly createdAt: string;
  readonly cases: string;
  /** Number of files and their size together. */
  readonly files: string;
  /** Their names, for whoever asks. */
  readonly fileNames: string;
  readonly isOpen: boolean;
}

export function toStoredRows(
  sets: readonly StoredSet[],
  openId: string | null,
  countFiles: (n: number) => Bilingual,
  locale: Locale,
): readonly StoredRow[] {
  return sets.map((set) => ({
    id: set.id,
    name: set.name[locale],
    createdAt: set.createdAt.slice(0, 16),
    cases: formatCount(set.cases),
    files: `${countFiles(set.files.length)[locale]} · ${formatBytes(set.files.reduce((sum, file) => sum + file.bytes, 0))}`,
    fileNames: set.files.map((file) => file.name).join('\n'),
    isOpen: set.id === openId,
  }));
}

/** Decimal megabytes as systems show them; below one, kilobytes, and never 0. */
export function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${formatNumber(Math.max(1, Math.ceil(bytes / 1e3)))} KB` : `${formatNumber(bytes / 1e6, 1)} MB`;
}
