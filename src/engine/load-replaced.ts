import { HISTORY_COLUMNS } from '../schema/history.ts';
import { raw, sql } from '../sql/fragment.ts';
import type { Connector } from './connector.ts';
import { listRows, type OrderedList } from './load-list-order.ts';
import { run } from './load-map.ts';
import { baseName } from './load-names.ts';
import { rowsOf } from './load-summary.ts';

/** What a row says, without where it stood and without what other lists added to it. */
const CONTENT = HISTORY_COLUMNS.map(({ name }) => name).filter(
  (column) => !['case_key', 'file_id', 'source_row', 'is_appealed', 'appealed_on', 'due_basis'].includes(column),
);

/**
 * Sets aside every row of a list that was imported again: a later list holds the very same rows, or bears the same name
 * and columns, goes to the same day and shares most of its cases (a corrected export). What the list had superseded counts again where the later
 * one does not have it. Returns whether there was such a list.
 */
export async function setAsideReplaced(
  connector: Connector,
  lists: readonly OrderedList[],
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const content = await contentOf(connector, lists, signal);
  let hasReplaced = false;
  for (const [i, list] of lists.entries()) {
    const later = await findCopy(connector, list, lists.slice(i + 1), content, signal);
    if (later === null) continue;
    await setAside(connector, list, later, signal);
    hasReplaced = true;
  }
  if (hasReplaced) await promoteOrphans(connector, signal);
  return hasReplaced;
}

/** A corrected export has nearly all cases of the one before. */
const MOST = 0.8;

/** The last of `later` that is the same list again; null where none is. */
async function findCopy(
  connector: Connector,
  list: OrderedList,
  later: readonly OrderedList[],
  content: ReadonlyMap<number, string>,
  signal: AbortSignal | undefined,
): Promise<OrderedList | null> {
  if (list.cases === 0) return null;
  const sameDay = later.filter((other) => other.asOf === list.asOf).reverse();
  for (const other of sameDay) {
    if (content.has(list.id) && content.get(list.id) === content.get(other.id)) return other;
    if (isNamesake(list, other) && (await sharesMost(connector, list, other, signal))) return other;
  }
  return null;
}

/** Another file of the same name with the same columns. */
function isNamesake(list: OrderedList, other: OrderedList): boolean {
  const isOtherFile = list.name !== other.name && baseName(list.name) === baseName(other.name);
  return isOtherFile && list.sheet === other.sheet && list.mapping === other.mapping;
}

/** Whether the other has most cases of the list: an extract of it, or a list of another court, may bear its name. */
async function sharesMost(
  connector: Connector,
  list: OrderedList,
  other: OrderedList,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const keys = ({ id }: OrderedList) =>
    sql`SELECT case_key FROM (${listRows(['case_key', 'file_id'])}) WHERE file_id = ${raw(String(id))}`;
  const found = await run(
    connector,
    sql`SELECT count(*)::INTEGER AS n FROM (${keys(list)}) JOIN (${keys(other)}) USING (case_key)`,
    signal,
  );
  return Number(found.columns['n']?.[0] ?? 0) >= MOST * list.cases;
}

/** A number for the rows of every list that has as many as another up to the same day. */
async function contentOf(
  connector: Connector,
  lists: readonly OrderedList[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<number, string>> {
  const isLike = (a: OrderedList, b: OrderedList) => a.id !== b.id && a.cases === b.cases && a.asOf === b.asOf;
  const alike = lists.filter((list) => list.cases > 0 && lists.some((other) => isLike(list, other)));
  if (alike.length === 0) return new Map();
  const found = await run(
    connector,
    sql`SELECT file_id, sum(hash(${raw(CONTENT.join(', '))})::HUGEINT)::VARCHAR AS content
      FROM (${listRows([...CONTENT, 'file_id'])}) WHERE file_id IN (${raw(alike.map(({ id }) => id).join(', '))}) GROUP BY file_id`,
    signal,
  );
  return new Map(rowsOf(found).map((row) => [Number(row['file_id']), String(row['content'])]));
}

async function setAside(
  connector: Connector,
  list: OrderedList,
  later: OrderedList,
  signal: AbortSignal | undefined,
): Promise<void> {
  const id = raw(String(list.id));
  const isOwn = sql`file_id = ${id}`;
  await run(
    connector,
    sql`INSERT INTO next_ingest_issues SELECT ${list.name}, ${list.sheet}::VARCHAR, source_row, NULL, case_no, ${`list_replaced:${later.name}`}, 'set_aside'
      FROM next_cases WHERE ${isOwn} ORDER BY source_row`,
    signal,
  );
  await run(
    connector,
    sql`UPDATE next_ingest_files SET set_aside = set_aside + (SELECT count(*) FROM next_cases WHERE ${isOwn}) WHERE id = ${id}`,
    signal,
  );
  await run(connector, sql`DELETE FROM next_cases WHERE ${isOwn}`, signal);
  await run(connector, sql`DELETE FROM next_case_history WHERE ${isOwn}`, signal);
  await run(connector, sql`UPDATE next_case_lists SET replaced_by = ${raw(String(later.id))} WHERE ${isOwn}`, signal);
}

/** Cases that only the replaced list had newer than another: the newest of their older rows counts again. */
async function promoteOrphans(connector: Connector, signal: AbortSignal | undefined): Promise<void> {
  await run(
    connector,
    sql`CREATE OR REPLACE TABLE ingest_orphans AS SELECT h.* FROM next_case_history h JOIN next_case_lists l USING (file_id)
      WHERE case_key NOT IN (SELECT case_key FROM next_cases)
      QUALIFY row_number() OVER (PARTITION BY case_key ORDER BY l.position DESC) = 1`,
    signal,
  );
  await run(connector, sql`INSERT INTO next_cases BY NAME SELECT * FROM ingest_orphans`, signal);
  await run(
    connector,
    sql`DELETE FROM next_case_history WHERE (file_id, source_row) IN (SELECT (file_id, source_row) FROM ingest_orphans)`,
    signal,
  );
  await run(
    connector,
    sql`DELETE FROM next_ingest_issues WHERE (starts_with(reason, 'superseded') OR starts_with(reason, 'vanished')) AND (file, coalesce(sheet, ''), "row") IN (
      SELECT (n.name, coalesce(n.sheet, ''), o.source_row) FROM ingest_orphans o JOIN next_ingest_files n ON n.id = o.file_id)`,
    signal,
  );
  await run(
    connector,
    sql`UPDATE next_ingest_files SET set_aside = set_aside - o.n
      FROM (SELECT file_id, count(*)::INTEGER AS n FROM ingest_orphans GROUP BY file_id) o WHERE o.file_id = id`,
    signal,
  );
}
