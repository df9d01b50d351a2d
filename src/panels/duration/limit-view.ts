import type { Published } from '../../charts/mark/published.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import type { Locale } from '../../text/bilingual.ts';
import { DURATION } from '../../text/duration.ts';
import { formatCases, formatPercent } from '../../text/format.ts';
import { figureAt } from '../figure/figure.ts';

/** One class of the resolved cases by their limit. */
export interface LimitShare {
  readonly id: 'within' | 'beyond' | 'unknown';
  readonly label: string;
  readonly share: number;
  readonly count: string;
  readonly text: string;
  readonly published: Published;
}

/**
 * Resolved cases in time, beyond the limit and without a known limit, as shares of all of them; empty classes stay.
 * Null where nothing was resolved or due dates are not in the data: then the figures say so.
 */
export function toLimitShares({ table }: AnsweredQuery, locale: Locale): readonly LimitShare[] | null {
  const rate = figureAt(table, { id: 'within_limit_rate' }, 0);
  const unknown = figureAt(table, { id: 'limit_unknown' }, 0);
  if (rate === null || unknown === null || rate.missing?.startsWith('missing-column') === true) return null;
  const known = rate.denominator ?? 0;
  const counts = {
    within: rate.numerator ?? 0,
    beyond: known - (rate.numerator ?? 0),
    unknown: unknown.value ?? 0,
  };
  const total = known + counts.unknown;
  if (total === 0) return null;
  return (['within', 'beyond', 'unknown'] as const).map((id) => ({
    id,
    label: DURATION[id][locale],
    share: counts[id] / total,
    count: formatCases(counts[id], locale),
    text: formatPercent(counts[id] / total),
    published: { metric: 'limit_share', variant: null, numerator: counts[id], denominator: total, group: id },
  }));
}
