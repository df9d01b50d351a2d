import type { FactColumn } from '../metrics/metric.ts';
import { type Fragment, name, raw, sql } from '../sql/fragment.ts';
import type { Statistic } from './atom.ts';
import { type Leaf, type ReadColumn, toLeafCondition } from './predicate.ts';
import type { Reading } from './scan.ts';
import type { Source } from './source.ts';

/** Columns of few values: a cube is grouped by them whole, so that any number of conditions on them costs one key. */
const COARSE: readonly FactColumn[] = ['matter', 'level', 'procedure', 'bench', 'closing_bucket'];

/**
 * Rows counted once by everything that the conditions of a scan ask of them. Twenty FILTERs over a million rows cost
 * twice as much as one grouping by five columns and twenty FILTERs over its hundred rows.
 */
export interface Cube {
  /** Conditions on the rows of the cube. */
  readonly reading: Reading;
  /** A statistic over the rows of the cube that equals `statistic` of `column` over the rows behind them. */
  readonly totalOf: (statistic: Exclude<Statistic, 'median' | 'p90'>, column: FactColumn | null) => Fragment;
  /** Grouping columns and sums asked for so far. */
  readonly keys: () => readonly Fragment[];
  readonly sums: () => readonly Fragment[];
}

/** An empty cube over the rows of `source`; asking it for a condition or a total makes it hold what that needs. */
export function createCube(source: Source): Cube {
  const keys = new Map<string, Fragment>();
  const sums = new Map<string, Fragment>();
  const aliases = new Map<string, string>();
  const keep = (entries: Map<string, Fragment>, wished: string, value: Fragment) => {
    const alias = aliases.get(value.text) ?? wished;
    aliases.set(value.text, alias);
    entries.set(alias, sql`${value} AS ${name(alias)}`);
    return name(alias);
  };
  const readKey = (prefix: string, read: ReadColumn): ReadColumn => {
    return (column) => keep(keys, `${prefix}_${column}`, read(column));
  };
  const isCoarse = (leaf: Leaf) => leaf.kind !== 'compare' && COARSE.includes(leaf.column);
  return {
    reading: {
      leaf: (leaf) => {
        if (isCoarse(leaf)) return toLeafCondition(leaf, readKey('own', source.own));
        return keep(keys, `test_${keys.size + 1}`, toLeafCondition(leaf, source.own));
      },
      dimension: readKey('seen', source.dimension),
    },
    totalOf: (statistic, column) => {
      if (column === null) return sql`sum(${keep(sums, 'rows', raw('count(*)'))})`;
      return sql`sum(${keep(sums, `${statistic}_${column}`, toAdditive(statistic, source.own(column)))})`;
    },
    keys: () => [...keys.values()],
    sums: () => [...sums.values()],
  };
}

/** `statistic` of `column` over the rows themselves. */
export function toAdditive(statistic: Exclude<Statistic, 'median' | 'p90'>, column: Fragment): Fragment {
  switch (statistic) {
    case 'sum':
      return sql`sum(${column})`;
    case 'squares':
      return sql`sum(CAST(${column} AS BIGINT) * ${column})`;
    case 'count':
      return sql`count(${column})`;
  }
}
