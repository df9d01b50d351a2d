import { CASE_COLUMNS, type ColumnDefinition } from './columns.ts';

/**
 * The table `case_history`: rows of cases of which a newer list has a newer row. The columns of `cases` but `case_id`:
 * the row that counts is the one of `cases` with the same `case_key`. `file_id` and `source_row` say where the older stood.
 */
export const HISTORY_COLUMNS: readonly ColumnDefinition[] = CASE_COLUMNS.filter(({ name }) => name !== 'case_id');

/** The table `case_lists`: the loaded lists in their order, filled where there are at least two. */
export const LIST_COLUMNS: readonly ColumnDefinition[] = [
  { name: 'file_id', type: 'INTEGER', role: 'source' },
  { name: 'as_of', type: 'DATE', role: 'date' }, // last plausible day on which one of its cases was filed or resolved
  { name: 'position', type: 'INTEGER', role: 'source' }, // of two rows of one case, that of the higher position counts
  { name: 'replaced_by', type: 'INTEGER', role: 'source' }, // the list that took its place; null = it counts
];
