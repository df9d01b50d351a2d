import { HISTORY_COLUMNS } from '../schema/history.ts';
import { join, name, raw, sql, type Fragment } from '../sql/fragment.ts';
import type { Connector } from './connector.ts';
import { createMap, run } from './load-map.ts';
import { rowsOf } from './load-summary.ts';

/** A loaded list with what tells which of two is the newer. */
export interface OrderedList {
  readonly id: number;
  readonly name: string;
  readonly sheet: string | null;
  /** JSON text of its labels and what they were taken for. */
  readonly mapping: string;
  /** Null where it has no plausible day. */
  readonly asOf: string | null;
  /** Cases it tells of, those superseded included. */
  readonly cases: number;
}

/** Without one of these a row says nothing of the fate of a case, however new the list. */
const TELLING = ['filed_on', 'resolved_on', 'closing'];

/**
 * Fills `next_case_lists` and returns the lists, the older first. Of two lists the newer is the one with more of the
 * columns filed, resolved and closing; then the one with the later last day; then the one that was loaded later.
 *
 * @param today days after it are not plausible; null = not known
 */
export async function orderLists(
  connector: Connector,
  today: string | null,
  signal: AbortSignal | undefined,
): Promise<readonly OrderedList[]> {
  const found = await run(
    connector,
    sql`SELECT f.id, f.name, f.sheet, f.mapping, d.as_of::VARCHAR AS as_of, coalesce(c.n, 0)::INTEGER AS n
      FROM next_ingest_files f LEFT JOIN (${lastDays(today)}) d ON d.file_id = f.id
      LEFT JOIN (SELECT file_id, count(*) AS n FROM (${listRows(['file_id'])}) GROUP BY file_id) c ON c.file_id = f.id ORDER BY f.id`,
    signal,
  );
  const lists = rowsOf(found).map((row): OrderedList => {
    const text = (column: string) => (typeof row[column] === 'string' ? row[column] : null);
    return {
      id: Number(row['id']),
      name: text('name') ?? '',
      sheet: text('sheet'),
      mapping: text('mapping') ?? '[]',
      asOf: text('as_of'),
      cases: Number(row['n']),
    };
  });
  const ordered = [...lists].sort(
    (a, b) => tellingOf(a) - tellingOf(b) || compareText(a.asOf ?? '', b.asOf ?? '') || a.id - b.id,
  );
  const columns = [
    { name: 'file_id', type: 'INTEGER' as const },
    { name: 'as_of', type: 'DATE' as const },
    { name: 'position', type: 'INTEGER' as const },
    { name: 'replaced_by', type: 'INTEGER' as const },
  ];
  const rows = ordered.map(({ id, asOf }, position) => [String(id), asOf, String(position + 1), null]);
  await createMap(connector, 'next_case_lists', columns, rows, signal);
  return ordered;
}

/** Every row of every list that is loaded, also where a newer list has a newer one. */
export function listRows(columns: readonly string[]): Fragment {
  const known = columns.filter((column) => HISTORY_COLUMNS.some(({ name: own }) => own === column));
  const chosen = join(
    known.map((column) => name(column)),
    ', ',
  );
  return sql`SELECT ${chosen} FROM next_cases UNION ALL SELECT ${chosen} FROM next_case_history`;
}

/**
 * The last day of each list on which a case was filed or resolved. A day that stands alone is taken for a slip of the
 * pen: in a list of some length, several rows must fall into the 31 days up to it. So is a closing before the filing.
 */
function lastDays(today: string | null): Fragment {
  const days = (column: string) =>
    sql`SELECT file_id, ${raw(column)} AS day, count(*) AS n FROM (${listRows(['file_id', 'filed_on', 'resolved_on'])})
      WHERE ${raw(column)} IS NOT NULL AND (resolved_on < filed_on) IS NOT TRUE GROUP BY ALL`;
  const isPast = today === null ? raw('TRUE') : sql`day <= ${today}::DATE`;
  return sql`SELECT file_id, max(day) FILTER (WHERE near >= least(3, ceil(total / 200))) AS as_of FROM (
      SELECT file_id, day, sum(n) OVER (PARTITION BY file_id) AS total,
        sum(n) OVER (PARTITION BY file_id ORDER BY day RANGE BETWEEN INTERVAL 31 DAY PRECEDING AND CURRENT ROW) AS near
      FROM (SELECT file_id, day, sum(n) AS n FROM (${days('filed_on')} UNION ALL ${days('resolved_on')}) WHERE ${isPast} GROUP BY ALL))
    GROUP BY file_id`;
}

/** The columns of `cases` that columns of the file were taken for. */
export function mappedColumns({ mapping }: OrderedList): readonly string[] {
  const entries: unknown = JSON.parse(mapping);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    const column: unknown = Array.isArray(entry) ? entry[1] : null;
    return typeof column === 'string' ? [column] : [];
  });
}

function tellingOf(list: OrderedList): number {
  const columns = mappedColumns(list);
  return TELLING.filter((column) => columns.includes(column)).length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
