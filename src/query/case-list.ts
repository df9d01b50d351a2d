import { variantOf } from '../metrics/index.ts';
import type { MetricVariant, Population, Quantity } from '../metrics/metric.ts';
import { type CaseColumn, CASE_COLUMNS } from '../schema/columns.ts';
import { type Fragment, join, name, raw, sql, toStatement } from '../sql/fragment.ts';
import { isStock } from './atom.ts';
import { ageDays, type CaseRange, daysLeft, toRangeCondition } from './case-range.ts';
import type { Statement } from './dimension-values.ts';
import { filteredDimensions, toFilterCondition } from './filter.ts';
import type { CaseFilter, MetricRef, Period } from './metric-query.ts';
import { dateLiteral, toCalendar, toSpine } from './period.ts';
import { toCondition, toLeafCondition } from './predicate.ts';
import { type GivenReason, toReasonCondition } from './reversal-reasons.ts';
import { conjunction } from './scan.ts';
import { toSource } from './source.ts';

/** Which cases are asked for: those behind one part of one figure. */
export interface CaseListQuery {
  readonly metric: MetricRef;
  /** `denominator` of a count or a duration is the count itself. */
  readonly part: 'numerator' | 'denominator';
  readonly period: Period;
  readonly filter: CaseFilter;
  /** The group that the figure belongs to. Unlike `filter`, it holds for dimensions that the definition fixes too. */
  readonly group?: CaseFilter;
  /** Only those of the figure's cases that lie in a range of days or ages. */
  readonly range?: CaseRange | null;
  /** Only those for which the lists give this reason of the reversal. */
  readonly reason?: GivenReason | null;
  /** Day on which a statistical month starts; decides which months are whole (结案均衡度). */
  readonly monthStartDay?: number;
  /** Absent = every column of `cases`. */
  readonly columns?: readonly ListColumn[];
  readonly sortBy?: ListColumn;
  readonly isDescending?: boolean;
  readonly limit: number;
  readonly offset: number;
}

export type { CaseColumn };

/** Columns of a list that follow from the last day of its period: `age_days` 已审天数, `days_left` to the due date. */
export const DERIVED_COLUMNS = ['age_days', 'days_left'] as const;
export type ListColumn = CaseColumn | (typeof DERIVED_COLUMNS)[number];
/** Every column that a list may show or be sorted by. */
export const LIST_COLUMNS: readonly ListColumn[] = [...CASE_COLUMNS.map(({ name: id }) => id), ...DERIVED_COLUMNS];

/** Which cases, without which of them and in what order. */
export type CaseSetQuery = Omit<CaseListQuery, 'columns' | 'sortBy' | 'isDescending' | 'limit' | 'offset'>;

/** A 案号 sorts by its parts, so that 9号 comes before 10号. */
const CASE_NO_PARTS: readonly CaseColumn[] = ['case_year', 'court_code', 'type_code', 'serial', 'case_no'];

/**
 * The cases that a figure counts, `case_id` last in the order so that pages do not overlap; what is not known stands
 * last. A figure that counts appeals lists the second-instance rows; those known from 后续… columns only, the original
 * rows. The page is found by its sort column alone before the other columns are read.
 */
export function compileCaseList(query: CaseListQuery): Statement {
  const chosen = query.columns ?? CASE_COLUMNS.map(({ name: column }) => column);
  const columns = chosen.map((column) => sql`listed.${name(toColumn(column))}`);
  const derived = DERIVED_COLUMNS.filter((column) => chosen.includes(column) || query.sortBy === column);
  const rows = derived.length === 0 ? raw('cases') : toRowsWith(derived, query.period.end);
  return toStatement(sql`SELECT ${join(columns, ', ')}
FROM ${rows} AS listed
WHERE listed.case_id IN (
  SELECT sorted.case_id FROM ${rows} AS sorted
  WHERE sorted.case_id IN (${toCaseIds(query)})
  ORDER BY ${toOrder('sorted', query)}
  LIMIT ${toCount(query.limit)} OFFSET ${toCount(query.offset)})
ORDER BY ${toOrder('listed', query)}`);
}

/** `cases` with the derived columns beside its own. */
function toRowsWith(derived: readonly (typeof DERIVED_COLUMNS)[number][], end: string): Fragment {
  const columns = { age_days: ageDays(end), days_left: daysLeft(end) };
  return sql`(SELECT *, ${join(
    derived.map((column) => sql`${columns[column]} AS ${name(column)}`),
    ', ',
  )} FROM cases)`;
}

function toOrder(table: 'listed' | 'sorted', { sortBy, isDescending }: CaseListQuery): Fragment {
  const direction = raw(isDescending === true ? 'DESC NULLS LAST' : 'ASC NULLS LAST');
  const columns = sortBy === undefined ? [] : sortBy === 'case_no' ? CASE_NO_PARTS : [toColumn(sortBy)];
  const keys = columns.map((column) => sql`${raw(table)}.${name(column)} ${direction}`);
  return join([...keys, raw(`${table}.case_id`)], ', ');
}

