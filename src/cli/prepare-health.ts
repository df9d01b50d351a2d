import type { Connector } from '../engine/connector.ts';
import { compileMetricQuery } from '../query/compile.ts';
import { BOUNDED_METRICS, boundsOf, touchedMetrics, type FaultBound } from '../query/health-bounds.ts';
import { applicableChecks } from '../query/health-checks.ts';
import { compileFaultImpact, toFaultImpacts } from '../query/health-impact.ts';
import { compileFaultCounts, toFaultCounts } from '../query/health-scan.ts';
import { toResultTable } from '../query/result.ts';
import type { DatasetFacts } from '../state/dataset-facts.ts';
import { toPeriod } from '../state/period.ts';

/** What 数据体检 found: how many cases, which metrics it touches, and by how much the headline figures can be wrong. */
export interface HealthFinding {
  readonly id: string;
  readonly n: number;
  /** Ids of metrics. */
  readonly touched: readonly string[];
  readonly bounds: readonly FaultBound[];
}

/** The findings over the whole span, those with most cases first: the same checks as on the data page. */
export async function findFaults(connector: Connector, { summary }: DatasetFacts): Promise<readonly HealthFinding[]> {
  const checks = applicableChecks(summary.presentColumns);
  const counted = compileFaultCounts(checks);
  if (counted === null) return [];
  const counts = toFaultCounts(await connector.query(counted.sql, counted.params));
  const found = checks.filter(({ id }) => counts.some((count) => count.id === id));
  const { impacts, figures } = await readReach(connector, found, summary);
  return counts.flatMap(({ id, n }) => {
    const check = found.find((candidate) => candidate.id === id);
    if (check === undefined) return [];
    const bounds = figures === null ? [] : boundsOf(check, n, impacts, figures);
    return [{ id, n, touched: touchedMetrics(check).map((metric) => metric.id), bounds }];
  });
}

/** What the cases at fault add to the headline figures, and these figures; without any date there are none. */
async function readReach(
  connector: Connector,
  checks: ReturnType<typeof applicableChecks>,
  { span, presentColumns }: DatasetFacts['summary'],
) {
  if (span === null) return { impacts: [], figures: null };
  const period = toPeriod(span);
  const asked = compileFaultImpact(checks, BOUNDED_METRICS, period);
  const impacts = asked === null ? [] : toFaultImpacts(await connector.query(asked.sql, asked.params), BOUNDED_METRICS);
  const compiled = compileMetricQuery({ metrics: BOUNDED_METRICS, groupBy: [], period, filter: {} });
  const answer = await connector.query(compiled.sql, compiled.params);
  return { impacts, figures: toResultTable(compiled, answer, presentColumns) };
}
