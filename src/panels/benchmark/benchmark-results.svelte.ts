import type { DimensionId, MetricQuery, Period } from '../../query/metric-query.ts';
import { currentPeriod, filterOfAllCourts } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { benchmarkCourts } from '../../state/benchmark-courts.ts';
import { PeerResult } from '../../state/peer-result.svelte.ts';
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
import { toCourtColumns, type CourtColumn } from './rug-columns.ts';

/** The questions behind the benchmark page: every court now and a year ago, and every court by kind of case. */
export class BenchmarkResults {
  readonly courts: PeerResult;
  readonly lastYear: PeerResult;
  readonly #byCauseAndProcedure: PeerResult;
  readonly #byCause: PeerResult;

  readonly #selection: Selection;
  readonly #dataset: Dataset;
  /** In the order in which they stand: the loaded courts by their codes, then those of packs and bulletins. */
  readonly order: readonly string[] = $derived.by(() => [...benchmarkCourts(this.#selection, this.#dataset).keys()]);

  /** Every figure of the health check for every court, judged once for all sections. Empty until answered. */
  readonly columns: readonly CourtColumn[] = $derived.by(() => {
    const table = this.courts.value?.table ?? null;
    if (table === null) return [];
    const strataOf = (id: string) => this.strataOf(id).value?.table ?? null;
    return toCourtColumns(this.order, table, (id) => refOf(id, this.#selection), strataOf);
  });

  constructor(selection: Selection, dataset: Dataset) {
    this.#selection = selection;
    this.#dataset = dataset;
    const ask =
      (groupBy: readonly DimensionId[], ids: readonly string[], getPeriod: (period: Period) => Period | null) =>
      (): MetricQuery | null => {
        const current = currentPeriod(selection, dataset);
        const period = current === null || this.order.length < 2 ? null : getPeriod(current);
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
    this.courts = new PeerResult(ask(['court'], RUG_METRICS, same), dataset);
    this.lastYear = new PeerResult(ask(['court'], RUG_METRICS, samePeriodLastYear), dataset);
    this.#byCauseAndProcedure = new PeerResult(strata(BY_CAUSE_AND_PROCEDURE), dataset);
    this.#byCause = new PeerResult(strata(BY_CAUSE), dataset);
  }

  /** The courts by the kinds of case that `metric` is adjusted by. */
  strataOf(metric: string): PeerResult {
    return stratificationOf(metric) === BY_CAUSE ? this.#byCause : this.#byCauseAndProcedure;
  }

  get isPending(): boolean {
    return [this.courts, this.#byCauseAndProcedure, this.#byCause].some(({ status }) => status === 'pending');
  }

  get failed(): PeerResult | null {
    return [this.courts, this.#byCauseAndProcedure, this.#byCause].find(({ status }) => status === 'error') ?? null;
  }
}
