import type { CaseFilter, Grain } from '../query/metric-query.ts';
import type { DimensionId } from '../schema/columns.ts';
import type { Bilingual, Locale } from '../text/bilingual.ts';
import { EMPTY_ROSTER, isPerson, maskFilter, maskRaw, toPseudonym, unmaskFilter, type Roster } from './masking.ts';
import type { DayRange } from './period.ts';
import type { ListColumn } from '../query/case-list.ts';
import { DEFAULT_OPENED, type OpenedFigure } from './opened-figure.ts';
import { fromHash, MOST_NEAR_DAYS, toHash, type PageId, type View } from './url.ts';

/** What a person has chosen. Changes only through its verbs; `hash` is its text form. */
export class Selection {
  #view: View = $state.raw(fromHash(''));
  readonly #getRoster: () => Roster;
  // Parts that most of a page depends on, so that another filter does not draw it anew.
  readonly #locale = $derived(this.#view.locale);
  readonly #isMasked = $derived(this.#view.isMasked);
  readonly #variants = $derived(this.#view.variants);
  readonly #resolved: View = $derived.by(() => ({
    ...this.#view,
    filter: unmaskFilter(this.#view.filter, this.#getRoster()),
    opened: withGroup(this.#view.opened, (group) => unmaskFilter(group, this.#getRoster())),
  }));

  /** @param getRoster the judges of the data set that is open; pseudonyms and their tokens in addresses are made of it */
  constructor(hash: string, getRoster: () => Roster = () => EMPTY_ROSTER) {
    this.#getRoster = getRoster;
    this.#view = fromHash(hash);
  }

  /** The choice, with real names in its filter also while they are hidden on screen. */
  get view(): View {
    return this.#resolved;
  }

  get hash(): string {
    return this.#toHash(this.#resolved);
  }

  /** The text of `pair` in the chosen language. */
  text = (pair: Bilingual): string => pair[this.#locale];

  get locale(): Locale {
    return this.#locale;
  }

  variantOf(metric: string): string | undefined {
    return this.#variants[metric];
  }

  readHash(hash: string): void {
    if (hash === this.hash) return;
    const next = fromHash(hash);
    const { variants } = this.#view;
    const isSame = JSON.stringify(next.variants) === JSON.stringify(variants);
    this.#view = isSame ? { ...next, variants } : next;
  }

  openPage(page: PageId): void {
    this.#change({ page });
  }

  /** The address of another page with everything else kept. */
  hrefOf(page: PageId, change: Partial<View> = {}): string {
    return this.#toHash({ ...this.#resolved, ...change, page });
  }

  /** The address of the cases behind a figure; what is not named is as in `DEFAULT_OPENED`. */
  hrefOfCases(figure: Partial<OpenedFigure> & Pick<OpenedFigure, 'metric'>): string {
    return this.hrefOf('cases', { opened: this.#toOpened(figure) });
  }

  openCases(figure: Partial<OpenedFigure> & Pick<OpenedFigure, 'metric'>): void {
    this.#change({ page: 'cases', opened: this.#toOpened(figure) });
  }

  /** Changes the list that is open: its part, its order. */
  changeOpened(change: Partial<OpenedFigure>): void {
    const { opened } = this.#view;
    if (opened !== null) this.#change({ opened: { ...opened, ...change } });
  }

  /** Sorts the open list by `column`; a second time the other way round. */
  sortCases(column: ListColumn): void {
    const { opened } = this.#view;
    const isDescending = opened?.sortBy === column && !opened.isDescending;
    this.changeOpened({ sortBy: column, isDescending });
  }

  /**
   * The text that stands for a value of `dimension`: a judge's pseudonym while names are hidden, else the value itself.
   * Everything that shows or exports a value of a dimension asks this. The same name always gives the same pseudonym.
   */
  maskName = <Value extends string | null>(dimension: string, value: Value): Value | string =>
    this.#isMasked && value !== null && isPerson(dimension)
      ? toPseudonym(value, this.#getRoster())[this.#locale]
      : value;

  /** What may be shown of the raw text of an issue in a column of the file that was taken for `column`; see `maskRaw`. */
  maskRaw = (text: string | null, column: string | null): string | null =>
    this.#isMasked && text !== null ? maskRaw(text, column, this.#getRoster(), this.#locale) : text;

  switchMask(): void {
    this.#change({ isMasked: !this.#view.isMasked });
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
    const others = Object.entries(this.#view.filter).filter(([name]) => name !== dimension);
    const filter: CaseFilter = Object.fromEntries(values === null ? others : [...others, [dimension, values]]);
    this.#change({ filter });
  }

  clearFilter(): void {
    this.#change({ filter: {} });
  }

  chooseMetric(metric: string): void {
    this.#change({ metric, beside: null });
  }

  /** A second variant of the metric, laid beside the one in force; null = none. */
  layBeside(beside: string | null): void {
    this.#change({ beside });
  }

  chooseVariant(metric: string, variant: string): void {
    this.#change({ variants: { ...this.#view.variants, [metric]: variant } });
    if (this.#view.opened?.metric === metric) this.changeOpened({ variant: null });
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

  namePeers(arePeersNamed: boolean): void {
    this.#change({ arePeersNamed });
  }

  /** The kept group of courts to compare with; null = all. */
  choosePeerGroup(peerGroup: string | null): void {
    this.#change({ peerGroup });
  }

  /** Puts courts in the order of their values, or in the neutral one. */
  rank(isRanked: boolean): void {
    this.#change({ isRanked });
  }

  /** The court to take the gap against; null = all others pooled. */
  chooseAgainst(against: string | null): void {
    this.#change({ against });
  }

  chooseGapBy(gapBy: DimensionId): void {
    this.#change({ gapBy });
  }

  /** What a change on last year is taken apart by. */
  chooseChangeBy(changeBy: DimensionId): void {
    this.#change({ changeBy });
  }

  /** The named day, the months of transition or the court of comparison of the page 'reform'. */
  chooseReform(change: Partial<Pick<View, 'reform' | 'transition' | 'control'>>): void {
    this.#change(change);
  }

  /** Durations in calendar days, or less 扣除. */
  chooseNet(isNet: boolean): void {
    this.#change({ isNet });
  }

  /** How many days before its due date a case is near its limit; anything but a whole number within bounds is ignored. */
  chooseNearDays(nearDays: number): void {
    if (Number.isInteger(nearDays) && nearDays >= 0 && nearDays <= MOST_NEAR_DAYS) this.#change({ nearDays });
  }

  chooseAgesBy(agesBy: DimensionId): void {
    this.#change({ agesBy });
  }

  /** Counts a disputed result of appeals otherwise than the definition does, or no longer. */
  switchDisputed(kind: string): void {
    const { disputed } = this.#view;
    const others = disputed.filter((other) => other !== kind);
    this.#change({ disputed: others.length < disputed.length ? others : [...disputed, kind] });
  }

  /** Whether 同比 moves with 春节. */
  alignFestival(isFestivalAligned: boolean): void {
    this.#change({ isFestivalAligned });
  }

  /** What settlement is laid side by side by, and whether and from which size on batches are taken out. */
  chooseSettlement(change: Partial<Pick<View, 'unitsBy' | 'hasBatches' | 'leastBatch'>>): void {
    this.#change(change);
  }

  /** Forgets filters and period that belong to other data; keeps page, language and size. */
  startOver(filter: CaseFilter, page: PageId): void {
    this.#change({
      filter,
      from: null,
      to: null,
      ownCourt: null,
      against: null,
      reform: null,
      control: null,
      opened: null,
      page,
    });
  }

  #toHash(view: View): string {
    if (!view.isMasked) return toHash(view);
    const mask = (filter: CaseFilter) => maskFilter(filter, this.#getRoster());
    return toHash({ ...view, filter: mask(view.filter), opened: withGroup(view.opened, mask) });
  }

  #toOpened(figure: Partial<OpenedFigure> & Pick<OpenedFigure, 'metric'>): OpenedFigure {
    const back = this.#view.page === 'cases' ? (this.#view.opened?.back ?? DEFAULT_OPENED.back) : this.#view.page;
    return { ...DEFAULT_OPENED, back, ...figure };
  }

  #change(change: Partial<View>): void {
    this.#view = { ...this.#view, ...change };
  }
}

function withGroup(opened: OpenedFigure | null, change: (group: CaseFilter) => CaseFilter): OpenedFigure | null {
  return opened === null ? null : { ...opened, group: change(opened.group) };
}
