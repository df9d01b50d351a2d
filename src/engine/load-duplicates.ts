import { CASE_COLUMNS } from '../schema/columns.ts';
import { raw, sql } from '../sql/fragment.ts';
import type { Connector } from './connector.ts';
import { duplicateOrder, type DuplicateRules } from './load-decisions.ts';
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
 * Puts the 案号 that occur more than once, in one list or in several, into `ingest_repeated`; false = there are none. Of
 * old-style numbers, which were not unique, rows of different courts are different cases: they get keys of their own.
 */
export async function findRepeatedNumbers(connector: Connector, signal: AbortSignal | undefined): Promise<boolean> {
  if (!(await findRepeated(connector, signal))) return false;
  if (!(await separateSharedNumbers(connector, signal))) return true;
  return findRepeated(connector, signal);
}

/**
 * Sets aside all but one row of every repeated 案号 of a list: the one with most values stays, among equals the earlier,
 * unless `rules` say otherwise of the list.
 * Returns whether there were any.
 */
export async function setAsideDuplicates(
  connector: Connector,
  signal: AbortSignal | undefined,
  rules: DuplicateRules = new Map(),
): Promise<boolean> {
  await run(
    connector,
    sql`CREATE OR REPLACE TABLE ingest_repeated_within AS SELECT file_id, case_key FROM next_cases
      WHERE case_key IN (SELECT case_key FROM ingest_repeated) GROUP BY ALL HAVING count(*) > 1`,
    signal,
  );
  if (!(await hasRows(connector, 'ingest_repeated_within', signal))) return false;
  const fullness = COMPARED.map((column) => `(${column} IS NOT NULL)::INTEGER`).join(' + ');
  const differing = COMPARED.map(
    (column) => `CASE WHEN o.${column} IS DISTINCT FROM f.${column} THEN '${column}' END`,
  ).join(', ');
  await run(
    connector,
    sql`CREATE OR REPLACE TABLE ingest_duplicates AS
      WITH ranked AS (SELECT *, rowid AS position, row_number() OVER (PARTITION BY file_id, case_key ORDER BY ${raw(duplicateOrder(fullness, rules))}) AS rank
        FROM next_cases WHERE (file_id, case_key) IN (SELECT (file_id, case_key) FROM ingest_repeated_within))
      SELECT o.position, o.file_id, o.source_row, o.case_no, concat_ws('、', ${raw(differing)}) AS differing
      FROM ranked o JOIN ranked f ON f.file_id = o.file_id AND f.case_key = o.case_key AND f.rank = 1 WHERE o.rank > 1`,
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
  return true;
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

/** Texts are compared only where their hashes are equal. */
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
