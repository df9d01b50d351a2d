import { sql, toStatement } from '../sql/fragment.ts';
import type { Statement } from './dimension-values.ts';
import type { QueryColumns } from './result.ts';

/** A court that occurs in the data. */
export interface Court {
  readonly name: string;
  /** Has cases of first instance; a court of appeal alone has none. */
  readonly hasFirstInstance: boolean;
  /** 法院代字; null where its 案号 have none. */
  readonly code: string | null;
  /** Day of its first closing; null where it has none, absent in sets that were prepared before this was kept. */
  readonly firstClosing?: string | null;
}

/** The courts in the order of their codes, then of their names: an order that says nothing of their figures. */
export function compileCourts(): Statement {
  return toStatement(sql`SELECT court, bool_or(level IS NOT DISTINCT FROM ${'一审'}) AS is_first, min(court_code) AS code,
  CAST(min(resolved_on) AS VARCHAR) AS first_closing
FROM cases
WHERE court IS NOT NULL
GROUP BY court
ORDER BY min(court_code) NULLS LAST, court`);
}

/** The rows of `compileCourts`. */
export function toCourts(table: QueryColumns): readonly Court[] {
  const isFirst = table.columns['is_first'] ?? [];
  return (table.columns['court'] ?? []).map((name, i) => ({
    name: String(name),
    hasFirstInstance: isFirst[i] === true,
    code: textOrNull(table.columns['code']?.[i]),
    firstClosing: textOrNull(table.columns['first_closing']?.[i]),
  }));
}

/** Day of the first closing of the courts named in `chosen`; of all where null. Null where none is known. */
export function firstClosingOf(courts: readonly Court[], chosen: readonly (string | null)[] | null): string | null {
  const days = courts.flatMap(({ name, firstClosing }) =>
    firstClosing != null && (chosen === null || chosen.includes(name)) ? [firstClosing] : [],
  );
  return days.sort()[0] ?? null;
}

function textOrNull(cell: string | number | boolean | null | undefined): string | null {
  return typeof cell === 'string' ? cell : null;
}
