import { findMetric, findVariant } from '../metrics/index.ts';
import type { MetricVariant, Population, Quantity } from '../metrics/metric.ts';
import { type CaseColumn, CASE_COLUMNS } from '../schema/columns.ts';
import { type Fragment, join, name, raw, sql, toStatement } from '../sql/fragment.ts';
import { isStock } from './atom.ts';
import type { Statement } from './dimension-values.ts';
import { filteredDimensions, toFilterCondition } from './filter.ts';
import type { CaseFilter, MetricRef, Period } from './metric-query.ts';
import { dateLiteral, toCalendar } from './period.ts';
import { toCondition, toLeafCondition } from './predicate.ts';
import { conjunction } from './scan.ts';
import { toSource } from './source.ts';

/** Which cases are asked for: those behind one part of one figure. */
export interface CaseListQuery {
  readonly metric: MetricRef;
  /** `denominator` of a count or a duration is the count itself. */
  readonly part: 'numerator' | 'denominator';
  readonly period: Period;
  readonly filter: CaseFilter;
  readonly sortBy?: CaseColumn;
  readonly isDescending?: boolean;
  readonly limit: number;
  readonly offset: number;
}

/**
 * The cases that a figure counts: every column of `cases`, `case_id` last in the order so that pages do not overlap.
 * A figure that counts appeals lists the second-instance rows; those known from 后续… columns only, the original rows.
 */
export function compileCaseList(query: CaseListQuery): Statement {
  const columns = CASE_COLUMNS.map(({ name: column }) => sql`listed.${name(column)}`);
  const direction = raw(query.isDescending === true ? 'DESC NULLS LAST' : 'ASC NULLS LAST');
  const sorted = query.sortBy === undefined ? [] : [sql`listed.${name(toColumn(query.sortBy))} ${direction}`];
  return toStatement(sql`SELECT ${join(columns, ', ')}
FROM cases AS listed
WHERE listed.case_id IN (${toCaseIds(query)})
ORDER BY ${join([...sorted, raw('listed.case_id')], ', ')}
LIMIT ${toCount(query.limit)} OFFSET ${toCount(query.offset)}`);
}

/** How many cases `compileCaseList` has without its limit, as the column `count`. */
export function compileCaseCount(query: CaseListQuery): Statement {
  return toStatement(sql`SELECT CAST(count(*) AS DOUBLE) AS "count" FROM cases WHERE case_id IN (${toCaseIds(query)})`);
}

/** SQL of the ids of the cases that a part of a figure counts; of appeals, those of the second instance. */
export function toCaseIds(query: Omit<CaseListQuery, 'limit' | 'offset'>): Fragment {
  const definition = findMetric(query.metric.id);
  const variant = definition && findVariant(definition, query.metric.variant);
  if (variant === undefined) throw new RangeError(`Unknown metric: ${query.metric.id}`);
  toCalendar(query.period, undefined);
  const parts = partsOf(variant, query.part).map(({ of }) => toRows(of, variant, query));
  return join(parts, '\n  UNION ALL ');
}

function partsOf({ formula }: MetricVariant, part: CaseListQuery['part']): readonly Quantity[] {
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

function toRows(of: Population, variant: MetricVariant, { filter, period }: Pick<CaseListQuery, 'filter' | 'period'>): Fragment {
  const dimensions = filteredDimensions(filter).filter(
    (dimension) => !variant.fixes.some((fixed) => fixed === dimension),
  );
  const source = toSource(isStock(of) ? { relation: 'cases' } : of, dimensions);
  const within = isStock(of)
    ? toOpen(of, period)
    : conjunction([
        sql`${source.own(of.event)} >= ${dateLiteral(period.start)}`,
        sql`${source.own(of.event)} < ${dateLiteral(period.end)}`,
      ]);
  const { formula } = variant;
  const measured = formula.kind === 'duration' ? sql`${source.own(formula.column)} IS NOT NULL` : null;
  const where = conjunction([
    within,
    measured,
    of.where.kind === 'always' ? null : toCondition(of.where, (leaf) => toLeafCondition(leaf, source.own)),
    toFilterCondition(filter, dimensions, source.dimension),
  ]);
  const id =
    of.relation === 'cases'
      ? raw('case_id')
      : sql`coalesce(${source.own('case_id')}, ${source.own('original_case_id')})`;
  return sql`SELECT ${id} FROM ${source.from} WHERE ${where ?? raw('TRUE')}`;
}

function toOpen(of: Extract<Population, { event: 'open_at_start' | 'open_at_end' }>, period: Period): Fragment {
  const at = dateLiteral(of.event === 'open_at_start' ? period.start : period.end);
  const isOld =
    of.minAgeMonths === undefined ? null : sql`filed_on + INTERVAL ${raw(String(of.minAgeMonths))} MONTH < ${at}`;
  const isOverdue = of.isOverdue === true ? sql`due_on < ${at}` : null;
  const isOpen = sql`coalesce(filed_on < ${at}, resolved_on IS NOT NULL) AND (resolved_on < ${at}) IS NOT TRUE`;
  return conjunction([isOpen, isOld, isOverdue]) ?? isOpen;
}

function toColumn(column: CaseColumn): CaseColumn {
  if (!CASE_COLUMNS.some(({ name: known }) => known === column)) throw new RangeError(`Unknown column: ${column}`);
  return column;
}

function toCount(value: number): Fragment {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`Not a count: ${value}`);
  return raw(String(value));
}
