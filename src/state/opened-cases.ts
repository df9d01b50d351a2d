import type { CaseSetQuery } from '../query/case-list.ts';
import type { CaseFilter, DimensionId, MetricQuery, ResultTable } from '../query/metric-query.ts';
import type { FoundReasonColumn } from '../query/reversal-reasons.ts';
import { DIMENSIONS } from '../schema/columns.ts';
import { currentFilter, currentPeriod } from './current.ts';
import type { Dataset } from './dataset.svelte.ts';
import { toPeriod } from './period.ts';
import type { Selection } from './selection.svelte.ts';

/**
 * The cases of the opened figure: everything chosen is kept, only what the figure says of itself (a group, a month, all
 * courts) takes the place of the choice. Null while nothing is open or loaded.
 *
 * @param reasonColumns where the lists tell reasons of reversals; null = not known yet
 */
export function openedCases(
  selection: Selection,
  dataset: Dataset,
  reasonColumns: readonly FoundReasonColumn[] | null = null,
): Required<Omit<CaseSetQuery, 'columns'>> | null {
  const { opened, variants, monthStartDay } = selection.view;
  const chosen = currentPeriod(selection, dataset);
  if (opened === null || chosen === null) return null;
  const { metric, part, group, range, hasAllCourts, from, to } = opened;
  if (opened.reason !== null && reasonColumns === null) return null;
  const reason = opened.reason === null ? null : { ...opened.reason, columns: reasonColumns ?? [] };
  const period = from === null || to === null || to < from ? chosen : toPeriod({ from, to });
  const variant = opened.variant ?? variants[metric];
  const replaced = [...Object.keys(group), ...(hasAllCourts ? ['court'] : [])];
  const filter = without(currentFilter(selection, dataset), replaced);
  const ref = variant === undefined ? { id: metric } : { id: metric, variant };
  return { metric: ref, part, period, filter, group, range, reason, monthStartDay };
}

/** The question that gives the figure itself; its group is a row of the answer (`rowOfGroup`). */
export function toFigureQuery(cases: CaseSetQuery): MetricQuery {
  const { metric, period, filter, group = {}, monthStartDay = 1 } = cases;
  return { metrics: [metric], groupBy: dimensionsOf(group), period, filter: { ...filter, ...group }, monthStartDay };
}

/** The row of `table` that is the group; -1 where there is none. Without a group, the only row. */
export function rowOfGroup(table: ResultTable, group: CaseFilter): number {
  const dimensions = dimensionsOf(group);
  if (dimensions.some((dimension) => group[dimension]?.length !== 1)) return -1;
  for (let row = 0; row < table.rowCount; row += 1) {
    if (dimensions.every((dimension) => (table.groups[dimension]?.[row] ?? null) === group[dimension]?.[0])) return row;
  }
  return -1;
}

function dimensionsOf(group: CaseFilter): readonly DimensionId[] {
  return DIMENSIONS.filter((dimension) => group[dimension] !== undefined);
}

function without(filter: CaseFilter, dimensions: readonly string[]): CaseFilter {
  return Object.fromEntries(Object.entries(filter).filter(([dimension]) => !dimensions.includes(dimension)));
}
