import { compileFollowedCases, type FollowedCases, toFollowedCases } from '../../query/cohort-followed.ts';
import type { Answer } from '../../state/answer.svelte.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import type { MetricResult } from '../../state/metric-result.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { RateResults, same } from '../reversal/rate-results.svelte.ts';

/** The questions behind the page 案-件比. */
export class SequenceResults extends RateResults {
  /** Incoming by kind of proceeding. */
  readonly levels: MetricResult;
  /** Appeals filed against the chosen courts, wherever they lie. */
  readonly appeals: MetricResult;
  readonly followed: Answer<FollowedCases>;

  constructor(selection: Selection, dataset: Dataset) {
    super(selection, dataset, ['case_piece_ratio'], () => ({ metric: 'case_piece_ratio', dimension: 'cause' }));
    this.levels = this.metrics(same, () => ({ metrics: [{ id: 'incoming' }], groupBy: ['level'] }));
    this.appeals = this.metrics(same, () => ({ metrics: [{ id: 'appeal_rate', variant: 'c' }] }));
    this.followed = this.ask(compileFollowedCases, toFollowedCases);
  }
}
