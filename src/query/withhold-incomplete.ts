import type { UnreadCounts } from '../schema/unread.ts';
import type { MetricQuery, ResultTable } from './metric-query.ts';
import { withholdSliced, type Slice } from './slice-figures.ts';
import { tellUnread, withholdUnread } from './unread-words.ts';

/** What of the loaded cases is not there, or not known: figures that this makes wrong are withheld. */
export interface Gaps {
  readonly slices: readonly Slice[];
  readonly unread: readonly UnreadCounts[];
  /** Columns of `cases` that hold at least one value. */
  readonly presentColumns: readonly string[];
}

/** `table` with every figure that a gap of the data makes wrong taken out, and the reason in its place. */
export function withholdIncomplete(table: ResultTable, query: MetricQuery, gaps: Gaps): ResultTable {
  const { slices, unread, presentColumns } = gaps;
  const told = presentColumns.includes('closing_raw') ? tellUnread(table, query, unread) : table;
  return withholdSliced(withholdUnread(told, query, unread), query, slices);
}
