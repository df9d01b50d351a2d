import { findMetric, CATALOG } from '../../metrics/index.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import type { CaseFilter, MetricRef, Period } from '../../query/metric-query.ts';
import type { DatasetEvent } from '../../state/catalog.ts';
import { currentFilter, currentOwnCourt, filterOfAllCourts } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { MetricResult } from '../../state/metric-result.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { ALL_OTHERS } from '../../state/url.ts';
import { variantInForce } from '../definition/definition-view.ts';
import { withCompanions } from '../../query/companions.ts';
import { refOf } from '../../state/metric-ref.ts';
import { controlKindOf } from '../signals/control-kind.ts';
import { reformPeriod, toReformSeries, type ReformSeries } from './reform-series.ts';
import { seasonWindows, type SeasonWindows } from './season-windows.ts';

/** Figures of one value a month that is not tied to the one before: no stocks, no yearly figures. */
export const REFORM_METRICS: readonly MetricDefinition[] = CATALOG.filter(
  ({ variants, unit }) => unit !== 'yuan' && ['proportion', 'individuals'].includes(controlKindOf(variants[0])),
);

/** The questions behind before and after: month by month and over a year on either side, for us and for the court compared with. */
export class ReformResults {
  readonly ownMonths: MetricResult;
  readonly otherMonths: MetricResult;
  readonly before: MetricResult;
  readonly after: MetricResult;
  readonly otherBefore: MetricResult;
  readonly otherAfter: MetricResult;
  readonly #selection: Selection;
  readonly #dataset: Dataset;

  constructor(selection: Selection, dataset: Dataset) {
    this.#selection = selection;
    this.#dataset = dataset;
    const ask = (getPeriod: () => Period | null, getFilter: () => CaseFilter | null, isMonthly: boolean) =>
      new MetricResult(() => {
        const [period, filter] = [getPeriod(), getFilter()];
        if (period === null || filter === null) return null;
        const query = {
          metrics: withCompanions([this.ref]),
          groupBy: [],
          period,
          filter,
          monthStartDay: selection.view.monthStartDay,
        };
        return isMonthly ? { ...query, grain: 'month' as const } : query;
      }, dataset);
    const own = () => currentFilter(selection, dataset);
    const other = () => this.otherFilter;
    const around = () => {
      const { span } = dataset;
      const event = this.event;
      return span === null || event === null ? null : reformPeriod(event.date, span, selection.view.monthStartDay);
    };
    this.ownMonths = ask(around, own, true);
    this.otherMonths = ask(around, other, true);
    this.before = ask(() => this.windows?.before ?? null, own, false);
    this.after = ask(() => this.windows?.after ?? null, own, false);
    this.otherBefore = ask(() => this.windows?.before ?? null, other, false);
    this.otherAfter = ask(() => this.windows?.after ?? null, other, false);
  }

  /** The named day in question: the chosen one, else the latest; null where none is named. */
  get event(): DatasetEvent | null {
    const { events } = this.#dataset;
    return events.find(({ date }) => date === this.#selection.view.reform) ?? events.at(-1) ?? null;
  }

  get definition(): MetricDefinition {
    const found = REFORM_METRICS.find(({ id }) => id === this.#selection.view.metric);
    const fallback = found ?? findMetric('settlement_rate');
    if (fallback === undefined) throw new Error('The catalogue has no settlement_rate');
    return fallback;
  }

  get ref(): MetricRef {
    return refOf(this.definition.id, this.#selection);
  }

  /** The filter of the court compared with: everything else stays; null where none is chosen. */
  get otherFilter(): CaseFilter | null {
    const { control } = this.#selection.view;
    if (control === null) return null;
    const own = currentOwnCourt(this.#selection, this.#dataset);
    const chosen = control === ALL_OTHERS ? this.#dataset.peerCourts.filter((court) => court !== own) : [control];
    return { ...filterOfAllCourts(this.#selection), court: chosen };
  }

  get series(): ReformSeries | null {
    return this.#seriesOf(this.ownMonths);
  }

  get otherSeries(): ReformSeries | null {
    return this.#selection.view.control === null ? null : this.#seriesOf(this.otherMonths);
  }

  get windows(): SeasonWindows | null {
    const { event, series } = this;
    if (event === null || series === null) return null;
    const { transition, monthStartDay } = this.#selection.view;
    return seasonWindows(series, { day: event.date, transition, monthStartDay });
  }

  get variantLabel(): string {
    const variant = variantInForce(this.definition, this.ref.variant);
    return variant.id === null ? '' : this.#selection.text(variant.label);
  }

  #seriesOf({ value }: MetricResult): ReformSeries | null {
    const { span, asOf } = this.#dataset;
    const { event } = this;
    if (value === null || span === null || event === null) return null;
    if (value.query.metrics[0]?.id !== this.definition.id) return null;
    const { transition } = this.#selection.view;
    return toReformSeries(value, value.query.metrics[0], { day: event.date, transition, span, asOf });
  }
}
