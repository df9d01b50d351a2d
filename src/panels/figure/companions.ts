import { findMetric } from '../../metrics/index.ts';
import type { MetricRef } from '../../query/metric-query.ts';
import { toKey } from '../../query/resolve.ts';
import { variantInForce } from '../definition/definition-view.ts';

/** `refs` with the figures that tell whether a change of theirs follows from fewer judgments; each asked once. */
export function withCompanions(refs: readonly MetricRef[]): readonly MetricRef[] {
  const companions = refs.flatMap((ref): MetricRef[] => {
    const definition = findMetric(ref.id);
    const after = definition === undefined ? undefined : variantInForce(definition, ref.variant).onlyAfter;
    return after === undefined ? [] : [after];
  });
  return [...new Map([...refs, ...companions].map((ref) => [toKey(ref), ref])).values()];
}
