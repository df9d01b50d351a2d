import type { KindCounts, OpenAnswer, SliceScope } from '../schema/slice.ts';
import { type Fragment, join, raw, sql, toStatement } from '../sql/fragment.ts';
import type { Statement } from './dimension-values.ts';
import { dateLiteral } from './period.ts';
import type { QueryColumns } from './result.ts';

/** Counts and first and last days per court, matter and level: one pass over `cases`. */
export function compileSliceCounts(): Statement {
  return toStatement(sql`SELECT court, matter, level, min(file_id) AS list, CAST(count(*) AS DOUBLE) AS "rows",
  CAST(count(filed_on) AS DOUBLE) AS filed, CAST(count(resolved_on) AS DOUBLE) AS resolved,
  CAST(count(*) FILTER (WHERE resolved_on IS NULL AND closing IS NULL) AS DOUBLE) AS "open",
  CAST(count(*) FILTER (WHERE resolved_on IS NULL AND closing IS NOT NULL) AS DOUBLE) AS undated,
  CAST(min(filed_on) AS VARCHAR) AS first_filed, CAST(max(filed_on) AS VARCHAR) AS last_filed,
  CAST(avg(filed_on - DATE '1970-01-01') AS DOUBLE) AS mean_filed,
  CAST(min(resolved_on) AS VARCHAR) AS first_resolved, CAST(max(resolved_on) AS VARCHAR) AS last_resolved,
  CAST(count(days) AS DOUBLE) AS timed, CAST(coalesce(sum(days), 0) AS DOUBLE) AS days
FROM cases
GROUP BY court, matter, level
ORDER BY court NULLS LAST, matter NULLS LAST, level NULLS LAST`);
}

/** The rows of `compileSliceCounts`. */
export function toKindCounts(table: QueryColumns): readonly KindCounts[] {
  const text = (column: string, i: number) => textOf(table.columns[column]?.[i]);
  const count = (column: string, i: number) => numberOf(table.columns[column]?.[i]) ?? 0;
  return Array.from({ length: table.rowCount }, (_, i) => ({
    court: text('court', i),
    matter: text('matter', i),
    level: text('level', i),
    list: count('list', i),
    rows: count('rows', i),
    filed: count('filed', i),
    resolved: count('resolved', i),
    open: count('open', i),
    undated: count('undated', i),
    firstFiled: text('first_filed', i),
    lastFiled: text('last_filed', i),
    meanFiled: numberOf(table.columns['mean_filed']?.[i]),
    firstResolved: text('first_resolved', i),
    lastResolved: text('last_resolved', i),
    timed: count('timed', i),
    days: count('days', i),
  }));
}

/** Faults of a date that leave a closed case without one; placeholders and zero dates are how some systems write "open". */
const UNREAD_DATES = ['date_unparsable', 'date_incomplete', 'date_impossible', 'date_ambiguous'];

/**
 * For every scope: how many of its cases would be open at its last day if each took as long as the closed ones did
 * (sum over the cases of the share of closed cases that took longer than the case is old), and how many are.
 */
export function compileOpenAnswers(scopes: readonly SliceScope[]): Statement {
  const cells = scopes.flatMap(({ cells: own, asOf }, i) =>
    own.map(
      ({ court, matter, level }) => sql`(${raw(String(i))}, ${court}, ${matter}, ${level}, ${dateLiteral(asOf)})`,
    ),
  );
  const reasons = UNREAD_DATES.map((reason) => sql`${reason}`);
  return toStatement(sql`WITH scopes(scope, court, matter, level, as_of) AS (VALUES ${typedRow()}, ${join(cells, ', ')}),
unread AS (
  SELECT DISTINCT f.id AS file_id, i."row" AS source_row
  FROM ingest_issues i JOIN ingest_files f ON f.name = i.file AND f.sheet IS NOT DISTINCT FROM i.sheet
  WHERE i.action = 'set_missing' AND i.reason IN (${join(reasons, ', ')})
),
picked AS (
  SELECT scope, as_of - filed_on AS age, days,
    resolved_on IS NULL AND closing IS NULL AND (file_id, source_row) NOT IN (SELECT (file_id, source_row) FROM unread) AS is_open
  FROM cases c JOIN scopes s ON c.court IS NOT DISTINCT FROM s.court
    AND c.matter IS NOT DISTINCT FROM s.matter AND c.level IS NOT DISTINCT FROM s.level
),
ages AS (SELECT scope, age, count(*) AS n FROM picked WHERE age >= 0 GROUP BY scope, age),
stays AS (SELECT scope, days, count(*) AS n FROM picked WHERE days IS NOT NULL GROUP BY scope, days),
expected AS (SELECT a.scope, sum(a.n * s.n) AS pairs FROM ages a JOIN stays s ON s.scope = a.scope AND s.days > a.age GROUP BY a.scope)
SELECT scope, CAST(coalesce(max(pairs), 0) AS DOUBLE) / greatest(count(days), 1) AS expected,
  CAST(count(*) FILTER (WHERE is_open) AS DOUBLE) AS "open", CAST(coalesce(quantile_cont(days, 0.99), 0) AS DOUBLE) AS longest
FROM picked LEFT JOIN expected USING (scope)
GROUP BY scope
ORDER BY scope`);
}

/** A row that matches no case: without it a column of NULLs would have no type. */
function typedRow(): Fragment {
  return raw("(-1, '', '', '', DATE '1970-01-01')");
}

/** The rows of `compileOpenAnswers`, one per scope. */
export function toOpenAnswers(table: QueryColumns, scopes: readonly SliceScope[]): readonly OpenAnswer[] {
  const at = (column: string, i: number) => numberOf(table.columns[column]?.[i]) ?? 0;
  const rows = Array.from({ length: table.rowCount }, (_, i) => i);
  return scopes.map((_, scope) => {
    const row = rows.find((i) => at('scope', i) === scope) ?? -1;
    return { expected: at('expected', row), open: at('open', row), longestDays: at('longest', row) };
  });
}

function textOf(cell: unknown): string | null {
  return typeof cell === 'string' ? cell : null;
}

function numberOf(cell: unknown): number | null {
  return typeof cell === 'number' ? cell : null;
}
