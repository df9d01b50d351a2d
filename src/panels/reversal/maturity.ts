import { addDays, addMonths } from '../../lib/date.ts';
import type { CohortDelay } from '../../query/cohort-delay.ts';

/** Months after which a cohort counts as complete where too few delays are known (domain.md 2.5, D5). */
export const FIXED_MONTHS = 12;
/** Fewer observed delays than this tell no 95th percentile. */
const FEWEST_DELAYS = 30;
const DAYS_PER_MONTH = 30.4375;

/** How old a judgment must be for its appeal to have ended, nearly always. */
export interface Maturity {
  readonly months: number;
  /** Null: `months` is fixed, not measured. */
  readonly p95: number | null;
  readonly n: number;
  /** First day that is too young: judgments before it are settled. */
  readonly end: string;
}

/** From the observed delays, in whole months; a fixed year where fewer than 30 are known. */
export function toMaturity({ n, p95 }: CohortDelay, asOf: string): Maturity {
  const isMeasured = p95 !== null && n >= FEWEST_DELAYS;
  const months = isMeasured ? Math.max(1, Math.ceil(p95 / DAYS_PER_MONTH)) : FIXED_MONTHS;
  return { months, p95: isMeasured ? p95 : null, n, end: addMonths(addDays(asOf, 1), -months) };
}
