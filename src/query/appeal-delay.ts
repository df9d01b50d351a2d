import { type Fragment, raw, sql, toStatement } from '../sql/fragment.ts';
import { type AppealScope, toFirstInstance, toWithin } from './appeal-scope.ts';
import type { Statement } from './dimension-values.ts';
import type { QueryColumns } from './result.ts';

/** Days from the first-instance closing to the appeal, of the cases appealed in a period. */
export interface AppealDelay {
  readonly n: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly longest: number | null;
  /** Counts per class of `DELAY_CLASSES`. */
  readonly classes: readonly number[];
  /** Appealed before they were closed, or closed on a day that is not known: in no figure above. */
  readonly unusable: number;
}

/** Last day of each class; the last class has no end. 15 days: 上诉期 against a judgment (民诉法 171). */
export const DELAY_CLASSES = [10, 15, 30, 60, Infinity] as const;

/** First and last day of a class of `DELAY_CLASSES`; null = no end. */
export function delayBounds(i: number): { readonly from: number; readonly to: number | null } {
  const [before, last] = [DELAY_CLASSES[i - 1], DELAY_CLASSES[i] ?? Infinity];
  return { from: before === undefined ? 0 : before + 1, to: Number.isFinite(last) ? last : null };
}

export function compileAppealDelay({ period, filter }: AppealScope): Statement {
  const classes: readonly Fragment[] = DELAY_CLASSES.map((_, i) => {
    const { from, to } = delayBounds(i);
    const upper = to === null ? '' : ` AND days <= ${to}`;
    return raw(`CAST(count(*) FILTER (WHERE days >= ${from}${upper}) AS DOUBLE) AS class_${i}`);
  });
  return toStatement(sql`WITH appealed AS (
  SELECT appealed_on - resolved_on AS days FROM cases
  WHERE ${toFirstInstance(filter)} AND ${toWithin(raw('appealed_on'), period)}
)
SELECT CAST(count(*) FILTER (WHERE days >= 0) AS DOUBLE) AS n,
  CAST(quantile_cont(days, 0.5) FILTER (WHERE days >= 0) AS DOUBLE) AS median,
  CAST(quantile_cont(days, 0.9) FILTER (WHERE days >= 0) AS DOUBLE) AS p90,
  CAST(max(days) FILTER (WHERE days >= 0) AS DOUBLE) AS longest,
  CAST(count(*) FILTER (WHERE (days >= 0) IS NOT TRUE) AS DOUBLE) AS unusable,
  ${{ text: classes.map(({ text }) => text).join(',\n  '), values: [] }}
FROM appealed`);
}

/** The row of `compileAppealDelay`. */
export function toAppealDelay({ columns }: QueryColumns): AppealDelay {
  const number = (column: string) => {
    const cell = columns[column]?.[0];
    return typeof cell === 'number' ? cell : null;
  };
  return {
    n: number('n') ?? 0,
    median: number('median'),
    p90: number('p90'),
    longest: number('longest'),
    classes: DELAY_CLASSES.map((_, i) => number(`class_${i}`) ?? 0),
    unusable: number('unusable') ?? 0,
  };
}
