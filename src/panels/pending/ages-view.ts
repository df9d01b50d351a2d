import type { Published } from '../../charts/mark/published.ts';
import { AGE_BANDS, type PendingAge } from '../../query/pending-ages.ts';
import type { CaseRange } from '../../query/case-range.ts';
import type { CaseFilter, DimensionId } from '../../query/metric-query.ts';
import { APP } from '../../text/app.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCount } from '../../text/format.ts';
import { agesTitle, bandText, PENDING, UNKNOWN_BAND } from '../../text/pending.ts';
import { olderThan, sumOf, type OpenedCases } from './board-view.ts';

/** Groups side by side; the rest stands in one column. */
const MOST_GROUPS = 5;

/** Pending cases by age, oldest band first, in columns of groups. */
export interface AgesView {
  readonly title: string;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly text: string }[];
  readonly rows: readonly AgesRow[];
  /** Right end of every column's axis. */
  readonly end: number;
}

export interface AgesRow {
  readonly id: string;
  readonly label: string;
  /** One per column. */
  readonly cells: readonly AgesCell[];
}

export interface AgesCell {
  readonly id: string;
  readonly count: number;
  readonly text: string;
  /** Of the axis, 0 to 1. */
  readonly length: number;
  readonly published: Published;
  readonly opens: OpenedCases;
}

interface Column {
  readonly id: string;
  readonly label: string;
  readonly ages: readonly PendingAge[];
  /** Values of the dimension; null = all of them. */
  readonly values: readonly (string | null)[] | null;
}

/** Null where nothing is pending. */
export function toAgesView(
  ages: readonly PendingAge[],
  by: DimensionId,
  maskName: (dimension: string, value: string | null) => string | null,
  locale: Locale,
): AgesView | null {
  const total = sumOf(ages).count;
  if (total === 0) return null;
  const columns = toColumns(ages, by, maskName, locale);
  const bands: readonly (number | null)[] = [...AGE_BANDS].reverse();
  const hasUnknown = ages.some(({ overMonths }) => overMonths === null);
  const shown = hasUnknown ? [...bands, null] : bands;
  const longest = Math.max(...shown.map((band) => sumOf(ages.filter(({ overMonths }) => overMonths === band)).count));
  const end = niceEnd(longest);
  return {
    title: agesTitle(total, olderThan(ages, 12))[locale],
    columns: columns.map(({ id, label, ages: own }) => ({ id, label, text: formatCount(sumOf(own).count) })),
    rows: shown.map((band) => toRow(band, columns, by, end, locale)),
    end,
  };
}

function toColumns(
  ages: readonly PendingAge[],
  by: DimensionId,
  maskName: (dimension: string, value: string | null) => string | null,
  locale: Locale,
): readonly Column[] {
  const values = [...new Set(ages.map(({ group }) => group))];
  const of = (group: string | null) => ages.filter((age) => age.group === group);
  const sorted = values
    .map((value) => ({ value, own: of(value), count: sumOf(of(value)).count }))
    .sort((a, b) => b.count - a.count);
  const isCut = sorted.length > MOST_GROUPS + 1;
  const drawn = isCut ? sorted.slice(0, MOST_GROUPS) : sorted;
  const rest = sorted.slice(drawn.length);
  const columns = drawn.map(({ value, own }) => ({
    id: `value ${value ?? ''}`,
    label: value === null ? APP.unknown[locale] : (maskName(by, value) ?? value),
    ages: own,
    values: [value],
  }));
  const all: Column = { id: 'total', label: PENDING.total[locale], ages, values: null };
  if (!isCut) return columns.length === 1 ? [all] : [all, ...columns];
  const others: Column = {
    id: 'others',
    label: PENDING.otherGroups[locale],
    ages: rest.flatMap(({ own }) => own),
    values: rest.map(({ value }) => value),
  };
  return [all, ...columns, others];
}

function toRow(band: number | null, columns: readonly Column[], by: DimensionId, end: number, locale: Locale): AgesRow {
  const next = band === null ? null : (AGE_BANDS.find((months) => months > band) ?? null);
  const range = band === null ? UNKNOWN_BAND : bandText(band, next);
  return {
    id: String(band),
    label: range[locale],
    cells: columns.map(({ id, label, ages, values }) => {
      const { count } = sumOf(ages.filter(({ overMonths }) => overMonths === band));
      const group: CaseFilter = values === null ? {} : { [by]: values };
      return {
        id,
        count,
        text: formatCount(count),
        length: end === 0 ? 0 : count / end,
        published: {
          metric: 'pending_age',
          variant: band === null ? 'unknown' : `${band}..${next ?? ''}`,
          n: count,
          group: id === 'total' ? null : label,
        },
        opens: { metric: 'pending', group, range: rangeOf(band, next) },
      };
    }),
  };
}

function rangeOf(band: number | null, next: number | null): CaseRange {
  if (band === null) return { kind: 'age_unknown', from: null, to: null };
  return { kind: 'age_months', from: band === 0 ? null : band, to: next };
}

/** 1, 2 or 5 times a power of ten that is not below `most`. */
function niceEnd(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((end) => end >= most) ?? most;
}
