import type { CaseFilter, DimensionId, MetricQuery, MetricRef, Period } from '../../query/metric-query.ts';
import type { Answer } from '../../state/answer.svelte.ts';
import { currentPeriod } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { yearBefore } from '../../state/festival-alignment.ts';
import { MetricResult, type AnsweredQuery } from '../../state/metric-result.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { withCompanions } from '../../query/companions.ts';

/** What a change is taken apart by. */
export const CHANGE_DIMENSIONS = ['cause', 'procedure', 'department'] as const satisfies readonly DimensionId[];

/** Asks a metric query; a page may ask it of fewer cases. */
export type AskFigures = (getQuery: () => MetricQuery | null) => Answer<AnsweredQuery>;

/** Which figure of which cases is asked about. */
export interface ChangeSubject {
  readonly metric: MetricRef;
  readonly filter: CaseFilter;
  /** What it is taken apart by unless another dimension is chosen. */
  readonly by: DimensionId;
}

/** The four questions behind a change: now and a year ago, as a whole and by the chosen dimension. */
export class ChangeResults {
  readonly now: Answer<AnsweredQuery>;
  readonly before: Answer<AnsweredQuery>;
  readonly nowBy: Answer<AnsweredQuery>;
  readonly beforeBy: Answer<AnsweredQuery>;
  readonly #selection: Selection;
  readonly #getSubject: () => ChangeSubject;

  constructor(
    getSubject: () => ChangeSubject,
    selection: Selection,
    dataset: Dataset,
    ask: AskFigures = (getQuery) => new MetricResult(getQuery, dataset),
  ) {
    this.#selection = selection;
    this.#getSubject = getSubject;
    const toQuery = (period: Period | null, groupBy: readonly DimensionId[]): MetricQuery | null => {
      if (period === null) return null;
      const { metric, filter } = getSubject();
      return {
        metrics: withCompanions([metric]),
        groupBy,
        period,
        filter,
        monthStartDay: selection.view.monthStartDay,
      };
    };
    const chosen = () => currentPeriod(selection, dataset);
    const before = () => {
      const period = chosen();
      return period === null ? null : yearBefore(period, selection.view.isFestivalAligned);
    };
    this.now = ask(() => toQuery(chosen(), []));
    this.before = ask(() => toQuery(before(), []));
    this.nowBy = ask(() => toQuery(chosen(), [this.dimension]));
    this.beforeBy = ask(() => toQuery(before(), [this.dimension]));
  }

  get dimension(): DimensionId {
    const wanted = this.#selection.view.changeBy ?? this.#getSubject().by;
    return CHANGE_DIMENSIONS.find((dimension) => dimension === wanted) ?? 'cause';
  }

  get isPending(): boolean {
    return [this.now, this.before, this.nowBy, this.beforeBy].some(({ status }) => status === 'pending');
  }

  get failed(): Answer<AnsweredQuery> | null {
    return [this.now, this.before, this.nowBy, this.beforeBy].find(({ status }) => status === 'error') ?? null;
  }
}
