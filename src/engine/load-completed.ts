import { raw, sql } from '../sql/fragment.ts';
import type { Connector } from './connector.ts';
import { mappedColumns, type OrderedList } from './load-list-order.ts';
import { run } from './load-map.ts';

/** A column of a file, and the columns of `cases` that it fills. */
const FILLED: Readonly<Record<string, readonly string[]>> = {
  filed_on: ['filed_on'],
  resolved_on: ['resolved_on'],
  closing: ['closing_raw', 'closing', 'closing_bucket'],
  cause: ['cause'],
  procedure: ['procedure'],
  bench: ['bench'],
  department: ['department'],
  judge: ['judge'],
  appealed_on: ['appealed_on'],
  is_appealed: ['is_appealed'],
  is_in_court_judgment: ['is_in_court_judgment'],
  extension_days: ['extension_days'],
  deduction_days: ['deduction_days'],
  amount: ['amount'],
  amount_applied: ['amount_applied'],
  amount_recovered: ['amount_recovered'],
  original_case_key: ['original_case_key'],
  original_court: ['original_court'],
};
/** Told by other columns and other lists too: what is known of them stays. */
const KEPT = ['appealed_on', 'is_appealed'];

/**
 * Completes the rows that count by what their list has no column for: of a case in a list of filings and in a list of
 * closings, both are known. A cell that is merely empty stays empty: emptying it may be a correction.
 */
export async function completeRows(
  connector: Connector,
  lists: readonly OrderedList[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const pairs = await run(
    connector,
    sql`SELECT DISTINCT h.file_id AS older, c.file_id AS newer FROM next_case_history h JOIN next_cases c USING (case_key)`,
    signal,
  );
  const columnsOf = (cell: unknown) => lists.filter(({ id }) => id === cell).flatMap(mappedColumns);
  const missing = (pairs.columns['older'] ?? []).flatMap((older, i) => {
    const own = columnsOf(pairs.columns['newer']?.[i]);
    return columnsOf(older).filter((column) => !own.includes(column));
  });
  const columns = Object.keys(FILLED).filter((column) => missing.includes(column));
  for (const column of columns) await fillColumn(connector, lists, column, signal);
  if (columns.includes('filed_on') || columns.includes('resolved_on')) await countDays(connector, signal);
}

async function fillColumn(
  connector: Connector,
  lists: readonly OrderedList[],
  column: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const ids = (has: boolean) =>
    raw(
      lists
        .filter((list) => mappedColumns(list).includes(column) === has)
        .map(({ id }) => id)
        .join(', '),
    );
  const filled = FILLED[column] ?? [];
  const newest = filled.map(
    (own) => `arg_max(h.${own}, l.position) FILTER (WHERE h.${filled[0] ?? own} IS NOT NULL) AS ${own}`,
  );
  const set = filled.map(
    (own) => `${own} = ${KEPT.includes(own) ? `coalesce(next_cases.${own}, o.${own})` : `o.${own}`}`,
  );
  await run(
    connector,
    sql`UPDATE next_cases SET ${raw(set.join(', '))}
      FROM (SELECT h.case_key, ${raw(newest.join(', '))} FROM next_case_history h JOIN next_case_lists l USING (file_id)
        WHERE h.file_id IN (${ids(true)}) GROUP BY h.case_key) o
      WHERE o.case_key = next_cases.case_key AND next_cases.file_id IN (${ids(false)})`,
    signal,
  );
}

/** What follows from the dates: the days, and the limit that the row with the filing date knew. */
async function countDays(connector: Connector, signal: AbortSignal | undefined): Promise<void> {
  await run(
    connector,
    sql`UPDATE next_cases SET days = CASE WHEN resolved_on >= filed_on THEN (resolved_on - filed_on)::INTEGER END,
        due_on = coalesce(next_cases.due_on, o.due_on), due_basis = coalesce(next_cases.due_basis, o.due_basis)
      FROM (SELECT h.case_key, arg_max(h.due_on, l.position) AS due_on, arg_max(h.due_basis, l.position) AS due_basis
        FROM next_case_history h JOIN next_case_lists l USING (file_id) GROUP BY h.case_key) o WHERE o.case_key = next_cases.case_key`,
    signal,
  );
}
