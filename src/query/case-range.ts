import { TRIAL } from '../metrics/population.ts';
import { type Fragment, raw, sql } from '../sql/fragment.ts';
import { batchedCases, BATCH_SIZES } from './batch-cases.ts';
import { followedCondition } from './followed-by.ts';
import type { Period } from './metric-query.ts';
import { dateLiteral } from './period.ts';
import { ownColumn, toCondition, toLeafCondition } from './predicate.ts';
import { conjunction } from './scan.ts';

/**
 * What a list may be narrowed by beyond its figure: a bar of a histogram, a band of ages, the days that are left.
 *
 * `days`, `net_days`: from filing to closing, the second less 扣除. `observed_days`, `net_observed_days`: how long a case
 * was followed that was open at some time of the period. `age_months`: over `from` and not over `to` months old when it
 * was closed, or at the end of the period. `age_unknown`: without a filing date. `any`: every trial case. `days_left`: to the due date from the
 * last day of the period; none is left where it is 0 or negative. `overrun_days`: from the due date to the closing.
 * `appeal_days`: from the closing to the appeal. `risk_days`, `net_risk_days`: at the age `from` (= `to`) open and under
 * observation, as a point of the survival curve counts. `unchanged`: with a due date
 * and without 延长 or 扣除. `retried`, `enforced`: a later case of that kind names it as the one it came
 * from. `unbatched`: not of a batch of `from` cases or more.
 */
export const RANGE_KINDS = [
  'days',
  'net_days',
  'observed_days',
  'net_observed_days',
  'age_months',
  'age_unknown',
  'any',
  'days_left',
  'overrun_days',
  'appeal_days',
  'risk_days',
  'net_risk_days',
  'unchanged',
  'retried',
  'enforced',
  'unbatched',
] as const;
export type RangeKind = (typeof RANGE_KINDS)[number];

/** Trial cases (诉讼) between two bounds, both included (of months: over `from`, not over `to`); null = no bound. */
export interface CaseRange {
  readonly kind: RangeKind;
  readonly from: number | null;
  readonly to: number | null;
}

/** Days less 扣除; a deduction that is not stated is none. NULL where more was deducted than the case took. */
export const NET_DAYS = raw(
  'CASE WHEN days >= greatest(coalesce(deduction_days, 0), 0) THEN days - greatest(coalesce(deduction_days, 0), 0) END',
);

/** Days that 延长 and 扣除 added to the limit; what is not stated is none. */
export const ADDED_DAYS = raw('(greatest(coalesce(extension_days, 0), 0) + greatest(coalesce(deduction_days, 0), 0))');

/** Rows that count as trial cases. */
export function trialCondition(): Fragment {
  return toCondition(TRIAL, (leaf) => toLeafCondition(leaf, ownColumn));
}

/** The condition of a range on a row of `cases`; the period gives the day on which ages are read. */
export function toRangeCondition(range: CaseRange, period: Period): Fragment {
  return conjunction([trialCondition(), toBounds(range, period)]) ?? raw('TRUE');
}

/** The last day of the period less filing, or closing less filing; NULL before filing or without a filing date. */
export function ageDays(end: string): Fragment {
  const after = dateLiteral(end);
  return sql`CASE WHEN resolved_on < ${after} THEN resolved_on - filed_on ELSE ${after} - filed_on - 1 END`;
}

/** Days from the last day of the period, at whose end a case is still open, to the due date; 0 or negative: overdue. */
export function daysLeft(end: string): Fragment {
  return sql`due_on - ${dateLiteral(end)} + 1`;
}

