import type { DimensionId } from '../schema/columns.ts';
import { name, type SqlScalar, sql, toStatement } from '../sql/fragment.ts';
import type { QueryColumns } from './result.ts';

/** A statement with the values to bind. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly SqlScalar[];
}

/** A value of a dimension and the number of cases that have it; null = not known. */
export interface DimensionValue {
  readonly value: string | null;
  readonly count: number;
}

/** Every value of `dimension` in `cases`, the most frequent first, then by its text. */
export function compileDimensionValues(dimension: DimensionId): Statement {
  const column = name(dimension);
  return toStatement(sql`SELECT ${column} AS "value", CAST(count(*) AS DOUBLE) AS "count"
FROM cases
GROUP BY ${column}
ORDER BY count(*) DESC, ${column} NULLS LAST`);
}

/** The rows of `compileDimensionValues`. */
export function toDimensionValues(table: QueryColumns): readonly DimensionValue[] {
  const counts = table.columns['count'] ?? [];
  return (table.columns['value'] ?? []).map((value, i) => ({
    value: value === null ? null : String(value),
    count: Number(counts[i] ?? 0),
  }));
}
