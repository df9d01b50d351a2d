import type { Connector } from '../engine/connector.ts';
import type { DatasetSummary } from '../ingest/export-file.ts';
import { findMetric, findVariant } from '../metrics/index.ts';
import type { Unit } from '../metrics/metric.ts';
import { compileAppealCoverage, toAppealCoverage, withholdUntold } from '../query/appeal-coverage.ts';
import { compileMetricQuery } from '../query/compile.ts';
import type { CaseFilter, Grain, MetricQuery, ResultTable } from '../query/metric-query.ts';
import { toKey } from '../query/resolve.ts';
import { toResultTable } from '../query/result.ts';
import { withholdIncomplete, type Gaps } from '../query/withhold-incomplete.ts';
import { findSlices } from '../state/find-slices.ts';
import { findUnread } from '../state/find-unread.ts';
import { toPeriod, type DayRange } from '../state/period.ts';
import type { ReportRequest } from './report-arguments.ts';

/** One figure, under the names of product.md §4. `group` is null for the total. */
export interface ReportResult {
  readonly metric: string;
  readonly variant: string | null;
  readonly group: Readonly<Record<string, string | null>> | null;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly unit: Unit;
  readonly missing: string | null;
}

/** The totals of every metric, then the groups; null period (no date was read) = every figure is missing. */
export async function computeResults(
  connector: Connector,
  request: ReportRequest,
  range: DayRange | null,
  dataset: DatasetSummary,
): Promise<ReportResult[]> {
  if (range === null) return request.metrics.map((ref) => ({ ...describe(ref.id, ref.variant ?? null), ...NOTHING }));
  const filter: CaseFilter = {
    ...(request.matter.length > 0 ? { matter: request.matter } : {}),
    ...(request.level.length > 0 ? { level: request.level } : {}),
  };
  const facts: DatasetFacts = {
    presentColumns: dataset.presentColumns,
    slices: await findSlices(connector),
    unread: await findUnread(connector),
  };
  const total: MetricQuery = { metrics: request.metrics, groupBy: [], period: toPeriod(range), filter };
  const results = toResults(await ask(connector, total, facts), request, false);
  if (request.by.length === 0) return results;
  const grouped: MetricQuery = {
    ...total,
    groupBy: request.groupBy,
    ...(request.grain === null ? {} : { grain: request.grain }),
  };
  return [...results, ...toResults(await ask(connector, grouped, facts), request, true)];
}

const NOTHING = {
  group: null,
  value: null,
  numerator: null,
  denominator: null,
  n: null,
  missing: 'missing-column:filed_on',
};

/** What is known of the data besides its rows, and decides which figures there can be. */
type DatasetFacts = Gaps;

async function ask(connector: Connector, query: MetricQuery, facts: DatasetFacts): Promise<ResultTable> {
  const compiled = compileMetricQuery(query);
  const table = toResultTable(compiled, await connector.query(compiled.sql, compiled.params), facts.presentColumns);
  const coverage = compileAppealCoverage();
  const told = toAppealCoverage(await connector.query(coverage.sql, coverage.params));
  return withholdUntold(withholdIncomplete(table, query, facts), query, told);
}

function toResults(table: ResultTable, request: ReportRequest, isGrouped: boolean): ReportResult[] {
  return request.metrics.flatMap((ref) => {
    const measure = table.measures[toKey(ref)];
    if (measure === undefined) return [];
    return Array.from({ length: table.rowCount }, (_, i) => ({
      ...describe(ref.id, measure.variant),
      group: isGrouped ? groupOf(table, request, i) : null,
      value: measure.value[i] ?? null,
      numerator: measure.numerator[i] ?? null,
      denominator: measure.denominator[i] ?? null,
      n: measure.n[i] ?? null,
      unit: findMetric(ref.id)?.unit ?? 'cases',
      missing: measure.missing[i] ?? null,
    }));
  });
}

function describe(id: string, variant: string | null): Pick<ReportResult, 'metric' | 'variant' | 'unit'> {
  const definition = findMetric(id);
  const chosen = definition === undefined ? undefined : findVariant(definition, variant);
  return { metric: id, variant: chosen?.id ?? variant, unit: definition?.unit ?? 'cases' };
}

function groupOf(table: ResultTable, request: ReportRequest, i: number): Record<string, string | null> {
  const start = table.periodStart?.[i] ?? null;
  return Object.fromEntries(
    request.by.map((name) => {
      if (name === request.grain) return [name, start === null ? null : nameOfPeriod(start, request.grain)];
      const dimension = request.groupBy.find((known) => known === name);
      return [name, dimension === undefined ? null : (table.groups[dimension]?.[i] ?? null)];
    }),
  );
}

/** 2025, 2025-Q1, 2025-01 of the day on which the period starts. */
function nameOfPeriod(start: string, grain: Grain): string {
  if (grain === 'year') return start.slice(0, 4);
  if (grain === 'month') return start.slice(0, 7);
  return `${start.slice(0, 4)}-Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`;
}