/** How many cases `compileCaseList` has without its limit, as the column `count`. */
export function compileCaseCount(query: CaseSetQuery): Statement {
  return toStatement(sql`SELECT CAST(count(*) AS DOUBLE) AS "count" FROM cases WHERE case_id IN (${toCaseIds(query)})`);
}

/** SQL of the ids of the cases that a part of a figure counts; of appeals, those of the second instance. */
export function toCaseIds(query: CaseSetQuery): Fragment {
  const variant = variantOf(query.metric.id, query.metric.variant);
  if (variant === undefined) throw new RangeError(`Unknown metric: ${query.metric.id}`);
  toCalendar(query.period, undefined);
  const parts = partsOf(variant, query.part).map(({ of }) => toRows(of, variant, query));
  const ids = join(parts, '\n  UNION ALL ');
  const narrowed = conjunction([
    query.range == null ? null : toRangeCondition(query.range, query.period),
    query.reason == null ? null : toReasonCondition(query.reason),
  ]);
  return narrowed === null ? ids : sql`SELECT case_id FROM cases WHERE case_id IN (${ids}) AND ${narrowed}`;
}

/** The quantities that a part of a figure adds up; a count, a duration and a balance have one part. */
export function partsOf({ formula }: MetricVariant, part: CaseListQuery['part']): readonly Quantity[] {
  switch (formula.kind) {
    case 'sum':
      return formula.parts;
    case 'ratio':
      return part === 'numerator' ? formula.numerator : formula.denominator;
    case 'duration':
    case 'balance':
      return [{ of: formula.of }];
    case 'disposition_time':
      return [part === 'numerator' ? formula.stock : formula.flow];
  }
}

function toRows(of: Population, variant: MetricVariant, query: CaseSetQuery): Fragment {
  const { filter, group = {} } = query;
  const dimensions = filteredDimensions(filter).filter(
    (dimension) => !variant.fixes.some((fixed) => fixed === dimension),
  );
  const grouped = filteredDimensions(group);
  const source = toSource(isStock(of) ? { relation: 'cases' } : of, [...dimensions, ...grouped]);
  const within = isStock(of) ? toOpen(of, query.period) : toWithin(source.own(of.event), variant, query);
  const { formula } = variant;
  const measured = formula.kind === 'duration' ? sql`${source.own(formula.column)} IS NOT NULL` : null;
  const where = conjunction([
    within,
    measured,
    of.where.kind === 'always' ? null : toCondition(of.where, (leaf) => toLeafCondition(leaf, source.own)),
    toFilterCondition(filter, dimensions, source.dimension),
    toFilterCondition(group, grouped, source.dimension),
  ]);
  const id =
    of.relation === 'cases'
      ? raw('case_id')
      : sql`coalesce(${source.own('case_id')}, ${source.own('original_case_id')})`;
  return sql`SELECT ${id} FROM ${source.from} WHERE ${where ?? raw('TRUE')}`;
}

/** The days that count: those of the period; of a balance, those of its whole months. */
function toWithin(date: Fragment, { formula }: MetricVariant, { period, monthStartDay }: CaseSetQuery): Fragment {
  const months = toSpine(toCalendar(period, undefined, monthStartDay))[0]?.wholeMonths ?? [];
  const [first, last] = [months[0], months.at(-1)];
  if (formula.kind === 'balance' && (first === undefined || last === undefined)) return raw('FALSE');
  const isWhole = formula.kind === 'balance' && first !== undefined && last !== undefined;
  const { start, end } = isWhole ? { start: first.start, end: last.end } : period;
  return sql`${date} >= ${dateLiteral(start)} AND ${date} < ${dateLiteral(end)}`;
}

function toOpen(of: Extract<Population, { event: 'open_at_start' | 'open_at_end' }>, period: Period): Fragment {
  const at = dateLiteral(of.event === 'open_at_start' ? period.start : period.end);
  const isOld =
    of.minAgeMonths === undefined ? null : sql`filed_on + INTERVAL ${raw(String(of.minAgeMonths))} MONTH < ${at}`;
  const isOverdue = of.isOverdue === true ? sql`due_on < ${at}` : null;
  const isOpen = sql`coalesce(filed_on < ${at}, resolved_on IS NOT NULL) AND (resolved_on < ${at}) IS NOT TRUE`;
  return conjunction([isOpen, isOld, isOverdue]) ?? isOpen;
}

function toColumn(column: ListColumn): ListColumn {
  if (!LIST_COLUMNS.includes(column)) throw new RangeError(`Unknown column: ${column}`);
  return column;
}

function toCount(value: number): Fragment {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`Not a count: ${value}`);
  return raw(String(value));
}
