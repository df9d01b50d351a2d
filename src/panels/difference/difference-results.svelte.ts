import {
  comparedColumns,
  compileDifferenceCases,
  compileDifferenceCounts,
  toDifferenceCases,
  toDifferenceCounts,
  type ChangeableColumn,
  type DifferenceCase,
  type DifferenceCount,
  type DifferenceKind,
} from '../../query/difference.ts';
import type { ListPair, ListSide } from '../../query/difference-list.ts';
import { compileListPairs, defaultPair, toListPairs, type ComparablePair } from '../../query/difference-pair.ts';
import type { Period } from '../../query/metric-query.ts';
import { Answer } from '../../state/answer.svelte.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { MetricResult } from '../../state/metric-result.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { OVERVIEW_METRICS } from '../../state/overview-metrics.ts';
import { refOf } from '../../state/metric-ref.ts';
import { toComparedPeriod, type ComparedSpan } from './difference-period.ts';

/** The questions behind the comparison of two lists, and which two are chosen. */
export class DifferenceResults {
  readonly older: MetricResult;
  readonly newer: MetricResult;
  readonly #pairs: Answer<readonly ComparablePair[]>;
  readonly #counts: Answer<readonly DifferenceCount[]>;
  readonly #dataset: Dataset;
  readonly #selection: Selection;
  #chosen: { readonly older: number; readonly newer: number } | null = $state.raw(null);
  #span: ComparedSpan = $state('year');

  constructor(selection: Selection, dataset: Dataset) {
    this.#dataset = dataset;
    this.#selection = selection;
    this.#pairs = new Answer(() => ({ ...compileListPairs(), decode: toListPairs }), dataset);
    this.#counts = new Answer(() => {
      const { pair } = this;
      return pair === null
        ? null
        : { ...compileDifferenceCounts(toListPair(pair), this.columns), decode: toDifferenceCounts };
    }, dataset);
    const figures = (side: ListSide) =>
      new MetricResult(() => {
        const { pair, period } = this;
        if (pair === null || period === null) return null;
        const metrics = OVERVIEW_METRICS.map((id) => refOf(id, selection));
        const { monthStartDay } = selection.view;
        return { metrics, groupBy: [], period, filter: {}, monthStartDay, list: { pair: toListPair(pair), side } };
      }, dataset);
    this.older = figures('older');
    this.newer = figures('newer');
  }

  /** Null until they are known. */
  get pairs(): readonly ComparablePair[] | null {
    return this.#pairs.value;
  }

  /** The pair that is chosen, else the two newest lists that overlap; null where there is none. */
  get pair(): ComparablePair | null {
    const pairs = this.pairs ?? [];
    const chosen = this.#chosen;
    const found = pairs.find(({ older, newer }) => older === chosen?.older && newer === chosen.newer);
    return found ?? defaultPair(pairs);
  }

  get span(): ComparedSpan {
    return this.#span;
  }

  /** Columns that both lists have. */
  get columns(): readonly ChangeableColumn[] {
    const { pair } = this;
    const mapping = (id: number | undefined) =>
      this.#dataset.summary?.files.find((file) => file.id === id)?.mapping ?? [];
    return comparedColumns(mapping(pair?.older), mapping(pair?.newer));
  }

  /** Null until they are known. */
  get counts(): readonly DifferenceCount[] | null {
    return this.#counts.value;
  }

  get error(): unknown {
    return this.#counts.error ?? this.#pairs.error;
  }

  /** The days for which both lists are asked; null where the older list has no day. */
  get period(): Period | null {
    const asOf = this.pair?.asOf ?? null;
    const from = this.#dataset.span?.start ?? null;
    return asOf === null ? null : toComparedPeriod(asOf, this.#span, from, this.#selection.view.monthStartDay);
  }

  chooseNewer(newer: number): void {
    const older = (this.pairs ?? []).find((pair) => pair.newer === newer)?.older;
    if (older !== undefined) this.#chosen = { older, newer };
  }

  chooseOlder(older: number): void {
    const newer = this.pair?.newer;
    if (newer !== undefined) this.#chosen = { older, newer };
  }

  chooseSpan(span: ComparedSpan): void {
    this.#span = span;
  }
}

/** The first cases of one kind. */
export class DifferenceCases extends Answer<readonly DifferenceCase[]> {
  constructor(
    getQuestion: () => { readonly pair: ListPair; readonly kind: DifferenceKind } | null,
    limit: number,
    dataset: Dataset,
  ) {
    super(() => {
      const question = getQuestion();
      if (question === null) return null;
      return { ...compileDifferenceCases(question.pair, question.kind, limit), decode: toDifferenceCases };
    }, dataset);
  }
}

/** Every case of one kind, past the cache of answers. */
export async function loadDifferenceCases(
  pair: ListPair,
  kind: DifferenceKind,
  dataset: Dataset,
): Promise<readonly DifferenceCase[]> {
  const { sql, params } = compileDifferenceCases(toListPair(pair), kind, 10_000_000);
  return toDifferenceCases((await dataset.connector?.query(sql, params)) ?? { rowCount: 0, columns: {} });
}

/** Only what a statement depends on, so that equal questions are equal. */
export function toListPair({ older, newer, asOf }: ListPair): ListPair {
  return { older, newer, asOf };
}
