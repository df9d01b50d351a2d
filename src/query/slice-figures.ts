import { findMetric, findVariant } from '../metrics/index.ts';
import type { MetricVariant } from '../metrics/metric.ts';
import { isSpoiled } from '../metrics/slice-effects.ts';
import type { CaseKind, Slice, SliceKind } from '../schema/slice.ts';
import type { DimensionId, MetricQuery, MetricRef, Period, ResultTable } from './metric-query.ts';
import { toCalendar, toSpine } from './period.ts';
import { toKey } from './resolve.ts';
import { withhold } from './withhold.ts';

export type { Slice, SliceKind };

/** `table` with every figure that a slice makes wrong taken out, and the reason in its place. */
export function withholdSliced(table: ResultTable, query: MetricQuery, slices: readonly Slice[]): ResultTable {
  if (slices.length === 0) return table;
  const periods = periodsOf(table, query);
  const measures = query.metrics.flatMap((ref) => {
    const measure = table.measures[toKey(ref)];
    const variant = variantOf(ref);
    if (measure === undefined || variant === undefined) return [];
    const reasonAt = (row: number) => {
      const period = periods[row] ?? query.period;
      const slice = slices.find((candidate) => isSpoiledAt(table, query, variant, candidate, period, row));
      return slice === undefined ? null : (`slice:${slice.kind}` as const);
    };
    return [[toKey(ref), withhold(measure, reasonAt)] as const];
  });
  return { ...table, measures: { ...table.measures, ...Object.fromEntries(measures) } };
}

export function variantOf(ref: MetricRef): MetricVariant | undefined {
  const definition = findMetric(ref.id);
  return definition === undefined ? undefined : findVariant(definition, ref.variant);
}

/** The days of every row. */
export function periodsOf(table: ResultTable, query: MetricQuery): readonly Period[] {
  const spine = toSpine(toCalendar(query.period, query.grain, query.monthStartDay));
  const byStart = new Map(spine.map((period) => [period.start, period]));
  return Array.from({ length: table.rowCount }, (_, row) => {
    return byStart.get(table.periodStart?.[row] ?? '') ?? query.period;
  });
}

/** Whether row `row` of `table` may count cases of this court, matter or level. */
export function isAccepted(
  table: ResultTable,
  query: MetricQuery,
  variant: MetricVariant,
  row: number,
  dimension: 'court' | 'matter' | 'level',
  value: string | null,
): boolean {
  const groups = table.groups[dimension satisfies DimensionId];
  if (groups !== undefined) return (groups[row] ?? null) === value;
  const isFixed = variant.fixes.some((fixed) => fixed === dimension);
  return isFixed || (query.filter[dimension]?.includes(value) ?? true);
}

function isSpoiledAt(
  table: ResultTable,
  query: MetricQuery,
  variant: MetricVariant,
  slice: Slice,
  period: Period,
  row: number,
): boolean {
  const accepts = (dimension: 'court' | 'matter' | 'level', value: string | null) =>
    isAccepted(table, query, variant, row, dimension, value);
  if (!slice.courts.some((court) => accepts('court', court))) return false;
  const isCounted = ({ matter, level }: CaseKind) => accepts('matter', matter) && accepts('level', level);
  return isSpoiled(variant, slice, period, isCounted);
}
