import { addDays, addMonths } from '../../lib/date.ts';
import type { MetricRef, Period } from '../../query/metric-query.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import { startOfMonth } from '../../state/period.ts';
import { isYoung } from '../figure/young.ts';
import { figureAt, isFew, type Figure } from '../figure/figure.ts';

/** Months drawn and reckoned with on either side at most. */
export const MOST_MONTHS = 48;
/** Months with a value that each side needs (product rule; Turner et al. 2021 found fewer to mislead). */
export const LEAST_MONTHS = 12;

/** A statistical month with its figure. */
export interface ReformMonth {
  readonly start: string;
  readonly figure: Figure;
  /** Null where it has no value, too few cases for a rate, or belongs to the transition. */
  readonly value: number | null;
  readonly isTransition: boolean;
}

/** Complete months around a named day. */
export interface ReformSeries {
  readonly months: readonly ReformMonth[];
  /** Number (from 1) of the first month that counts as after; beyond the last where there is none. */
  readonly firstAfter: number;
  readonly knownBefore: number;
  readonly knownAfter: number;
}

/** The months to ask for: up to `MOST_MONTHS` whole ones on either side of `day`, within the data. */
export function reformPeriod(day: string, span: Period, monthStartDay: number): Period {
  const month = startOfMonth(day, monthStartDay);
  const first = addMonths(month, -MOST_MONTHS);
  const last = addMonths(month, MOST_MONTHS + 1);
  const begin = startOfMonth(span.start, monthStartDay);
  return { start: first < begin ? begin : first, end: last > span.end ? span.end : last };
}

/** First day of the first month that counts as after: the month of a day in its middle is mixed and counts for neither. */
export function firstMonthAfter(day: string, transition: number, monthStartDay: number): string {
  const month = startOfMonth(day, monthStartDay);
  return addMonths(month === day ? month : addMonths(month, 1), transition);
}

/**
 * The months of an answer by month that lie wholly in the data, from the first with a value, with those of the transition
 * left empty.
 */
export function toReformSeries(
  answer: AnsweredQuery,
  ref: MetricRef,
  choice: { readonly day: string; readonly transition: number; readonly span: Period; readonly asOf: string | null },
): ReformSeries {
  const { table, query } = answer;
  const startDay = query.monthStartDay ?? 1;
  const after = firstMonthAfter(choice.day, choice.transition, startDay);
  const mixed = startOfMonth(choice.day, startDay);
  const all = (table.periodStart ?? []).flatMap((start, row): ReformMonth[] => {
    const figure = figureAt(table, ref, row);
    const end = addMonths(start, 1);
    const isKnown = choice.asOf === null || end <= addDays(choice.asOf, 1);
    if (
      figure === null ||
      isYoung(figure.variant, end, choice.asOf) ||
      start < choice.span.start ||
      end > query.period.end ||
      !isKnown
    )
      return [];
    const isTransition = start >= mixed && start < after;
    return [{ start, figure, value: isTransition || isFew(figure) ? null : figure.value, isTransition }];
  });
  const months = all.slice(
    Math.max(
      0,
      all.findIndex(({ figure }) => figure.value !== null),
    ),
  );
  const before = months.filter(({ start }) => start < after);
  const count = (part: readonly ReformMonth[]) => part.filter(({ value }) => value !== null).length;
  return {
    months,
    firstAfter: before.length + 1,
    knownBefore: count(before),
    knownAfter: count(months.slice(before.length)),
  };
}

/**
 * The series less that of a court which did not take part, month by month; null where either has no value. What moved both
 * courts is gone from it.
 */
export function lessOther(own: ReformSeries, other: ReformSeries): readonly (number | null)[] {
  const values = new Map(other.months.map(({ start, value }) => [start, value]));
  return own.months.map(({ start, value }) => {
    const compared = values.get(start) ?? null;
    return value === null || compared === null ? null : value - compared;
  });
}
