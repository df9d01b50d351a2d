import type { MetricRef, Period } from '../../query/metric-query.ts';
import { currentFilter, currentPeriod, filterOfAllCourts } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { MetricResult } from '../../state/metric-result.svelte.ts';
import { MetricResults } from '../../state/metric-results.svelte.ts';
import { yearBefore } from '../../state/festival-alignment.ts';
import { lastMonths, previousPeriod } from '../../state/period.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { MOST_PERIODS } from '../signals/control-series.ts';
import { withCompanions } from '../figure/companions.ts';
import { HEADLINE_METRICS, OVERVIEW_METRICS } from './overview-metrics.ts';

/** The 36 complete months that limits are made from, and the last one where it is not complete. */
const CONTROL_MONTHS = MOST_PERIODS.month + 1;

type PeriodName = 'now' | 'lastYear' | 'previous' | 'months';

/**
 * The questions behind the overview: now, a year ago, the period before and month by month, which are asked as one, and
 * every court.
 */
export class OverviewResults {
  readonly periods: MetricResults<PeriodName>;
  readonly courts: MetricResult;

  constructor(selection: Selection, dataset: Dataset) {
    const refs = (ids: readonly string[]) => ids.map((id) => refOf(id, selection));
    this.periods = new MetricResults(() => {
      const period = currentPeriod(selection, dataset);
      if (period === null) return null;
      const { monthStartDay, isFestivalAligned } = selection.view;
      const asked = {
        metrics: withCompanions(refs(OVERVIEW_METRICS)),
        groupBy: [],
        filter: currentFilter(selection, dataset),
        monthStartDay,
      };
      const over = (other: Period | null) => (other === null ? null : { ...asked, period: other });
      return {
        now: over(period),
        lastYear: over(yearBefore(period, isFestivalAligned)),
        previous: over(previousPeriod(period)),
        months: { ...asked, period: lastMonths(period, CONTROL_MONTHS, monthStartDay), grain: 'month' },
      };
    }, dataset);
    this.courts = new MetricResult(() => {
      const period = dataset.courts.length > 1 ? currentPeriod(selection, dataset) : null;
      if (period === null) return null;
      const { monthStartDay } = selection.view;
      const filter = filterOfAllCourts(selection);
      return { metrics: refs(HEADLINE_METRICS), groupBy: ['court'], period, filter, monthStartDay };
    }, dataset);
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
