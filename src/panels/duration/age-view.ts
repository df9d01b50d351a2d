import type { DurationAge } from '../../query/duration-age.ts';
import { newcombeInterval } from '../../statistics/interval.ts';
import type { Locale } from '../../text/bilingual.ts';
import {
  clearingWarning,
  DURATION,
  LEAVING_WARNING,
  oldShareSentence,
  youngMeanSentence,
} from '../../text/duration.ts';
import { formatNumber } from '../../text/format.ts';
import { ANNOUNCED_CONFIDENCE } from '../figure/evidence.ts';
import { FEW_CASES } from '../figure/figure.ts';

export interface AgeView {
  /** What is to be known before the mean is judged; none most of the time. */
  readonly warnings: readonly string[];
  /** The facts, or why nothing is judged. */
  readonly facts: string;
}

/**
 * What the old cases do to the mean, against the same period last year; `before` null: not comparable.
 * @param noStock why the pending cases are not known; null = they are
 */
export function toAgeView(
  now: DurationAge,
  before: DurationAge | null,
  noStock: string | null,
  locale: Locale,
): AgeView {
  const facts = factsOf(now, before, noStock, locale);
  if (before === null) return { warnings: [], facts: `${facts}${DURATION.noComparison[locale]}` };
  const counts = [now.closed, before.closed, ...(noStock === null ? [now.open, before.open] : [])];
  if (Math.min(...counts) < FEW_CASES) return { warnings: [], facts: `${facts}${DURATION.fewForWarning[locale]}` };
  const warnings: string[] = [];
  const added = addedDays(now, before);
  const isClearing = isShareHigher(now.closedOld, now.closed, before.closedOld, before.closed);
  if (isClearing && added > 0) warnings.push(clearingWarning(formatNumber(added, 1))[locale]);
  if (noStock === null && isShareHigher(now.openOld, now.open, before.openOld, before.open))
    warnings.push(LEAVING_WARNING[locale]);
  return { warnings, facts: warnings.length === 0 ? `${facts}${DURATION.noWarning[locale]}` : facts };
}

/** By how many days more than last year the old closings lift the mean above that of the other closings. */
export function addedDays(now: DurationAge, before: DurationAge): number {
  return liftOf(now) - liftOf(before);
}

function liftOf(age: DurationAge): number {
  const young = youngMean(age);
  return young === null || age.closed === 0 ? 0 : age.closedDays / age.closed - young;
}

/** Mean days of the closings that were not old; null where there are none. */
export function youngMean({ closed, closedOld, closedDays, closedOldDays }: DurationAge): number | null {
  return closed > closedOld ? (closedDays - closedOldDays) / (closed - closedOld) : null;
}

/** The share is higher than before, beyond chance at the level at which changes are announced (Newcombe). */
function isShareHigher(x: number, n: number, xBefore: number, nBefore: number): boolean {
  const interval = newcombeInterval({ x, n }, { x: xBefore, n: nBefore }, ANNOUNCED_CONFIDENCE);
  return interval !== null && interval.lower > 0;
}

function factsOf(now: DurationAge, before: DurationAge | null, noStock: string | null, locale: Locale): string {
  const share = (old: number, all: number) => (all < FEW_CASES ? null : old / all);
  const closed = oldShareSentence(
    'closed',
    now.closedOld,
    share(now.closedOld, now.closed),
    before === null ? null : share(before.closedOld, before.closed),
  );
  const open = oldShareSentence(
    'open',
    now.openOld,
    share(now.openOld, now.open),
    before === null ? null : share(before.openOld, before.open),
  );
  const young = youngMean(now);
  const youngText =
    young === null || now.closedOld === 0
      ? null
      : youngMeanSentence(young, before === null ? null : youngMean(before))[locale];
  const parts = [closed[locale], ...(youngText === null ? [] : [youngText]), noStock ?? open[locale]];
  return locale === 'zh' ? `${parts.join(';')}。` : `${parts.join('; ')}. `;
}
