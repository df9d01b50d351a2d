import type { EventPopulation, FactColumn, Population, Predicate, StockPopulation } from '../metrics/metric.ts';
import type { DimensionId } from '../schema/columns.ts';

export type Statistic = 'sum' | 'squares' | 'count' | 'median' | 'p90';

/**
 * What one aggregate of one scan computes. Metrics that need the same atom share its column.
 *
 * `rows` counts the rows of an event, `statistic` reduces a column over them, `monthly` sums the monthly counts raised
 * to a power over the whole months of a spine row. `opening` counts what is open at the start of the period; `aged`
 * counts the rows that become old or overdue while open, less those of them that leave.
 */
export type Atom = { readonly fixes: readonly DimensionId[] } & (
  | { readonly kind: 'rows'; readonly of: EventPopulation }
  | {
      readonly kind: 'statistic';
      readonly of: EventPopulation;
      readonly statistic: Statistic;
      readonly column: FactColumn;
    }
  | { readonly kind: 'monthly'; readonly of: EventPopulation; readonly power: 1 | 2 }
  | { readonly kind: 'opening'; readonly where: Predicate }
  | { readonly kind: 'aged'; readonly of: StockPopulation }
);

/** An atom and the column that holds it. */
export interface NamedAtom {
  readonly name: string;
  readonly atom: Atom;
}

/** Whether a population is a stock. */
export function isStock(population: Population): population is StockPopulation {
  return population.event === 'open_at_start' || population.event === 'open_at_end';
}

/** The rows that `atom` counts, before any event or date. */
export function conditionOf(atom: Atom): Predicate {
  return atom.kind === 'opening' ? atom.where : atom.of.where;
}
