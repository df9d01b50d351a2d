import type { DimensionId } from '../schema/columns.ts';
import type { Fragment } from '../sql/fragment.ts';

/** The name of the pool in the statement. */
export const POOL = 'pool';

/** The rows of `cases` that can count for a question, with the columns that it reads: picked once, scanned many times. */
export interface CasePool {
  readonly body: Fragment;
  /** Dimensions whose part of the filter the pool has settled. */
  readonly settles: readonly DimensionId[];
}
