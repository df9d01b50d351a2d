import type { DimensionId, MetricQuery, MetricRef, Period } from '../../query/metric-query.ts';
import { compileBatchList, toBatchList, type Batch } from '../../query/batch-list.ts';
import { compileOutcomeCounts, toOutcomeRows, type OutcomeRow } from '../../query/outcome-counts.ts';
import { compilePrefiling, toPrefilingYears, type PrefilingYear } from '../../query/settlement-prefiling.ts';
import { Answer } from '../../state/answer.svelte.ts';
import { currentFilter, currentPeriod } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { yearBefore } from '../../state/festival-alignment.ts';
import { MetricResult } from '../../state/metric-result.svelte.ts';
import { lastMonths, previousPeriod } from '../../state/period.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { refOf } from '../../state/metric-ref.ts';
import { MOST_PERIODS } from '../../statistics/control-chart/most-periods.ts';
import { BatchedResult } from './batched-result.svelte.ts';
import { FLOWS, HEADLINES, RATE_A, UNIT_DIMENSIONS, VARIANTS } from './settlement-metrics.ts';

/** The cohort of a filing period, followed to the last day of the data. */
export interface OutcomeAnswer {
  readonly period: Period;
  readonly rows: readonly OutcomeRow[];
}

/** The questions behind the page 调撤. */
export class SettlementResults {
  /** The headline figures, batches as chosen. */
  readonly now: BatchedResult;
  readonly lastYear: BatchedResult;
  readonly previous: BatchedResult;
  /** The two variants with every case, and without batches, whatever is chosen. */
  readonly all: MetricResult;
  readonly less: BatchedResult;
  readonly months: MetricResult;
  readonly closings: BatchedResult;
  readonly closingsLastYear: BatchedResult;
  readonly units: BatchedResult;
  readonly flows: MetricResult;
  readonly batches: Answer<readonly Batch[]>;
  readonly outcomes: Answer<OutcomeAnswer>;
  readonly outcomesLastYear: Answer<OutcomeAnswer>;
  readonly prefiling: Answer<readonly PrefilingYear[]>;
  readonly #selection: Selection;
  readonly #dataset: Dataset;

  constructor(selection: Selection, dataset: Dataset) {
    this.#selection = selection;
    this.#dataset = dataset;
    const same = (period: Period): Period => period;
    const before = (period: Period) => yearBefore(period, selection.view.isFestivalAligned);
    const least = () => (selection.view.hasBatches ? null : selection.view.leastBatch);
    const query =
      (
        metrics: () => readonly MetricRef[],
        toOther: (period: Period) => Period | null,
        rest: () => Partial<MetricQuery>,
      ) =>
      () =>
        this.#query(metrics(), toOther, rest());
    const figures = (
      metrics: () => readonly MetricRef[],
      toOther: (period: Period) => Period | null,
      by: () => readonly DimensionId[] = () => [],
    ) =>
      new BatchedResult(
        query(metrics, toOther, () => ({ groupBy: by() })),
        least,
        dataset,
      );
    this.now = figures(() => HEADLINES, same);
    this.lastYear = figures(() => HEADLINES, before);
    this.previous = figures(() => HEADLINES, previousPeriod);
    this.all = new MetricResult(
      query(
        () => VARIANTS,
        same,
        () => ({}),
      ),
      dataset,
    );
    this.less = new BatchedResult(
      query(
        () => VARIANTS,
        same,
        () => ({}),
      ),
      () => selection.view.leastBatch,
      dataset,
    );
    const months = (period: Period) => lastMonths(period, MOST_PERIODS.month + 1, selection.view.monthStartDay);
    this.months = new MetricResult(
      query(
        () => HEADLINES,
        months,
        () => ({ grain: 'month' }),
      ),
      dataset,
    );
    this.closings = figures(
      () => [RATE_A],
      same,
      () => ['closing'],
    );
    this.closingsLastYear = figures(
      () => [RATE_A],
      before,
      () => ['closing'],
    );
    this.units = figures(
      () => [this.rate],
      same,
      () => [this.unitsBy],
    );
    this.flows = new MetricResult(
      query(
        () => FLOWS,
        same,
        () => ({ filter: { ...this.filter, matter: ['民事'], level: ['一审'] } }),
      ),
      dataset,
    );
    this.batches = new Answer<readonly Batch[]>(() => {
      const asked = this.#query(VARIANTS, same, {});
      const { leastBatch } = selection.view;
      return asked === null ? null : { ...compileBatchList({ ...asked, least: leastBatch }), decode: toBatchList };
    }, dataset);
    this.outcomes = this.#cohort(same);
    this.outcomesLastYear = this.#cohort(before);
    this.prefiling = new Answer<readonly PrefilingYear[]>(() => {
      const { asOf } = dataset;
      return asOf === null ? null : { ...compilePrefiling(this.filter, asOf), decode: toPrefilingYears };
    }, dataset);
  }

  get filter() {
    return currentFilter(this.#selection, this.#dataset);
  }

  /** 调撤率 in the variant in force. */
  get rate(): MetricRef {
    return refOf('settlement_rate', this.#selection);
  }

  get unitsBy(): DimensionId {
    return UNIT_DIMENSIONS.find((dimension) => dimension === this.#selection.view.unitsBy) ?? 'cause';
  }

  /** Asks figures with batches as they are chosen on the page. */
  ask = (getQuery: () => MetricQuery | null): BatchedResult =>
    new BatchedResult(
      getQuery,
      () => (this.#selection.view.hasBatches ? null : this.#selection.view.leastBatch),
      this.#dataset,
    );

  #query(
    metrics: readonly MetricRef[],
    toOther: (period: Period) => Period | null,
    rest: Partial<MetricQuery>,
  ): MetricQuery | null {
    const current = currentPeriod(this.#selection, this.#dataset);
    const period = current === null ? null : toOther(current);
    if (period === null) return null;
    const { monthStartDay } = this.#selection.view;
    return { metrics, groupBy: [], period, filter: this.filter, monthStartDay, ...rest };
  }

  #cohort(toOther: (period: Period) => Period | null): Answer<OutcomeAnswer> {
    return new Answer<OutcomeAnswer>(() => {
      const asked = this.#query(VARIANTS, toOther, {});
      const { asOf } = this.#dataset;
      if (asked === null || asOf === null) return null;
      const { period, filter } = asked;
      return {
        ...compileOutcomeCounts({ period, filter, asOf }),
        decode: (columns) => ({ period, rows: toOutcomeRows(columns) }),
      };
    }, this.#dataset);
  }
}
