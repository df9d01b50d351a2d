import type { CaseKind } from './slice.ts';

/** Columns whose words decide figures and may be unknown or empty for a part of the cases. */
export const UNREAD_COLUMNS = ['closing', 'procedure'] as const;
export type UnreadColumn = (typeof UNREAD_COLUMNS)[number];

/** Columns that decide a figure and that one list may have and another, of another court or year, lack. */
export const LACKED_COLUMNS = [
  'filed_on',
  'bench',
  'is_in_court_judgment',
  'appealed_on',
  'is_appealed',
  'deduction_days',
] as const;
export type LackedColumn = (typeof LACKED_COLUMNS)[number];

/**
 * From this share of cases with an unknown word on, a figure that the word decides is withheld: all of them may belong to
 * the numerator, so that the rate could be higher by as much. A choice of ours; below it 数据体检 tells the bound.
 */
export const MOST_UNREAD = 0.1;

/** Closed cases of one court, kind and year, and of how many of them a word is not known. */
export interface UnreadCounts extends CaseKind {
  readonly court: string | null;
  /** Year of the closing. */
  readonly year: number;
  readonly resolved: number;
  readonly unread: Readonly<Record<UnreadColumn, number>>;
  /** Those from lists that say nothing of the column for any closed case of the court. */
  readonly lacked: Readonly<Record<LackedColumn, number>>;
  /** True = appeals of which only the first-instance rows tell; they are no cases. */
  readonly isSequel: boolean;
}
