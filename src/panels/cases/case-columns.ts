import type { MetricVariant } from '../../metrics/metric.ts';
import { partsOf, type CaseColumn, type CaseSetQuery } from '../../query/case-list.ts';

/** A column of the list: `widthEm` in units of the font size. */
export interface CaseListColumn {
  readonly id: CaseColumn;
  readonly widthEm: number;
  readonly isNumber: boolean;
}

const text = (id: CaseColumn, widthEm: number): CaseListColumn => ({ id, widthEm, isNumber: false });
const number = (id: CaseColumn, widthEm: number): CaseListColumn => ({ id, widthEm, isNumber: true });

const USUAL: readonly CaseListColumn[] = [
  text('case_no', 13),
  text('court', 11.5),
  text('level', 4.5),
  text('cause', 10),
  text('procedure', 6),
  text('department', 8),
  text('judge', 5),
  text('filed_on', 6.8),
  text('resolved_on', 6.8),
  text('due_on', 6.8),
  number('days', 4),
  text('closing', 7),
];
const OF_APPEALS = text('original_case_key', 13);
const MONEY: readonly CaseListColumn[] = [number('amount_applied', 9), number('amount_recovered', 9)];

/** The columns of the list of a part of a figure: the usual ones that the data have, and those that the part is about. */
export function columnsOf(
  variant: MetricVariant,
  part: CaseSetQuery['part'],
  presentColumns: readonly string[],
): readonly CaseListColumn[] {
  const parts = partsOf(variant, part);
  const own = [
    ...(parts.some(({ of }) => of.relation === 'appeals') ? [OF_APPEALS] : []),
    ...(parts.some(({ sum }) => sum !== undefined) ? MONEY : []),
  ];
  return [...USUAL.slice(0, 1), ...own, ...USUAL.slice(1)].filter(({ id }) => presentColumns.includes(id));
}
