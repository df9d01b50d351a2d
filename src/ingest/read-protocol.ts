import type { ReadOutcome } from './raw-table.ts';

/** What the page asks of the reading worker. */
export interface ReadRequest {
  readonly name: string;
  readonly blob: Blob;
  readonly isCleanPathAllowed: boolean;
}

/** What the worker answers: progress any number of times, the outcome once. */
export type ReadReply =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'outcome'; readonly outcome: ReadOutcome };
