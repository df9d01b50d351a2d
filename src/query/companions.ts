import { findMetric, findVariant } from '../metrics/index.ts';
import type { MetricRef } from './metric-query.ts';
import { toKey } from './resolve.ts';

/** `refs` with the figures that tell whether a change of theirs follows from fewer judgments; each asked once. */
export function withCompanions(refs: readonly MetricRef[]): readonly MetricRef[] {
  const companions = refs.flatMap((ref): MetricRef[] => {
    const definition = findMetric(ref.id);
    const after =
      definition === undefined ? undefined : (findVariant(definition, ref.variant) ?? definition.variants[0]).onlyAfter;
    return after === undefined ? [] : [after];
  });
  return [...new Map([...refs, ...companions].map((ref) => [toKey(ref), ref])).values()];
}
