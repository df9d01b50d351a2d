import { lazy } from '../../lib/lazy.ts';
import type { DimensionId, MetricRef, ResultTable } from '../../query/metric-query.ts';
import { toKey } from '../../query/resolve.ts';
import { indirectRatios, type IndirectRatio, type UnitStratum } from '../../statistics/standardise/indirect.ts';
import { countRatioOf, momentsOf, proportionOf } from '../figure/evidence.ts';
import { casesOf, FEW_CASES, figureAt, isAbsent, isOfMoney, type Figure } from '../figure/figure.ts';
import { toCommonStrata } from './common-strata.ts';
import { toUncompared, type Uncompared } from './uncompared.ts';

/** Why a court is not judged. */
export type Unjudged = 'no-cases' | 'no-figure' | 'few' | 'no-interval' | 'no-spread';

/** One court with one figure and what its case mix would lead to expect. */
export interface CourtUnit {
  readonly name: string;
  /** Null where the court has no row at all. */
  readonly figure: Figure | null;
  /** Cases of the denominator, or of the mean. */
  readonly n: number;
  /** Observed and expected counts (days for a mean); null where nothing is expected. */
  readonly indirect: IndirectRatio | null;
  /** Which of its cases were adjusted in part or not at all; null where nothing is expected. */
  readonly uncompared: Uncompared | null;
  /** Null where the court enters the funnel. */
  readonly unjudged: Unjudged | null;
}

/**
 * The courts of `order`, in that order, with their figures.
 * @param courts grouped by court
 */
export function toCourtUnits(
  ref: MetricRef,
  order: readonly string[],
  courts: ResultTable,
  strata: CourtStrata | null,
): readonly CourtUnit[] {
  const rows = new Map((courts.groups.court ?? []).map((name, row) => [name, row]));
  const common = strata === null ? [] : toCommonStrata(toUnitStrata(ref, strata));
  const indirect = new Map(indirectRatios(common).map((ratio) => [ratio.unit, ratio]));
  const uncompared = lazy(() => toUncompared(common));
  return order.map((name) => {
    const row = rows.get(name);
    const figure = row === undefined ? null : figureAt(courts, ref, row);
    const n = figure === null ? 0 : (casesOf(figure) ?? 0);
    return {
      name,
      figure,
      n,
      indirect: indirect.get(name) ?? null,
      get uncompared() {
        return uncompared().get(name) ?? null;
      },
      unjudged: unjudgedOf(figure, n),
    };
  });
}

/** Neither the lists of the court nor what it publishes have the figure. */
export function hasNoFigure({ figure }: CourtUnit): boolean {
  return figure === null || isAbsent(figure);
}

/** There is no figure for another reason than that there are no cases. */
function isWithheld({ value, missing }: Figure): boolean {
  return value === null && missing !== null && missing !== 'no-cases' && missing !== 'zero-denominator';
}

function unjudgedOf(figure: Figure | null, n: number): Unjudged | null {
  if (figure !== null && isWithheld(figure)) return 'no-figure';
  if (figure === null || (figure.value === null && n === 0)) return 'no-cases';
  if (isOfMoney(figure)) return 'no-interval';
  if (n < FEW_CASES) return 'few';
  if (figure.definition.unit === 'days')
    return momentsOf(figure) === null ? 'no-interval' : figure.deviation === 0 ? 'no-spread' : null;
  return (countRatioOf(figure) ?? proportionOf(figure)) === null ? 'no-interval' : null;
}

/** The rows of a table by court and kinds of case, each with its court and its kind; made once for all figures. */
export interface CourtStrata {
  readonly table: ResultTable;
  /** `stratum`: the values of the dimensions as one JSON text. */
  readonly rows: readonly { readonly row: number; readonly unit: string; readonly stratum: string }[];
}

/** The strata of the courts of `order`; courts outside it are left out. */
export function toCourtStrata(
  order: readonly string[],
  table: ResultTable,
  dimensions: readonly DimensionId[],
): CourtStrata {
  const courts = new Set(order);
  const columns = dimensions.map((dimension) => table.groups[dimension] ?? []);
  const rows: CourtStrata['rows'][number][] = [];
  (table.groups.court ?? []).forEach((unit, row) => {
    if (unit === null || !courts.has(unit)) return;
    rows.push({ row, unit, stratum: JSON.stringify(columns.map((values) => values[row] ?? null)) });
  });
  return { table, rows };
}

/** The counts (or sums of days) of every court and stratum that has cases. */
export function toUnitStrata(ref: MetricRef, { table, rows }: CourtStrata): readonly UnitStratum[] {
  const measure = table.measures[toKey(ref)];
  if (measure === undefined) return [];
  const counted: UnitStratum[] = [];
  for (const { row, unit, stratum } of rows) {
    const x = measure.numerator[row] ?? 0;
    const n = measure.denominator[row] ?? measure.n[row] ?? 0;
    if (x !== 0 || n !== 0) counted.push({ unit, stratum, x, n });
  }
  return counted;
}
