import { findMetric, findVariant } from '../metrics/index.ts';
import type { MetricDefinition, MetricVariant } from '../metrics/metric.ts';
import { DIMENSIONS, type DimensionId } from '../schema/columns.ts';
import type { ListSource } from './difference-list.ts';
import type { CaseFilter, MetricQuery, MetricRef } from './metric-query.ts';
import { type Calendar, type SpinePeriod, toCalendar, toSpine } from './period.ts';
import type { CasePool } from './pooled.ts';
import type { Segments } from './segments.ts';

/** A metric with its definition, under the key by which its figures are found. */
export interface ResolvedMetric {
  readonly key: string;
  readonly definition: MetricDefinition;
  readonly variant: MetricVariant;
}

/** A query whose ids are definitions and whose period is a spine. */
export interface ResolvedQuery {
  readonly metrics: readonly ResolvedMetric[];
  readonly groupBy: readonly DimensionId[];
  readonly filter: CaseFilter;
  readonly calendar: Calendar;
  readonly spine: readonly SpinePeriod[];
  readonly list: ListSource | null;
  /** Of several questions asked together: what the scans count by in the place of the spine's rows. */
  readonly segments?: Segments;
  /** Rows of `cases` picked beforehand, which every scan of them reads. */
  readonly pool?: CasePool;
}

/** The key of a metric in a result: `id`, or `id.variant` where a variant was named. */
export function toKey(ref: MetricRef): string {
  return ref.variant === undefined ? ref.id : `${ref.id}.${ref.variant}`;
}

/** Ids to definitions. Throws a RangeError that names what is not in the catalogue or cannot be combined. */
export function resolve(query: MetricQuery): ResolvedQuery {
  if (query.metrics.length === 0) throw new RangeError('A query without a metric');
  const calendar = toCalendar(query.period, query.grain, query.monthStartDay);
  const metrics = new Map(query.metrics.map((ref) => [toKey(ref), resolveMetric(ref)]));
  const groupBy = [...new Set(query.groupBy)];
  for (const dimension of [...groupBy, ...Object.keys(query.filter)]) {
    if (!DIMENSIONS.some((known) => known === dimension)) throw new RangeError(`Unknown dimension: ${dimension}`);
  }
  return {
    metrics: [...metrics.values()],
    groupBy,
    filter: query.filter,
    calendar,
    spine: toSpine(calendar),
    list: query.list ?? null,
  };
}

function resolveMetric(ref: MetricRef): ResolvedMetric {
  const definition = findMetric(ref.id);
  if (definition === undefined) throw new RangeError(`Unknown metric: ${ref.id}`);
  const variant = findVariant(definition, ref.variant);
  if (variant === undefined) throw new RangeError(`Unknown variant: ${toKey(ref)}`);
  return { key: toKey(ref), definition, variant };
}
