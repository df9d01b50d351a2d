import type { Formula, MetricVariant, Predicate, Quantity } from '../metrics/metric.ts';
import { type Atom, isStock, type Statistic } from './atom.ts';

/** What a metric publishes in one row, as expressions of one algebra; `value` is missing where it cannot be computed. */
export interface Output<E> {
  readonly value: E;
  readonly numerator?: E;
  readonly denominator?: E;
  readonly n: E;
  /** Means: the sample standard deviation of what is averaged. */
  readonly deviation?: E;
}

/**
 * What published expressions are made of: SQL (`sql-algebra.ts`), or arithmetic on what a statement counted
 * (`row-algebra.ts`). One reading of the definition, so that both compute the same.
 */
export interface Algebra<E> {
  /** The column of an atom. */
  readonly atom: (atom: Atom) => E;
  /** The running sum of `change` up to the end, or the start, of the row. */
  readonly stock: (change: E, at: 'open_at_start' | 'open_at_end') => E;
  /** What changes a stock: open before everything, and filed, less resolved. */
  readonly change: (opening: E, filed: E, resolved: E) => E;
  readonly plus: (parts: readonly E[]) => E;
  readonly difference: (whole: E, part: E) => E;
  /** Missing where `denominator` is 0. */
  readonly over: (numerator: E, denominator: E) => E;
  /** Times the days of the row. */
  readonly timesDays: (value: E) => E;
  /** 0 where `value` is missing. */
  readonly orZero: (value: E) => E;
  /** From whole numbers, and so exact before the division: (sum of squares - sum² / n) / (n - 1). */
  readonly deviation: (squares: E, sum: E, n: E) => E;
  /** `months`: the whole months of the row. */
  readonly balance: (sum: E, squares: E) => { readonly value: E; readonly months: E };
}

/** The published expressions of `variant`. */
export function toOutput<E>({ formula, fixes }: MetricVariant, algebra: Algebra<E>): Output<E> {
  const amount = (quantity: Quantity) => toAmount(quantity, fixes, algebra);
  const rows = (quantity: Quantity) => toAmount({ of: quantity.of }, fixes, algebra);
  switch (formula.kind) {
    case 'sum': {
      const value = algebra.plus(formula.parts.map(amount));
      return { value, n: algebra.plus(formula.parts.map(rows)) };
    }
    case 'ratio': {
      const part = algebra.plus(formula.numerator.map(amount));
      const denominator = algebra.plus(formula.denominator.map(amount));
      const numerator = formula.isComplement === true ? algebra.difference(denominator, part) : part;
      const n = algebra.plus(formula.denominator.map(rows));
      return { value: algebra.over(numerator, denominator), numerator, denominator, n };
    }
    case 'duration':
      return toDuration(formula, fixes, algebra);
    case 'disposition_time': {
      const [numerator, denominator] = [amount(formula.stock), amount(formula.flow)];
      const value = algebra.timesDays(algebra.over(numerator, denominator));
      return { value, numerator, denominator, n: denominator };
    }
    case 'balance': {
      const monthly = (power: 1 | 2) => algebra.atom({ kind: 'monthly', of: formula.of, power, fixes });
      const sum = monthly(1);
      const { value, months } = algebra.balance(sum, monthly(2));
      return { value, n: sum, denominator: months };
    }
  }
}

type Fixes = MetricVariant['fixes'];

function toAmount<E>({ of, sum }: Quantity, fixes: Fixes, algebra: Algebra<E>): E {
  if (!isStock(of)) {
    if (sum === undefined) return algebra.atom({ kind: 'rows', of, fixes });
    return algebra.orZero(algebra.atom({ kind: 'statistic', of, statistic: 'sum', column: sum, fixes }));
  }
  const isAged = of.minAgeMonths !== undefined || of.isOverdue === true;
  // Start and end of a row read the same change, so the atom carries one of them only.
  const change = isAged
    ? algebra.atom({ kind: 'aged', of: { ...of, event: 'open_at_end' }, fixes })
    : toChange(of.where, fixes, algebra);
  return algebra.stock(change, of.event);
}

function toChange<E>(where: Predicate, fixes: Fixes, algebra: Algebra<E>): E {
  const opening = algebra.atom({ kind: 'opening', where, fixes });
  const filed = algebra.atom({ kind: 'rows', of: { relation: 'cases', event: 'filed_on', where }, fixes });
  const resolved = algebra.atom({ kind: 'rows', of: { relation: 'cases', event: 'resolved_on', where }, fixes });
  return algebra.change(opening, filed, resolved);
}

function toDuration<E>(formula: Extract<Formula, { kind: 'duration' }>, fixes: Fixes, algebra: Algebra<E>): Output<E> {
  const { of, column } = formula;
  const statistic = (kind: Statistic) => algebra.atom({ kind: 'statistic', of, column, statistic: kind, fixes });
  const n = algebra.orZero(statistic('count'));
  if (formula.statistic !== 'mean') return { value: statistic(formula.statistic), n };
  const numerator = algebra.orZero(statistic('sum'));
  const deviation = algebra.deviation(statistic('squares'), numerator, n);
  return { value: algebra.over(numerator, n), numerator, denominator: n, n, deviation };
}
