import type { Formula, MetricVariant, Predicate, Quantity } from '../metrics/metric.ts';
import { CONFIGURATION } from '../metrics/configuration.ts';
import { type Fragment, join, raw, sql } from '../sql/fragment.ts';
import { type Atom, isStock, type Statistic } from './atom.ts';

/** What a metric publishes in one row; `value` is NULL where it cannot be computed. */
export interface Output {
  readonly value: Fragment;
  readonly numerator?: Fragment;
  readonly denominator?: Fragment;
  readonly n: Fragment;
  /** Means: the sample standard deviation of what is averaged. */
  readonly deviation?: Fragment;
}

/** Gives an expression over atoms its place in the statement. */
export interface Registry {
  /** The column of an atom. */
  readonly columnOf: (atom: Atom) => Fragment;
  /** The running sum of `change` up to the end, or the start, of the row. */
  readonly stockOf: (change: Fragment, at: 'open_at_start' | 'open_at_end') => Fragment;
}

/** The published expressions of `variant`. */
export function toOutput({ formula, fixes }: MetricVariant, registry: Registry): Output {
  const amount = (quantity: Quantity) => toAmount(quantity, fixes, registry);
  const rows = (quantity: Quantity) => toAmount({ of: quantity.of }, fixes, registry);
  switch (formula.kind) {
    case 'sum': {
      const value = plus(formula.parts.map(amount));
      return { value, n: plus(formula.parts.map(rows)) };
    }
    case 'ratio': {
      const part = plus(formula.numerator.map(amount));
      const denominator = plus(formula.denominator.map(amount));
      const numerator = formula.isComplement === true ? sql`(${denominator} - ${part})` : part;
      return { value: over(numerator, denominator), numerator, denominator, n: plus(formula.denominator.map(rows)) };
    }
    case 'duration':
      return toDuration(formula, fixes, registry);
    case 'disposition_time': {
      const [numerator, denominator] = [amount(formula.stock), amount(formula.flow)];
      return { value: sql`${over(numerator, denominator)} * days`, numerator, denominator, n: denominator };
    }
    case 'balance': {
      const [sum, squares] = ([1, 2] as const).map((power) =>
        registry.columnOf({ kind: 'monthly', of: formula.of, power, fixes }),
      );
      return toBalance(sum ?? raw('0'), squares ?? raw('0'));
    }
  }
}

type Fixes = MetricVariant['fixes'];

function toAmount({ of, sum }: Quantity, fixes: Fixes, registry: Registry): Fragment {
  if (!isStock(of)) {
    if (sum === undefined) return registry.columnOf({ kind: 'rows', of, fixes });
    return sql`coalesce(${registry.columnOf({ kind: 'statistic', of, statistic: 'sum', column: sum, fixes })}, 0)`;
  }
  const isAged = of.minAgeMonths !== undefined || of.isOverdue === true;
  // Start and end of a row read the same change, so the atom carries one of them only.
  const change = isAged
    ? registry.columnOf({ kind: 'aged', of: { ...of, event: 'open_at_end' }, fixes })
    : toChange(of.where, fixes, registry);
  return registry.stockOf(change, of.event);
}

function toChange(where: Predicate, fixes: Fixes, registry: Registry): Fragment {
  const opening = registry.columnOf({ kind: 'opening', where, fixes });
  const filed = registry.columnOf({ kind: 'rows', of: { relation: 'cases', event: 'filed_on', where }, fixes });
  const resolved = registry.columnOf({ kind: 'rows', of: { relation: 'cases', event: 'resolved_on', where }, fixes });
  return sql`${opening} + ${filed} - ${resolved}`;
}

function toDuration(formula: Extract<Formula, { kind: 'duration' }>, fixes: Fixes, registry: Registry): Output {
  const { of, column } = formula;
  const statistic = (kind: Statistic) => registry.columnOf({ kind: 'statistic', of, column, statistic: kind, fixes });
  const n = sql`coalesce(${statistic('count')}, 0)`;
  if (formula.statistic !== 'mean') return { value: statistic(formula.statistic), n };
  const numerator = sql`coalesce(${statistic('sum')}, 0)`;
  // From whole numbers, and so exact before the division: (sum of squares - sum² / n) / (n - 1).
  const spread = sql`greatest(${statistic('squares')} - CAST(${numerator} AS DOUBLE) ** 2 / nullif(${n}, 0), 0)`;
  return {
    value: over(numerator, n),
    numerator,
    denominator: n,
    n,
    deviation: sql`sqrt(${spread} / nullif(${n} - 1, 0))`,
  };
}

function toBalance(sum: Fragment, squares: Fragment): Output {
  const least = raw(String(Math.max(...CONFIGURATION.balanceMonths.values)));
  const spread = sql`sqrt(greatest(${squares} / months - (${sum} / months) ** 2, 0))`;
  const value = sql`CASE WHEN months >= ${least} THEN 1 - ${spread} / nullif(${sum} / months, 0) END`;
  return { value, n: sum, denominator: raw('months') };
}

function over(numerator: Fragment, denominator: Fragment): Fragment {
  return sql`CAST(${numerator} AS DOUBLE) / nullif(${denominator}, 0)`;
}

function plus(parts: readonly Fragment[]): Fragment {
  return parts.length === 1 ? join(parts, '') : sql`(${join(parts, ' + ')})`;
}
