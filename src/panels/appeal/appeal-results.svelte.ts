import { type AppealDelay, compileAppealDelay, toAppealDelay } from '../../query/appeal-delay.ts';
import { type AppealLinks, compileAppealLinks, toAppealLinks } from '../../query/appeal-links.ts';
import { type AppealOutcome, compileAppealOutcomes, toAppealOutcomes } from '../../query/appeal-outcomes.ts';
import type { DimensionId } from '../../query/metric-query.ts';
import type { Answer } from '../../state/answer.svelte.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { RateResults } from '../reversal/rate-results.svelte.ts';

export const APPEAL_METRICS = ['appeal_rate', 'acceptance_rate'] as const;

/** The questions behind the page 上诉服判. */
export class AppealResults extends RateResults {
  readonly delay: Answer<AppealDelay>;
  readonly outcomes: Answer<readonly AppealOutcome[]>;
  readonly links: Answer<AppealLinks>;

  constructor(selection: Selection, dataset: Dataset, getDimension: () => DimensionId) {
    super(selection, dataset, APPEAL_METRICS, () => ({ metric: 'appeal_rate', dimension: getDimension() }));
    this.delay = this.ask(compileAppealDelay, toAppealDelay);
    this.outcomes = this.ask(compileAppealOutcomes, toAppealOutcomes);
    this.links = this.ask(compileAppealLinks, toAppealLinks);
  }
}
