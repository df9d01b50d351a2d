import { MERGED } from '../../query/pack.ts';
import type { UnitStratum } from '../../statistics/standardise/indirect.ts';

/** A kind of case is compared on its own where it is known of this many courts, */
const FEWEST_COURTS = 3;
/** and of this many cases beside those of the court that has most of them. */
const FEWEST_CASES = 20;

/** `MERGED` as a value of a stratum's text; no other value is written like this. */
const MERGED_TEXT = JSON.stringify(MERGED);

/**
 * Strata that all courts can be compared on. Benchmark packs put rare kinds of case together (`MERGED`), so a court of
 * loaded cases would stand alone in its rare kinds and be expected to do what it does: where any stratum is merged, kinds
 * that too few others have are merged too, and adjusted by what is left of them (the procedure). Strata are the JSON texts
 * of `toUnitStrata`, their first value the cause.
 */
export function toCommonStrata(strata: readonly UnitStratum[]): readonly UnitStratum[] {
  if (!strata.some(({ stratum }) => stratum.includes(MERGED_TEXT))) return strata;
  const byStratum = grouped(strata);
  const isCommon = new Map(
    [...byStratum].map(([stratum, rows]) => {
      const sizes = rows.map(({ n }) => n).filter((n) => n > 0);
      const others = sizes.reduce((sum, n) => sum + n, 0) - Math.max(0, ...sizes);
      return [stratum, sizes.length >= FEWEST_COURTS && others >= FEWEST_CASES];
    }),
  );
  return strata.map((row) => (isCommon.get(row.stratum) === true ? row : { ...row, stratum: mergedOf(row.stratum) }));
}

/** Whether the cause of a stratum is not known of all courts, so that its cases are adjusted for the rest of it alone. */
export function isMerged(stratum: string): boolean {
  return stratum.startsWith(`[${MERGED_TEXT}`);
}

function grouped(strata: readonly UnitStratum[]): ReadonlyMap<string, readonly UnitStratum[]> {
  const found = new Map<string, UnitStratum[]>();
  for (const row of strata) {
    const rows = found.get(row.stratum);
    if (rows === undefined) found.set(row.stratum, [row]);
    else rows.push(row);
  }
  return found;
}

function mergedOf(stratum: string): string {
  return JSON.stringify([MERGED, ...valuesOf(stratum).slice(1)]);
}

function valuesOf(stratum: string): readonly (string | null)[] {
  const parsed: unknown = JSON.parse(stratum);
  return Array.isArray(parsed) ? parsed.map((value) => (typeof value === 'string' ? value : null)) : [];
}
