import type { DimensionId, MetricRef, ResultTable } from '../../query/metric-query.ts';
import { kitagawa, type CategoryChange, type KitagawaDecomposition } from '../../statistics/kitagawa.ts';
import { compareFigures, type Evidence } from '../figure/evidence.ts';
import { FEW_CASES, figureAt, type Figure } from '../figure/figure.ts';

/** A figure in one period: as a whole, and by one dimension. */
export interface ChangeSide {
  readonly total: Figure;
  readonly table: ResultTable;
}

/** One kind of case in both periods; 1 = then, 2 = now. The name is '' where it is not stated. */
export interface KindChange extends CategoryChange {
  /** Null where either period has fewer than 10 cases. */
  readonly evidence: Evidence | null;
}

export interface Change {
  readonly kinds: readonly KindChange[];
  readonly result: KitagawaDecomposition;
  /** What of the change no kind accounts for; 0 but for figures whose numerator is not among its denominator. */
  readonly remainder: number;
}

/** The smallest part of a rate or of a day that is not the rounding of a sum. */
const ROUNDING = 1e-9;

/** The change of `ref` from `before` to `now`, by `dimension`: kinds in the order of their cases, largest first. */
export function toChange(ref: MetricRef, before: ChangeSide, now: ChangeSide, dimension: DimensionId): Change {
  const [then, current] = [figuresOf(ref, before.table, dimension), figuresOf(ref, now.table, dimension)];
  const kinds = [...new Set([...current.keys(), ...then.keys()])]
    .map((category) => toKind(category, then.get(category) ?? null, current.get(category) ?? null))
    .filter(({ x1, n1, x2, n2 }) => n1 + n2 + x1 + x2 > 0)
    .sort((a, b) => b.n1 + b.n2 - a.n1 - a.n2 || (a.category < b.category ? -1 : 1));
  const result = kitagawa(kinds);
  const explained = result.effects === null ? 0 : result.effects.mix + result.effects.rate;
  const rest = (now.total.value ?? 0) - (before.total.value ?? 0) - explained;
  return { kinds, result, remainder: result.effects === null || Math.abs(rest) < ROUNDING ? 0 : rest };
}

function figuresOf(ref: MetricRef, table: ResultTable, dimension: DimensionId): ReadonlyMap<string, Figure> {
  const names = table.groups[dimension] ?? [];
  return new Map(
    Array.from({ length: table.rowCount }, (_, row) => [names[row] ?? '', figureAt(table, ref, row)] as const).flatMap(
      ([name, figure]) => (figure === null ? [] : [[name, figure] as const]),
    ),
  );
}

function toKind(category: string, then: Figure | null, now: Figure | null): KindChange {
  const counts = {
    category,
    x1: then?.numerator ?? 0,
    n1: then?.denominator ?? 0,
    x2: now?.numerator ?? 0,
    n2: now?.denominator ?? 0,
  };
  const isEnough = counts.n1 >= FEW_CASES && counts.n2 >= FEW_CASES;
  return { ...counts, evidence: isEnough && then !== null && now !== null ? compareFigures(now, then) : null };
}
