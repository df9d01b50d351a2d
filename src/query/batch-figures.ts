import { variantOf } from '../metrics/index.ts';
import type { MetricVariant, Predicate } from '../metrics/metric.ts';
import { type Fragment, join, name, raw, sql, toStatement } from '../sql/fragment.ts';
import { batchedCases } from './batch-cases.ts';
import type { Statement } from './dimension-values.ts';
import type { Measure, MetricQuery, ResultTable } from './metric-query.ts';
import { ownColumn, toCondition, toLeafCondition } from './predicate.ts';
import { toKey } from './resolve.ts';
import type { QueryColumns } from './result.ts';

/**
 * What the cases of batches count in the figures of `query`, by its groups. The metrics have to be shares of civil
 * first-instance cases resolved (settlement and its parts); throws a RangeError otherwise, and for a query by month.
 *
 * @param least the least number of cases of a batch
 */
export function compileBatchFigures(query: MetricQuery, least: number): Statement {
  if (query.grain !== undefined) throw new RangeError('Batches are told in whole periods');
  const groups = query.groupBy.map((dimension) => name(dimension));
  const counts = query.metrics.flatMap((ref, i) => {
    const { numerator, denominator } = partsOf(ref.id, ref.variant);
    return [countOf(numerator, `x${i + 1}`), countOf(denominator, `n${i + 1}`)];
  });
  const by = groups.length === 0 ? raw('') : sql`\nGROUP BY ${join(groups, ', ')}\nORDER BY ${join(groups, ', ')}`;
  const scope = { period: query.period, filter: query.filter, least };
  return toStatement(sql`WITH ${batchedCases(scope)}
SELECT ${join([...groups, ...counts], ', ')}
FROM batched${by}`);
}

/** `table`, which answers `query`, less the cases of batches: those of the answer to `compileBatchFigures`. */
export function withoutBatches(table: ResultTable, query: MetricQuery, batched: QueryColumns): ResultTable {
  const rowOf = new Map(
    Array.from({ length: batched.rowCount }, (_, row) => [
      JSON.stringify(query.groupBy.map((dimension) => batched.columns[dimension]?.[row] ?? null)),
      row,
    ]),
  );
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    rowOf.get(JSON.stringify(query.groupBy.map((dimension) => table.groups[dimension]?.[row] ?? null))),
  );
  const measures = query.metrics.flatMap((ref, i) => {
    const measure = table.measures[toKey(ref)];
    if (measure === undefined) return [];
    const count = (column: string) =>
      rows.map((row) => (row === undefined ? 0 : Number(batched.columns[`${column}${i + 1}`]?.[row] ?? 0)));
    return [[toKey(ref), subtract(measure, count('x'), count('n'))] as const];
  });
  return { ...table, measures: { ...table.measures, ...Object.fromEntries(measures) } };
}

function subtract(measure: Measure, x: readonly number[], n: readonly number[]): Measure {
  const less = (values: readonly (number | null)[], counts: readonly number[]) =>
    values.map((value, i) => (value === null ? null : value - (counts[i] ?? 0)));
  const numerator = less(measure.numerator, x);
  const denominator = less(measure.denominator, n);
  const value = numerator.map((part, i) => {
    const whole = denominator[i] ?? null;
    return part === null || whole === null || whole === 0 ? null : part / whole;
  });
  const missing = measure.missing.map((reason, i) => (reason === null && value[i] === null ? 'no-cases' : reason));
  return { ...measure, value, numerator, denominator, n: denominator, missing };
}

function partsOf(id: string, variantId: string | undefined): { numerator: Predicate; denominator: Predicate } {
  const variant = variantOf(id, variantId);
  const [numerator, denominator] = variant === undefined ? [] : sharesOf(variant);
  if (numerator === undefined || denominator === undefined)
    throw new RangeError(`Not a share of civil first-instance cases resolved: ${id}`);
  return { numerator, denominator };
}

function sharesOf({ formula, fixes }: MetricVariant): readonly Predicate[] {
  if (formula.kind !== 'ratio' || !fixes.includes('matter') || !fixes.includes('level')) return [];
  const parts = [formula.numerator, formula.denominator].map((quantities) => quantities[0]?.of);
  const isCounted = [...formula.numerator, ...formula.denominator].every(
    ({ of, sum }) => of.relation === 'cases' && of.event === 'resolved_on' && sum === undefined,
  );
  return isCounted ? parts.flatMap((of) => (of === undefined ? [] : [of.where])) : [];
}

function countOf(where: Predicate, alias: string): Fragment {
  const condition = toCondition(where, (leaf) => toLeafCondition(leaf, ownColumn));
  return sql`CAST(count(*) FILTER (WHERE ${condition}) AS DOUBLE) AS ${name(alias)}`;
}
