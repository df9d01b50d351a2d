import { type Fragment, join, name, raw, sql, toStatement } from '../sql/fragment.ts';
import type { NamedAtom } from './atom.ts';
import { isAttributing, type OutputColumn, type Plan } from './build.ts';
import { listTables } from './difference-source.ts';
import type { CompiledMetric, CompiledQuery, ResultColumn } from './metric-query.ts';
import { dateLiteral } from './period.ts';
import type { ResolvedQuery } from './resolve.ts';

/** The column that tells whether any appeal can be attributed. */
export const EVIDENCE: ResultColumn = { name: 'has_attributed_appeals', role: 'evidence' };
export const HAS_ATTRIBUTED_APPEALS = raw(
  'EXISTS (SELECT 1 FROM appeals WHERE is_attributed AND resolved_on IS NOT NULL AND closing_bucket IS NOT NULL)',
);

/** The tree as one statement. */
export function render(plan: Plan): CompiledQuery {
  const outputs = [...keyColumns(plan), ...plan.outputs, ...toEvidence(plan)];
  const tables = [
    ...(plan.query.list === null ? [] : listTables(plan.query.list)),
    sql`spine(k, period_start, days, months) AS (VALUES ${toSpineRows(plan)})`,
    ...plan.scans.map((scan) => sql`${raw(scan.name)} AS (\n  ${scan.body}\n)`),
    sql`facts AS (${toFacts(plan)})`,
    sql`totals AS (${toTotals(plan)})`,
    ...(plan.stocks.length === 0 ? [] : [sql`running AS (${toRunning(plan)})`]),
  ];
  const statement = sql`WITH ${join(tables, ',\n')}
SELECT ${join(toSelected(outputs), ',\n  ')}
FROM ${raw(plan.stocks.length === 0 ? 'totals' : 'running')} JOIN spine USING (k)
ORDER BY ${join([raw('k'), ...groupNames(plan).map((group) => sql`${group} NULLS LAST`)], ', ')}`;
  return {
    ...toStatement(statement),
    columns: outputs.map(({ column }) => column),
    metrics: toCompiledMetrics(plan.query),
  };
}

/** The columns of the statement: one for all outputs that share a name. */
function toSelected(outputs: readonly OutputColumn[]): readonly Fragment[] {
  const named = new Map(outputs.map(({ sql: expression, column }) => [column.name, expression]));
  return [...named].map(([column, expression]) => sql`${expression} AS ${name(column)}`);
}

/** The metrics of a query, as whoever reads its result has to know them. */
export function toCompiledMetrics({ metrics }: ResolvedQuery): readonly CompiledMetric[] {
  return metrics.map(({ key, definition, variant }) => ({
    key,
    id: definition.id,
    variant: variant.id,
    kind: variant.formula.kind,
    requires: variant.requires,
    isAttributing: isAttributing(variant),
  }));
}

function groupNames(plan: Plan): readonly Fragment[] {
  return plan.query.groupBy.map((dimension) => name(dimension));
}

function keyColumns(plan: Plan): readonly OutputColumn[] {
  const groups = plan.query.groupBy.map((dimension): OutputColumn => {
    return { sql: name(dimension), column: { name: `by_${dimension}`, role: 'group', dimension } };
  });
  if (plan.query.calendar.span === null) return groups;
  return [{ sql: raw('period_start'), column: { name: 'period_start', role: 'time' } }, ...groups];
}

/** Whether any appeal can be attributed, where a metric of `plan` depends on it. */
function toEvidence(plan: Plan): readonly OutputColumn[] {
  return plan.attributing.length === 0 ? [] : [{ sql: HAS_ATTRIBUTED_APPEALS, column: EVIDENCE }];
}

function toSpineRows(plan: Plan): Fragment {
  const rows = plan.query.spine.map(
    ({ index, start, days, wholeMonths }) =>
      sql`\n  (${raw(String(index))}, ${dateLiteral(start)}, ${raw(String(days))}, ${raw(String(wholeMonths.length))})`,
  );
  return join(rows, ',');
}

/** Every scan, and a row without counts for every period and every group that occurs. */
function toFacts(plan: Plan): Fragment {
  const scans = plan.scans.map(({ name: scan }) => sql`\n  SELECT * FROM ${raw(scan)}`);
  const groups = groupNames(plan);
  if (isWhole(plan) && groups.length > 0) return join(scans, '\n  UNION ALL BY NAME');
  const grid =
    groups.length === 0
      ? sql`\n  SELECT k FROM spine`
      : sql`\n  SELECT spine.k, ${join(groups, ', ')} FROM spine CROSS JOIN (${join(
          plan.scans.map(({ name: scan }) => sql`SELECT ${join(groups, ', ')} FROM ${raw(scan)}`),
          ' UNION ',
        )})`;
  return join([...scans, grid], '\n  UNION ALL BY NAME');
}

/** Every row of every scan lies in the one period of the spine, so that each group that occurs has its row there. */
function isWhole({ query, atoms }: Plan): boolean {
  return query.spine.length === 1 && !atoms.some(({ atom }) => atom.kind === 'opening' || atom.kind === 'aged');
}

/** What the scans count, per `k` and group. */
function toTotals(plan: Plan): Fragment {
  const keys = [raw('k'), ...groupNames(plan)];
  const columns = [...keys, ...plan.atoms.map(toTotal)];
  return sql`\n  SELECT ${join(columns, ', ')}\n  FROM facts\n  GROUP BY ${join(keys, ', ')}\n`;
}

/** Counts add up and are 0 where nothing is; a statistic stands in one scan only and stays NULL where there is none. */
function toTotal({ name: column, atom }: NamedAtom): Fragment {
  if (atom.kind === 'statistic') return sql`max(${name(column)}) AS ${name(column)}`;
  return sql`coalesce(sum(${name(column)}), 0) AS ${name(column)}`;
}

/** The totals with the stocks before, or after, each `k`. */
function toRunning(plan: Plan): Fragment {
  const groups = groupNames(plan);
  const partition = groups.length === 0 ? raw('') : sql`PARTITION BY ${join(groups, ', ')} `;
  const stocks = plan.stocks.map(({ name: stock, change, at }) => {
    const last = raw(at === 'open_at_end' ? 'CURRENT ROW' : '1 PRECEDING');
    const frame = sql`${partition}ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND ${last}`;
    return sql`,\n    coalesce(sum(${change}) OVER (${frame}), 0) AS ${name(stock)}`;
  });
  return sql`\n  SELECT *${join(stocks, '')}\n  FROM totals\n`;
}
