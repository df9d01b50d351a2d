import { TRIAL } from '../metrics/population.ts';
import { sql, toStatement } from '../sql/fragment.ts';
import type { Statement } from './dimension-values.ts';
import type { CourseSketch, DurationSketch } from './pack.ts';
import { toBins, type Bin, type Tally } from './pack-sketch.ts';
import { dateLiteral } from './period.ts';
import { ownColumn, toCondition, toLeafCondition } from './predicate.ts';
import type { QueryColumns } from './result.ts';

const trial = () => toCondition(TRIAL, (leaf) => toLeafCondition(leaf, ownColumn));

/**
 * How many trial cases of a court took how many days, by quarter of closing, matter and level: the cases of the medians.
 * Counts of single days leave the engine, and become bins before anything is written.
 */
export function compilePackDurations(court: string): Statement {
  return toStatement(sql`SELECT strftime(date_trunc('quarter', resolved_on), '%Y-%m-%d') AS quarter, matter, level,
  CAST(days AS DOUBLE) AS days, CAST(count(*) AS DOUBLE) AS n
FROM cases WHERE court = ${court} AND resolved_on IS NOT NULL AND days IS NOT NULL AND ${trial()}
GROUP BY ALL ORDER BY quarter, matter NULLS LAST, level NULLS LAST, days`);
}

/** The rows of `compilePackDurations` as bins of at least `least` cases; what is smaller than one bin is left out. */
export function toDurationSketches(table: QueryColumns, least: number): readonly DurationSketch[] {
  return groupsOf(table, 'quarter').flatMap(({ key, matter, level, rows }) => {
    const bins = toBins(
      rows.map(({ days, n }) => ({ days, count: n })),
      least,
    );
    return bins.length === 0 ? [] : [{ quarter: key, matter, level, ...columnsOf(bins) }];
  });
}

/**
 * How the trial cases of a court that were filed in a year went on: days to closing, or to `asOf` for those still open,
 * by matter and level.
 *
 * @param asOf last day that the data know of, ISO
 */
export function compilePackCourses(court: string, asOf: string): Statement {
  const last = dateLiteral(asOf);
  return toStatement(sql`SELECT strftime(filed_on, '%Y') AS year, matter, level,
  CAST(CASE WHEN resolved_on <= ${last} THEN resolved_on - filed_on ELSE ${last} - filed_on END AS DOUBLE) AS days,
  CAST(count(*) AS DOUBLE) AS n, CAST(count(*) FILTER (WHERE resolved_on <= ${last}) AS DOUBLE) AS closed
FROM cases WHERE court = ${court} AND filed_on <= ${last} AND (resolved_on IS NULL OR resolved_on >= filed_on) AND ${trial()}
GROUP BY ALL ORDER BY year, matter NULLS LAST, level NULLS LAST, days`);
}

/** The rows of `compilePackCourses` as bins of at least `least` cases. */
export function toCourseSketches(table: QueryColumns, least: number): readonly CourseSketch[] {
  return groupsOf(table, 'year').flatMap(({ key, matter, level, rows }) => {
    const tallies: readonly Tally[] = rows.map(({ days, n }) => ({ days, count: n }));
    const bins = toBins(tallies, least);
    if (bins.length === 0) return [];
    const closed = bins.map(({ from, to }) =>
      rows.reduce((sum, row) => sum + (row.days >= from && row.days <= to ? row.closed : 0), 0),
    );
    const { count, ...edges } = columnsOf(bins);
    return [
      { year: Number(key), matter, level, ...edges, closed, open: count.map((cases, i) => cases - (closed[i] ?? 0)) },
    ];
  });
}

function columnsOf(bins: readonly Bin[]): Pick<DurationSketch, 'from' | 'to' | 'count'> {
  return {
    from: bins.map(({ from }) => from),
    to: bins.map(({ to }) => to),
    count: bins.map(({ count }) => count),
  };
}

interface SketchGroup {
  readonly key: string;
  readonly matter: string | null;
  readonly level: string | null;
  readonly rows: { readonly days: number; readonly n: number; readonly closed: number }[];
}

/** Rows with the same key, matter and level, in their order. */
function groupsOf({ rowCount, columns }: QueryColumns, keyColumn: string): readonly SketchGroup[] {
  const textAt = (column: string, i: number): string | null => {
    const cell = columns[column]?.[i];
    return cell == null ? null : String(cell);
  };
  const found = new Map<string, SketchGroup>();
  for (let i = 0; i < rowCount; i++) {
    const [key, matter, level] = [textAt(keyColumn, i) ?? '', textAt('matter', i), textAt('level', i)];
    const id = JSON.stringify([key, matter, level]);
    const group = found.get(id) ?? { key, matter, level, rows: [] };
    found.set(id, group);
    const number = (column: string) => Number(columns[column]?.[i] ?? 0);
    group.rows.push({ days: number('days'), n: number('n'), closed: number('closed') });
  }
  return [...found.values()];
}
