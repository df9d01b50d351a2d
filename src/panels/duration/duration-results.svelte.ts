import { compileDurationAge, toDurationAge, type DurationAge } from '../../query/duration-age.ts';
import {
  compileDurationHistogram,
  toDurationDistributions,
  type DurationDistribution,
} from '../../query/duration-histogram.ts';
import { compileDurationRisk, toDurationRisk, type DurationRisk } from '../../query/duration-risk.ts';
import { toObservedPeriod, type DurationScope } from '../../query/duration-scope.ts';
import type { MetricQuery, Period } from '../../query/metric-query.ts';
import { Answer } from '../../state/answer.svelte.ts';
import { currentFilter, currentPeriod } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { MetricResult } from '../../state/metric-result.svelte.ts';
import { previousPeriod, samePeriodLastYear } from '../../state/period.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { refOf } from '../overview/overview-results.svelte.ts';
import { toDurationPopulation, type DurationPopulation } from './duration-population.ts';

/** The catalogue figures of the page, in reading order. */
export const DURATION_METRICS = [
  'mean_days',
  'median_days',
  'p90_days',
  'within_limit_rate',
  'limit_unknown',
  'overdue_pending',
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
  readonly mixNow: MetricResult;
  readonly mixLastYear: MetricResult;
  readonly distribution: Answer<Scoped<readonly DurationDistribution[]>>;
  readonly risk: Answer<Scoped<readonly DurationRisk[]>>;
  readonly age: Answer<Scoped<DurationAge>>;
  readonly ageLastYear: Answer<Scoped<DurationAge>>;
  readonly #getPopulation: () => DurationPopulation;

  constructor(selection: Selection, dataset: Dataset) {
    this.#getPopulation = () =>
      toDurationPopulation(currentFilter(selection, dataset), dataset.summary?.presentColumns ?? []);
    const scopeOf = (toOther: (period: Period) => Period | null): DurationScope | null => {
      const current = currentPeriod(selection, dataset);
      const period = current === null ? null : toOther(current);
      return period === null ? null : { period, filter: this.population.filter };
    };
    const metrics = (toOther: (period: Period) => Period | null, rest: Partial<MetricQuery>) =>
      new MetricResult(() => {
        const scope = scopeOf(toOther);
        if (scope === null) return null;
        const refs = DURATION_METRICS.map((id) => refOf(id, selection));
        return { metrics: refs, groupBy: [], ...scope, monthStartDay: selection.view.monthStartDay, ...rest };
      }, dataset);
    const same = (period: Period): Period => period;
    const byProcedure = { metrics: [{ id: 'mean_days' }], groupBy: ['procedure'] } as const;
    this.now = metrics(same, {});
    this.lastYear = metrics(samePeriodLastYear, {});
    this.previous = metrics(previousPeriod, {});
    this.mixNow = metrics(same, byProcedure);
    this.mixLastYear = metrics(samePeriodLastYear, byProcedure);
    this.distribution = answer(() => scopeOf(same), compileDurationHistogram, toDurationDistributions, dataset);
    const observed = (period: Period) => (dataset.asOf === null ? null : toObservedPeriod(period, dataset.asOf));
    this.risk = answer(() => scopeOf(observed), compileDurationRisk, toDurationRisk, dataset);
    this.age = answer(() => scopeOf(same), compileDurationAge, toDurationAge, dataset);
    this.ageLastYear = answer(() => scopeOf(samePeriodLastYear), compileDurationAge, toDurationAge, dataset);
  }

  get population(): DurationPopulation {
    return this.#getPopulation();
  }
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
