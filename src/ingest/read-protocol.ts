import type { ListTally } from './column-tally.ts';
import type { ReadOutcome } from './raw-table.ts';
import type { ReadOptions } from './read-export.ts';
import type { RowShare } from './read-share.ts';

/** What the page asks of the reading worker. */
export interface ReadRequest extends Pick<ReadOptions, 'rules' | 'place' | 'isAnyTable'> {
  readonly name: string;
  readonly blob: Blob;
  readonly isCleanPathAllowed: boolean;
  /** True = the texts of every column are counted, and the rows themselves are not given back. */
  readonly isCounted?: boolean;
}

/** What the page asks of a worker that reads a part of a long text. */
export interface ShareRequest extends Pick<ReadRequest, 'blob' | 'rules'> {
  /** The rows that are read, for `joinShares`. */
  readonly share: RowShare;
}

/** What a worker answers: progress any number of times, the outcome once. */
export type ReadReply =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'outcome'; readonly outcome: ReadOutcome; readonly tallies?: readonly ListTally[] };
