import type { CaseKind } from './slice.ts';

/** Columns whose words decide figures and may be unknown or empty for a part of the cases. */
export const UNREAD_COLUMNS = ['closing', 'procedure'] as const;
export type UnreadColumn = (typeof UNREAD_COLUMNS)[number];

/** Closed cases of one court, kind and year, and of how many of them a word is not known. */
export interface UnreadCounts extends CaseKind {
  readonly court: string | null;
  /** Year of the closing. */
  readonly year: number;
  readonly resolved: number;
  readonly unread: Readonly<Record<UnreadColumn, number>>;
}
