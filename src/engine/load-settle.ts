import { sql } from '../sql/fragment.ts';
import type { Connector } from './connector.ts';
import type { DuplicateRules } from './load-decisions.ts';
import { completeRows } from './load-completed.ts';
import { findRepeatedNumbers, setAsideDuplicates } from './load-duplicates.ts';
import { setAsideSuperseded, unifyHistoryCourts } from './load-history.ts';
import { orderLists } from './load-list-order.ts';
import { run } from './load-map.ts';
import { setAsideReplaced } from './load-replaced.ts';
import { tablesLike } from './load-tables.ts';

/**
 * Leaves one row per case in `next_cases`: within a list the fuller or what was decided for it, across lists that of the newer list, and none of a
 * list that was imported again. Every other row is set aside with a reason. Returns whether any row went or came.
 */
export async function settleRows(
  connector: Connector,
  today: string | null,
  signal: AbortSignal | undefined,
  duplicates: DuplicateRules = new Map(),
): Promise<boolean> {
  const isRepeated = await findRepeatedNumbers(connector, signal);
  const hasDuplicates = isRepeated && (await setAsideDuplicates(connector, signal, duplicates));
  const lists = await run(connector, sql`SELECT count(*)::INTEGER AS n FROM next_ingest_files`, signal);
  if (lists.columns['n']?.[0] === 1 || !(isRepeated || (await mayOverlap(connector, signal)))) return hasDuplicates;
  if ((await tablesLike(connector, 'ingest_court_names')).length > 0) await unifyHistoryCourts(connector, signal);
  const ordered = await orderLists(connector, today, signal);
  const hasReplaced = await setAsideReplaced(connector, ordered, signal);
  const hasSuperseded = isRepeated && (await setAsideSuperseded(connector, signal));
  if (hasSuperseded) await completeRows(connector, ordered, signal);
  return hasDuplicates || hasReplaced || hasSuperseded;
}

/** Whether lists may tell of the same cases though no 案号 occurs twice: they are as long, or bear one name. */
async function mayOverlap(connector: Connector, signal: AbortSignal | undefined): Promise<boolean> {
  const found = await run(
    connector,
    sql`WITH lists AS (SELECT f.*, regexp_replace(f.name, ' [(][0-9]+[)]$', '') AS base, rows - set_aside AS n FROM next_ingest_files f)
      SELECT (EXISTS (SELECT 1 FROM next_case_history)
        OR EXISTS (SELECT 1 FROM lists a JOIN lists b ON a.id < b.id AND a.mapping = b.mapping
          AND (a.n = b.n OR (a.base = b.base AND a.sheet IS NOT DISTINCT FROM b.sheet)))) AS may`,
    signal,
  );
  return found.columns['may']?.[0] === true;
}
