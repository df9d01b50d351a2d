import { addDays, addMonths } from '../../lib/date.ts';
import type { MetricVariant } from '../../metrics/metric.ts';

/**
 * Whether the period that starts on `start` lies so near the first closing in the data that what its cases follow from is
 * not in them. False where that closing is not known.
 */
export function isEarly(
  { completeFromMonths = 0 }: MetricVariant,
  start: string,
  firstClosing: string | null,
): boolean {
  return completeFromMonths > 0 && firstClosing !== null && start < addMonths(firstClosing, completeFromMonths);
}

/**
 * Whether the period before `end` is too young for the figure: on the last day of the data, what follows its cases had
 * not yet come about. False where the last day is not known.
 */
export function isYoung({ completeAfterMonths = 0 }: MetricVariant, end: string, asOf: string | null): boolean {
  return completeAfterMonths > 0 && asOf !== null && addMonths(end, completeAfterMonths) > addDays(asOf, 1);
}
