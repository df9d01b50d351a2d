import { TRIAL } from '../metrics/population.ts';
import { addDays } from '../lib/date.ts';
import { type Fragment, raw, sql } from '../sql/fragment.ts';
import { NET_DAYS } from './case-range.ts';
import type { Statement } from './dimension-values.ts';
import { filteredDimensions, toFilterCondition } from './filter.ts';
import type { CaseFilter, Period } from './metric-query.ts';
import { toCalendar } from './period.ts';
import { ownColumn, toCondition, toLeafCondition } from './predicate.ts';
import { conjunction } from './scan.ts';

/** Whose trial durations are asked for, and when. */
export interface DurationScope {
  readonly period: Period;
  readonly filter: CaseFilter;
  /** Days less 扣除 (`NET_DAYS`); absent = calendar days. */
  readonly isNet?: boolean;
}

/** Where durations are read from: `cases`, whose `days` are less 扣除 where the scope says so. */
export function toDurationSource({ isNet }: DurationScope): Fragment {
  return isNet === true ? sql`(SELECT * REPLACE (${NET_DAYS} AS days) FROM cases)` : raw('cases');
}

/** A statement that reads `cases`, so that it reads days less 扣除. */
export function toNetStatement(statement: Statement): Statement {
  const net = `cases AS (SELECT * REPLACE (${NET_DAYS.text} AS days) FROM main.cases)`;
  const rest = statement.sql.replace(/^WITH\b/, '');
  const isCompound = rest !== statement.sql;
  return { ...statement, sql: `WITH ${net}${isCompound ? ',' : ''}\n${rest}` };
}

/** Trial cases (诉讼) that meet the filter: the rows that the metrics of trial duration count. */
export function toTrialCondition(filter: CaseFilter): Fragment {
  const trial = toCondition(TRIAL, (leaf) => toLeafCondition(leaf, ownColumn));
  return conjunction([trial, toFilterCondition(filter, filteredDimensions(filter), ownColumn)]) ?? raw('TRUE');
}

/** The period, checked: two days of the calendar in their order. Throws a RangeError otherwise. */
export function checkedPeriod({ period }: DurationScope): Period {
  return toCalendar(period, undefined).period;
}

/**
 * The period as far as the data reach: a case that is open on their last day is not known to be open later. Null where
 * they end before the period begins.
 */
export function toObservedPeriod(period: Period, asOf: string): Period | null {
  const end = addDays(asOf, 1);
  if (end <= period.start) return null;
  return end < period.end ? { start: period.start, end } : period;
}
