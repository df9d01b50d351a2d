import type { EventPopulation } from '../metrics/metric.ts';
import type { DimensionId } from '../schema/columns.ts';
import { type Fragment, name, raw, sql } from '../sql/fragment.ts';
import { quoteLiteral } from '../sql/quote.ts';
import { ownColumn, type ReadColumn } from './predicate.ts';

/** The rows of a scan: the FROM clause, how a condition reads a row, and how a dimension is read from it. */
export interface Source {
  readonly from: Fragment;
  readonly own: ReadColumn;
  readonly dimension: ReadColumn;
}

/** Dimensions of an original case that only its own row in `cases` knows. */
const FROM_ORIGINAL_ROW: readonly string[] = ['closing', 'type_code'] satisfies DimensionId[];
const ORIGINAL_LEVEL = '一审';

/** Where the rows of `of` come from; `dimensions` are those by which they are grouped or filtered. */
export function toSource(
  of: Pick<EventPopulation, 'relation' | 'viewpoint'>,
  dimensions: readonly DimensionId[],
): Source {
  if (of.viewpoint === undefined) return { from: raw(of.relation), own: ownColumn, dimension: ownColumn };
  const isJoined = dimensions.some((dimension) => FROM_ORIGINAL_ROW.includes(dimension));
  const own: ReadColumn = (column) => sql`appeal.${name(column)}`;
  return {
    from: isJoined
      ? raw('appeals AS appeal LEFT JOIN cases AS original ON original.case_id = appeal.original_case_id')
      : raw('appeals AS appeal'),
    own,
    dimension: (column) => {
      if (column === 'level') return raw(quoteLiteral(ORIGINAL_LEVEL));
      return FROM_ORIGINAL_ROW.includes(column) ? sql`original.${name(column)}` : own(column);
    },
  };
}
