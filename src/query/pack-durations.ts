import { TRIAL } from '../metrics/population.ts';
import { join, raw, sql, toStatement } from '../sql/fragment.ts';
import type { Statement } from './dimension-values.ts';
import { MERGED, type CourseSketch, type DurationSketch } from './pack.ts';
import { toBins, type Bin, type Tally } from './pack-sketch.ts';
import type { PackSpan } from './pack-spans.ts';
import { dateLiteral } from './period.ts';
import { ownColumn, toCondition, toLeafCondition } from './predicate.ts';
import type { QueryColumns } from './result.ts';

const listOf = (courts: readonly string[]) =>
  join(
    courts.map((court) => sql`${court}`),
    ', ',
  );
const trial = () => toCondition(TRIAL, (leaf) => toLeafCondition(leaf, ownColumn));

/**
 * How many trial cases of every court took how many days, by statistical month of closing, matter and level: the cases of the
 * medians. Counts of single days leave the engine, and become bins before anything is written.
 */
export function compilePackDurations(courts: readonly string[], monthStartDay: number): Statement {
  const before = raw(String(monthStartDay - 1));
  return toStatement(sql`SELECT court, strftime(CAST(date_trunc('month', resolved_on - ${before}) AS DATE) + ${before}, '%Y-%m-%d') AS month,
  matter, level, CAST(days AS DOUBLE) AS days, CAST(count(*) AS DOUBLE) AS n
FROM cases WHERE court IN (${listOf(courts)}) AND resolved_on IS NOT NULL AND days IS NOT NULL AND ${trial()}
GROUP BY ALL ORDER BY court, month, matter NULLS LAST, level NULLS LAST, days`);
}

/**
 * The rows of `compilePackDurations` as bins of at least `least` cases, by span and by matter and level. Where one of these
 * has fewer cases, or fewer than that are in cells of several kinds (what it has less what its cells show), it is put
 * together with others: else its number would follow from a subtraction.
 */
export function toDurationSketches(
  table: QueryColumns,
  spans: readonly PackSpan[],
  shownIn: (span: PackSpan, matter: string | null, level: string | null) => number,
  least: number,
): readonly DurationSketch[] {
  const groups = groupsOf(table, 'month');
  return spans.flatMap((span) => {
    const { start, end } = span;
    const kinds = new Map<string, Kind>();
    for (const { key, matter, level, rows } of groups) {
      if (key < start || key >= end) continue;
      const id = JSON.stringify([matter, level]);
      const kind = kinds.get(id) ?? { matter, level, n: 0, hidden: 0, rows: [] };
      kinds.set(id, { ...kind, rows: [...kind.rows, ...rows], n: kind.n + rows.reduce((sum, { n }) => sum + n, 0) });
    }
    const known = [...kinds.values()].map((kind) => ({
      ...kind,
      hidden: kind.n - shownIn(span, kind.matter, kind.level),
    }));
    return toLargeKinds(known, least).flatMap(({ matter, level, rows }) => {
      const bins = toBins(byDays(rows), least);
      return bins.length === 0 ? [] : [{ start, end, matter, level, ...columnsOf(bins) }];
    });
  });
}

/** The closings of one matter and level in a span. `hidden`: those in cells of several kinds. */
interface Kind {
  readonly matter: string | null;
  readonly level: string | null;
  readonly n: number;
  readonly hidden: number;
  readonly rows: readonly { readonly days: number; readonly n: number }[];
}

/** Kinds that tell too much are put together, with the smallest of the others where that is not enough. */
function toLargeKinds(kinds: readonly Kind[], least: number): readonly Kind[] {
  const tellsTooMuch = ({ n, hidden }: Kind): boolean => n < least || (hidden !== 0 && hidden < least);
  const small = kinds.filter(tellsTooMuch);
  if (small.length === 0) return kinds;
  const large = kinds.filter((kind) => !tellsTooMuch(kind)).sort((a, b) => a.n - b.n);
  let pool = small.reduce(joinKinds);
  // One kind alone is known by its absence.
  let count = small.length;
  while (large.length > 0 && (count < 2 || tellsTooMuch(pool))) {
    pool = joinKinds(pool, large.shift() ?? pool);
    count += 1;
  }
  return [...large, { ...pool, matter: MERGED, level: MERGED }];
}

function joinKinds(first: Kind, second: Kind): Kind {
  return {
    matter: MERGED,
    level: MERGED,
    n: first.n + second.n,
    hidden: first.hidden + second.hidden,
    rows: [...first.rows, ...second.rows],
  };
}

function byDays(rows: Kind['rows']): readonly Tally[] {
  const counts = new Map<number, number>();
  for (const { days, n } of rows) counts.set(days, (counts.get(days) ?? 0) + n);
  return [...counts].map(([days, count]) => ({ days, count })).sort((a, b) => a.days - b.days);
}

/**
 * How the trial cases of every court that were filed in a year went on: days to closing, or to `asOf` for those still open,
 * by matter and level.
 *
 * @param asOf last day that the data know of, ISO
 */
export function compilePackCourses(courts: readonly string[], asOf: string): Statement {
  const last = dateLiteral(asOf);
  return toStatement(sql`SELECT court, strftime(filed_on, '%Y') AS year, matter, level,
  CAST(CASE WHEN resolved_on <= ${last} THEN resolved_on - filed_on ELSE ${last} - filed_on END AS DOUBLE) AS days,
  CAST(count(*) AS DOUBLE) AS n, CAST(count(*) FILTER (WHERE resolved_on <= ${last}) AS DOUBLE) AS closed
FROM cases WHERE court IN (${listOf(courts)}) AND filed_on <= ${last} AND (resolved_on IS NULL OR resolved_on >= filed_on) AND ${trial()}
GROUP BY ALL ORDER BY court, year, matter NULLS LAST, level NULLS LAST, days`);
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
