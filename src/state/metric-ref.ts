import type { MetricRef } from '../query/metric-query.ts';
import type { Selection } from './selection.svelte.ts';

/** The metric in the variant that is in force. */
export function refOf(id: string, selection: Pick<Selection, 'variantOf'>): MetricRef {
  const variant = selection.variantOf(id);
  return variant === undefined ? { id } : { id, variant };
}
