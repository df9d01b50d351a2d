import { CIVIL_FIRST_INSTANCE } from '../metrics/population.ts';
import type { DimensionId } from '../schema/columns.ts';
import { type Fragment, raw, sql } from '../sql/fragment.ts';
import { filteredDimensions, toFilterCondition } from './filter.ts';
import type { CaseFilter, Period } from './metric-query.ts';
import { dateLiteral, toCalendar } from './period.ts';
import { ownColumn, toCondition, toLeafCondition } from './predicate.ts';
import { conjunction } from './scan.ts';

/** Sizes from which cases that ended alike may be called a batch. */
export const BATCH_SIZES = [5, 10, 20, 50] as const;

/** Cases with consecutive numbers belong to one batch if each was closed within so many days of the one before. */
export const MOST_DAYS_BETWEEN = 7;

/** In which cases batches are looked for. */
export interface BatchScope {
  readonly period: Period;
  readonly filter: CaseFilter;
  /** The least number of cases of a batch. */
  readonly least: number;
}

/** Whole batches meet these filters or do not; the others choose among the cases of a batch. */
const OF_BATCHES: readonly DimensionId[] = ['court', 'cause', 'closing', 'type_code'];
/** Set by the definitions of settlement: civil first instance, whatever is filtered. */
const FIXED: readonly DimensionId[] = ['matter', 'level'];

/**
 * The batches among the civil first-instance cases closed in the period, as common table expressions that end with
 * `batched`: the cases of batches that meet the filter, with `kind` and `island`.
 *
 * No plaintiff is loaded, so a batch is told by what cases share. `day`: at least `least` cases of one court, cause and
 * way of closing, closed on one day. `run`: of the others, those in a row of at least `least` consecutive 案号 of one
 * court, type and year, of one cause and way of closing, each closed within a week of the one before. A case whose
 * cause or closing is not known is in no batch.
 */
export function batchedCases({ period, filter, least }: BatchScope): Fragment {
  if (!Number.isInteger(least) || least < 2) throw new RangeError(`Not a size of a batch: ${least}`);
  const { start, end } = toCalendar(period, undefined).period;
  const restricted = filteredDimensions(filter).filter((dimension) => !FIXED.includes(dimension));
  const whole = restricted.filter((dimension) => OF_BATCHES.includes(dimension));
  const others = restricted.filter((dimension) => !OF_BATCHES.includes(dimension));
  const counted = conjunction([
    sql`resolved_on >= ${dateLiteral(start)}`,
    sql`resolved_on < ${dateLiteral(end)}`,
    toCondition(CIVIL_FIRST_INSTANCE, (leaf) => toLeafCondition(leaf, ownColumn)),
    raw('cause IS NOT NULL AND closing IS NOT NULL'),
    toFilterCondition(filter, whole, ownColumn),
  ]);
  const chosen = toFilterCondition(filter, others, ownColumn);
  const size = raw(String(least));
  const row = raw('PARTITION BY court_code, type_code, case_year, cause, closing');
  return sql`counted AS (
  SELECT * FROM cases WHERE ${counted ?? raw('TRUE')}
), stepped AS (
  SELECT *, count(*) OVER (PARTITION BY court, cause, closing, resolved_on) AS same_day,
    CASE WHEN serial = lag(serial) OVER numbers + 1
      AND abs(resolved_on - lag(resolved_on) OVER numbers) <= ${raw(String(MOST_DAYS_BETWEEN))} THEN 0 ELSE 1 END AS is_first
  FROM counted WINDOW numbers AS (${row} ORDER BY serial, case_id)
), rows_of_numbers AS (
  SELECT *, sum(is_first) OVER (${row} ORDER BY serial, case_id ROWS UNBOUNDED PRECEDING) AS island FROM stepped
), told AS (
  SELECT *, CASE WHEN same_day >= ${size} THEN 'day'
    WHEN serial IS NOT NULL AND count(*) OVER (${row}, island) >= ${size} THEN 'run' END AS kind
  FROM rows_of_numbers
), batched AS (
  SELECT * FROM told WHERE kind IS NOT NULL${chosen === null ? raw('') : sql` AND ${chosen}`}
)`;
}
