/** Two lists that tell of the same cases, the second the newer. */
export interface ListPair {
  /** Ids of the lists: `ingest_files.id`. */
  readonly older: number;
  readonly newer: number;
  /** Last plausible day of the older list; null where it has none. */
  readonly asOf: string | null;
}

/** Which of the two lists is asked. */
export type ListSide = 'older' | 'newer';

/** One list of a pair, in the place of everything that is loaded. */
export interface ListSource {
  readonly pair: ListPair;
  readonly side: ListSide;
}
