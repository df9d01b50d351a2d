import type { ListTally } from './column-tally.ts';
import type { ReadOutcome } from './raw-table.ts';
import type { ReadOptions } from './read-export.ts';

/** What the page asks of the reading worker. */
export interface ReadRequest extends Pick<ReadOptions, 'rules' | 'place' | 'isAnyTable'> {
  readonly name: string;
  readonly blob: Blob;
  readonly isCleanPathAllowed: boolean;
  /** True = the texts of every column are counted, and the rows themselves are not given back. */
  readonly isCounted?: boolean;
}

/** What the page asks of a worker that scans a long text; its records go to `port`. It answers with the table, or null. */
export interface ScanRequest extends Pick<ReadRequest, 'blob' | 'rules'> {
  readonly port: MessagePort;
}

/** What it asks of the one that encodes the records that come from `port`. It answers with the columns, or null. */
export interface EncodeRequest {
  readonly port: MessagePort;
}

/** What the reading worker answers: progress any number of times, the outcome once. */
export type ReadReply =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'outcome'; readonly outcome: ReadOutcome; readonly tallies?: readonly ListTally[] };
