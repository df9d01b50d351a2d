import { newcombeInterval, welchInterval, type DifferenceInterval } from '../../statistics/interval.ts';
import { momentsOf, proportionOf } from '../figure/evidence.ts';
import { FEW_CASES, type Figure } from '../figure/figure.ts';

/** The level of the whole table: at 95 % one arrow in twenty would point at nothing. */
const CONFIDENCE = 0.998;

/**
 * Whether a court's figure rose or fell against `before` by more than chance explains (Newcombe for rates, Welch for
 * means, 99.8 %). Null where that cannot be told.
 */
export function ownChange(now: Figure, before: Figure): 'up' | 'down' | null {
  const interval = differenceOf(now, before);
  if (interval === null || (interval.lower <= 0 && interval.upper >= 0)) return null;
  return interval.lower > 0 ? 'up' : 'down';
}

function differenceOf(now: Figure, before: Figure): DifferenceInterval | null {
  const [x1, x0] = [proportionOf(now), proportionOf(before)];
  if (x1 !== null && x0 !== null) return isEnough(x1.n, x0.n) ? newcombeInterval(x1, x0, CONFIDENCE) : null;
  const [m1, m0] = [momentsOf(now), momentsOf(before)];
  return m1 !== null && m0 !== null && isEnough(m1.n, m0.n) ? welchInterval(m1, m0, CONFIDENCE) : null;
}

function isEnough(first: number, second: number): boolean {
  return first >= FEW_CASES && second >= FEW_CASES;
}
