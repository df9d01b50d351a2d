import { withCompanions } from '../query/companions.ts';
import type { MetricQuery, Period } from '../query/metric-query.ts';
import type { NamedQueries } from './ask-metrics.ts';
import { currentFilter, currentPeriod, filterOfAllCourts, type Offered } from './current.ts';
import { yearBefore } from './festival-alignment.ts';
import { refOf } from './metric-ref.ts';
import { lastMonths, previousPeriod } from './period.ts';
import type { Selection } from './selection.svelte.ts';
import { MOST_PERIODS } from '../statistics/control-chart/most-periods.ts';
import { HEADLINE_METRICS, OVERVIEW_METRICS } from './overview-metrics.ts';

/** The 36 complete months that limits are made from, and the last one where it is not complete. */
const CONTROL_MONTHS = MOST_PERIODS.month + 1;

export type PeriodName = 'now' | 'lastYear' | 'previous' | 'months';

/** What of a selection the overview depends on. */
export type OverviewChoice = Pick<Selection, 'view' | 'variantOf'>;

/** Now, a year ago, the period before and month by month; null while nothing is loaded or the days are reversed. */
export function periodQuestions(selection: OverviewChoice, dataset: Offered): NamedQueries<PeriodName> | null {
  const period = currentPeriod(selection, dataset);
  if (period === null) return null;
  const { monthStartDay, isFestivalAligned } = selection.view;
  const metrics = withCompanions(OVERVIEW_METRICS.map((id) => refOf(id, selection)));
  const asked = { metrics, groupBy: [], filter: currentFilter(selection, dataset), monthStartDay };
  const over = (other: Period | null) => (other === null ? null : { ...asked, period: other });
  return {
    now: over(period),
    lastYear: over(yearBefore(period, isFestivalAligned)),
    previous: over(previousPeriod(period)),
    months: { ...asked, period: lastMonths(period, CONTROL_MONTHS, monthStartDay), grain: 'month' },
  };
}

/** The headline figures of every court; null where there is one court only. */
export function courtsQuestion(selection: OverviewChoice, dataset: Offered): MetricQuery | null {
  const period = dataset.courts.length > 1 ? currentPeriod(selection, dataset) : null;
  if (period === null) return null;
  const { monthStartDay } = selection.view;
  const metrics = HEADLINE_METRICS.map((id) => refOf(id, selection));
  return { metrics, groupBy: ['court'], period, filter: filterOfAllCourts(selection), monthStartDay };
}
