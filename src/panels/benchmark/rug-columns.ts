import { findMetric } from '../../metrics/index.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import type { MetricRef, ResultTable } from '../../query/metric-query.ts';
import { RUG_METRICS } from './benchmark-metrics.ts';
import { toCourtUnits, type CourtUnit } from './court-unit.ts';
import { adjustedOutcome, type Outcome } from './outcome.ts';

/** One figure for every court, in their neutral order, with the limits that judge it. */
export interface CourtColumn {
  readonly ref: MetricRef;
  readonly definition: MetricDefinition;
  readonly courts: readonly CourtUnit[];
  /** Null where fewer than ten courts can be judged. */
  readonly outcome: Outcome | null;
}

/**
 * The figures of the health check.
 * @param courts grouped by court
 * @param strataOf grouped by court and the kinds of case that a metric is adjusted by; null until answered
 */
export function toCourtColumns(
  order: readonly string[],
  courts: ResultTable,
  refOf: (id: string) => MetricRef,
  strataOf: (id: string) => ResultTable | null,
): readonly CourtColumn[] {
  return RUG_METRICS.flatMap((id) => {
    const definition = findMetric(id);
    if (definition === undefined) return [];
    const ref = refOf(id);
    const units = toCourtUnits(ref, order, courts, strataOf(id));
    return [{ ref, definition, courts: units, outcome: adjustedOutcome(units) }];
  });
}
