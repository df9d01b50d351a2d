import {
  compileEnforcementOutcomes,
  type EnforcementOutcome,
  toEnforcementOutcomes,
} from '../../query/enforcement-outcomes.ts';
import type { DimensionId } from '../../query/metric-query.ts';
import type { Answer } from '../../state/answer.svelte.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { RateResults } from '../reversal/rate-results.svelte.ts';

export const ENFORCEMENT_METRICS = [
  'enforcement_completion_rate',
  'enforcement_terminated_rate',
  'recovery_rate',
] as const;

/** The rates of cases, which can be laid out by groups with an interval. */
export const ENFORCEMENT_SHARES = ['enforcement_completion_rate', 'enforcement_terminated_rate'] as const;
export type EnforcementShare = (typeof ENFORCEMENT_SHARES)[number];

/** The questions behind the page 执行. */
export class EnforcementResults extends RateResults {
  readonly outcomes: Answer<readonly EnforcementOutcome[]>;

  constructor(
    selection: Selection,
    dataset: Dataset,
    getGroups: () => { readonly metric: EnforcementShare; readonly dimension: DimensionId },
  ) {
    super(selection, dataset, ENFORCEMENT_METRICS, getGroups);
    this.outcomes = this.ask(compileEnforcementOutcomes, toEnforcementOutcomes);
  }
}
