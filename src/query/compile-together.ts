import { join, raw, sql, toStatement, type Fragment } from '../sql/fragment.ts';
import { toCasePool } from './case-pool.ts';
import { listTables } from './difference-source.ts';
import type { CompiledQuery, MetricQuery } from './metric-query.ts';
import { POOL } from './pooled.ts';
import type { QueryColumns } from './result.ts';
import { toCountSelects } from './segment-selects.ts';
import { planSegments, readParts, type SegmentPlan, toParts } from './segment-plan.ts';

/**
 * Several questions as one statement, and each of them as its own compiled query over its part of the answer.
 *
 *   MetricQuery[]        the same metrics and cases over several periods
 *       │ resolve        and cut the days at every boundary of any of them (`toSegments`)
 *       │ toOutput       formulas -> atoms, and arithmetic on what they count (`row-algebra.ts`)
 *   statement            the rows that can count for any of them are picked once (the pool), and every atom counts them
 *       │                  by segment; nothing else, as planning is dearer than scanning where a court is picked
 *       │ read           the segments of each row of each question added up, and its figures computed
 *   QueryColumns[]       what each question gives alone
 */
export interface CompiledTogether {
  readonly sql: string;
  readonly params: CompiledQuery['params'];
  readonly parts: readonly CompiledQuery[];
  /** The rows of every question, in their order, from those of the statement. */
  readonly read: (table: QueryColumns) => readonly QueryColumns[];
}

/**
 * Compiles questions that differ in nothing but period and grain into one statement. Throws a RangeError where they
 * differ in more, are grouped, or ask for a metric that is counted by whole months.
 */
export function compileTogether(queries: readonly MetricQuery[]): CompiledTogether {
  const plan = planSegments(queries);
  return {
    ...toStatement(renderCounts(plan)),
    parts: toParts(plan),
    read: (table) => readParts(plan, table),
  };
}

function renderCounts(unpooled: SegmentPlan): Fragment {
  const pool = toCasePool(unpooled.query, unpooled.atoms);
  const query = pool === null ? unpooled.query : { ...unpooled.query, pool };
  const tables = [
    ...(query.list === null ? [] : listTables(query.list)),
    ...(query.pool === undefined ? [] : [sql`${raw(POOL)} AS MATERIALIZED (\n  ${query.pool.body}\n)`]),
  ];
  const all = join(toCountSelects({ ...unpooled, query }), '\nUNION ALL ');
  return tables.length === 0 ? all : sql`WITH ${join(tables, ',\n')}\n${all}`;
}
