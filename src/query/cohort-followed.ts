import { type Fragment, raw, sql, toStatement } from '../sql/fragment.ts';
import { type AppealScope, toFirstInstance, toWithin } from './appeal-scope.ts';
import type { Statement } from './dimension-values.ts';
import { followedCondition, LATER } from './followed-by.ts';
import type { QueryColumns } from './result.ts';

/** How many of some cases had a later proceeding of one kind; null: the data cannot tell, for the reason given. */
export interface Followed {
  readonly count: number | null;
  /** `not-linked`: such proceedings are loaded, but none names the case it came from. */
  readonly missing: 'none-loaded' | 'not-linked' | null;
}

/** First-instance cases closed in a period, and what followed them, each case counted once per kind. */
export interface FollowedCases {
  readonly closed: number;
  readonly appealed: Followed;
  readonly retrial: Followed;
  readonly enforced: Followed;
}

/** One row of counts; what is loaded at all is told of the whole data set, not of the period. */
export function compileFollowedCases({ period, filter }: AppealScope): Statement {
  const loaded = (level: Fragment) => sql`(SELECT CAST(count(*) AS DOUBLE) FROM cases WHERE ${level})`;
  const linked = (level: Fragment) => sql`(SELECT CAST(count(*) AS DOUBLE) FROM cases later WHERE ${level}
      AND original_case_key IN (SELECT case_key FROM cases))`;
  return toStatement(sql`SELECT CAST(count(*) AS DOUBLE) AS closed,
  CAST(count(*) FILTER (WHERE is_appealed OR appealed_on IS NOT NULL) AS DOUBLE) AS appealed,
  CAST(count(*) FILTER (WHERE ${followedCondition('retried')}) AS DOUBLE) AS retrial,
  CAST(count(*) FILTER (WHERE ${followedCondition('enforced')}) AS DOUBLE) AS enforced,
  (SELECT CAST(count(*) AS DOUBLE) FROM cases WHERE is_appealed OR appealed_on IS NOT NULL) AS appealed_linked,
  (SELECT CAST(count(*) AS DOUBLE) FROM appeals) AS appealed_loaded,
  ${loaded(LATER.retried)} AS retrial_loaded, ${linked(LATER.retried)} AS retrial_linked,
  ${loaded(LATER.enforced)} AS enforced_loaded, ${linked(LATER.enforced)} AS enforced_linked
FROM cases WHERE ${toFirstInstance(filter)} AND ${toWithin(raw('resolved_on'), period)}`);
}

/** The row of `compileFollowedCases`. */
export function toFollowedCases({ columns }: QueryColumns): FollowedCases {
  const count = (column: string) => Number(columns[column]?.[0] ?? 0);
  const followed = (kind: string): Followed => {
    if (count(`${kind}_linked`) > 0) return { count: count(kind), missing: null };
    return { count: null, missing: count(`${kind}_loaded`) > 0 ? 'not-linked' : 'none-loaded' };
  };
  return {
    closed: count('closed'),
    appealed: followed('appealed'),
    retrial: followed('retrial'),
    enforced: followed('enforced'),
  };
}
