import type { MetricVariant } from '../../metrics/metric.ts';
import { countsByChance } from '../../statistics/change-by-chance.ts';
import { countRatioDifference } from '../../statistics/count-ratio.ts';
import { newcombeInterval, type Interval, type Proportion } from '../../statistics/interval.ts';
import { ANNOUNCED_CONFIDENCE, isComplement, isOfSameCases } from '../figure/evidence.ts';

/** The 95 % interval of our rate less theirs, and whether the difference is more than chance by interval and exact test. */
export interface GapByChance {
  readonly interval: Interval;
  readonly isBeyondChance: boolean;
}

/** Null where either side has no case. */
export function gapByChance(own: Proportion, other: Proportion, variant: MetricVariant): GapByChance | null {
  const isShares = isOfSameCases(variant);
  const isRest = !isShares && isComplement(variant);
  const [a, b] = isRest ? [rest(own), rest(other)] : [own, other];
  const differ = isShares ? newcombeInterval : countRatioDifference;
  const [interval, wide] = [differ(a, b), differ(a, b, ANNOUNCED_CONFIDENCE)];
  if (interval === null || wide === null) return null;
  const chance = isShares ? countsByChance(a, b) : countsByChance(together(a), together(b));
  return {
    interval: isRest ? { lower: -interval.upper, upper: -interval.lower } : interval,
    isBeyondChance: (wide.lower > 0 || wide.upper < 0) && chance <= 1 - ANNOUNCED_CONFIDENCE,
  };
}

function rest({ x, n }: Proportion): Proportion {
  return { x: n - x, n };
}

/** Two ratios of counts are alike where the events are as large a part of events and cases. */
function together({ x, n }: Proportion): Proportion {
  return { x, n: x + n };
}
