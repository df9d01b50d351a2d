import { HISTORY_COLUMNS } from '../schema/history.ts';
import { raw, sql } from '../sql/fragment.ts';
import type { Connector } from './connector.ts';
import { run } from './load-map.ts';

const COLUMNS = HISTORY_COLUMNS.map(({ name }) => name).join(', ');

/**
 * Of the rows of one case in several lists the one of the newest list stays; the others go to `next_case_history`, set
 * aside with the name of the list that has the newer row. `ingest_repeated` holds the 案号 that occur more than once, at
 * most once per list. Returns whether there were any.
 */
export async function setAsideSuperseded(connector: Connector, signal: AbortSignal | undefined): Promise<boolean> {
  const counted = await run(
    connector,
    sql`CREATE OR REPLACE TABLE ingest_superseded AS
      SELECT position, file_id, newest FROM (
        SELECT c.rowid AS position, c.file_id, first_value(c.file_id) OVER ranked AS newest, row_number() OVER ranked AS rank
        FROM next_cases c JOIN next_case_lists l USING (file_id) WHERE c.case_key IN (SELECT case_key FROM ingest_repeated)
        WINDOW ranked AS (PARTITION BY c.case_key ORDER BY l.position DESC))
      WHERE rank > 1`,
    signal,
  ).then(() => run(connector, sql`SELECT count(*)::INTEGER AS n FROM ingest_superseded`, signal));
  if (counted.columns['n']?.[0] === 0) return false;
  await run(
    connector,
    sql`INSERT INTO next_ingest_issues SELECT n.name, n.sheet, c.source_row, NULL, c.case_no,
        'superseded:' || m.name || coalesce(' · ' || m.sheet, ''), 'set_aside'
      FROM ingest_superseded s JOIN next_cases c ON c.rowid = s.position
      JOIN next_ingest_files n ON n.id = s.file_id JOIN next_ingest_files m ON m.id = s.newest ORDER BY s.position`,
    signal,
  );
  await run(
    connector,
    sql`INSERT INTO next_case_history (${raw(COLUMNS)}) SELECT ${raw(COLUMNS)} FROM next_cases
      WHERE rowid IN (SELECT position FROM ingest_superseded) ORDER BY file_id, source_row`,
    signal,
  );
  await run(connector, sql`DELETE FROM next_cases WHERE rowid IN (SELECT position FROM ingest_superseded)`, signal);
  await run(
    connector,
    sql`UPDATE next_ingest_files SET set_aside = set_aside + s.n
      FROM (SELECT file_id, count(*)::INTEGER AS n FROM ingest_superseded GROUP BY file_id) s WHERE s.file_id = id`,
    signal,
  );
  return true;
}

/** What the lists of appeals tell of a case holds for its older rows too: else every appeal would look like an edit. */
export async function markHistoryAppealed(connector: Connector, signal: AbortSignal | undefined): Promise<void> {
  await run(
    connector,
    sql`UPDATE next_case_history SET is_appealed = true, appealed_on = coalesce(appealed_on, a.filed_on)
      FROM (SELECT original_case_key AS original, min(filed_on) AS filed_on FROM next_appeals WHERE original_case_id IS NOT NULL GROUP BY original_case_key) a
      WHERE a.original = case_key AND (coalesce(is_appealed, false) = false OR appealed_on IS NULL)`,
    signal,
  );
}

/** Short names of courts that an import learned the full name of, in the older rows too. */
export async function unifyHistoryCourts(connector: Connector, signal: AbortSignal | undefined): Promise<void> {
  await run(
    connector,
    sql`UPDATE next_case_history SET court = m."full" FROM ingest_court_names m WHERE m.short = court`,
    signal,
  );
}
