import { raw, sql, toStatement } from '../sql/fragment.ts';
import type { ListPair } from './difference-list.ts';
import { LOADED_TABLES, type ListTables } from './difference-rows.ts';
import type { Statement } from './dimension-values.ts';
import type { QueryColumns } from './result.ts';

/** A pair that can be compared, with how much of it can. */
export interface ComparablePair extends ListPair {
  readonly newerAsOf: string | null;
  /** Cases in both lists. */
  readonly shared: number;
  /** Cases in the list that has fewer. */
  readonly smaller: number;
}

/** Every pair of lists with cases in common, the newest first. Lists that were replaced are left out. */
export function compileListPairs({ cases, history, lists }: ListTables = LOADED_TABLES): Statement {
  return toStatement(sql`WITH told AS (SELECT case_key, file_id FROM ${raw(cases)} UNION ALL SELECT case_key, file_id FROM ${raw(history)}),
sizes AS (SELECT file_id, count(*) AS n FROM told GROUP BY file_id),
repeated AS (SELECT case_key, file_id FROM told WHERE case_key IN (SELECT case_key FROM ${raw(history)})),
lists AS (SELECT l.*, n FROM ${raw(lists)} l JOIN sizes USING (file_id) WHERE replaced_by IS NULL)
SELECT o.file_id AS older, n.file_id AS newer, CAST(any_value(ol.as_of) AS VARCHAR) AS as_of,
  CAST(any_value(nl.as_of) AS VARCHAR) AS newer_as_of, CAST(count(*) AS DOUBLE) AS shared,
  CAST(least(any_value(ol.n), any_value(nl.n)) AS DOUBLE) AS smaller
FROM repeated o JOIN repeated n USING (case_key)
  JOIN lists ol ON ol.file_id = o.file_id JOIN lists nl ON nl.file_id = n.file_id
WHERE nl.position > ol.position
GROUP BY o.file_id, n.file_id
ORDER BY any_value(nl.position) DESC, any_value(ol.position) DESC`);
}

/** The rows of `compileListPairs`. */
export function toListPairs({ rowCount, columns }: QueryColumns): readonly ComparablePair[] {
  const text = (column: string, i: number) => {
    const cell = columns[column]?.[i];
    return typeof cell === 'string' ? cell : null;
  };
  return Array.from({ length: rowCount }, (_, i) => ({
    older: Number(columns['older']?.[i]),
    newer: Number(columns['newer']?.[i]),
    asOf: text('as_of', i),
    newerAsOf: text('newer_as_of', i),
    shared: Number(columns['shared']?.[i]),
    smaller: Number(columns['smaller']?.[i]),
  }));
}

/** The two newest lists that overlap in earnest: by at least a tenth of the smaller; else the two newest that overlap. */
export function defaultPair(pairs: readonly ComparablePair[]): ComparablePair | null {
  return pairs.find(({ shared, smaller }) => shared * 10 >= smaller) ?? pairs[0] ?? null;
}
