import { variantOf } from '../metrics/index.ts';
import type { MetricVariant } from '../metrics/metric.ts';
import { isSpoiled } from '../metrics/slice-effects.ts';
import type { CaseKind, Slice, SliceKind } from '../schema/slice.ts';
import type { MetricQuery, Period, ResultTable } from './metric-query.ts';
import { toKey } from './resolve.ts';
import { isAccepted, periodsOf, withhold } from './withhold.ts';

export type { Slice, SliceKind };

/** `table` with every figure that a slice makes wrong taken out, and the reason in its place. */
export function withholdSliced(table: ResultTable, query: MetricQuery, slices: readonly Slice[]): ResultTable {
  if (slices.length === 0) return table;
  const periods = periodsOf(table, query);
  const measures = query.metrics.flatMap((ref) => {
    const measure = table.measures[toKey(ref)];
    const variant = variantOf(ref.id, ref.variant);
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
