import { studentQuantile } from '../distribution/student.ts';
import type { Interval } from '../interval.ts';
import { ratioOrNull, sum } from '../sample.ts';
import { directProportion } from './direct.ts';

/** One unit in one stratum: x of n cases, or x days of n cases with the squared distances from their mean. */
export interface PairSide {
  readonly x: number;
  readonly n: number;
  /** Σ(days − mean)² within the stratum; null for counts. */
  readonly squares: number | null;
}

/** A stratum (kind of case) of two units. */
export interface PairStratum {
  readonly first: PairSide;
  readonly second: PairSide;
}

export interface StandardisedSide {
  readonly crude: number | null;
  /** What the rate or mean would be with the common mix. */
  readonly standardised: number;
  /** Null where the strata do not vary, so that no interval is known. */
  readonly interval: Interval | null;
  /** Share of the unit's cases that are in the strata compared. */
  readonly coverage: number;
}

/** Two units with one common mix: that of both together in the strata which both have. */
export interface DirectPair {
  readonly strata: number;
  readonly first: StandardisedSide;
  readonly second: StandardisedSide;
  /** First − second. */
  readonly difference: number;
  /** From the intervals of both (Newcombe 1998, Stat Med 17:873, method 10; Zou & Donner 2008); null where one has none. */
  readonly interval: Interval | null;
}

/**
 * Direct standardisation of two units to the mix of both together, over the strata in which each has at least `least`
 * cases. Null where there is none. Shares: Wilson on the effective sample size (`directProportion`); means: Student, with
 * the variance within strata pooled over a unit. Strata that only one of them has cannot be adjusted: `coverage`.
 */
export function directPair(
  strata: readonly PairStratum[],
  {
    isMean,
    least,
    confidence = 0.95,
  }: { readonly isMean: boolean; readonly least: number; readonly confidence?: number },
): DirectPair | null {
  const common = strata.filter(({ first, second }) => first.n >= least && second.n >= least);
  if (common.length === 0) return null;
  const weights = common.map(({ first, second }) => first.n + second.n);
  const sideOf = (pick: (stratum: PairStratum) => PairSide): StandardisedSide => {
    const [all, kept] = [strata.map(pick), common.map(pick)];
    const n = sum(all.map((side) => side.n));
    const found = isMean ? meanOf(kept, weights, confidence) : shareOf(kept, weights, confidence);
    return {
      crude: ratioOrNull(sum(all.map(({ x }) => x)), n),
      ...found,
      coverage: sum(kept.map((side) => side.n)) / n,
    };
  };
  const [first, second] = [sideOf((stratum) => stratum.first), sideOf((stratum) => stratum.second)];
  const difference = first.standardised - second.standardised;
  return { strata: common.length, first, second, difference, interval: differenceOf(first, second) };
}

type Standardised = Pick<StandardisedSide, 'standardised' | 'interval'>;

function shareOf(sides: readonly PairSide[], weights: readonly number[], confidence: number): Standardised {
  const strata = sides.map(({ x, n }, i) => ({ x, n, weight: weights[i] ?? 0 }));
  const { standardised, interval } = directProportion(strata, confidence);
  return { standardised: standardised ?? NaN, interval };
}

function meanOf(sides: readonly PairSide[], weights: readonly number[], confidence: number): Standardised {
  const total = sum(weights);
  const parts = sides.map(({ x, n }, i) => ({ share: (weights[i] ?? 0) / total, mean: x / n, n }));
  const standardised = sum(parts.map(({ share, mean }) => share * mean));
  const degrees = sum(sides.map(({ n }) => n - 1));
  const within = degrees > 0 ? sum(sides.map(({ squares }) => squares ?? NaN)) / degrees : NaN;
  const error = Math.sqrt(within * sum(parts.map(({ share, n }) => share ** 2 / n)));
  if (!(error > 0)) return { standardised, interval: null };
  const half = studentQuantile(1 - (1 - confidence) / 2, degrees) * error;
  return { standardised, interval: { lower: standardised - half, upper: standardised + half } };
}

function differenceOf(first: Standardised, second: Standardised): Interval | null {
  const [a, b] = [first.interval, second.interval];
  if (a === null || b === null) return null;
  const difference = first.standardised - second.standardised;
  return {
    lower: difference - Math.hypot(first.standardised - a.lower, b.upper - second.standardised),
    upper: difference + Math.hypot(a.upper - first.standardised, second.standardised - b.lower),
  };
}