function toBounds(range: CaseRange, period: Period): Fragment {
  const { kind } = range;
  if (kind === 'any') return raw('TRUE');
  if (kind === 'age_unknown') return raw('filed_on IS NULL');
  if (kind === 'age_months') return toAgeCondition(range, period.end);
  if (kind === 'unchanged') return sql`due_on IS NOT NULL AND ${ADDED_DAYS} = 0`;
  if (kind === 'unbatched') return toUnbatched(range.from ?? BATCH_SIZES[0], period);
  if (kind === 'retried' || kind === 'enforced') return followedCondition(kind);
  if (kind === 'risk_days' || kind === 'net_risk_days') return toRiskCondition(kind, range.from ?? 0, period);
  const measure = measureOf(kind, period);
  const bounds = conjunction([
    range.from === null ? null : sql`(${measure}) >= ${toInteger(range.from)}`,
    range.to === null ? null : sql`(${measure}) <= ${toInteger(range.to)}`,
  ]);
  return bounds ?? sql`(${measure}) IS NOT NULL`;
}

/** Batches are told in the period, whatever else is filtered: a filter takes whole batches or chooses among their cases. */
function toUnbatched(least: number, period: Period): Fragment {
  return sql`case_id NOT IN (WITH ${batchedCases({ period, filter: {}, least })} SELECT case_id FROM batched)`;
}

/** At the age `age` under observation: entered at that age or younger, and followed to it or longer. */
function toRiskCondition(kind: 'risk_days' | 'net_risk_days', age: number, period: Period): Fragment {
  const followed = measureOf(kind === 'risk_days' ? 'observed_days' : 'net_observed_days', period);
  return sql`(${followed}) >= ${toInteger(age)} AND ${entryAge(period.start)} <= ${toInteger(age)}`;
}

type MeasuredKind = Exclude<
  RangeKind,
  | 'age_months'
  | 'age_unknown'
  | 'any'
  | 'unchanged'
  | 'retried'
  | 'enforced'
  | 'unbatched'
  | 'risk_days'
  | 'net_risk_days'
>;

function measureOf(kind: MeasuredKind, period: Period): Fragment {
  switch (kind) {
    case 'days':
      return raw('days');
    case 'net_days':
      return NET_DAYS;
    case 'observed_days':
      return sql`CASE WHEN ${observedCondition(period)} THEN ${ageDays(period.end)} END`;
    case 'net_observed_days':
      return sql`CASE WHEN ${observedCondition(period)} AND ${netAge(period.end)} >= ${entryAge(period.start)} THEN ${netAge(period.end)} END`;
    case 'days_left':
      return daysLeft(period.end);
    case 'overrun_days':
      return raw('resolved_on - due_on');
    case 'appeal_days':
      return raw('appealed_on - resolved_on');
  }
}

/** Open at some time of the period, with a filing date that is not after the closing. */
export function observedCondition({ start, end }: Period): Fragment {
  return sql`filed_on < ${dateLiteral(end)} AND (resolved_on IS NULL OR (resolved_on >= ${dateLiteral(start)} AND resolved_on >= filed_on))`;
}

/** The age on the first day of the period; 0 for a case filed in it. */
export function entryAge(start: string): Fragment {
  return sql`greatest(${dateLiteral(start)} - filed_on, 0)`;
}

/** `ageDays` less 扣除. */
export function netAge(end: string): Fragment {
  return sql`(${ageDays(end)} - greatest(coalesce(deduction_days, 0), 0))`;
}

/** By corresponding days of months, as 长期未结 is counted: over m months where filing + m months lies before the day. */
function toAgeCondition({ from, to }: CaseRange, end: string): Fragment {
  const at = sql`coalesce(CASE WHEN resolved_on < ${dateLiteral(end)} THEN resolved_on END, ${dateLiteral(end)})`;
  const anniversary = (months: number) => sql`filed_on + INTERVAL ${toInteger(months)} MONTH`;
  return (
    conjunction([
      from === null ? null : sql`${anniversary(from)} < ${at}`,
      to === null ? null : sql`${anniversary(to)} >= ${at}`,
    ]) ?? raw('filed_on IS NOT NULL')
  );
}

function toInteger(value: number): Fragment {
  if (!Number.isInteger(value)) throw new RangeError(`Not a whole number: ${value}`);
  return value < 0 ? raw(`(${value})`) : raw(String(value));
}
