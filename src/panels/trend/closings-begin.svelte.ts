import type { Grain, MetricQuery } from '../../query/metric-query.ts';
import { currentFilter } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { MetricResult } from '../../state/metric-result.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { startOfGrain } from './trend-query.ts';
import { firstClosing } from './trend-window.ts';

/** When the closings of the chosen courts begin, whoever else is filtered: a new judge has no unknown past. */
export class ClosingsBegin {
  readonly #months: MetricResult;
  readonly #selection: Selection;

  constructor(selection: Selection, dataset: Dataset) {
    this.#selection = selection;
    this.#months = new MetricResult((): MetricQuery | null => {
      const { span } = dataset;
      if (span === null) return null;
      const { monthStartDay } = selection.view;
      const { court } = currentFilter(selection, dataset);
      return {
        metrics: [{ id: 'resolved' }],
        groupBy: [],
        grain: 'month',
        period: { start: startOfGrain(span.start, 'month', monthStartDay), end: span.end },
        filter: court === undefined ? {} : { court },
        monthStartDay,
      };
    }, dataset);
  }

  /** The question is answered, or cannot be. */
  get isKnown(): boolean {
    return this.#months.value !== null || this.#months.status === 'error';
  }

  /** First day of the first period of `grain` in which a case was closed; null where none was, or it is not known yet. */
  first(grain: Grain): string | null {
    const { value } = this.#months;
    const month = value === null ? null : firstClosing(value);
    return month === null ? null : startOfGrain(month, grain, this.#selection.view.monthStartDay);
  }
}
