import { lazy } from '../../lib/lazy.ts';
import { countInterval } from '../interval.ts';
import type { Interval } from '../interval.ts';

/** x of n cases of one unit in one stratum (case type). */
export interface UnitStratum {
  readonly unit: string;
  readonly stratum: string;
  readonly x: number;
  readonly n: number;
}

export interface IndirectRatio {
  readonly unit: string;
  readonly observed: number;
  /** Cases expected if each of the unit's cases ended at the pooled rate of its stratum. */
  readonly expected: number;
  /** Of the rates that are expected, squared: n·rate² summed over the strata. What the counts n add to the variance. */
  readonly squares: number;
  /** Observed / expected; null where nothing is expected. */
  readonly ratio: number | null;
  readonly interval: Interval | null;
}

/**
 * Observed and expected counts per unit, given the units' case mix (indirect standardisation; Breslow & Day 1987,
 * IARC 82, ch. 2). The reference rate of a stratum is pooled over all units. Units in order of first occurrence.
 * Two units with very different mixes must not be compared by their ratios.
 */
export function indirectRatios(rows: readonly UnitStratum[], confidence = 0.95): readonly IndirectRatio[] {
  const pooled = new Map<string, { x: number; n: number }>();
  for (const { stratum, x, n } of rows) {
    const total = entryOf(pooled, stratum, () => ({ x: 0, n: 0 }));
    total.x += x;
    total.n += n;
  }
  const units = new Map<string, { observed: number; expected: number; squares: number }>();
  for (const { unit, stratum, x, n } of rows) {
    const reference = pooled.get(stratum);
    const own = entryOf(units, unit, () => ({ observed: 0, expected: 0, squares: 0 }));
    own.observed += x;
    const rate = n > 0 && reference !== undefined ? reference.x / reference.n : 0;
    own.expected += n * rate;
    own.squares += n * rate ** 2;
  }
  return [...units].map(([unit, { observed, expected, squares }]) => {
    const interval = lazy(() => toInterval(observed, expected, confidence));
    return {
      unit,
      observed,
      expected,
      squares,
      ratio: expected > 0 ? observed / expected : null,
      get interval() {
        return interval();
      },
    };
  });
}

function entryOf<Entry>(entries: Map<string, Entry>, key: string, create: () => Entry): Entry {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const entry = create();
  entries.set(key, entry);
  return entry;
}

function toInterval(observed: number, expected: number, confidence: number): Interval | null {
  const limits = expected > 0 ? countInterval(observed, confidence) : null;
  return limits === null ? null : { lower: limits.lower / expected, upper: limits.upper / expected };
}
