import { findMetric } from '../../metrics/index.ts';
import type { compileAppealLinks, toAppealLinks } from '../../query/appeal-links.ts';
import type { AppealScope } from '../../query/appeal-scope.ts';
import type { DimensionId, MetricQuery, MetricRef, Period } from '../../query/metric-query.ts';
import { Answer } from '../../state/answer.svelte.ts';
import { currentFilter, currentPeriod } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { MetricResult } from '../../state/metric-result.svelte.ts';
import { previousPeriod, samePeriodLastYear } from '../../state/period.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { withCompanions } from '../../query/companions.ts';
import { refOf } from '../../state/metric-ref.ts';
import type { OverviewAnswers } from '../overview/overview-view.ts';
import { toPooledYears } from './pooled-years.ts';

type Move = (period: Period) => Period | null;
type Columns = Parameters<typeof toAppealLinks>[0];

/** The chosen period. */
export const same: Move = (period) => period;

/** Every definition of a metric, named. */
export function everyVariant(id: string): readonly MetricRef[] {
  return (findMetric(id)?.variants ?? []).map((variant) =>
    variant.id === null ? { id } : { id, variant: variant.id },
  );
}

/** What is asked of the catalogue by a page about a few rates: now, before, over three years, and by groups. */
export class RateResults {
  readonly now: MetricResult;
  readonly lastYear: MetricResult;
  readonly previous: MetricResult;
  readonly pooled: MetricResult;
  readonly groups: MetricResult;
  readonly #selection: Selection;
  readonly #dataset: Dataset;

  /**
   * @param ids the metrics of the page, asked in every definition
   * @param getGroups the metric and the dimension that it is laid out by
   */
  constructor(
    selection: Selection,
    dataset: Dataset,
    ids: readonly string[],
    getGroups: () => { readonly metric: string; readonly dimension: DimensionId },
  ) {
    this.#selection = selection;
    this.#dataset = dataset;
    const refs = () => withCompanions(ids.flatMap((id) => [refOf(id, selection), ...everyVariant(id)]));
    const pooled: Move = (period) => toPooledYears(period, selection.view.monthStartDay, dataset.span);
    this.now = this.metrics(same, () => ({ metrics: refs() }));
    this.lastYear = this.metrics(samePeriodLastYear, () => ({ metrics: refs() }));
    this.previous = this.metrics(previousPeriod, () => ({ metrics: refs() }));
    this.pooled = this.metrics(pooled, () => ({ metrics: refs() }));
    this.groups = this.metrics(pooled, () => {
      const { metric, dimension } = getGroups();
      return { metrics: [refOf(metric, selection)], groupBy: [dimension] };
    });
  }

  /** The three answers that a card compares; null until the first is there. */
  get answers(): OverviewAnswers | null {
    const now = this.now.value;
    if (now === null) return null;
    return { now, lastYear: this.lastYear.value, previous: this.previous.value, span: this.#dataset.span };
  }

  /** The chosen period, moved, and the filter; null while nothing is loaded or the move leads nowhere. */
  protected scopeOf(move: Move): AppealScope | null {
    const current = currentPeriod(this.#selection, this.#dataset);
    const period = current === null ? null : move(current);
    return period === null ? null : { period, filter: currentFilter(this.#selection, this.#dataset) };
  }

  protected metrics(move: Move, getRest: () => Partial<MetricQuery>): MetricResult {
    return new MetricResult(() => {
      const scope = this.scopeOf(move);
      if (scope === null) return null;
      return { metrics: [], groupBy: [], ...scope, monthStartDay: this.#selection.view.monthStartDay, ...getRest() };
    }, this.#dataset);
  }

  /** The answer to one statement about the chosen period. */
  protected ask<T>(
    compile: (scope: AppealScope) => ReturnType<typeof compileAppealLinks>,
    decode: (columns: Columns) => T,
  ): Answer<T> {
    return new Answer<T>(() => {
      const scope = this.scopeOf(same);
      return scope === null ? null : { ...compile(scope), decode: (columns) => decode(columns) };
    }, this.#dataset);
  }
}
