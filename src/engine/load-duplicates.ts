import { CASE_COLUMNS } from '../schema/columns.ts';
import { raw, sql } from '../sql/fragment.ts';
import type { Connector } from './connector.ts';
import { run } from './load-map.ts';

const IDENTITY = new Set([
  'case_id',
  'case_key',
  'case_no',
  'case_year',
  'court_code',
  'type_code',
  'serial',
  'file_id',
  'source_row',
  'due_basis',
  'days',
]);
const COMPARED = CASE_COLUMNS.filter(({ name }) => !IDENTITY.has(name)).map(({ name }) => name);

/**
 * Sets aside all but one row of every 案号: the one with most values stays, among equals the earlier. Of old-style
 * numbers, which were not unique, rows of different courts are different cases and stay. Returns whether any was set aside.
 */
export async function setAsideDuplicates(connector: Connector, signal: AbortSignal | undefined): Promise<boolean> {
  if (!(await findRepeated(connector, signal))) return false;
  if (await separateSharedNumbers(connector, signal)) await findRepeated(connector, signal);
  const fullness = COMPARED.map((column) => `(${column} IS NOT NULL)::INTEGER`).join(' + ');
  const differing = COMPARED.map(
    (column) => `CASE WHEN o.${column} IS DISTINCT FROM f.${column} THEN '${column}' END`,
  ).join(', ');
  await run(
    connector,
    sql`CREATE OR REPLACE TABLE ingest_duplicates AS
      WITH ranked AS (SELECT *, rowid AS position, row_number() OVER (PARTITION BY case_key ORDER BY ${raw(fullness)} DESC, rowid) AS rank
        FROM next_cases WHERE case_key IN (SELECT case_key FROM ingest_repeated))
      SELECT o.position, o.file_id, o.source_row, o.case_no, concat_ws('、', ${raw(differing)}) AS differing
      FROM ranked o JOIN ranked f ON f.case_key = o.case_key AND f.rank = 1 WHERE o.rank > 1`,
    signal,
  );
  await run(
    connector,
    sql`INSERT INTO next_ingest_issues SELECT n.name, n.sheet, d.source_row, NULL, d.case_no,
        CASE WHEN d.differing = '' THEN 'duplicate_identical' ELSE 'duplicate_conflict:' || d.differing END, 'set_aside'
      FROM ingest_duplicates d JOIN next_ingest_files n ON n.id = d.file_id ORDER BY d.position`,
    signal,
  );
  await run(connector, sql`DELETE FROM next_cases WHERE rowid IN (SELECT position FROM ingest_duplicates)`, signal);
  await run(
    connector,
    sql`UPDATE next_ingest_files SET set_aside = set_aside + d.n
      FROM (SELECT file_id, count(*)::INTEGER AS n FROM ingest_duplicates GROUP BY file_id) d WHERE d.file_id = id`,
    signal,
  );
  return hasRows(connector, 'ingest_duplicates', signal);
}

/** Two courts could bear the same number before 2016: later courts get their name into the key. */
async function separateSharedNumbers(connector: Connector, signal: AbortSignal | undefined): Promise<boolean> {
  await run(
    connector,
    sql`CREATE OR REPLACE TABLE ingest_shared AS
      SELECT rowid AS position, file_id, source_row, case_no, court FROM (
        SELECT *, rowid, first_value(court) OVER (PARTITION BY case_key ORDER BY rowid) AS first_court
        FROM next_cases WHERE case_key IN (SELECT case_key FROM ingest_repeated) AND court_code IS NULL AND court IS NOT NULL)
      WHERE first_court IS DISTINCT FROM court AND first_court IS NOT NULL`,
    signal,
  );
  if (!(await hasRows(connector, 'ingest_shared', signal))) return false;
  await run(
    connector,
    sql`INSERT INTO next_ingest_issues SELECT n.name, n.sheet, s.source_row, NULL, s.case_no, 'case_no_shared:' || s.court, 'noted'
      FROM ingest_shared s JOIN next_ingest_files n ON n.id = s.file_id ORDER BY s.position`,
    signal,
  );
  await run(
    connector,
    sql`UPDATE next_cases SET case_key = case_key || '@' || court WHERE rowid IN (SELECT position FROM ingest_shared)`,
    signal,
  );
  return true;
}

/** Keeps the numbers that occur more than once; false = there are none. Texts are compared only where their hashes are equal. */
async function findRepeated(connector: Connector, signal: AbortSignal | undefined): Promise<boolean> {
  await run(
    connector,
    sql`CREATE OR REPLACE TABLE ingest_repeated_hashes AS SELECT hash(case_key) AS hashed FROM next_cases GROUP BY hashed HAVING count(*) > 1`,
    signal,
  );
  if (!(await hasRows(connector, 'ingest_repeated_hashes', signal))) return false;
  await run(
    connector,
    sql`CREATE OR REPLACE TABLE ingest_repeated AS SELECT case_key FROM next_cases
      WHERE hash(case_key) IN (SELECT hashed FROM ingest_repeated_hashes) GROUP BY case_key HAVING count(*) > 1`,
    signal,
  );
  return hasRows(connector, 'ingest_repeated', signal);
}

async function hasRows(connector: Connector, table: string, signal: AbortSignal | undefined): Promise<boolean> {
  const result = await run(connector, sql`SELECT count(*)::INTEGER AS n FROM ${raw(table)}`, signal);
  return result.columns['n']?.[0] !== 0;
}
