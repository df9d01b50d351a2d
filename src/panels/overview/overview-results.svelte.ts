import type { Dataset } from '../../state/dataset.svelte.ts';
import { MetricResult } from '../../state/metric-result.svelte.ts';
import { MetricResults } from '../../state/metric-results.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { courtsQuestion, periodQuestions, type PeriodName } from '../../state/overview-questions.ts';

/** The answers behind the overview: those over several periods are asked as one, and every court. */
export class OverviewResults {
  readonly periods: MetricResults<PeriodName>;
  readonly courts: MetricResult;

  constructor(selection: Selection, dataset: Dataset) {
    this.periods = new MetricResults(() => periodQuestions(selection, dataset), dataset);
    this.courts = new MetricResult(() => courtsQuestion(selection, dataset), dataset);
  }
}
