import type { Random } from '../../../src/lib/random.ts';
import { toCourtStrata, toCourtUnits, type CourtUnit } from '../../../src/panels/benchmark/court-unit.ts';
import type { Measure, ResultTable } from '../../../src/query/metric-query.ts';

/** Courts that are all drawn from one distribution. */
export const KINDS = ['甲', '乙', '丙'];

export interface Kind {
  readonly n: number;
  readonly x: number;
  readonly squares: number;
}

export function toTable(
  id: string,
  isMean: boolean,
  courts: readonly (readonly Kind[])[],
  isByKind: boolean,
): ResultTable {
  const rows = courts.flatMap((kinds, court) =>
    (isByKind ? kinds : [kinds.reduce((a, b) => ({ n: a.n + b.n, x: a.x + b.x, squares: a.squares + b.squares }))]).map(
      (kind, i) => ({ court: `法院${court}`, cause: KINDS[i] ?? null, ...kind }),
    ),
  );
  const measure: Measure = {
    id,
    variant: null,
    value: rows.map(({ x, n }) => (n > 0 ? x / n : null)),
    numerator: rows.map(({ x }) => x),
    denominator: rows.map(({ n }) => (isMean ? null : n)),
    n: rows.map(({ n }) => n),
    deviation: rows.map(({ x, n, squares }) => (isMean && n > 1 ? Math.sqrt((squares - x ** 2 / n) / (n - 1)) : null)),
    missing: rows.map(({ n }) => (n > 0 ? null : 'no-cases')),
  };
  const groups = {
    court: rows.map(({ court }) => court),
    ...(isByKind ? { cause: rows.map(({ cause }) => cause) } : {}),
  };
  return { rowCount: rows.length, periodStart: null, groups, measures: { [id]: measure } };
}

export function unitsOf(id: string, isMean: boolean, courts: readonly (readonly Kind[])[]): readonly CourtUnit[] {
  const order = courts.map((_, court) => `法院${court}`);
  const strata = toCourtStrata(order, toTable(id, isMean, courts, true), ['cause']);
  return toCourtUnits({ id }, order, toTable(id, isMean, courts, false), strata);
}

/** From a few cases to thousands, as courts have them. */
export function sizeOf(random: Random): number {
  return Math.round(Math.exp(Math.log(14) + random.next() * Math.log(200)));
}

export type DrawKind = (random: Random, n: number, kind: number) => Kind;

/** Counts of events that happen at the rate of the kind. */
export const drawEvents =
  (rates: readonly number[]): DrawKind =>
  (random, n, kind) => {
    let x = 0;
    for (let i = 0; i < n; i++) x += random.next() < (rates[kind] ?? 0) ? 1 : 0;
    return { n, x, squares: 0 };
  };

/** Log-normal days: a median of 74, longer by `step` on the log scale from kind to kind. */
export const drawDays =
  (sigma: number, step: number): DrawKind =>
  (random, n, kind) => {
    let [x, squares] = [0, 0];
    for (let i = 0; i < n; i++) {
      const days = Math.round(Math.exp(4.3 + step * kind + sigma * random.normal()));
      x += days;
      squares += days ** 2;
    }
    return { n, x, squares };
  };

/** `size` courts; their mixes of kinds differ unless they have the same. */
export function drawCourts(random: Random, size: number, draw: DrawKind, hasSameMix: boolean) {
  return Array.from({ length: size }, () => {
    const all = sizeOf(random);
    const shares = hasSameMix ? [1, 1, 1] : KINDS.map(() => random.next());
    const total = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share, kind) => draw(random, Math.round((all * share) / total), kind));
  });
}
