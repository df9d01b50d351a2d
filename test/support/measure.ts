import type { Connector } from '../../src/engine/connector.ts';
import { CATALOG } from '../../src/metrics/index.ts';
import { CASE_COLUMNS } from '../../src/schema/columns.ts';
import { compileMetricQuery } from '../../src/query/compile.ts';
import type { Measure, MetricQuery, MetricRef, ResultTable } from '../../src/query/metric-query.ts';
import { toResultTable } from '../../src/query/result.ts';

export const ALL_COLUMNS: readonly string[] = CASE_COLUMNS.map(({ name }) => name);

/** The calendar year 2025. */
export const YEAR = { start: '2025-01-01', end: '2026-01-01' };

/** Every variant of every metric, named. */
export const EVERY_METRIC: readonly MetricRef[] = CATALOG.flatMap((metric) =>
  metric.variants.map(({ id }) => (id === null ? { id: metric.id } : { id: metric.id, variant: id })),
);

/** `settlement_rate.a` as a reference. */
export function toRef(key: string): MetricRef {
  const [id = '', variant] = key.split('.');
  return variant === undefined ? { id } : { id, variant };
}

/** Compiles, runs and decodes a query; absent parts: no groups, no filter, the year 2025. */
export async function run(
  connector: Connector,
  metrics: readonly MetricRef[],
  query: Partial<MetricQuery> = {},
  presentColumns: readonly string[] = ALL_COLUMNS,
): Promise<ResultTable> {
  const compiled = compileMetricQuery({ metrics, groupBy: [], period: YEAR, filter: {}, ...query });
  return toResultTable(compiled, await connector.query(compiled.sql, compiled.params), presentColumns);
}

/** The measure under `key`; throws where the result has none. */
export function measureOf(table: ResultTable, key: string): Measure {
  const measure = table.measures[key];
  if (measure === undefined) throw new Error(`No measure ${key}`);
  return measure;
}

/** The value of `key` in `row`. */
export function valueOf(table: ResultTable, key: string, row = 0): number | null {
  return measureOf(table, key).value[row] ?? null;
}
