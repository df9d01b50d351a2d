import type { Bilingual } from '../text/bilingual.ts';
import { FIGURES } from '../text/figures.ts';

export const HEADLINE_METRICS = ['settlement_rate', 'mean_days', 'reversal_rate'] as const;

export interface FigureSection {
  readonly title: Bilingual;
  readonly metrics: readonly string[];
}

/** What stands under the three headline figures, in order. */
export const SECTIONS: readonly FigureSection[] = [
  {
    title: FIGURES.flowSection,
    metrics: ['pending_start', 'incoming', 'resolved', 'pending', 'closing_rate', 'clearance_rate'],
  },
  {
    title: FIGURES.timelinessSection,
    metrics: ['median_days', 'p90_days', 'within_limit_rate', 'limit_unknown', 'overdue_pending', 'long_pending'],
  },
  {
    title: FIGURES.settlementSection,
    metrics: ['mediation_rate', 'withdrawal_rate', 'summary_rate', 'small_claims_rate'],
  },
  { title: FIGURES.qualitySection, metrics: ['appeal_rate', 'acceptance_rate', 'alteration_rate', 'remand_rate'] },
  { title: FIGURES.enforcementSection, metrics: ['enforcement_completion_rate', 'enforcement_terminated_rate'] },
];

export const OVERVIEW_METRICS: readonly string[] = [
  ...HEADLINE_METRICS,
  ...SECTIONS.flatMap((section) => section.metrics),
];
