import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeConnector } from '../../../src/cli/node-connector.ts';
import { loadDataset } from '../../../src/cli/report-dataset.ts';
import { readProfiles } from '../../../src/cli/report-profiles.ts';
import { BY_CAUSE_AND_PROCEDURE, stratificationOf } from '../../../src/panels/benchmark/benchmark-metrics.ts';
import { toCourtStrata, toCourtUnits, type CourtUnit } from '../../../src/panels/benchmark/court-unit.ts';
import { toCourtColumns, type CourtColumn } from '../../../src/panels/benchmark/rug-columns.ts';
import { compileMetricQuery } from '../../../src/query/compile.ts';
import { compileCourts, toCourts } from '../../../src/query/courts.ts';
import type { DimensionId, Period, ResultTable } from '../../../src/query/metric-query.ts';
import { toResultTable } from '../../../src/query/result.ts';
import { parseCatalog } from '../../../src/state/catalog.ts';

const DATA = fileURLToPath(new URL('../../../data/', import.meta.url));

/** The courts of a data set as the benchmark page asks for them. */
export interface LoadedCourts {
  readonly connector: NodeConnector;
  readonly order: readonly string[];
  readonly presentColumns: readonly string[];
  ask(metrics: readonly string[], groupBy: readonly DimensionId[], period: Period): Promise<ResultTable>;
  /** As the page judges them: every figure with the limits that all sections share. */
  columnsOf(metrics: readonly string[], period: Period): Promise<readonly CourtColumn[]>;
  unitsOf(metric: string, period: Period): Promise<readonly CourtUnit[]>;
}

/** The hosted sample data, through the importer. */
export function loadSampleCourts(): Promise<LoadedCourts> {
  const entry = parseCatalog(readFileSync(`${DATA}catalog.json`, 'utf8')).datasets[0];
  if (entry === undefined) throw new Error('the catalogue is empty');
  return loadCourts(
    entry.files.map((file) => DATA + file),
    entry.asOf ?? '2025-09-30',
  );
}

export async function loadCourts(
  paths: readonly string[],
  asOf: string,
  profiles: readonly string[] = [],
): Promise<LoadedCourts> {
  const connector = await NodeConnector.open();
  const { presentColumns } = await loadDataset(connector, paths, asOf, await readProfiles(profiles));
  const courts = compileCourts();
  const order = toCourts(await connector.query(courts.sql, courts.params))
    .filter(({ hasFirstInstance }) => hasFirstInstance)
    .map(({ name }) => name);
  const ask = async (metrics: readonly string[], groupBy: readonly DimensionId[], period: Period) => {
    const compiled = compileMetricQuery({ metrics: metrics.map((id) => ({ id })), groupBy, period, filter: {} });
    return toResultTable(compiled, await connector.query(compiled.sql, compiled.params), presentColumns);
  };
  return {
    connector,
    order,
    presentColumns,
    ask,
    async columnsOf(metrics, period) {
      const table = await ask(metrics, ['court'], period);
      const strata = await ask(metrics, ['court', ...BY_CAUSE_AND_PROCEDURE.dimensions], period);
      const strataOf = (id: string) => toCourtStrata(order, strata, stratificationOf(id).dimensions);
      return toCourtColumns(order, table, (id) => ({ id }), strataOf).filter(({ ref }) => metrics.includes(ref.id));
    },
    async unitsOf(metric, period) {
      const courtTable = await ask([metric], ['court'], period);
      const strata = await ask([metric], ['court', ...stratificationOf(metric).dimensions], period);
      const { dimensions } = stratificationOf(metric);
      return toCourtUnits({ id: metric }, order, courtTable, toCourtStrata(order, strata, dimensions));
    },
  };
}
