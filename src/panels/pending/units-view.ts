import type { PendingAge } from '../../query/pending-ages.ts';
import type { DimensionId } from '../../query/metric-query.ts';
import { APP } from '../../text/app.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCount } from '../../text/format.ts';
import { PENDING } from '../../text/pending.ts';
import { olderThan, sumOf, type OpenedCases } from './board-view.ts';
import { LONG_MONTHS } from './pending-results.svelte.ts';

/** One 庭室 or 法官. */
export interface UnitRow {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly UnitCell[];
}

export interface UnitCell {
  readonly id: string;
  readonly value: number;
  readonly text: string;
  readonly metric: string;
  readonly variant: string | null;
  readonly opens: OpenedCases;
}

export interface UnitsView {
  readonly headings: readonly string[];
  readonly rows: readonly UnitRow[];
}

/** Counts per unit in the order of their names, those not stated last. Nothing is ranked. */
export function toUnitsView(
  ages: readonly PendingAge[],
  dimension: DimensionId,
  nearDays: number,
  maskName: (dimension: string, value: string | null) => string | null,
  locale: Locale,
): UnitsView {
  const rows = [...new Set(ages.map(({ group }) => group))].map((value) => ({
    value,
    label: value === null ? APP.unknown[locale] : (maskName(dimension, value) ?? value),
  }));
  rows.sort((a, b) => Number(a.value === null) - Number(b.value === null) || a.label.localeCompare(b.label, 'zh-CN'));
  return {
    headings: [
      PENDING.history[locale],
      ...LONG_MONTHS.map((months) => PENDING.overMonths(months)[locale]),
      PENDING.overdue[locale],
      PENDING.nearWithin(nearDays)[locale],
    ],
    rows: rows.map(({ value, label }) => ({
      id: value ?? '∅',
      label,
      cells: toCells(
        ages.filter(({ group }) => group === value),
        { [dimension]: [value] },
        nearDays,
      ),
    })),
  };
}

function toCells(ages: readonly PendingAge[], group: OpenedCases['group'], nearDays: number): readonly UnitCell[] {
  const { count, overdue, near } = sumOf(ages);
  const cell = (metric: string, variant: string | null, value: number, opens: OpenedCases): UnitCell => ({
    id: `${metric} ${variant ?? ''}`,
    value,
    text: formatCount(value),
    metric,
    variant,
    opens: group === undefined ? opens : { ...opens, group },
  });
  return [
    cell('pending_trial', null, count, { metric: 'pending', range: { kind: 'any', from: null, to: null } }),
    ...LONG_MONTHS.map((months) =>
      cell('long_pending', String(months), olderThan(ages, months), {
        metric: 'long_pending',
        variant: String(months),
      }),
    ),
    cell('overdue_pending', null, overdue, { metric: 'overdue_pending' }),
    cell('pending_near_limit', String(nearDays), near, {
      metric: 'pending',
      range: { kind: 'days_left', from: 1, to: nearDays },
    }),
  ];
}
