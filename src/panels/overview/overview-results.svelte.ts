import type { CaseFilter, MetricQuery, MetricRef, Period } from '../../query/metric-query.ts';
import { currentFilter, currentPeriod, filterOfAllCourts } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { MetricResult } from '../../state/metric-result.svelte.ts';
import { yearBefore } from '../../state/festival-alignment.ts';
import { lastMonths, previousPeriod } from '../../state/period.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { MOST_PERIODS } from '../signals/control-series.ts';
import { HEADLINE_METRICS, OVERVIEW_METRICS } from './overview-metrics.ts';

/** The 36 complete months that limits are made from, and the last one where it is not complete. */
const CONTROL_MONTHS = MOST_PERIODS.month + 1;

/** The five questions behind the overview: now, a year ago, the period before, month by month, and every court. */
export class OverviewResults {
  readonly now: MetricResult;
  readonly lastYear: MetricResult;
  readonly previous: MetricResult;
  readonly months: MetricResult;
  readonly courts: MetricResult;

  constructor(selection: Selection, dataset: Dataset) {
    const refs = (ids: readonly string[]) => ids.map((id) => refOf(id, selection));
    const ask =
      (getPeriod: (period: Period) => Period | null, rest: Partial<MetricQuery>, getFilter: () => CaseFilter) => () => {
        const current = currentPeriod(selection, dataset);
        const period = current === null ? null : getPeriod(current);
        if (period === null) return null;
        const monthStartDay = selection.view.monthStartDay;
        return { metrics: refs(OVERVIEW_METRICS), groupBy: [], period, filter: getFilter(), monthStartDay, ...rest };
      };
    const filter = () => currentFilter(selection, dataset);
    const months = (period: Period) => lastMonths(period, CONTROL_MONTHS, selection.view.monthStartDay);
    this.now = new MetricResult(
      ask((period) => period, {}, filter),
      dataset,
    );
    this.lastYear = new MetricResult(
      ask((period) => yearBefore(period, selection.view.isFestivalAligned), {}, filter),
      dataset,
    );
    this.previous = new MetricResult(ask(previousPeriod, {}, filter), dataset);
    this.months = new MetricResult(ask(months, { grain: 'month' }, filter), dataset);
    this.courts = new MetricResult(
      ask(
        (period) => (dataset.courts.length > 1 ? period : null),
        { metrics: refs(HEADLINE_METRICS), groupBy: ['court'] },
        () => filterOfAllCourts(selection),
      ),
      dataset,
    );
  }
}

/** The metric in the variant that is in force. */
export function refOf(id: string, selection: Selection): MetricRef {
  const variant = selection.variantOf(id);
  return variant === undefined ? { id } : { id, variant };
}

/** The key of `ResultTable.measures` for the variant in force. */
export function keyOf(id: string, selection: Selection): string {
  const variant = selection.variantOf(id);
  return variant === undefined ? id : `${id}.${variant}`;
}
