import type { DimensionId, MetricRef, Period } from '../../query/metric-query.ts';
import { benchmarkCourts } from '../../state/benchmark-courts.ts';
import { currentPeriod, filterOfAllCourts } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { PeerResult } from '../../state/peer-result.svelte.ts';
import { samePeriodLastYear } from '../../state/period.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { refOf } from '../../state/metric-ref.ts';
import {
  BY_CAUSE,
  BY_CAUSE_AND_PROCEDURE,
  isJudged,
  RUG_METRICS,
  stratificationOf,
  type Stratification,
} from './benchmark-metrics.ts';
import { toCourtStrata } from './court-unit.ts';
import { toCourtColumns, type CourtColumn } from './rug-columns.ts';

/** The questions behind the benchmark page: every court now and a year ago, and every court by kind of case. */
export class BenchmarkResults {
  readonly courts: PeerResult;
  readonly lastYear: PeerResult;
  readonly #strata: PeerResult;

  readonly #selection: Selection;
  readonly #dataset: Dataset;
  /** In the order in which they stand: the loaded courts by their codes, then those of packs and bulletins. */
  readonly order: readonly string[] = $derived.by(() => [...benchmarkCourts(this.#selection, this.#dataset).keys()]);

  /** Every figure of the health check for every court, judged once for all sections. Empty until `courts` is answered. */
  readonly columns: readonly CourtColumn[] = $derived.by(() => {
    const courts = this.courts.value?.table;
    if (courts === undefined) return [];
    const strata = this.#strata.value?.table ?? null;
    const by = ({ dimensions }: Stratification) =>
      strata === null ? null : toCourtStrata(this.order, strata, dimensions);
    const [byCause, byBoth] = [by(BY_CAUSE), by(BY_CAUSE_AND_PROCEDURE)];
    const strataOf = (id: string) => (stratificationOf(id) === BY_CAUSE ? byCause : byBoth);
    return toCourtColumns(this.order, courts, (id) => refOf(id, this.#selection), strataOf);
  });

  constructor(selection: Selection, dataset: Dataset) {
    this.#selection = selection;
    this.#dataset = dataset;
    const toQuery = (metrics: readonly MetricRef[], groupBy: readonly DimensionId[], period: Period | null) => {
      if (period === null || this.order.length < 2) return null;
      const monthStartDay = selection.view.monthStartDay;
      return { metrics, groupBy, period, filter: filterOfAllCourts(selection), monthStartDay };
    };
    const figures = () => RUG_METRICS.map((id) => refOf(id, selection));
    const chosen = () => currentPeriod(selection, dataset);
    // The engine does one thing at a time: values are shown first, what is said of them and the arrows follow.
    const afterCourts = () => (this.courts.value === null ? null : chosen());
    const before = () => {
      const period = this.areJudged ? chosen() : null;
      return period === null ? null : samePeriodLastYear(period);
    };
    const kinds = ['court', ...BY_CAUSE_AND_PROCEDURE.dimensions] as const;
    this.courts = new PeerResult(() => toQuery(figures(), ['court'], chosen()), dataset);
    this.#strata = new PeerResult(() => toQuery(figures().filter(isJudged), kinds, afterCourts()), dataset);
    this.lastYear = new PeerResult(() => toQuery(figures(), ['court'], before()), dataset);
  }

  /** The kinds of case are known, by which the columns are judged. */
  get areJudged(): boolean {
    return this.#strata.value !== null;
  }

  get isPending(): boolean {
    return !this.areJudged || this.#all.some(({ status }) => status === 'pending');
  }

  get failed(): PeerResult | null {
    return this.#all.find(({ status }) => status === 'error') ?? null;
  }

  get #all(): readonly PeerResult[] {
    return [this.courts, this.lastYear, this.#strata];
  }
}
