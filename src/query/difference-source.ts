import { type Fragment, raw, sql } from '../sql/fragment.ts';
import type { ListSource } from './difference-list.ts';
import { pairTables } from './difference-rows.ts';

/** An appeal is known by its own row in the list where it has one, else as everything that is loaded knows it. */
const OF_APPEAL = ['type_code', 'filed_on', 'resolved_on', 'closing', 'closing_bucket'];
const OF_ORIGINAL = ['cause', 'procedure', 'bench', 'department', 'judge'];

/**
 * Tables of a WITH clause that put the rows of one list into the place of `cases` and `appeals`: every metric is then
 * computed from that list alone. The newer list is read as far as the older one reaches, and cases that it does not reach
 * stay as the older one tells them; so a figure that differs tells of edits, not of another range.
 */
export function listTables({ pair, side }: ListSource): readonly Fragment[] {
  const rows =
    side === 'older'
      ? raw('SELECT * FROM older')
      : raw(`SELECT * FROM newer WHERE case_key NOT IN (SELECT case_key FROM come WHERE is_outside)
    UNION ALL SELECT * EXCLUDE (is_outside) FROM gone WHERE is_outside`);
  const own = OF_APPEAL.map(
    (column) => `CASE WHEN own.case_key IS NULL THEN a.${column} ELSE own.${column} END AS ${column}`,
  );
  const original = OF_ORIGINAL.map(
    (column) => `CASE WHEN o.case_key IS NULL THEN a.${column} ELSE o.${column} END AS ${column}`,
  );
  const replaced = [
    ...own,
    ...original,
    'coalesce(o.court, a.court) AS court',
    'coalesce(o.resolved_on, a.original_resolved_on) AS original_resolved_on',
  ];
  return [
    ...pairTables(pair),
    sql`cases AS MATERIALIZED (${rows})`,
    sql`appeals AS MATERIALIZED (SELECT a.* REPLACE (${raw(replaced.join(', '))})
    FROM main.appeals a LEFT JOIN cases own ON own.case_key = a.case_key AND own.level = '二审'
      LEFT JOIN cases o ON o.case_key = a.original_case_key
    WHERE own.case_key IS NOT NULL OR o.case_key IS NOT NULL)`,
  ];
}
