import { compileDurationAge, toDurationAge, type DurationAge } from '../../query/duration-age.ts';
import type { Statement } from '../../query/dimension-values.ts';
import {
  compileDurationHistogram,
  toDurationDistributions,
  type DurationDistribution,
} from '../../query/duration-histogram.ts';
import { compileDurationRisk, toDurationRisk, type DurationRisk } from '../../query/duration-risk.ts';
import { compileDurationLimits, toDurationLimits, type DurationLimits } from '../../query/duration-limits.ts';
import { toNetStatement, toObservedPeriod, type DurationScope } from '../../query/duration-scope.ts';
import type { CaseFilter, MetricQuery, Period } from '../../query/metric-query.ts';
import { lackedShare, MOST_UNREAD } from '../../query/unread-words.ts';
import { addMonths } from '../../lib/date.ts';
import { Answer } from '../../state/answer.svelte.ts';
import { currentFilter, currentPeriod } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { MetricResult } from '../../state/metric-result.svelte.ts';
import { yearBefore } from '../../state/festival-alignment.ts';
import { previousPeriod } from '../../state/period.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { refOf } from '../../state/metric-ref.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import { DURATION } from '../../text/duration.ts';
import { formatPercent } from '../../text/format.ts';
import { toDurationPopulation, type DurationPopulation } from './duration-population.ts';

/** The catalogue figures of the page, in reading order, and what tells whether pending cases are known. */
export const DURATION_METRICS = [
  'mean_days',
  'median_days',
  'p90_days',
  'within_limit_rate',
  'limit_unknown',
  'overdue_pending',
  'pending',
] as const;

/** An answer with the scope that it is the answer for; it lags behind while a new one is on its way. */
export interface Scoped<T> {
  readonly scope: DurationScope;
  readonly value: T;
}

/** The questions behind the page. Every one of them has the same population. */
export class DurationResults {
  readonly now: MetricResult;
  readonly lastYear: MetricResult;
  readonly previous: MetricResult;
  readonly distribution: Answer<Scoped<readonly DurationDistribution[]>>;
  readonly risk: Answer<Scoped<readonly DurationRisk[]>>;
  readonly age: Answer<Scoped<DurationAge>>;
  readonly ageLastYear: Answer<Scoped<DurationAge>>;
  readonly limits: Answer<Scoped<DurationLimits>>;
  /** In calendar days, to set beside days less 扣除; idle unless these are chosen. */
  readonly calendar: MetricResult;
  readonly #getNet: () => boolean;
  readonly #getLack: () => Bilingual | null;
  /** Why days cannot be told less 扣除; null where they can. */
  readonly deductionLack: Bilingual | null = $derived.by(() => this.#getLack());
  readonly #dataset: Dataset;
  readonly #toDays = (statement: Statement): Statement => (this.isNet ? toNetStatement(statement) : statement);
  readonly #getPopulation: () => DurationPopulation;

  constructor(selection: Selection, dataset: Dataset) {
    this.#getPopulation = () =>
      toDurationPopulation(currentFilter(selection, dataset), dataset.summary?.presentColumns ?? []);
    this.#dataset = dataset;
    this.#getLack = () => lackOfDeductions(dataset, currentPeriod(selection, dataset), this.population.filter);
    this.#getNet = () => selection.view.isNet && this.deductionLack === null;
    const scopeOf = (toOther: (period: Period) => Period | null): DurationScope | null => {
      const current = currentPeriod(selection, dataset);
      const period = current === null ? null : toOther(current);
      return period === null ? null : { period, filter: this.population.filter, isNet: this.isNet };
    };
    const metrics = (toOther: (period: Period) => Period | null, rest: Partial<MetricQuery>, isCalendar = false) =>
      new MetricResult(
        () => {
          const scope = isCalendar && !this.isNet ? null : scopeOf(toOther);
          if (scope === null) return null;
          const { period, filter } = scope;
          const refs = DURATION_METRICS.map((id) => refOf(id, selection));
          return { metrics: refs, groupBy: [], period, filter, monthStartDay: selection.view.monthStartDay, ...rest };
        },
        dataset,
        isCalendar ? undefined : this.#toDays,
      );
    const same = (period: Period): Period => period;
    const before = (period: Period) => yearBefore(period, selection.view.isFestivalAligned);
    this.now = metrics(same, {});
    this.lastYear = metrics(before, {});
    this.previous = metrics(previousPeriod, {});
    this.calendar = metrics(same, { metrics: [{ id: 'mean_days' }] }, true);
    this.distribution = answer(() => scopeOf(same), compileDurationHistogram, toDurationDistributions, dataset);
    const observed = (period: Period) => (dataset.asOf === null ? null : toObservedPeriod(period, dataset.asOf));
    this.risk = answer(() => scopeOf(observed), compileDurationRisk, toDurationRisk, dataset);
    this.limits = answer(() => scopeOf(same), compileDurationLimits, toDurationLimits, dataset);
    this.age = answer(() => scopeOf(same), compileDurationAge, toDurationAge, dataset);
    this.ageLastYear = answer(() => scopeOf(before), compileDurationAge, toDurationAge, dataset);
  }

  /** Asks a metric query of the days of this page. */
  readonly ask = (getQuery: () => MetricQuery | null): MetricResult =>
    new MetricResult(getQuery, this.#dataset, this.#toDays);

  /** Days are less 扣除: chosen, and told by the data. */
  get isNet(): boolean {
    return this.#getNet();
  }

  get population(): DurationPopulation {
    return this.#getPopulation();
  }
}

/** Lists that tell no 扣除 beside others that do would be taken for cases from which nothing was deducted. */
function lackOfDeductions(dataset: Dataset, period: Period | null, filter: CaseFilter): Bilingual | null {
  if (!(dataset.summary?.presentColumns.includes('deduction_days') ?? false)) return DURATION.noDeductions;
  if (period === null) return null;
  const compared = { start: addMonths(period.start, -12), end: period.end };
  const share = lackedShare(dataset.gaps.unread, 'deduction_days', { period: compared, filter });
  return share < MOST_UNREAD ? null : DURATION.fewDeductions(formatPercent(share));
}

type Columns = Parameters<typeof toDurationAge>[0];

function answer<T>(
  getScope: () => DurationScope | null,
  compile: typeof compileDurationAge,
  decode: (columns: Columns) => T,
  dataset: Dataset,
): Answer<Scoped<T>> {
  return new Answer<Scoped<T>>(() => {
    const scope = getScope();
    return scope === null ? null : { ...compile(scope), decode: (columns) => ({ scope, value: decode(columns) }) };
  }, dataset);
}
