import { countRatioDifference, countRatioInterval } from '../../statistics/count-ratio.ts';
import { newcombeInterval, welchInterval, type Interval, type SampleMoments } from '../../statistics/interval.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import { FIGURES } from '../../text/figures.ts';
import type { Figure } from './figure.ts';

export type Verdict = 'better' | 'worse' | 'none';

/**
 * The level at which a change is announced, in words or in colour. A page compares some 25 figures with two periods
 * each: at 95 % one or two of them would seem changed in every court in which nothing did, at 99.8 % one in twenty pages.
 */
export const ANNOUNCED_CONFIDENCE = 0.998;

/** A difference with its 95 % interval, and what may be said of it. */
export interface Evidence {
  readonly difference: number;
  /** Null where no interval is known: counts, medians, quantiles. Then nothing is said. */
  readonly interval: Interval | null;
  /** The interval at the level of `ANNOUNCED_CONFIDENCE`, wider than the one shown, excludes 0. */
  readonly isBeyondChance: boolean;
  /** Beyond chance, but not of the judgments: so it follows from there being fewer or more of them, and is not named. */
  readonly judgments: 'fewer' | 'more' | null;
  /** Only where it is beyond chance and the metric has a favourable direction. */
  readonly verdict: Verdict;
}

/** How `now` differs from `before`; null where either has no value. Better or worse only where it is beyond chance. */
export function compareFigures(now: Figure, before: Figure): Evidence | null {
  if (now.value === null || before.value === null) return null;
  const interval = differenceInterval(now, before);
  const wide = differenceInterval(now, before, ANNOUNCED_CONFIDENCE);
  const isWide = wide !== null && (wide.lower > 0 || wide.upper < 0);
  const isBeyondChance = isWide && changedPerJudgment([now], [before]);
  const verdict = isBeyondChance && wide !== null ? verdictOf(wide, now.definition) : 'none';
  const judgments = isWide && !isBeyondChance ? shareOfJudgments(now, before) : null;
  return { difference: now.value - before.value, interval, isBeyondChance, judgments, verdict };
}

/**
 * Whether a rate of events that only follow a judgment changed per judgment as well, at the level at which changes are
 * announced. True where the figures are none of these, or nobody asked for the judgments.
 */
export function changedPerJudgment(now: readonly Figure[], before: readonly Figure[]): boolean {
  const [first, second] = [perJudgment(now), perJudgment(before)];
  if (first === null || second === null) return true;
  const interval = newcombeInterval(first, second, ANNOUNCED_CONFIDENCE);
  return interval !== null && (interval.lower > 0 || interval.upper < 0);
}

/** Events and judgments over all `figures`; null where they are not known. */
function perJudgment(figures: readonly Figure[]): { readonly x: number; readonly n: number } | null {
  let [x, n] = [0, 0];
  for (const { numerator, denominator, judgments, variant } of figures) {
    if (judgments === undefined || judgments === null || numerator === null || denominator === null) return null;
    x += isComplement(variant) ? denominator - numerator : numerator;
    n += judgments;
  }
  return n === 0 ? null : { x: Math.min(x, n), n };
}

/** Whether judgments are a smaller or a larger part of the cases than before. */
function shareOfJudgments(now: Figure, before: Figure): 'fewer' | 'more' {
  const share = ({ judgments, denominator }: Figure) => (judgments ?? 0) / Math.max(1, denominator ?? 0);
  return share(now) < share(before) ? 'fewer' : 'more';
}

/** The interval of `now` − `before`: Newcombe for shares, Welch for means of days; null for all else. */
export function differenceInterval(now: Figure, before: Figure, confidence = 0.95): Interval | null {
  if (now.definition.unit === 'ratio') {
    const [own, other] = [countRatioOf(now), countRatioOf(before)];
    if (own !== null && other !== null) {
      const interval = countRatioDifference(own, other, confidence);
      return interval !== null && isComplement(now.variant)
        ? { lower: -interval.upper, upper: -interval.lower }
        : interval;
    }
    const [first, second] = [proportionOf(now), proportionOf(before)];
    return first === null || second === null ? null : newcombeInterval(first, second, confidence);
  }
  const [first, second] = [momentsOf(now), momentsOf(before)];
  return first === null || second === null ? null : welchInterval(first, second, confidence);
}

