import type { MetricRef, ResultTable } from '../../query/metric-query.ts';
import { toKey } from '../../query/resolve.ts';
import { indirectRatios, type IndirectRatio, type UnitStratum } from '../../statistics/standardise/indirect.ts';
import { momentsOf, proportionOf } from '../figure/evidence.ts';
import { FEW_CASES, figureAt, type Figure } from '../figure/figure.ts';
import { toCommonStrata } from './common-strata.ts';

/** Why a court is not judged. */
export type Unjudged = 'no-cases' | 'few' | 'no-interval' | 'no-spread';

/** One court with one figure and what its case mix would lead to expect. */
export interface CourtUnit {
  readonly name: string;
  /** Null where the court has no row at all. */
  readonly figure: Figure | null;
  /** Cases of the denominator, or of the mean. */
  readonly n: number;
  /** Observed and expected counts (days for a mean); null where nothing is expected. */
  readonly indirect: IndirectRatio | null;
  /** Null where the court enters the funnel. */
  readonly unjudged: Unjudged | null;
}

/**
 * The courts of `order`, in that order, with their figures.
 * @param courts grouped by court
 * @param strata grouped by court and the dimensions of the stratification
 */
export function toCourtUnits(
  ref: MetricRef,
  order: readonly string[],
  courts: ResultTable,
  strata: ResultTable | null,
): readonly CourtUnit[] {
  const rows = new Map((courts.groups.court ?? []).map((name, row) => [name, row]));
  const indirect = strata === null ? new Map<string, IndirectRatio>() : toIndirect(ref, order, strata);
  return order.map((name) => {
    const row = rows.get(name);
    const figure = row === undefined ? null : figureAt(courts, ref, row);
    const n = figure?.denominator ?? figure?.n ?? 0;
    return { name, figure, n, indirect: indirect.get(name) ?? null, unjudged: unjudgedOf(figure, n) };
  });
}

function unjudgedOf(figure: Figure | null, n: number): Unjudged | null {
  if (figure === null || (figure.value === null && n === 0)) return 'no-cases';
  if (n < FEW_CASES) return 'few';
  if (figure.definition.unit === 'days')
    return momentsOf(figure) === null ? 'no-interval' : figure.deviation === 0 ? 'no-spread' : null;
  return proportionOf(figure) === null ? 'no-interval' : null;
}

/** Observed and expected per court, from the pooled figure of every stratum over the courts of `order`. */
export function toIndirect(
  ref: MetricRef,
  order: readonly string[],
  strata: ResultTable,
): ReadonlyMap<string, IndirectRatio> {
  const ratios = indirectRatios(toCommonStrata(toUnitStrata(ref, order, strata)));
  return new Map(ratios.map((ratio) => [ratio.unit, ratio]));
}

/** The counts (or sums of days) of every court and stratum; courts outside `order` are left out. */
export function toUnitStrata(ref: MetricRef, order: readonly string[], strata: ResultTable): readonly UnitStratum[] {
  const measure = strata.measures[toKey(ref)];
  if (measure === undefined) return [];
  const courts = new Set(order);
  const dimensions = Object.entries(strata.groups).filter(([dimension]) => dimension !== 'court');
  return (strata.groups.court ?? []).flatMap((unit, row) => {
    if (unit === null || !courts.has(unit)) return [];
    const stratum = JSON.stringify(dimensions.map(([, values]) => values?.[row] ?? null));
    const n = measure.denominator[row] ?? measure.n[row] ?? 0;
    return [{ unit, stratum, x: measure.numerator[row] ?? 0, n }];
  });
}
