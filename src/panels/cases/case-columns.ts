import type { MetricVariant } from '../../metrics/metric.ts';
import { isStock } from '../../query/atom.ts';
import { partsOf, type CaseSetQuery, type ListColumn } from '../../query/case-list.ts';

/** A column of the list: `widthEm` in units of the font size. */
export interface CaseListColumn {
  readonly id: ListColumn;
  readonly widthEm: number;
  readonly isNumber: boolean;
}

const text = (id: ListColumn, widthEm: number): CaseListColumn => ({ id, widthEm, isNumber: false });
const number = (id: ListColumn, widthEm: number): CaseListColumn => ({ id, widthEm, isNumber: true });

const USUAL: readonly CaseListColumn[] = [
  text('case_no', 14),
  text('court', 10.5),
  text('level', 4.5),
  text('cause', 10),
  text('procedure', 7.5),
  text('department', 8),
  text('judge', 5),
  text('filed_on', 6.8),
  text('resolved_on', 6.8),
  text('due_on', 6.8),
  number('days', 4),
  text('closing', 7),
];
/** Of a case that is pending: how long, and how long still. */
const OF_PENDING: readonly CaseListColumn[] = [
  text('case_no', 14),
  text('court', 10.5),
  text('level', 4.5),
  text('cause', 11),
  text('procedure', 7.5),
  text('department', 8),
  text('judge', 5),
  text('filed_on', 6.8),
  number('age_days', 5.5),
  text('due_on', 6.8),
  number('days_left', 5.5),
];
/** What a derived column is derived from. */
const NEEDS: Readonly<Record<string, string>> = { age_days: 'filed_on', days_left: 'due_on' };
const NET: readonly CaseListColumn[] = [number('deduction_days', 5)];
const OF_APPEALS = text('original_case_key', 13);
const MONEY: readonly CaseListColumn[] = [number('amount_applied', 9), number('amount_recovered', 9)];

/** The columns of the list of a part of a figure: the usual ones that the data have, and those that the part is about. */
export function columnsOf(
  variant: MetricVariant,
  { part, range }: Pick<CaseSetQuery, 'part' | 'range'>,
  presentColumns: readonly string[],
): readonly CaseListColumn[] {
  const parts = partsOf(variant, part);
  const isPresent = ({ id }: CaseListColumn) => presentColumns.includes(NEEDS[id] ?? id);
  if (parts.every(({ of }) => isStock(of))) return OF_PENDING.filter(isPresent);
  const isNet = range?.kind === 'net_days' || range?.kind === 'net_observed_days';
  const own = [
    ...(parts.some(({ of }) => of.relation === 'appeals') ? [OF_APPEALS] : []),
    ...(parts.some(({ sum }) => sum !== undefined) ? MONEY : []),
    ...(isNet ? NET : []),
  ];
  return [...USUAL.slice(0, 1), ...own, ...USUAL.slice(1)].filter(isPresent);
}
