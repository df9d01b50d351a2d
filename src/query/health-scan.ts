import { type Fragment, join, raw, sql, toStatement } from '../sql/fragment.ts';
import type { Statement } from './dimension-values.ts';
import type { HealthCheck } from './health-checks.ts';
import type { QueryColumns } from './result.ts';

/** How many cases have a fault, under the id of its check. */
export interface FaultCount {
  readonly id: string;
  readonly n: number;
}

/** One row at fault, for the fix list. `row` is null where it concerns no single row. */
export interface FaultRow {
  readonly id: string;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  /** A column of `cases`, or a label of the file. */
  readonly column: string | null;
  readonly raw: string | null;
  /** Cases that this row stands for: more than 1 for a run of missing numbers. */
  readonly weight: number;
}

/** A raw value and how often it occurs among the rows at fault. */
export interface FaultValue {
  readonly value: string | null;
  readonly n: number;
}

/** `id, n` of every check that found something. Null where there is nothing to check. */
export function compileFaultCounts(checks: readonly HealthCheck[]): Statement | null {
  if (checks.length === 0) return null;
  const counts = checks.map(
    ({ id, rows }) => sql`SELECT ${id} AS id, CAST(coalesce(sum(weight), 0) AS DOUBLE) AS n FROM (${rows})`,
  );
  return toStatement(sql`SELECT * FROM (${join(counts, '\nUNION ALL ')}) WHERE n > 0 ORDER BY n DESC, id`);
}

/** The rows of `compileFaultCounts`. */
export function toFaultCounts({ rowCount, columns }: QueryColumns): readonly FaultCount[] {
  return Array.from({ length: rowCount }, (_, i) => ({
    id: textOf(columns['id']?.[i]) ?? '',
    n: numberOf(columns['n']?.[i]) ?? 0,
  }));
}

/** Rows at fault of `checks`, check by check, in the order of file and row; long runs of missing numbers first. */
export function compileFaultRows(checks: readonly HealthCheck[], limit: number): Statement | null {
  if (checks.length === 0) return null;
  const parts = checks.map(
    ({ id, rows }, i) => sql`SELECT ${raw(String(i))} AS position, ${id} AS id, * FROM (${rows})`,
  );
  return toStatement(sql`SELECT id, file, sheet, "row", "column", raw, CAST(weight AS DOUBLE) AS weight
FROM (${join(parts, '\nUNION ALL ')})
ORDER BY position, weight DESC, file NULLS LAST, sheet NULLS FIRST, "row" NULLS FIRST, raw LIMIT ${toLimit(limit)}`);
}

/** The rows of `compileFaultRows`. */
export function toFaultRows({ rowCount, columns }: QueryColumns): readonly FaultRow[] {
  return Array.from({ length: rowCount }, (_, i) => ({
    id: textOf(columns['id']?.[i]) ?? '',
    file: textOf(columns['file']?.[i]),
    sheet: textOf(columns['sheet']?.[i]),
    row: numberOf(columns['row']?.[i]),
    column: textOf(columns['column']?.[i]),
    raw: textOf(columns['raw']?.[i]),
    weight: numberOf(columns['weight']?.[i]) ?? 1,
  }));
}

/** The raw values among the rows at fault, the most frequent first. */
export function compileFaultValues({ rows }: HealthCheck, limit: number): Statement {
  return toStatement(sql`SELECT raw AS "value", CAST(count(*) AS DOUBLE) AS n FROM (${rows})
GROUP BY raw ORDER BY n DESC, raw NULLS LAST LIMIT ${toLimit(limit)}`);
}

/** The rows of `compileFaultValues`. */
export function toFaultValues({ rowCount, columns }: QueryColumns): readonly FaultValue[] {
  return Array.from({ length: rowCount }, (_, i) => ({
    value: textOf(columns['value']?.[i]),
    n: numberOf(columns['n']?.[i]) ?? 0,
  }));
}

function toLimit(limit: number): Fragment {
  if (!Number.isInteger(limit) || limit < 0) throw new RangeError(`Not a count: ${limit}`);
  return raw(String(limit));
}

function textOf(cell: unknown): string | null {
  return typeof cell === 'string' ? cell : null;
}

function numberOf(cell: unknown): number | null {
  return typeof cell === 'number' ? cell : null;
}
