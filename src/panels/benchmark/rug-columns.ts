import { findMetric } from '../../metrics/index.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import type { MetricRef, ResultTable } from '../../query/metric-query.ts';
import { variantInForce } from '../definition/definition-view.ts';
import { isYoung } from '../figure/young.ts';
import { RUG_METRICS } from './benchmark-metrics.ts';
import { toCourtUnits, type CourtStrata, type CourtUnit } from './court-unit.ts';
import { adjustedOutcome, type Outcome } from './outcome.ts';

/** One figure for every court, in their neutral order, with the limits that judge it. */
export interface CourtColumn {
  readonly ref: MetricRef;
  readonly definition: MetricDefinition;
  readonly courts: readonly CourtUnit[];
  /** Null where fewer than ten courts can be judged, or the kinds of case are not known yet. */
  readonly outcome: Outcome | null;
}

/** A figure of a period so young that what follows its cases is not complete: no court has risen or fallen by it. */
export function isYoungColumn({ definition, ref }: CourtColumn, end: string, asOf: string | null): boolean {
  return isYoung(variantInForce(definition, ref.variant), end, asOf);
}

/**
 * The figures of the health check.
 * @param courts grouped by court
 * @param strataOf the kinds of case that a metric is adjusted by; null while they are not known: then nothing is judged
 */
export function toCourtColumns(
  order: readonly string[],
  courts: ResultTable,
  refOf: (id: string) => MetricRef,
  strataOf: (id: string) => CourtStrata | null,
): readonly CourtColumn[] {
  return RUG_METRICS.flatMap((id) => {
    const definition = findMetric(id);
    if (definition === undefined) return [];
    const ref = refOf(id);
    const strata = strataOf(id);
    const units = toCourtUnits(ref, order, courts, strata);
    return [{ ref, definition, courts: units, outcome: strata === null ? null : adjustedOutcome(units) }];
  });
}
