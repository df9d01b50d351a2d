import { newcombeInterval, welchInterval, type Interval, type SampleMoments } from '../../statistics/interval.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import { FIGURES } from '../../text/figures.ts';
import type { Figure } from './figure.ts';

export type Verdict = 'better' | 'worse' | 'none';

/** A difference with its 95 % interval, and what may be said of it. */
export interface Evidence {
  readonly difference: number;
  /** Null where no interval is known: counts, medians, quantiles. Then nothing is said. */
  readonly interval: Interval | null;
  /** The interval excludes 0. */
  readonly isBeyondChance: boolean;
  /** Only where it is beyond chance and the metric has a favourable direction. */
  readonly verdict: Verdict;
}

/** How `now` differs from `before`; null where either has no value. Better or worse only where the interval excludes 0. */
export function compareFigures(now: Figure, before: Figure): Evidence | null {
  if (now.value === null || before.value === null) return null;
  const interval = intervalOf(now, before);
  const isBeyondChance = interval !== null && (interval.lower > 0 || interval.upper < 0);
  const verdict = isBeyondChance ? verdictOf(interval, now.definition.better) : 'none';
  return { difference: now.value - before.value, interval, isBeyondChance, verdict };
}

function intervalOf(now: Figure, before: Figure): Interval | null {
  if (now.definition.unit === 'ratio') return proportionInterval(now, before);
  const [first, second] = [momentsOf(now), momentsOf(before)];
  return first === null || second === null ? null : welchInterval(first, second);
}

function proportionInterval(now: Figure, before: Figure): Interval | null {
  const [first, second] = [proportionOf(now), proportionOf(before)];
  return first === null || second === null ? null : newcombeInterval(first, second);
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

function verdictOf(interval: Interval, better: 'up' | 'down' | 'neither'): Verdict {
  if (better === 'neither') return 'none';
  return interval.lower > 0 === (better === 'up') ? 'better' : 'worse';
}

/** The words for what may be said of a difference. */
export function wordsFor(evidence: Evidence): Bilingual {
  if (evidence.verdict === 'better') return FIGURES.betterThanBefore;
  if (evidence.verdict === 'worse') return FIGURES.worseThanBefore;
  if (!evidence.isBeyondChance) return FIGURES.noEvidence;
  return evidence.difference > 0 ? FIGURES.higherThanBefore : FIGURES.lowerThanBefore;
}
