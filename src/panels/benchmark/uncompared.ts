import type { UnitStratum } from '../../statistics/standardise/indirect.ts';
import { FEW_CASES } from '../figure/figure.ts';
import { isMerged } from './common-strata.ts';

/** Cases of a court that the adjustment for case mix reaches in part or not at all. */
export interface Uncompared {
  /** All of its cases. */
  readonly n: number;
  /** Of kinds of which all other courts together have fewer than ten cases: they are expected to go as they went. */
  readonly alone: number;
  /** Of kinds that a pack put together: adjusted for the procedure, not for the cause. */
  readonly merged: number;
}

/** More than half of the cases have nothing to be compared with: observed / expected would be near 1 whatever the court did. */
export function isMostlyAlone(uncompared: Uncompared | null): boolean {
  return uncompared !== null && uncompared.alone > uncompared.n / 2;
}

/** What of every court's cases was adjusted in part or not at all, from the strata that the expected counts come from. */
export function toUncompared(strata: readonly UnitStratum[]): ReadonlyMap<string, Uncompared> {
  const totals = new Map<string, number>();
  for (const { stratum, n } of strata) totals.set(stratum, (totals.get(stratum) ?? 0) + n);
  const own = new Map<string, Map<string, number>>();
  for (const { unit, stratum, n } of strata) {
    const kinds = own.get(unit) ?? new Map<string, number>();
    own.set(unit, kinds.set(stratum, (kinds.get(stratum) ?? 0) + n));
  }
  return new Map(
    [...own].map(([unit, kinds]) => {
      const found = { n: 0, alone: 0, merged: 0 };
      for (const [stratum, n] of kinds) {
        found.n += n;
        if ((totals.get(stratum) ?? 0) - n < FEW_CASES) found.alone += n;
        else if (isMerged(stratum)) found.merged += n;
      }
      return [unit, found] as const;
    }),
  );
}
