import * as appeal from './appeal.ts';
import * as caseload from './caseload.ts';
import * as enforcement from './enforcement.ts';
import type { MetricDefinition, MetricVariant } from './metric.ts';
import * as procedure from './procedure.ts';
import * as reversal from './reversal.ts';
import * as settlement from './settlement.ts';
import * as timeliness from './timeliness.ts';

/** Every published figure, in the order in which a bulletin has them. */
export const CATALOG: readonly MetricDefinition[] = [
  caseload.PENDING_START,
  caseload.INCOMING,
  caseload.RESOLVED,
  caseload.PENDING,
  caseload.CLOSING_RATE,
  caseload.CLEARANCE_RATE,
  caseload.DISPOSITION_TIME,
  caseload.CLOSING_BALANCE,
  caseload.CASE_PIECE_RATIO,
  settlement.SETTLEMENT_RATE,
  settlement.MEDIATION_RATE,
  settlement.WITHDRAWAL_RATE,
  timeliness.MEAN_DAYS,
  timeliness.MEDIAN_DAYS,
  timeliness.P90_DAYS,
  timeliness.WITHIN_LIMIT_RATE,
  timeliness.LIMIT_UNKNOWN,
  timeliness.OVERDUE_PENDING,
  timeliness.LONG_PENDING,
  reversal.REVERSAL_RATE,
  reversal.ALTERATION_RATE,
  reversal.REMAND_RATE,
  appeal.APPEAL_RATE,
  appeal.ACCEPTANCE_RATE,
  appeal.APPEALS_RESOLVED,
  appeal.UNLINKED_APPEALS,
  procedure.SUMMARY_RATE,
  procedure.SMALL_CLAIMS_RATE,
  procedure.ORDINARY_SINGLE_JUDGE_RATE,
  procedure.IN_COURT_JUDGMENT_RATE,
  enforcement.ENFORCEMENT_COMPLETION_RATE,
  enforcement.ENFORCEMENT_TERMINATED_RATE,
  enforcement.RECOVERY_RATE,
];

const BY_ID = new Map(CATALOG.map((metric) => [metric.id, metric]));

/** The definition with this id. */
export function findMetric(id: string): MetricDefinition | undefined {
  return BY_ID.get(id);
}

/** The variant that two ids name, the default where the second is missing; undefined where the catalogue has none. */
export function variantOf(id: string, variant?: string | null): MetricVariant | undefined {
  const metric = findMetric(id);
  return metric && findVariant(metric, variant);
}

/** The variant with this id; the default where none is named. */
export function findVariant(metric: MetricDefinition, variant?: string | null): MetricVariant | undefined {
  if (variant === undefined || variant === null) return metric.variants[0];
  return metric.variants.find((candidate) => candidate.id === variant);
}
