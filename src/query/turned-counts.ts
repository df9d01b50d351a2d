import { DIMENSIONS, type DimensionId } from '../schema/columns.ts';
import { name, raw, sql, toStatement } from '../sql/fragment.ts';
import type { CompiledTogether } from './compile-together.ts';
import type { Statement } from './dimension-values.ts';
import { toFilterCondition } from './filter.ts';
import type { CaseFilter, MetricQuery } from './metric-query.ts';
import { planSegments, readParts, toParts } from './segment-plan.ts';
import { toCountSelects } from './segment-selects.ts';

/**
 * Questions whose answer is counted for every value of one dimension, the one that a person turns: as a table that is
 * made once, from which the answer for any of its values is picked without reading a case again.
 *
 *   MetricQuery[]      without that dimension in their filter
 *       │ create       what `compileTogether` counts, kept apart by the dimension, scan by scan
 *       │ pick         the rows of some of its values
 *   CompiledTogether   the same answers as the statement over the cases
 */
export interface TurnedCounts {
  /** What makes the table, in the order in which to run it: none takes long, so that others can be asked in between. */
  readonly create: readonly Statement[];
  readonly drop: Statement;
  readonly pick: (values: readonly (string | null)[]) => CompiledTogether;
}

/** The questions are asked of the cases again where more values are picked than a person turns through. */
export const MOST_PICKED = 12;

/** Whether `queries` can be counted by the values of `dimension`: no figure of them looks past a filter on it. */
export function isTurnable(queries: readonly MetricQuery[], dimension: DimensionId): boolean {
  const isApart = queries.every(({ groupBy, list }) => groupBy.length === 0 && list === undefined);
  return isApart && planSegments(queries).atoms.every(({ atom }) => !atom.fixes.includes(dimension));
}

/** The dimensions in which two filters differ. */
export function turnedBetween(before: CaseFilter, now: CaseFilter): readonly DimensionId[] {
  return DIMENSIONS.filter((dimension) => JSON.stringify(before[dimension]) !== JSON.stringify(now[dimension]));
}

/**
 * @param queries differ in nothing but period and grain, and do not restrict `dimension`
 * @param table name of the table to be made
 */
export function compileTurned(queries: readonly MetricQuery[], dimension: DimensionId, table: string): TurnedCounts {
  const plan = planSegments(queries, [dimension]);
  const [first, ...others] = toCountSelects(plan);
  if (first === undefined) throw new RangeError('Nothing is counted');
  return {
    create: [
      toStatement(sql`CREATE OR REPLACE TABLE ${name(table)} AS ${first}`),
      ...others.map((select) => toStatement(sql`INSERT INTO ${name(table)} ${select}`)),
    ],
    drop: toStatement(sql`DROP TABLE IF EXISTS ${name(table)}`),
    pick: (values) => {
      const isPicked = toFilterCondition({ [dimension]: values }, [dimension], name) ?? raw('TRUE');
      // The row behind the last scan is of no value: it tells whether any appeal can be attributed.
      const evidence = raw(String(plan.scans.length));
      const rows = sql`SELECT * EXCLUDE (${name(dimension)}) FROM ${name(table)} WHERE ${isPicked} OR scan = ${evidence}`;
      return { ...toStatement(rows), parts: toParts(plan), read: (answer) => readParts(plan, answer) };
    },
  };
}
