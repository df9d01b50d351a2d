import { LIST_COLUMNS, type CaseListQuery, type ListColumn } from '../query/case-list.ts';
import { RANGE_KINDS, type CaseRange } from '../query/case-range.ts';
import type { CaseFilter } from '../query/metric-query.ts';
import { DIMENSIONS, type DimensionId } from '../schema/columns.ts';

/** The figure whose cases are open. It names no case: the cases follow from it and from the data. */
export interface OpenedFigure {
  readonly metric: string;
  /** Null = the variant in force. */
  readonly variant: string | null;
  readonly part: CaseListQuery['part'];
  /** The group it belongs to, one value per dimension; in the place of the filter of that dimension. */
  readonly group: CaseFilter;
  /** The figure of all courts, whatever courts are chosen. */
  readonly hasAllCourts: boolean;
  /** First and last day of its own, both included; null = the period chosen. */
  readonly from: string | null;
  readonly to: string | null;
  /** Only its cases in a range of days or ages; null = all of them. */
  readonly range: CaseRange | null;
  /** Only its cases for which the lists give this reason of the reversal (`text` null: none); null = all of them. */
  readonly reason: { readonly text: string | null } | null;
  readonly sortBy: ListColumn | null;
  readonly isDescending: boolean;
  /** The page it was opened from. */
  readonly back: string;
}

/** What an opened figure is unless said otherwise. */
export const DEFAULT_OPENED: OpenedFigure = {
  metric: 'resolved',
  variant: null,
  part: 'denominator',
  group: {},
  hasAllCourts: false,
  from: null,
  to: null,
  range: null,
  reason: null,
  sortBy: null,
  isDescending: false,
  back: 'overview',
};

/** Stands for "not stated" among the values of a filter in an address. */
export const NULL_VALUE = '\u2205';

/** Adds the parameters `of`, `of.variant`, `of.part`, … to an address; what equals the default is left out. */
export function writeOpened(query: URLSearchParams, opened: OpenedFigure): void {
  query.set('of', opened.metric);
  if (opened.variant !== null) query.set('of.variant', opened.variant);
  if (opened.part !== DEFAULT_OPENED.part) query.set('of.part', opened.part);
  if (opened.hasAllCourts) query.set('of.courts', 'all');
  if (opened.from !== null) query.set('of.from', opened.from);
  if (opened.to !== null) query.set('of.to', opened.to);
  if (opened.range !== null) query.set('of.range', rangeText(opened.range));
  if (opened.reason !== null) query.set('of.reason', opened.reason.text ?? NULL_VALUE);
  if (opened.sortBy !== null) query.set('of.sort', `${opened.isDescending ? '-' : ''}${opened.sortBy}`);
  if (opened.back !== DEFAULT_OPENED.back) query.set('of.back', opened.back);
  for (const dimension of DIMENSIONS) {
    for (const value of opened.group[dimension] ?? []) query.append(`of.${dimension}`, value ?? NULL_VALUE);
  }
}

/** The opened figure of an address; null where it names none. */
export function readOpened(
  query: URLSearchParams,
  isoOrNull: (text: string | null) => string | null,
): OpenedFigure | null {
  const metric = query.get('of');
  if (metric === null || metric === '') return null;
  const group: Partial<Record<DimensionId, readonly (string | null)[]>> = {};
  for (const dimension of DIMENSIONS) {
    const values = query.getAll(`of.${dimension}`).map((value) => (value === NULL_VALUE ? null : value));
    if (values.length > 0) group[dimension] = values;
  }
  const sort = query.get('of.sort') ?? '';
  const sortBy = LIST_COLUMNS.find((column) => column === sort.replace(/^-/, '')) ?? null;
  return {
    metric,
    variant: query.get('of.variant'),
    part: query.get('of.part') === 'numerator' ? 'numerator' : 'denominator',
    group,
    hasAllCourts: query.get('of.courts') === 'all',
    from: isoOrNull(query.get('of.from')),
    to: isoOrNull(query.get('of.to')),
    range: readRange(query.get('of.range')),
    reason: readReason(query.get('of.reason')),
    sortBy,
    isDescending: sortBy !== null && sort.startsWith('-'),
    back: query.get('of.back') ?? DEFAULT_OPENED.back,
  };
}

/** `days:30..44`; an open end is left empty. */
function rangeText({ kind, from, to }: CaseRange): string {
  return `${kind}:${from ?? ''}..${to ?? ''}`;
}

function readReason(text: string | null): OpenedFigure['reason'] {
  return text === null ? null : { text: text === NULL_VALUE ? null : text };
}

function readRange(text: string | null): CaseRange | null {
  const [, name, from, to] = /^([a-z_]+):(-?\d{0,6})\.\.(-?\d{0,6})$/.exec(text ?? '') ?? [];
  const kind = RANGE_KINDS.find((known) => known === name);
  const bound = (digits: string | undefined) =>
    digits === undefined || digits === '' || digits === '-' ? null : Number(digits);
  return kind === undefined ? null : { kind, from: bound(from), to: bound(to) };
}
