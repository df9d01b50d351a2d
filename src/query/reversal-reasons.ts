import { CONFIGURATION } from '../metrics/configuration.ts';
import { type Fragment, join, name, raw, sql, toStatement } from '../sql/fragment.ts';
import { quoteLiteral } from '../sql/quote.ts';
import { type AppealScope, toAppealRows, toWithin } from './appeal-scope.ts';
import type { Statement } from './dimension-values.ts';
import type { QueryColumns } from './result.ts';

/** A column of a list that tells why an appeal altered or remanded; kept as raw text beside the cases. */
export interface ReasonColumn {
  readonly fileId: number;
  /** 0-based place of the column in the file. */
  readonly index: number;
  readonly headerRow: number;
}

/** A column whose raw table exists. */
export type FoundReasonColumn = ReasonColumn & { readonly isNumbered: boolean };

/** Appeals for which the columns tell this reason; null: for which they tell none. */
export interface GivenReason {
  readonly text: string | null;
  readonly columns: readonly FoundReasonColumn[];
}

/** How often a reason is given, counted as `AppealOutcome` counts. */
export interface ReversalReason {
  /** As it stood; null = the column is empty. */
  readonly reason: string | null;
  readonly byFirst: number;
  readonly bySecond: number;
  readonly byCohort: number;
}

/** Which raw tables carry row numbers, as `source_row`; the others stand in the order of the file. */
export function compileReasonTables(columns: readonly ReasonColumn[]): Statement {
  const tables = columns.map(({ fileId }) => sql`${rawTable(fileId)}`);
  return toStatement(sql`SELECT table_name AS raw_table, bool_or(column_name = 'source_row') AS is_numbered
FROM duckdb_columns() WHERE table_name IN (${join(tables, ', ')}) GROUP BY table_name ORDER BY table_name`);
}

/** The columns whose raw table exists, and whether its rows are numbered. */
export function toReasonTables(
  { columns }: QueryColumns,
  asked: readonly ReasonColumn[],
): readonly FoundReasonColumn[] {
  const names = (columns['raw_table'] ?? []).map(String);
  return asked.flatMap((column) => {
    const i = names.indexOf(rawTable(column.fileId));
    return i < 0 ? [] : [{ ...column, isNumbered: columns['is_numbered']?.[i] === true }];
  });
}

/** Reasons of the altered and remanded appeals, the most frequent first. A case with several columns filled counts its first. */
export function compileReversalReasons(
  { period, filter }: AppealScope,
  columns: readonly FoundReasonColumn[],
): Statement {
  const first = toAppealRows(filter, 'original');
  const second = toAppealRows(filter, null);
  const buckets = [...CONFIGURATION.alteredBuckets.values, ...CONFIGURATION.remandedBuckets.values];
  const isReversed = (rows: typeof first) =>
    sql`${rows.own('closing_bucket')} IN (${raw(buckets.map(quoteLiteral).join(', '))})`;
  const key = (rows: typeof first) => sql`coalesce(${rows.own('case_id')}, ${rows.own('original_case_id')}) AS told_by`;
  return toStatement(sql`WITH reasons AS (
  ${toReasonOfCase(columns)}
), counted AS (
  SELECT ${key(first)}, 'first' AS seen FROM ${first.from}
  WHERE ${first.where} AND ${isReversed(first)} AND ${first.own('is_attributed')} AND ${toWithin(first.own('resolved_on'), period)}
  UNION ALL
  SELECT ${key(second)}, 'second' FROM ${second.from}
  WHERE ${second.where} AND ${isReversed(second)} AND ${toWithin(second.own('resolved_on'), period)}
  UNION ALL
  SELECT ${key(first)}, 'cohort' FROM ${first.from}
  WHERE ${first.where} AND ${isReversed(first)} AND ${first.own('is_attributed')}
    AND ${toWithin(first.own('original_resolved_on'), period)}
)
SELECT reason, CAST(count(*) FILTER (WHERE seen = 'first') AS DOUBLE) AS by_first,
  CAST(count(*) FILTER (WHERE seen = 'second') AS DOUBLE) AS by_second,
  CAST(count(*) FILTER (WHERE seen = 'cohort') AS DOUBLE) AS by_cohort
FROM counted LEFT JOIN reasons ON reasons.case_id = counted.told_by
GROUP BY reason
ORDER BY by_second DESC, by_first DESC, reason NULLS LAST`);
}

/** The rows of `compileReversalReasons`. */
export function toReversalReasons({ rowCount, columns }: QueryColumns): readonly ReversalReason[] {
  const count = (column: string, i: number) => Number(columns[column]?.[i] ?? 0);
  return Array.from({ length: rowCount }, (_, i) => {
    const reason = columns['reason']?.[i] ?? null;
    return {
      reason: reason === null ? null : String(reason),
      byFirst: count('by_first', i),
      bySecond: count('by_second', i),
      byCohort: count('by_cohort', i),
    };
  });
}

/** The condition that a row of `cases` tells this reason, as `compileReversalReasons` counts it. */
export function toReasonCondition({ text, columns }: GivenReason): Fragment {
  if (columns.length === 0) return raw('FALSE');
  const told = sql`SELECT case_id FROM (${toReasonOfCase(columns)})`;
  return text === null ? sql`case_id NOT IN (${told})` : sql`case_id IN (${told} WHERE reason = ${text})`;
}

function toReasonOfCase(columns: readonly FoundReasonColumn[]): Fragment {
  return sql`SELECT case_id, arg_min(reason, place) AS reason FROM (${join(columns.map(toReasons), '\n    UNION ALL ')}) GROUP BY case_id`;
}

function toReasons(column: FoundReasonColumn, place: number): Fragment {
  const row = column.isNumbered ? raw('r.source_row') : raw(`r.rowid + ${Math.trunc(column.headerRow) + 1}`);
  const text = sql`nullif(trim(r.${name(`c${Math.trunc(column.index)}`)}), '')`;
  return sql`SELECT c.case_id, ${text} AS reason, ${raw(String(place))} AS place
    FROM cases c JOIN ${name(rawTable(column.fileId))} r ON c.source_row = ${row}
    WHERE c.file_id = ${column.fileId} AND ${text} IS NOT NULL`;
}

function rawTable(fileId: number): string {
  if (!Number.isInteger(fileId) || fileId < 0) throw new RangeError(`Not a list: ${fileId}`);
  return `raw_${fileId}`;
}
