import type { ListColumn } from '../../query/case-list.ts';
import type { OpenedCases } from './board-view.ts';
import { LONG_MONTHS } from './pending-results.svelte.ts';

/** Which of the pending cases are listed. */
export const LIST_KINDS = ['overdue', 'near', ...LONG_MONTHS.map((months) => `over${months}` as const), 'all'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** The figure whose cases a list holds. */
export function casesOf(kind: ListKind, nearDays: number): OpenedCases {
  if (kind === 'overdue') return { metric: 'overdue_pending' };
  if (kind === 'near') return { metric: 'pending', range: { kind: 'days_left', from: 1, to: nearDays } };
  if (kind === 'all') return { metric: 'pending', range: { kind: 'any', from: null, to: null } };
  return { metric: 'long_pending', variant: kind.slice('over'.length) };
}

/** What is most urgent stands first: fewest days left, else filed longest ago. */
export function firstOrder(kind: ListKind): ListColumn {
  return kind === 'overdue' || kind === 'near' ? 'days_left' : 'filed_on';
}
