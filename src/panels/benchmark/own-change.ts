import { countsByChance, meansByChance } from '../../statistics/change-by-chance.ts';
import { ANNOUNCED_CONFIDENCE, compareFigures, countRatioOf, momentsOf, proportionOf } from '../figure/evidence.ts';
import { FEW_CASES, type Figure } from '../figure/figure.ts';

/**
 * Whether a court's figure rose or fell against `before` by more than chance explains (Newcombe for rates, Welch for
 * means, 99.8 %). Null where that cannot be told. Of hundreds of courts many are small and their events rare, where those
 * intervals are too narrow: the exact test has to say so too.
 */
export function ownChange(now: Figure, before: Figure): 'up' | 'down' | null {
  if (!isEnough(now) || !isEnough(before)) return null;
  const evidence = compareFigures(now, before);
  if (evidence === null || !evidence.isBeyondChance || chanceOf(now, before) > 1 - ANNOUNCED_CONFIDENCE) return null;
  return evidence.difference > 0 ? 'up' : 'down';
}

function chanceOf(now: Figure, before: Figure): number {
  const [events, others] = [countRatioOf(now), countRatioOf(before)];
  // Two ratios of counts are alike where the events are as large a part of events and cases.
  if (events !== null && others !== null) return countsByChance(together(events), together(others));
  const [x, y] = [proportionOf(now), proportionOf(before)];
  if (x !== null && y !== null) return countsByChance(x, y);
  const [a, b] = [momentsOf(now), momentsOf(before)];
  return a === null || b === null ? 1 : meansByChance(a, b);
}

function together({ x, n }: { readonly x: number; readonly n: number }) {
  return { x, n: x + n };
}

function isEnough({ denominator, n }: Figure): boolean {
  return (denominator ?? n ?? 0) >= FEW_CASES;
}
