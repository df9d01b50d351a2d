import type { DuplicateRule } from '../ingest/decision.ts';
import { raw, sql } from '../sql/fragment.ts';
import type { Connector } from './connector.ts';
import { run } from './load-map.ts';
import type { LoadPart } from './load-request.ts';

/** The rule of every list that does not keep the fuller of its rows of one 案号, by file id. */
export type DuplicateRules = ReadonlyMap<number, Exclude<DuplicateRule, 'fuller'>>;

/** @param firstId id of the first of `parts`; the others follow */
export function duplicateRulesOf(parts: readonly LoadPart[], firstId: number): DuplicateRules {
  return new Map(
    parts.flatMap(({ plan }, i) => {
      const { duplicates } = plan.decisions;
      return duplicates === 'fuller' ? [] : [[firstId + i, duplicates] as const];
    }),
  );
}

/** SQL by which rows of one 案号 of a list are ordered, the one that stays first. */
export function duplicateOrder(fullness: string, rules: DuplicateRules): string {
  const ids = (rule: DuplicateRule) => [...rules].flatMap(([id, own]) => (own === rule ? [id] : []));
  const later = ids('later');
  const byPlace = [...ids('earlier'), ...later];
  if (byPlace.length === 0) return `${fullness} DESC, rowid`;
  const place = later.length === 0 ? 'rowid' : `CASE WHEN file_id IN (${later.join(', ')}) THEN -rowid ELSE rowid END`;
  return `CASE WHEN file_id IN (${byPlace.join(', ')}) THEN 0 ELSE ${fullness} END DESC, ${place}`;
}

/**
 * Takes the rows out of `next_cases` of which some value was decided to set the row aside; of several such values the
 * first is the reason, the others are noted. Returns whether there were any.
 */
export async function setAsideDecided(
  connector: Connector,
  parts: readonly LoadPart[],
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (!parts.some(({ plan }) => Object.values(plan.decisions.actions).includes('set_aside'))) return false;
  await run(
    connector,
    sql`CREATE OR REPLACE TABLE ingest_decided AS SELECT f.id AS file_id, i."row" AS source_row, i.rowid AS position,
        row_number() OVER (PARTITION BY f.id, i."row" ORDER BY i.rowid) AS rank
      FROM next_ingest_issues i JOIN next_ingest_files f ON f.name = i.file AND f.sheet IS NOT DISTINCT FROM i.sheet
      JOIN next_cases c ON c.file_id = f.id AND c.source_row = i."row" WHERE i.action = 'set_aside'`,
    signal,
  );
  const found = await run(connector, sql`SELECT count(*)::INTEGER AS n FROM ingest_decided`, signal);
  if (found.columns['n']?.[0] === 0) return false;
  await run(
    connector,
    sql`UPDATE next_ingest_issues SET action = 'noted' WHERE rowid IN (SELECT position FROM ingest_decided WHERE rank > 1)`,
    signal,
  );
  for (const table of ['next_cases', 'next_case_sequels']) {
    await run(
      connector,
      sql`DELETE FROM ${raw(table)} WHERE (file_id, source_row) IN (SELECT (file_id, source_row) FROM ingest_decided)`,
      signal,
    );
  }
  await run(
    connector,
    sql`UPDATE next_ingest_files SET set_aside = set_aside + d.n
      FROM (SELECT file_id, count(*)::INTEGER AS n FROM ingest_decided WHERE rank = 1 GROUP BY file_id) d WHERE d.file_id = id`,
    signal,
  );
  return true;
}
