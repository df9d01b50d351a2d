import type { SpineSpread } from '../../charts/spine/spine-view.ts';
import { quantile, sorted } from '../../statistics/quantile.ts';
import { FEW_CASES } from '../figure/figure.ts';
import type { CourtUnit } from './court-unit.ts';

/** Fewer peers than this have neither a middle half nor a median worth a line. */
export const FEWEST_IN_SPREAD = 5;

/** The peers whose values may be laid out: at least ten cases, and not our own court. */
export function peersWithValue(courts: readonly CourtUnit[], ownCourt: string | null): readonly CourtUnit[] {
  return courts.filter(({ name, figure, n }) => name !== ownCourt && figure?.value != null && n >= FEW_CASES);
}

/** Ends, quartiles (R's type 7) and median of `values`; null where they are fewer than five. */
export function spreadOf(values: readonly number[]): SpineSpread | null {
  if (values.length < FEWEST_IN_SPREAD) return null;
  const ascending = sorted(values);
  const at = (p: number): number => quantile(ascending, p) ?? NaN;
  return { low: at(0), lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75), high: at(1) };
}
