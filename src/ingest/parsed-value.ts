import type { ReasonId } from '../text/reasons.ts';
import type { IssueAction } from './raw-table.ts';

/** What a raw text became; `values` has one entry per output of the conversion, as text that SQL casts. */
export interface ParsedValue {
  readonly values: readonly (string | null)[];
  /** Why it was not taken as it stood; null = nothing to say. */
  readonly reason: ReasonId | null;
  readonly action: IssueAction | null;
}

export function taken(...values: readonly (string | null)[]): ParsedValue {
  return { values, reason: null, action: null };
}

export function noted(reason: ReasonId, action: IssueAction, ...values: readonly (string | null)[]): ParsedValue {
  return { values, reason, action };
}

export function missing(reason: ReasonId): ParsedValue {
  return { values: [null], reason, action: 'set_missing' };
}
