import type { MetricVariant } from '../../metrics/metric.ts';
import { DURATION } from '../../text/duration.ts';

/** The definition of a figure of days while they are less 扣除. */
export function toNetVariant<Variant extends Pick<MetricVariant, 'numerator'>>(variant: Variant): Variant {
  return { ...variant, numerator: DURATION.netNumerator };
}
