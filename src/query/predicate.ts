import type { FactColumn, Predicate } from '../metrics/metric.ts';
import { type Fragment, join, name, raw, sql } from '../sql/fragment.ts';
import { quoteLiteral } from '../sql/quote.ts';

/** Where a column of a row is read from: an appeal may be seen by the classification of its original case. */
export type ReadColumn = (column: FactColumn) => Fragment;

/** A predicate that asks one thing of a row. */
export type Leaf = Extract<Predicate, { kind: 'in' | 'known' | 'compare' }>;

/** The row's own columns. */
export const ownColumn: ReadColumn = (column) => name(column);

/** `predicate` of the catalogue as SQL, its leaves by `toLeaf`. */
export function toCondition(predicate: Predicate, toLeaf: (leaf: Leaf) => Fragment): Fragment {
  const parts = (of: readonly Predicate[]) => of.map((part) => toCondition(part, toLeaf));
  switch (predicate.kind) {
    case 'always':
      return raw('TRUE');
    case 'all':
      return join(parts(predicate.of), ' AND ');
    case 'any':
      return sql`(${join(parts(predicate.of), ' OR ')})`;
    case 'not':
      // IS NOT TRUE and not NOT: a row for which the condition is NULL does not meet it.
      return sql`(${toCondition(predicate.of, toLeaf)}) IS NOT TRUE`;
    default:
      return toLeaf(predicate);
  }
}

/** One leaf as SQL. Its values are the catalogue's own words, so they are literals and stay readable. */
export function toLeafCondition(leaf: Leaf, read: ReadColumn): Fragment {
  switch (leaf.kind) {
    case 'in':
      return toMembership(read(leaf.column), leaf.values);
    case 'known':
      return sql`${read(leaf.column)} IS NOT NULL`;
    case 'compare':
      return sql`${read(leaf.left)} ${raw(leaf.op)} ${read(leaf.right)}`;
  }
}

function toMembership(column: Fragment, values: readonly (string | boolean)[]): Fragment {
  const [first] = values;
  if (first === undefined) return raw('FALSE');
  if (values.length === 1) return sql`${column} = ${raw(quoteLiteral(first))}`;
  return sql`${column} IN (${raw(values.map(quoteLiteral).join(', '))})`;
}
