/**
 * What a list leaves out. `closed-only`: no pending case; `closed-in-year`: that, and closings of one year only;
 * `filed-in-year`: filings of one year only, so no older stock; `filed-only`: filings without any closing;
 * `pending-only`: pending cases only.
 */
export const SLICE_KINDS = ['closed-only', 'closed-in-year', 'filed-in-year', 'filed-only', 'pending-only'] as const;
export type SliceKind = (typeof SLICE_KINDS)[number];

/** A kind of proceeding as metrics tell them apart; null = not known. */
export interface CaseKind {
  readonly matter: string | null;
  readonly level: string | null;
}

/** What of the data is a slice. All days are ISO and included. */
export interface Slice {
  readonly kind: SliceKind;
  readonly courts: readonly (string | null)[];
  readonly kinds: readonly CaseKind[];
  readonly rows: number;
  /** First day that is covered: of the year, or of the events that are known. */
  readonly from: string;
  /** Last day that is covered. */
  readonly to: string;
  /** Last event of any kind in these cases. */
  readonly asOf: string;
  /** `closed-only`: filings and stocks up to this day are complete, since such cases were closed long ago; null = none are. */
  readonly settledUntil: string | null;
  /** `filed-in-year`: closings go on after the filings stop, so that a young data set is ruled out. */
  readonly isCertain: boolean;
}

/** What one court has of one kind of proceeding, counted. */
export interface KindCounts extends CaseKind {
  readonly court: string | null;
  /** The first list in which the court occurs. */
  readonly list: number;
  readonly rows: number;
  readonly filed: number;
  readonly resolved: number;
  /** Neither a closing date nor a closing mode. */
  readonly open: number;
  /** A closing mode without a closing date. */
  readonly undated: number;
  readonly firstFiled: string | null;
  readonly lastFiled: string | null;
  /** Mean filing day, in days since 1970-01-01. */
  readonly meanFiled: number | null;
  readonly firstResolved: string | null;
  readonly lastResolved: string | null;
  /** Cases whose days are known, and the sum of these days. */
  readonly timed: number;
  readonly days: number;
}

/** Cases that may be a list of closed cases only. */
export interface SliceScope {
  readonly courts: readonly (string | null)[];
  readonly cells: readonly KindCounts[];
  readonly asOf: string;
  /** So many cases must be expected to be open before their absence means anything. */
  readonly leastExpected: number;
}

/** What the engine says of a `SliceScope`, in the same order. */
export interface OpenAnswer {
  /** Cases that would be open at `asOf` if filings took as long as those before them. */
  readonly expected: number;
  /** Cases without a closing date that no unreadable date explains. */
  readonly open: number;
  /** 99 % of the closed cases took at most so many days. */
  readonly longestDays: number;
}
