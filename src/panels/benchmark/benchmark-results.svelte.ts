import type { DimensionId, MetricQuery, Period } from '../../query/metric-query.ts';
import { currentPeriod, filterOfAllCourts } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { MetricResult } from '../../state/metric-result.svelte.ts';
import { samePeriodLastYear } from '../../state/period.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { refOf } from '../overview/overview-results.svelte.ts';
import {
  BY_CAUSE,
  BY_CAUSE_AND_PROCEDURE,
  RUG_METRICS,
  stratificationOf,
  type Stratification,
} from './benchmark-metrics.ts';

/** The questions behind the benchmark page: every court now and a year ago, and every court by kind of case. */
export class BenchmarkResults {
  readonly courts: MetricResult;
  readonly lastYear: MetricResult;
  readonly #byCauseAndProcedure: MetricResult;
  readonly #byCause: MetricResult;

  constructor(selection: Selection, dataset: Dataset) {
    const ask =
      (groupBy: readonly DimensionId[], ids: readonly string[], getPeriod: (period: Period) => Period | null) =>
      (): MetricQuery | null => {
        const current = currentPeriod(selection, dataset);
        const period = current === null || dataset.peerCourts.length < 2 ? null : getPeriod(current);
        if (period === null) return null;
        const metrics = ids.map((id) => refOf(id, selection));
        const monthStartDay = selection.view.monthStartDay;
        return { metrics, groupBy, period, filter: filterOfAllCourts(selection), monthStartDay };
      };
    const same = (period: Period): Period => period;
    const strata = ({ dimensions }: Stratification) =>
      ask(
        ['court', ...dimensions],
        RUG_METRICS.filter((id) => stratificationOf(id).dimensions === dimensions),
        same,
      );
    this.courts = new MetricResult(ask(['court'], RUG_METRICS, same), dataset);
    this.lastYear = new MetricResult(ask(['court'], RUG_METRICS, samePeriodLastYear), dataset);
    this.#byCauseAndProcedure = new MetricResult(strata(BY_CAUSE_AND_PROCEDURE), dataset);
    this.#byCause = new MetricResult(strata(BY_CAUSE), dataset);
  }

  /** The courts by the kinds of case that `metric` is adjusted by. */
  strataOf(metric: string): MetricResult {
    return stratificationOf(metric) === BY_CAUSE ? this.#byCause : this.#byCauseAndProcedure;
  }

  get isPending(): boolean {
    return [this.courts, this.#byCauseAndProcedure, this.#byCause].some(({ status }) => status === 'pending');
  }

  get failed(): MetricResult | null {
    return [this.courts, this.#byCauseAndProcedure, this.#byCause].find(({ status }) => status === 'error') ?? null;
  }
}
