import { MOST_UNREAD, UNREAD_COLUMNS } from '../schema/unread.ts';
import { findStatusConflict, type StatusConflict } from './case-status.ts';
import { tallyRows } from './column-tally.ts';
import type { IngestPlan } from './ingest-plan.ts';
import { previewPlan } from './preview-plan.ts';

/** Why a person should look at how a list was read. */
export type Doubt =
  | { readonly kind: 'no_case_no' | 'no_dates' }
  | ({ readonly kind: 'status_conflict' } & StatusConflict)
  | { readonly kind: 'many_failures'; readonly label: string; readonly failed: number; readonly filled: number };

/** How one list was read. */
export interface ListReading {
  readonly file: string;
  readonly sheet: string | null;
  /** Name of the profile that was used; null = none. */
  readonly profile: string | null;
  readonly doubts: readonly Doubt[];
}

const MANY = 0.3;
/** Where the words decide figures, these are withheld from `MOST_UNREAD` on. */
const DECIDING = new Set<string | null>(UNREAD_COLUMNS);
const LEAST_FILLED = 5;
const DATES = new Set(['filed_on', 'received_on', 'resolved_on', 'reported_on', 'judged_on']);

/** How a list is going to be read, judged by its labels and first rows. */
export function toListReading(file: string, plan: IngestPlan): ListReading {
  return { file, sheet: plan.table.sheet, profile: plan.profile, doubts: doubtsOf(plan) };
}

/** What a person decided is not doubted for what it lacks, but values that cannot be read still are. */
function doubtsOf(plan: IngestPlan): readonly Doubt[] {
  const targets = plan.mapping.flatMap(({ target }) => target ?? []);
  const lacks: Doubt[] = [];
  if (plan.profile === null && !targets.includes('case_no')) lacks.push({ kind: 'no_case_no' });
  if (plan.profile === null && !targets.some((target) => DATES.has(target))) lacks.push({ kind: 'no_dates' });
  const tally = tallyRows(plan.table.sample, plan.table.labels.length);
  const failing = previewPlan(plan, tally, null).columns.filter(
    ({ target, failed, filled }) =>
      filled >= LEAST_FILLED && failed > filled * (DECIDING.has(target) ? MOST_UNREAD : MANY),
  );
  const conflict = findStatusConflict(plan.mapping, plan.table.sample);
  return [
    ...lacks,
    ...(conflict === null ? [] : [{ kind: 'status_conflict', ...conflict } as const]),
    ...failing.map(({ label, failed, filled }): Doubt => ({ kind: 'many_failures', label, failed, filled })),
  ];
}
