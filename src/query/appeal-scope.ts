import { FIRST_INSTANCE } from '../metrics/population.ts';
import { type Fragment, raw, sql } from '../sql/fragment.ts';
import { filteredDimensions, toFilterCondition } from './filter.ts';
import type { CaseFilter, Period } from './metric-query.ts';
import { dateLiteral, toCalendar } from './period.ts';
import { ownColumn, type ReadColumn, toCondition, toLeafCondition } from './predicate.ts';
import { conjunction } from './scan.ts';
import { toSource } from './source.ts';

/** Whose appeals are asked for, and when. A filter on the level does not apply: appeals are of first-instance cases. */
export interface AppealScope {
  readonly period: Period;
  readonly filter: CaseFilter;
}

/** Rows of `appeals` under a filter. */
export interface AppealRows {
  readonly from: Fragment;
  readonly where: Fragment;
  readonly own: ReadColumn;
}

/**
 * The appeals that meet `filter`. `original`: seen by the classification of the case they came from, as D1, D2 and D5
 * count them; without it by their own, as D3 and D4 do.
 */
export function toAppealRows(filter: CaseFilter, viewpoint: 'original' | null): AppealRows {
  const dimensions = filteredDimensions(filter).filter((dimension) => dimension !== 'level');
  const source = toSource({ relation: 'appeals', ...(viewpoint === null ? {} : { viewpoint }) }, dimensions);
  return {
    from: source.from,
    own: source.own,
    where: toFilterCondition(filter, dimensions, source.dimension) ?? raw('TRUE'),
  };
}

/** First-instance cases that meet `filter`. */
export function toFirstInstance(filter: CaseFilter): Fragment {
  const dimensions = filteredDimensions(filter).filter((dimension) => dimension !== 'level');
  const first = toCondition(FIRST_INSTANCE, (leaf) => toLeafCondition(leaf, ownColumn));
  return conjunction([first, toFilterCondition(filter, dimensions, ownColumn)]) ?? first;
}

/** `date` lies in the period, which must be two days of the calendar in their order. */
export function toWithin(date: Fragment, period: Period): Fragment {
  const { start, end } = toCalendar(period, undefined).period;
  return sql`${date} >= ${dateLiteral(start)} AND ${date} < ${dateLiteral(end)}`;
}
