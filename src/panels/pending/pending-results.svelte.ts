import { addDays, addMonths } from '../../lib/date.ts';
import { toObservedPeriod } from '../../query/duration-scope.ts';
import type { DimensionId, MetricRef, Period } from '../../query/metric-query.ts';
import { compilePendingAges, toPendingAges, type PendingAge } from '../../query/pending-ages.ts';
import { Answer } from '../../state/answer.svelte.ts';
import { currentFilter, currentPeriod } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { MetricResult } from '../../state/metric-result.svelte.ts';
import { samePeriodLastYear, startOfMonth } from '../../state/period.ts';
import type { Selection } from '../../state/selection.svelte.ts';

/** Months of 长期未结, as the catalogue has them. */
export const LONG_MONTHS = [12, 18, 24, 36] as const;

/** The catalogue's stocks of the board. */
export const BOARD_METRICS: readonly MetricRef[] = [
  { id: 'pending' },
  { id: 'overdue_pending' },
  ...LONG_MONTHS.map((months) => ({ id: 'long_pending', variant: String(months) })),
];
const FLOW_METRICS: readonly MetricRef[] = [{ id: 'incoming' }, { id: 'resolved' }, { id: 'pending' }];

/** Whole months that the look ahead reads at most. */
const MOST_MONTHS = 60;

/** The questions behind the page; all of them stand at the end of the same last day. */
export class PendingResults {
  readonly stocks: MetricResult;
  readonly stocksLastYear: MetricResult;
  readonly ages: Answer<readonly PendingAge[]>;
  readonly departments: Answer<readonly PendingAge[]>;
  readonly judges: Answer<readonly PendingAge[]>;
  readonly flow: MetricResult;
  readonly #getPeriod: () => Period | null;

  constructor(selection: Selection, dataset: Dataset) {
    this.#getPeriod = () => {
      const current = currentPeriod(selection, dataset);
      return current === null || dataset.asOf === null ? null : toObservedPeriod(current, dataset.asOf);
    };
    const filter = () => currentFilter(selection, dataset);
    const startDay = () => selection.view.monthStartDay;
    const stocksOf = (toOther: (period: Period) => Period | null) =>
      new MetricResult(() => {
        const period = this.period === null ? null : toOther(this.period);
        return period === null
          ? null
          : { metrics: BOARD_METRICS, groupBy: [], period, filter: filter(), monthStartDay: startDay() };
      }, dataset);
    this.stocks = stocksOf((period) => period);
    this.stocksLastYear = stocksOf(samePeriodLastYear);
    const agesBy = (getDimension: () => DimensionId) =>
      new Answer<readonly PendingAge[]>(() => {
        if (this.period === null) return null;
        const scope = { period: this.period, filter: filter() };
        return { ...compilePendingAges(scope, getDimension(), selection.view.nearDays), decode: toPendingAges };
      }, dataset);
    this.ages = agesBy(() => selection.view.agesBy);
    this.departments = agesBy(() => 'department');
    this.judges = agesBy(() => 'judge');
    this.flow = new MetricResult(() => {
      const months = this.period === null ? null : wholeMonths(this.period.end, dataset.span, startDay());
      return months === null
        ? null
        : {
            metrics: FLOW_METRICS,
            groupBy: [],
            grain: 'month',
            period: months,
            filter: filter(),
            monthStartDay: startDay(),
          };
    }, dataset);
  }

  /** The period chosen, as far as the data reach; null where they end before it begins. */
  get period(): Period | null {
    return this.#getPeriod();
  }
}

/** The whole statistical months before `end` that the data span, at most 60; null without one. */
export function wholeMonths(end: string, span: Period | null, monthStartDay: number): Period | null {
  if (span === null) return null;
  const after = startOfMonth(end, monthStartDay);
  const first = startOfMonth(span.start, monthStartDay);
  const whole = first === span.start ? first : addMonths(first, 1);
  const earliest = addMonths(after, -MOST_MONTHS);
  const start = whole > earliest ? whole : earliest;
  return start <= addDays(after, -1) ? { start, end: after } : null;
}
