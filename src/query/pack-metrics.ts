import { sha256 } from '../lib/sha256.ts';
import { CATALOG } from '../metrics/index.ts';
import type { Formula, MetricDefinition, MetricVariant, Quantity } from '../metrics/metric.ts';
import type { MetricRef } from './metric-query.ts';
import type { PackDefinition } from './pack.ts';
import { toKey } from './resolve.ts';

/** A variant that a pack holds exactly: its two sums add up over months and kinds of case. */
export interface PackMetric {
  readonly key: string;
  readonly ref: MetricRef;
  readonly definition: MetricDefinition;
  readonly variant: MetricVariant;
}

/** Every variant whose figure is a quotient of sums of events: no stocks, no quantiles, no yearly figures. */
export const PACK_METRICS: readonly PackMetric[] = CATALOG.flatMap((definition) =>
  definition.variants.flatMap((variant): PackMetric[] => {
    if (!isAdditive(variant.formula)) return [];
    const ref = variant.id === null ? { id: definition.id } : { id: definition.id, variant: variant.id };
    return [{ key: toKey(ref), ref, definition, variant }];
  }),
);

/** The metric of a pack that answers `ref`, in the default variant where none is named; null where packs hold none. */
export function findPackMetric(ref: MetricRef): PackMetric | null {
  const same = PACK_METRICS.filter(({ definition }) => definition.id === ref.id);
  if (ref.variant !== undefined) return same.find(({ variant }) => variant.id === ref.variant) ?? null;
  return same.find(({ definition, variant }) => definition.variants[0] === variant) ?? null;
}

/** The definition as it is written into a pack. */
export function toPackDefinition({ definition, variant }: PackMetric): PackDefinition {
  return {
    metric: definition.id,
    variant: variant.id,
    label: definition.label,
    numerator: variant.numerator,
    denominator: variant.denominator,
    population: variant.population,
    fingerprint: fingerprintOf(variant),
  };
}

type Counted = Pick<MetricVariant, 'formula' | 'fixes'>;

/** Every court of every pack is asked for every figure. */
const fingerprints = new WeakMap<Counted, string>();

/** Sixteen digits that change with the formula of a variant, lists that a court may edit included. */
export function fingerprintOf(variant: Counted): string {
  const known = fingerprints.get(variant);
  if (known !== undefined) return known;
  const fingerprint = sha256(JSON.stringify([variant.formula, variant.fixes])).slice(0, 16);
  fingerprints.set(variant, fingerprint);
  return fingerprint;
}

function isAdditive(formula: Formula): boolean {
  if (formula.kind === 'duration') return formula.statistic === 'mean';
  if (formula.kind === 'sum') return formula.parts.every(isEvent);
  return formula.kind === 'ratio' && [...formula.numerator, ...formula.denominator].every(isEvent);
}

function isEvent({ of }: Quantity): boolean {
  return of.event !== 'open_at_start' && of.event !== 'open_at_end';
}
