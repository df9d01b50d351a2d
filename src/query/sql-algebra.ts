import { CONFIGURATION } from '../metrics/configuration.ts';
import { type Fragment, join, raw, sql } from '../sql/fragment.ts';
import type { Algebra } from './output.ts';

/** Published expressions as SQL over the columns of atoms and stocks, and `days` and `months` of the row. */
export function createSqlAlgebra(columns: Pick<Algebra<Fragment>, 'atom' | 'stock'>): Algebra<Fragment> {
  return {
    ...columns,
    change: (opening, filed, resolved) => sql`${opening} + ${filed} - ${resolved}`,
    plus: (parts) => (parts.length === 1 ? join(parts, '') : sql`(${join(parts, ' + ')})`),
    difference: (whole, part) => sql`(${whole} - ${part})`,
    over: (numerator, denominator) => sql`CAST(${numerator} AS DOUBLE) / nullif(${denominator}, 0)`,
    timesDays: (value) => sql`${value} * days`,
    orZero: (value) => sql`coalesce(${value}, 0)`,
    deviation: (squares, sum, n) => {
      const spread = sql`greatest(${squares} - CAST(${sum} AS DOUBLE) ** 2 / nullif(${n}, 0), 0)`;
      return sql`sqrt(${spread} / nullif(${n} - 1, 0))`;
    },
    balance: (sum, squares) => {
      const least = raw(String(Math.max(...CONFIGURATION.balanceMonths.values)));
      const spread = sql`sqrt(greatest(${squares} / months - (${sum} / months) ** 2, 0))`;
      const value = sql`CASE WHEN months >= ${least} THEN 1 - ${spread} / nullif(${sum} / months, 0) END`;
      return { value, months: raw('months') };
    },
  };
}