/** Mean and variance of a mean of days; null for every other figure. */
export function momentsOf(figure: Figure): SampleMoments | null {
  const { value, deviation, n } = figure;
  if (value === null || deviation === null || n === null) return null;
  return { n, mean: value, variance: deviation ** 2 };
}

/** x of n for a rate of resolved cases; null for every other figure. */
export function proportionOf(figure: Figure): { readonly x: number; readonly n: number } | null {
  const { numerator, denominator } = figure;
  if (numerator === null || denominator === null || !isShare(figure) || numerator > denominator) return null;
  return { x: numerator, n: denominator };
}

/**
 * A rate of resolved cases: each case counts or does not, so that an interval of a proportion applies. Not 结收比 and
 * 结案率, whose numerators are no part of their denominators, nor sums of money.
 */
export function isShare({ variant: { formula } }: Pick<Figure, 'variant'>): boolean {
  if (formula.kind !== 'ratio' || formula.numerator.length !== 1 || formula.denominator.length !== 1) return false;
  const parts = [...formula.numerator, ...formula.denominator];
  return parts.every((part) => part.sum === undefined) && formula.denominator[0]?.of.event === 'resolved_on';
}

/**
 * Whether numerator and denominator are the same cases, so that chance moves x of n as it moves a share. Not where each has
 * a day of its own (上诉率 A, 发改率 D1: appeals of the period over its closings).
 */
export function isOfSameCases({ formula }: Figure['variant']): boolean {
  if (formula.kind !== 'ratio') return false;
  const [part, whole] = [formula.numerator[0]?.of, formula.denominator[0]?.of];
  if (part === undefined || whole === undefined) return false;
  if (part.event === 'original_resolved_on') return whole.relation === 'cases' && whole.event === 'resolved_on';
  return part.relation === whole.relation && part.event === whole.event;
}

export function isComplement({ formula }: Figure['variant']): boolean {
  return formula.kind === 'ratio' && formula.isComplement === true;
}

/**
 * Events and cases of a rate whose events are those of other cases; null for every other figure. Of a complement
 * (服判息诉率) the events that are taken off.
 */
export function countRatioOf(figure: Figure): { readonly x: number; readonly n: number } | null {
  const { numerator, denominator, variant } = figure;
  if (numerator === null || denominator === null || !(denominator > 0)) return null;
  if (!isShare(figure) || isOfSameCases(variant)) return null;
  return { x: isComplement(variant) ? denominator - numerator : numerator, n: denominator };
}

/** The interval of a rate: `ofShare` where each case counts or does not, that of two counts otherwise; null for no rate. */
export function rateInterval(
  figure: Figure,
  ofShare: (x: number, n: number, confidence: number) => Interval | null,
  confidence = 0.95,
): Interval | null {
  const counts = countRatioOf(figure);
  if (counts !== null) {
    const interval = countRatioInterval(counts.x, counts.n, confidence);
    if (interval === null || !isComplement(figure.variant)) return interval;
    return { lower: 1 - interval.upper, upper: 1 - interval.lower };
  }
  const share = proportionOf(figure);
  return share === null ? null : ofShare(share.x, share.n, confidence);
}

function verdictOf(interval: Interval, { better, isZeroNoGoal }: Figure['definition']): Verdict {
  if (better === 'neither' || isZeroNoGoal === true) return 'none';
  return interval.lower > 0 === (better === 'up') ? 'better' : 'worse';
}

/** The words for what may be said of a difference. */
export function wordsFor(evidence: Evidence): Bilingual {
  if (evidence.verdict === 'better') return FIGURES.betterThanBefore;
  if (evidence.verdict === 'worse') return FIGURES.worseThanBefore;
  if (evidence.judgments !== null) return FIGURES[evidence.judgments === 'fewer' ? 'fewerJudgments' : 'moreJudgments'];
  if (!evidence.isBeyondChance) return FIGURES.noEvidence;
  return evidence.difference > 0 ? FIGURES.higherThanBefore : FIGURES.lowerThanBefore;
}
