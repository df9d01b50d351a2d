import { compareFigures } from '../figure/evidence.ts';
import { FEW_CASES, type Figure } from '../figure/figure.ts';

/**
 * Whether a court's figure rose or fell against `before` by more than chance explains (Newcombe for rates, Welch for
 * means, 99.8 %). Null where that cannot be told.
 */
export function ownChange(now: Figure, before: Figure): 'up' | 'down' | null {
  if (!isEnough(now) || !isEnough(before)) return null;
  const evidence = compareFigures(now, before);
  if (evidence === null || !evidence.isBeyondChance) return null;
  return evidence.difference > 0 ? 'up' : 'down';
}

function isEnough({ denominator, n }: Figure): boolean {
  return (denominator ?? n ?? 0) >= FEW_CASES;
}
