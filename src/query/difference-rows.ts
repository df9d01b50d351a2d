import { CASE_COLUMNS } from '../schema/columns.ts';
import { type Fragment, join, name, raw, sql } from '../sql/fragment.ts';
import type { ListPair, ListSide } from './difference-list.ts';
import { dateLiteral } from './period.ts';

/** So few cases outside the range of a list are no sign that the list has a range. */
const LEAST_OUTSIDE = { cases: 5, share: 20 };
/** A list of this many closed cases and no open one is a list of closed cases. */
const LEAST_CLOSED = 20;

/** Where the rows of all lists stand. Qualified names: `cases` may mean the rows of a list. */
export interface ListTables {
  readonly cases: string;
  readonly history: string;
  readonly lists: string;
}

export const LOADED_TABLES: ListTables = {
  cases: 'main.cases',
  history: 'main.case_history',
  lists: 'main.case_lists',
};
/** Those of an import that is under way. */
export const NEXT_TABLES: ListTables = {
  cases: 'main.next_cases',
  history: 'main.next_case_history',
  lists: 'main.next_case_lists',
};

/**
 * The two lists as tables of a WITH clause, `older` and `newer`, each with the columns of `cases`; `case_id` is that of
 * the row that counts. Then what stands in one of them only, with `is_outside`: the other list does not reach so far.
 */
export function pairTables({ older, newer, asOf }: ListPair, tables: ListTables = LOADED_TABLES): readonly Fragment[] {
  return [
    sql`older AS MATERIALIZED (${rowsOfList(older, tables)})`,
    sql`newer AS MATERIALIZED (${rowsOfList(newer, tables)})`,
    sql`reach AS MATERIALIZED (${reach()})`,
    sql`gone AS MATERIALIZED (${onlyIn('older', 'newer', raw('row_.resolved_on IS NULL'))})`,
    sql`come AS MATERIALIZED (${onlyIn('newer', 'older', sql`coalesce(row_.resolved_on > ${dayOf(asOf)}, TRUE)`)})`,
  ];
}

/** The day, or NULL where it is not known. */
export function dayOf(day: string | null): Fragment {
  return day === null ? raw('NULL::DATE') : dateLiteral(day);
}

/** Every row of a list but those set aside within it. */
function rowsOfList(fileId: number, { cases, history }: ListTables): Fragment {
  if (!Number.isInteger(fileId) || fileId < 0) throw new RangeError(`Not a list: ${fileId}`);
  const own = CASE_COLUMNS.map(({ name: column }) => name(column));
  const older = CASE_COLUMNS.map(({ name: column }) =>
    column === 'case_id' ? raw('c.case_id') : sql`h.${name(column)}`,
  );
  const id = raw(String(fileId));
  return sql`SELECT ${join(own, ', ')} FROM ${raw(cases)} WHERE file_id = ${id}
    UNION ALL SELECT ${join(older, ', ')} FROM ${raw(history)} h LEFT JOIN ${raw(cases)} c USING (case_key) WHERE h.file_id = ${id}`;
}

/** From which month on the cases that stand in both lists were filed and resolved, and which list has no open case. */
function reach(): Fragment {
  const first = (side: ListSide, column: string) =>
    raw(`CAST(date_trunc('month', min(${side}.${column})) AS DATE) AS ${side}_${column}`);
  const isClosedOnly = (side: ListSide) =>
    raw(
      `(SELECT count(*) >= ${LEAST_CLOSED} AND count(*) = count(resolved_on) FROM ${side}) AS is_${side}_closed_only`,
    );
  return sql`SELECT ${first('older', 'filed_on')}, ${first('older', 'resolved_on')}, ${first('newer', 'filed_on')}, ${first('newer', 'resolved_on')},
      ${isClosedOnly('older')}, ${isClosedOnly('newer')} FROM older JOIN newer USING (case_key)`;
}

/**
 * Rows of `side` that `other` does not have. A list of one year or month has no older cases, and a list of closed cases
 * no open ones: those are outside, if there are enough of them to say so.
 */
function onlyIn(side: ListSide, other: ListSide, isOpen: Fragment): Fragment {
  const before = (column: string) => raw(`coalesce(row_.${column} < reach.${side}_${column}, FALSE)`);
  return sql`SELECT * EXCLUDE (is_early, is_left_open),
      is_left_open OR (is_early AND count(*) FILTER (WHERE is_early) OVER () >= greatest(${raw(String(LEAST_OUTSIDE.cases))}, (SELECT count(*) FROM ${raw(side)}) / ${raw(String(LEAST_OUTSIDE.share))})) AS is_outside
    FROM (SELECT row_.*, ${before('filed_on')} OR ${before('resolved_on')} OR (row_.resolved_on IS NOT NULL AND reach.${raw(`${side}_resolved_on`)} IS NULL) AS is_early,
        reach.${raw(`is_${other}_closed_only`)} AND ${isOpen} AS is_left_open
      FROM ${raw(side)} row_ ANTI JOIN ${raw(other)} USING (case_key) CROSS JOIN reach)`;
}
