import { gammaQuantile } from '../distribution/gamma.ts';
import { byarInterval, wilsonInterval } from '../interval.ts';
import type { Interval } from '../interval.ts';
import { finiteOrNull, ratioOrNull, sum } from '../sample.ts';

/** A stratum (case type) of one unit: x of n cases, and the weight of the stratum in the standard. */
export interface ProportionStratum {
  readonly x: number;
  readonly n: number;
  readonly weight: number;
}

export interface StandardisedProportion {
  readonly crude: number | null;
  /** Null where no weighted stratum has a case. */
  readonly standardised: number | null;
  readonly standardError: number | null;
  /** 95 %; null where the variance is 0. */
  readonly interval: Interval | null;
  /** Cases to which a simple proportion of the same variance would correspond. */
  readonly effectiveN: number | null;
  /** Share of the standard's weight in strata in which the unit has cases; below 1, compare with care. */
  readonly coverage: number | null;
}

/**
 * Directly standardised proportion: the unit's stratum rates weighted by the standard's shares. Strata without cases
 * are left out and the weights rescaled. Interval: Wilson on the effective sample size (Dean & Pagano 2015, Stat Methods
 * Med Res 24:1).
 */
export function directProportion(strata: readonly ProportionStratum[], confidence = 0.95): StandardisedProportion {
  const kept = strata.filter(({ n }) => n > 0);
  const keptWeight = sum(kept.map(({ weight }) => weight));
  const coverage = ratioOrNull(keptWeight, sum(strata.map(({ weight }) => weight)));
  const crude = ratioOrNull(sum(kept.map(({ x }) => x)), sum(kept.map(({ n }) => n)));
  const nothing = { standardised: null, standardError: null, interval: null, effectiveN: null };
  if (!(keptWeight > 0)) return { crude, ...nothing, coverage };
  const parts = kept.map(({ x, n, weight }) => ({ share: weight / keptWeight, p: x / n, n }));
  const standardised = sum(parts.map(({ share, p }) => share * p));
  const variance = sum(parts.map(({ share, p, n }) => (share ** 2 * p * (1 - p)) / n));
  const effectiveN = variance > 0 ? (standardised * (1 - standardised)) / variance : null;
  const interval = effectiveN === null ? null : wilsonInterval(standardised * effectiveN, effectiveN, confidence);
  return { crude, standardised, standardError: Math.sqrt(variance), interval, effectiveN, coverage };
}

/** A stratum with a count of events, its population, and the standard population. */
export interface RateStratum {
  readonly count: number;
  readonly population: number;
  readonly standardPopulation: number;
}

export interface StandardisedRate {
  readonly totalCount: number;
  readonly totalPopulation: number;
  readonly crude: number | null;
  /** Null where a stratum has no population. */
  readonly standardised: number | null;
  /** Byar-based; null below 10 events. */
  readonly dobson: Interval | null;
  /** Gamma-based, valid for few events too. */
  readonly fayFeuer: Interval | null;
}

/**
 * Directly standardised rate per person or case, with the intervals of Dobson et al. 1991 (Stat Med 10:457) and
 * Fay & Feuer 1997 (Stat Med 16:791).
 */
export function directRate(strata: readonly RateStratum[], confidence = 0.95): StandardisedRate {
  const totalCount = sum(strata.map(({ count }) => count));
  const totalPopulation = sum(strata.map(({ population }) => population));
  const standard = sum(strata.map(({ standardPopulation }) => standardPopulation));
  const parts = strata.map((stratum) => ({ ...stratum, weight: stratum.standardPopulation / standard }));
  const rate = sum(parts.map(({ weight, count, population }) => (weight * count) / population));
  const variance = sum(parts.map(({ weight, count, population }) => (weight ** 2 * count) / population ** 2));
  const largest = Math.max(...parts.map(({ weight, population }) => weight / population));
  const standardised = finiteOrNull(strata.length === 0 ? null : rate);
  return {
    totalCount,
    totalPopulation,
    crude: ratioOrNull(totalCount, totalPopulation),
    standardised,
    dobson: standardised === null ? null : dobsonInterval(rate, variance, totalCount, confidence),
    fayFeuer: standardised === null ? null : fayFeuerInterval(rate, variance, largest, confidence),
  };
}

function dobsonInterval(rate: number, variance: number, count: number, confidence: number): Interval | null {
  const byar = count < 10 ? null : byarInterval(count, confidence);
  if (byar === null) return null;
  const factor = Math.sqrt(variance / count);
  return { lower: rate + factor * (byar.lower - count), upper: rate + factor * (byar.upper - count) };
}

function fayFeuerInterval(rate: number, variance: number, largest: number, confidence: number): Interval | null {
  if (!Number.isFinite(largest) || !(largest > 0)) return null;
  const tail = (1 - confidence) / 2;
  const spread = variance + largest ** 2;
  const centre = rate + largest;
  return {
    lower: rate === 0 ? 0 : (gammaQuantile(tail, rate ** 2 / variance) * variance) / rate,
    upper: (gammaQuantile(1 - tail, centre ** 2 / spread) * spread) / centre,
  };
}
