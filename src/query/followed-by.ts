import { type Fragment, raw, sql } from '../sql/fragment.ts';

/** The proceeding that may follow a first-instance case, as a condition on a row of `cases`. */
export const LATER = {
  retried: raw("level IN ('再审审查', '再审')"),
  enforced: raw("level = '首次执行'"),
} as const;

/** The condition that a case is the one that such a later proceeding names as the one it came from. */
export function followedCondition(later: keyof typeof LATER): Fragment {
  return sql`case_key IN (SELECT original_case_key FROM cases WHERE ${LATER[later]} AND original_case_key IS NOT NULL)`;
}
