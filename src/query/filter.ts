import { DIMENSIONS, type DimensionId } from '../schema/columns.ts';
import { type Fragment, join, raw, sql } from '../sql/fragment.ts';
import type { CaseFilter } from './metric-query.ts';
import type { ReadColumn } from './predicate.ts';

/** Dimensions that `filter` restricts, in the order of the schema. */
export function filteredDimensions(filter: CaseFilter): readonly DimensionId[] {
  return DIMENSIONS.filter((dimension) => filter[dimension] !== undefined);
}

/** The conditions of `filter` on `dimensions`; null where there is none. Values are bound; null means "not known". */
export function toFilterCondition(
  filter: CaseFilter,
  dimensions: readonly DimensionId[],
  read: ReadColumn,
): Fragment | null {
  const conditions = dimensions.map((dimension) => toAccepted(read(dimension), filter[dimension] ?? []));
  return conditions.length === 0 ? null : join(conditions, ' AND ');
}

function toAccepted(column: Fragment, values: readonly (string | null)[]): Fragment {
  const known = values.filter((value) => value !== null);
  const alternatives: Fragment[] = [];
  if (known.length === 1) alternatives.push(sql`${column} = ${known[0] ?? null}`);
  if (known.length > 1) {
    const bound = known.map((value) => sql`${value}`);
    alternatives.push(sql`${column} IN (${join(bound, ', ')})`);
  }
  if (known.length < values.length) alternatives.push(sql`${column} IS NULL`);
  if (alternatives.length === 0) return raw('FALSE');
  return alternatives.length === 1 ? join(alternatives, '') : sql`(${join(alternatives, ' OR ')})`;
}
