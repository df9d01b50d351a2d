import type { CaseFilter, Grain } from '../query/metric-query.ts';
import type { DimensionId } from '../schema/columns.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { DayRange } from './period.ts';
import { fromHash, toHash, type PageId, type View } from './url.ts';

/** What a person has chosen. Changes only through its verbs; `hash` is its text form. */
export class Selection {
  #view: View = $state.raw(fromHash(''));

  constructor(hash: string) {
    this.#view = fromHash(hash);
  }

  get view(): View {
    return this.#view;
  }

  get hash(): string {
    return toHash(this.#view);
  }

  /** The text of `pair` in the chosen language. */
  text = (pair: Bilingual): string => pair[this.#view.locale];

  variantOf(metric: string): string | undefined {
    return this.#view.variants[metric];
  }

  readHash(hash: string): void {
    if (hash !== this.hash) this.#view = fromHash(hash);
  }

  openPage(page: PageId): void {
    this.#change({ page });
  }

  /** The address of another page with everything else kept. */
  hrefOf(page: PageId, change: Partial<View> = {}): string {
    return toHash({ ...this.#view, ...change, page });
  }

  switchLocale(): void {
    this.#change({ locale: this.#view.locale === 'zh' ? 'en' : 'zh' });
  }

  switchSize(): void {
    this.#change({ isProjector: !this.#view.isProjector });
  }

  choosePeriod(range: DayRange | null): void {
    this.#change({ from: range?.from ?? null, to: range?.to ?? null });
  }

  chooseCalendar(monthStartDay: number): void {
    this.#change({ monthStartDay });
  }

  /** Restricts one dimension; `null` lifts the restriction. */
  chooseValues(dimension: DimensionId, values: readonly (string | null)[] | null): void {
    const filter: Partial<Record<DimensionId, readonly (string | null)[]>> = { ...this.#view.filter };
    if (values === null) delete filter[dimension];
    else filter[dimension] = values;
    this.#change({ filter });
  }

  clearFilter(): void {
    this.#change({ filter: {} });
  }

  chooseMetric(metric: string): void {
    this.#change({ metric });
  }

  chooseVariant(metric: string, variant: string): void {
    this.#change({ variants: { ...this.#view.variants, [metric]: variant } });
  }

  chooseGrain(grain: Grain): void {
    this.#change({ grain });
  }

  chooseSplit(splitBy: DimensionId | null): void {
    this.#change({ splitBy });
  }

  showPreviousYear(hasPreviousYear: boolean): void {
    this.#change({ hasPreviousYear });
  }

  chooseOwnCourt(ownCourt: string | null): void {
    this.#change({ ownCourt });
  }

  /** Forgets filters and period that belong to other data; keeps page, language and size. */
  startOver(filter: CaseFilter, page: PageId): void {
    this.#change({ filter, from: null, to: null, ownCourt: null, page });
  }

  #change(change: Partial<View>): void {
    this.#view = { ...this.#view, ...change };
  }
}
