import type { Published } from '../../charts/mark/published.ts';
import type { PendingAge } from '../../query/pending-ages.ts';
import type { OpenedFigure } from '../../state/opened-figure.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCount } from '../../text/format.ts';
import { PENDING } from '../../text/pending.ts';
import { figureAt, publishedOf, reasonOf, type Figure } from '../figure/figure.ts';
import { LONG_MONTHS } from './pending-results.svelte.ts';

/** The cases that a number opens. */
export type OpenedCases = Partial<OpenedFigure> & Pick<OpenedFigure, 'metric'>;

/** One number of the board. */
export interface BoardTile {
  readonly id: string;
  readonly label: string;
  /** Null: `note` says why. */
  readonly value: number | null;
  readonly text: string;
  readonly published: Published | undefined;
  /** Share of the pending cases, the year before; the reason where there is no value. */
  readonly note: string;
  readonly opens: OpenedCases | null;
}

export interface BoardView {
  readonly tiles: readonly BoardTile[];
  readonly sum: PendingSum;
  /** Pending cases of the filters that are no trial cases; null where the catalogue's stock is not known. */
  readonly others: number | null;
}

/** What the groups of an answer add up to. */
export type PendingSum = Omit<PendingAge, 'group' | 'overMonths'>;

export function sumOf(ages: readonly PendingAge[]): PendingSum {
  const total = (read: (age: PendingAge) => number) => ages.reduce((sum, age) => sum + read(age), 0);
  return {
    count: total(({ count }) => count),
    overdue: total(({ overdue }) => overdue),
    near: total(({ near }) => near),
    unlimited: total(({ unlimited }) => unlimited),
  };
}

/** Cases over so many months old. */
export function olderThan(ages: readonly PendingAge[], months: number): number {
  return sumOf(ages.filter(({ overMonths }) => overMonths !== null && overMonths >= months)).count;
}

export interface BoardInput {
  readonly ages: readonly PendingAge[];
  readonly stocks: AnsweredQuery;
  /** Null where the data do not reach back to the same day a year before. */
  readonly lastYear: AnsweredQuery | null;
  readonly nearDays: number;
  readonly hasDueDates: boolean;
  readonly locale: Locale;
}

/** How many are pending, for how long and how near to their limits. */
export function toBoardView(input: BoardInput): BoardView {
  const { ages, stocks, nearDays, locale, hasDueDates } = input;
  const sum = sumOf(ages);
  const share = (count: number) => (sum.count === 0 ? '' : PENDING.ofPending(count / sum.count)[locale]);
  const counted = (id: string, label: string, value: number, opens: OpenedCases): BoardTile => ({
    id,
    label,
    value,
    text: formatCount(value),
    published: { metric: id, variant: null, n: sum.count },
    note: id === 'pending_trial' ? '' : share(value),
    opens,
  });
  const near: OpenedCases = { metric: 'pending', range: { kind: 'days_left', from: 1, to: nearDays } };
  const unlimited: BoardTile = {
    ...counted('pending_unlimited', PENDING.unlimited[locale], sum.unlimited, { metric: 'pending' }),
    opens: null,
  };
  const absent = { value: null, text: '—', published: undefined, note: PENDING.noDueDates[locale], opens: null };
  const nearTile = {
    ...counted('pending_near_limit', PENDING.near[locale], sum.near, near),
    published: { metric: 'pending_near_limit', variant: String(nearDays), n: sum.count },
  };
  const all = figureAt(stocks.table, { id: 'pending' }, 0);
  return {
    sum,
    others: all?.value == null ? null : Math.max(0, all.value - sum.count),
    tiles: [
      counted('pending_trial', PENDING.allPending[locale], sum.count, {
        metric: 'pending',
        range: { kind: 'any', from: null, to: null },
      }),
      ...LONG_MONTHS.map((months) => longTile(months, input, share)),
      stockTile('overdue_pending', undefined, PENDING.overdue[locale], input, share),
      hasDueDates ? nearTile : { ...nearTile, ...absent },
      hasDueDates ? unlimited : { ...unlimited, ...absent },
    ],
  };
}

function longTile(months: number, input: BoardInput, share: (count: number) => string): BoardTile {
  return stockTile('long_pending', String(months), PENDING.overMonths(months)[input.locale], input, share);
}

/** A stock of the catalogue, with its reason where it has no value. */
function stockTile(
  metric: string,
  variant: string | undefined,
  label: string,
  input: BoardInput,
  share: (count: number) => string,
): BoardTile {
  const { stocks, lastYear, locale } = input;
  const ref = variant === undefined ? { id: metric } : { id: metric, variant };
  const figure = figureAt(stocks.table, ref, 0);
  const id = variant === undefined ? metric : `${metric} ${variant}`;
  const before = lastYear === null ? null : (figureAt(lastYear.table, ref, 0)?.value ?? null);
  if (figure?.value == null)
    return { id, label, value: null, text: '—', published: undefined, note: reasonText(figure, locale), opens: null };
  const notes = [share(figure.value), before === null ? '' : PENDING.lastYear(formatCount(before))[locale]];
  return {
    id,
    label,
    value: figure.value,
    text: formatCount(figure.value),
    published: publishedOf(figure),
    note: notes.filter((note) => note !== '').join(' · '),
    opens: variant === undefined ? { metric } : { metric, variant },
  };
}

function reasonText(figure: Figure | null, locale: Locale): string {
  return figure === null ? '' : (reasonOf(figure)?.[locale] ?? '');
}
