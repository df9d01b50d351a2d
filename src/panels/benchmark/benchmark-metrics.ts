import type { DimensionId } from '../../query/metric-query.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import { STRATA } from '../../text/benchmark.ts';

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
  'mean_days',
  'within_limit_rate',
  'reversal_rate',
  'appeal_rate',
  'in_court_judgment_rate',
  'summary_rate',
  'small_claims_rate',
  'enforcement_completion_rate',
  'clearance_rate',
] as const;

/** Figures that are themselves shares of procedures: adjusting them by procedure would adjust them away. */
const PROCEDURE_METRICS: readonly string[] = ['summary_rate', 'small_claims_rate', 'ordinary_single_judge_rate'];

export function stratificationOf(metric: string): Stratification {
  return PROCEDURE_METRICS.includes(metric) ? BY_CAUSE : BY_CAUSE_AND_PROCEDURE;
}

/** What a gap may be taken apart by. */
export const GAP_DIMENSIONS = ['cause', 'procedure', 'matter'] as const satisfies readonly DimensionId[];
