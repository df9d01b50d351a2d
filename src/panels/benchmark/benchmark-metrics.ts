import { findMetric } from '../../metrics/index.ts';
import type { DimensionId, MetricRef } from '../../query/metric-query.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import { STRATA } from '../../text/benchmark.ts';
import { variantInForce } from '../definition/definition-view.ts';
import { isShare } from '../figure/evidence.ts';

/** By which kinds of case a figure is adjusted. */
export interface Stratification {
  readonly dimensions: readonly DimensionId[];
  readonly label: Bilingual;
}

export const BY_CAUSE_AND_PROCEDURE: Stratification = {
  dimensions: ['cause', 'procedure'],
  label: STRATA.causeAndProcedure,
};
export const BY_CAUSE: Stratification = { dimensions: ['cause'], label: STRATA.cause };

/** The columns of the health check, in its order. */
export const RUG_METRICS = [
  'settlement_rate',
  'mediation_rate',
  'withdrawal_rate',
  'mean_days',
  'within_limit_rate',
  'reversal_rate',
  'alteration_rate',
  'remand_rate',
  'appeal_rate',
  'acceptance_rate',
  'in_court_judgment_rate',
  'summary_rate',
  'small_claims_rate',
  'ordinary_single_judge_rate',
  'enforcement_completion_rate',
  'enforcement_terminated_rate',
  'recovery_rate',
  'closing_rate',
  'clearance_rate',
  'case_piece_ratio',
] as const;

/** Whether courts are judged by a figure at all: shares of cases and means of days, for which limits are known. */
export function isJudged({ id, variant }: MetricRef): boolean {
  const definition = findMetric(id);
  if (definition === undefined) return false;
  return definition.unit === 'days' || isShare({ variant: variantInForce(definition, variant) });
}

/** Figures that are themselves shares of procedures: adjusting them by procedure would adjust them away. */
const PROCEDURE_METRICS: readonly string[] = ['summary_rate', 'small_claims_rate', 'ordinary_single_judge_rate'];

export function stratificationOf(metric: string): Stratification {
  return PROCEDURE_METRICS.includes(metric) ? BY_CAUSE : BY_CAUSE_AND_PROCEDURE;
}

/** What a gap may be taken apart by. */
export const GAP_DIMENSIONS = ['cause', 'procedure', 'matter'] as const satisfies readonly DimensionId[];
