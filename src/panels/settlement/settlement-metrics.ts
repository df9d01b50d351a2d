import type { DimensionId, MetricRef } from '../../query/metric-query.ts';

export const RATE_A: MetricRef = { id: 'settlement_rate', variant: 'a' };
const RATE_B: MetricRef = { id: 'settlement_rate', variant: 'b' };

/** The two definitions of 调撤率, side by side. */
export const VARIANTS: readonly MetricRef[] = [RATE_A, RATE_B];

/** What settlement is made of: 调解, 准予撤诉, 按撤诉处理. */
export const PARTS: readonly MetricRef[] = [
  { id: 'mediation_rate', variant: 'a' },
  { id: 'withdrawal_rate', variant: 'granted' },
  { id: 'withdrawal_rate', variant: 'deemed' },
];

export const HEADLINES: readonly MetricRef[] = [...VARIANTS, ...PARTS];

/** Asked for their reasons: a cohort needs filings and pending cases. */
export const FLOWS: readonly MetricRef[] = [{ id: 'incoming' }, { id: 'pending' }];

/** What settlement is laid side by side by. */
export const UNIT_DIMENSIONS = ['cause', 'procedure', 'department', 'judge'] as const satisfies readonly DimensionId[];
