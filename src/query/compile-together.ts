import { name, raw, sql, join, toStatement, type Fragment } from '../sql/fragment.ts';
import { build, type Plan } from './build.ts';
import { toCasePool } from './case-pool.ts';
import { POOL } from './pooled.ts';
import { quantileTables, toHistogramScans } from './histogram-scan.ts';
import { listTables } from './difference-source.ts';
import type { CompiledQuery, MetricQuery, ResultColumn } from './metric-query.ts';
import { dateLiteral } from './period.ts';
import { toCompiledMetrics, toEvidence, toFacts, toRunning, toSelected, toTotals } from './render.ts';
import { resolve, type ResolvedQuery } from './resolve.ts';
import type { QueryColumns } from './result.ts';
import { hullOf, toSegments, type Segments } from './segments.ts';

/** Several questions as one statement, and each of them as its own compiled query over its part of the rows. */
export interface CompiledTogether {
  readonly sql: string;
  readonly params: CompiledQuery['params'];
  readonly parts: readonly CompiledQuery[];
}

const PART = 'part';

/**
 * Compiles questions that differ in nothing but period and grain into one statement: the rows that can count for any of
 * them are picked once and counted by segment (see `toSegments`), and every row of every question sums its segments.
 * Throws a RangeError where they differ in more, are grouped, or ask for a metric that is counted by whole months.
 */
export function compileTogether(queries: readonly MetricQuery[]): CompiledTogether {
  const resolved = queries.map(resolve);
  const [first] = resolved;
  if (first === undefined) throw new RangeError('No question');
  refuseUnlike(queries, first);
  const segments = toSegments(resolved);
  const calendar = { ...first.calendar, span: null, period: hullOf(segments.rows) };
  const query: ResolvedQuery = { ...first, calendar, spine: segments.rows, segments };
  const plan = build(query, (asked, atoms) => {
    const pool = toCasePool(asked, atoms);
    return pool === null ? asked : { ...asked, pool };
  });
  return {
    ...toStatement(renderTogether(plan, segments)),
    parts: resolved.map(({ calendar: own }) => toPart(plan, own.span !== null)),
  };
}

/** The rows of an answer to several questions that belong to the one at place `part`. */
export function partOf(table: QueryColumns, part: number): QueryColumns {
  const places = (table.columns[PART] ?? []).flatMap((cell, i) => (cell === part ? [i] : []));
  const columns = Object.entries(table.columns).map(
    ([column, cells]) => [column, places.map((i) => cells[i] ?? null)] as const,
  );
  return { rowCount: places.length, columns: Object.fromEntries(columns) };
}

function refuseUnlike(queries: readonly MetricQuery[], first: ResolvedQuery): void {
  const shared = queries.map(({ metrics, groupBy, filter, monthStartDay = 1, list }) =>
    JSON.stringify([metrics, groupBy, filter, monthStartDay, list]),
  );
  if (new Set(shared).size > 1) throw new RangeError('Questions asked together differ in more than their periods');
  const isMonthly = ({ variant }: ResolvedQuery['metrics'][number]) => variant.formula.kind === 'balance';
  if (first.metrics.some(isMonthly)) throw new RangeError('Figures of whole months are asked apart');
  if (queries.some(({ groupBy }) => groupBy.length > 0)) throw new RangeError('Grouped questions are asked apart');
}

function renderTogether(plan: Plan, segments: Segments): Fragment {
  const { query } = plan;
  const isQuantile = (column: string) => plan.quantiles.some((entry) => entry.name === column);
  const additive = { ...plan, atoms: plan.atoms.filter((entry) => !isQuantile(entry.name)) };
  const histograms = toHistogramScans(plan.query, plan.quantiles);
  const spine = segments.rows.map(
    ({ question, index, start, days, first, last }, r) =>
      sql`\n  (${raw(`${r}, ${question}, ${index}`)}, ${dateLiteral(start)}, ${raw(`${days}, ${first}, ${last}`)})`,
  );
  const tables = [
    ...(query.list === null ? [] : listTables(query.list)),
    sql`spine(r, ${raw(PART)}, place, period_start, days, first_k, last_k) AS (VALUES ${join(spine, ',')})`,
    sql`segments(k) AS (SELECT CAST(range AS INTEGER) FROM range(${raw(String(segments.count))}))`,
    ...(query.pool === undefined ? [] : [sql`${raw(POOL)} AS MATERIALIZED (\n  ${query.pool.body}\n)`]),
    ...[...plan.scans, ...histograms].map((scan) => sql`${raw(scan.name)} AS (\n  ${scan.body}\n)`),
    sql`facts AS (${toFacts(additive, 'segments')})`,
    sql`totals AS (${toTotals(additive)})`,
    sql`running AS (${toRunning(additive)})`,
    sql`rolled AS (${toRolled(additive)})`,
  ];
  const outputs = [...plan.outputs, ...toEvidence(plan)];
  const selected = toSelected(outputs).map((column) => sql`,\n  ${column}`);
  const joined = quantileTables(histograms).map((table) => sql` LEFT JOIN ${raw(table)} USING (r)`);
  return sql`WITH ${join(tables, ',\n')}
SELECT ${raw(PART)}, period_start${join(selected, '')}
FROM rolled JOIN spine USING (r)${join(joined, '')}
ORDER BY ${raw(PART)}, place`;
}

/** Counts summed over the segments of each row; stocks as they stand before its first, or after its last. */
function toRolled(plan: Plan): Fragment {
  const sums = plan.atoms.map(({ name: column }) => sql`, sum(${name(column)}) AS ${name(column)}`);
  const stocks = plan.stocks.map(({ name: stock, at }) => {
    const edge = raw(at === 'open_at_end' ? 'last_k' : 'first_k');
    return sql`, max(${name(stock)}) FILTER (WHERE k = ${edge}) AS ${name(stock)}`;
  });
  return sql`\n  SELECT r${join([...sums, ...stocks], '')}
  FROM running JOIN spine ON k BETWEEN first_k AND last_k GROUP BY r\n`;
}

function toPart(plan: Plan, hasGrain: boolean): CompiledQuery {
  const time: readonly ResultColumn[] = hasGrain ? [{ name: 'period_start', role: 'time' }] : [];
  const outputs = [...plan.outputs, ...toEvidence(plan)].map(({ column }) => column);
  return { sql: '', params: [], columns: [...time, ...outputs], metrics: toCompiledMetrics(plan) };
}
