import { lazy } from '../lib/lazy.ts';
import { variantOf } from '../metrics/index.ts';
import { columnsIn, mayCount, quantitiesOf } from '../metrics/formula-reach.ts';
import type { FactColumn, MetricVariant, Quantity } from '../metrics/metric.ts';
import {
  LACKED_COLUMNS,
  MOST_UNREAD,
  UNREAD_COLUMNS,
  type LackedColumn,
  type UnreadColumn,
  type UnreadCounts,
} from '../schema/unread.ts';
import type { Measure, MetricQuery, MissingReason, Period, ResultTable } from './metric-query.ts';
import { toKey } from './resolve.ts';
import { isAccepted, periodsOf, placesOf, withhold } from './withhold.ts';

export { MOST_UNREAD, UNREAD_COLUMNS };

/** `table` without the figures of which too many cases have an unknown 结案方式 or 程序, or are of courts without a column, where the figure depends on it. */
export function withholdUnread(table: ResultTable, query: MetricQuery, counts: readonly UnreadCounts[]): ResultTable {
  const periods = lazy(() => periodsOf(table, query));
  const places = lazy(() => placesOf(table, periods()));
  const measures = query.metrics.flatMap((ref) => {
    const measure = table.measures[toKey(ref)];
    const variant = variantOf(ref.id, ref.variant);
    if (measure === undefined || variant === undefined || isLacking(measure)) return [];
    const deciding = DECIDING_COLUMNS.filter((column) => isDecidedBy(variant, column));
    const doubtful = doubtfulOf(counts, deciding);
    if (doubtful.length === 0) return [];
    const doubtfulAt = countedAt(table, query, variant, periods(), doubtful);
    const countsAt = countedAt(table, query, variant, periods(), counts);
    const tell = (row: number): MissingReason | null => {
      if (doubtfulAt(row).length === 0) return null;
      const own = countsAt(row);
      for (const column of deciding) {
        const share = unreadShare(variant, column, own);
        if (share >= MOST_UNREAD) return reasonOf(column, share);
      }
      return null;
    };
    const told: (MissingReason | null | undefined)[] = [];
    const reasonAt = (row: number) => {
      const place = places()[row] ?? row;
      const reason = told[place] === undefined ? tell(row) : told[place];
      return (told[place] = reason);
    };
    return [[toKey(ref), withhold(measure, reasonAt)] as const];
  });
  return measures.length === 0 ? table : { ...table, measures: { ...table.measures, ...Object.fromEntries(measures) } };
}

/** Nothing of it can be told, because no list has the column. */
function isLacking({ missing }: Measure): boolean {
  return missing.every((reason) => reason?.startsWith('missing-column:') === true);
}

function reasonOf(column: DecidingColumn, share: number): MissingReason {
  const percent = Math.round(share * 100);
  if (isUnread(column)) return `unread:${column}:${percent}`;
  return share === 1 ? `missing-column:${column}` : `lacked:${column}:${percent}`;
}

/** The share of several is at most the largest share of one: where none of these is among them, nothing is withheld. */
function doubtfulOf(counts: readonly UnreadCounts[], columns: readonly DecidingColumn[]): readonly UnreadCounts[] {
  return counts.filter(
    (cell) => cell.resolved > 0 && columns.some((column) => unknownOf(cell, column) / cell.resolved >= MOST_UNREAD),
  );
}

/** `table` where a column of closings is there but no word of it is known: not the column is lacking, the words are. */
export function tellUnread(table: ResultTable, query: MetricQuery, counts: readonly UnreadCounts[]): ResultTable {
  if (doubtfulOf(counts, ['closing']).length === 0) return table;
  const measures = query.metrics.flatMap((ref) => {
    const measure = table.measures[toKey(ref)];
    const variant = variantOf(ref.id, ref.variant);
    if (measure === undefined || variant === undefined) return [];
    const share = unreadShare(variant, 'closing', counts);
    if (share < MOST_UNREAD) return [];
    const missing = measure.missing.map((reason): MissingReason | null =>
      reason === 'missing-column:closing_bucket' ? `unread:closing:${Math.round(share * 100)}` : reason,
    );
    return [[toKey(ref), { ...measure, missing }] as const];
  });
  return { ...table, measures: { ...table.measures, ...Object.fromEntries(measures) } };
}

type DecidingColumn = UnreadColumn | LackedColumn;
const DECIDING_COLUMNS = [...UNREAD_COLUMNS, ...LACKED_COLUMNS];

const FACTS_OF: Readonly<Record<UnreadColumn, readonly FactColumn[]>> = {
  closing: ['closing', 'closing_bucket'],
  procedure: ['procedure'],
};

function isUnread(column: DecidingColumn): column is UnreadColumn {
  return column in FACTS_OF;
}

function unknownOf({ unread, lacked }: UnreadCounts, column: DecidingColumn): number {
  return isUnread(column) ? unread[column] : lacked[column];
}

/**
 * Quantities of cases of which a column decides how many are counted: by its words; or, where it may be lacking in a list,
 * all of a figure that requires it, but for days, which by their definition leave out what has none. The words of appeals
 * are those of the second instance.
 */
function quantitiesBy({ formula, requires }: MetricVariant, column: DecidingColumn): readonly Quantity[] {
  const quantities = quantitiesOf(formula);
  if (!isUnread(column)) {
    const isNeeded = requires.includes(column) && formula.kind !== 'duration';
    return isNeeded ? quantities.filter(({ of }) => of.relation === 'cases') : [];
  }
  return quantities.filter(
    ({ of }) =>
      !(of.relation === 'appeals' && column === 'procedure') &&
      columnsIn(of.where).some((own) => FACTS_OF[column].includes(own)),
  );
}

/** Whether a formula counts appeals, whose words are those of the second instance. */
export function countsAppeals({ formula }: MetricVariant): boolean {
  return quantitiesOf(formula).some(({ of }) => of.relation === 'appeals');
}

/** Whether the column decides which cases are counted. */
export function isDecidedBy(variant: MetricVariant, column: DecidingColumn): boolean {
  return quantitiesBy(variant, column).length > 0;
}

/** The largest share of cases with an unknown word among those that a part of the formula may count. */
export function unreadShare(variant: MetricVariant, column: DecidingColumn, counts: readonly UnreadCounts[]): number {
  return Math.max(
    0,
    ...quantitiesBy(variant, column).map(({ of }) => {
      const own = counts.filter((cell) => mayCount(of, cell) && (of.relation === 'appeals' || !cell.isSequel));
      return unknownShare(own, column);
    }),
  );
}

function unknownShare(counts: readonly UnreadCounts[], column: DecidingColumn): number {
  const resolved = counts.reduce((sum, cell) => sum + cell.resolved, 0);
  return resolved === 0 ? 0 : counts.reduce((sum, cell) => sum + unknownOf(cell, column), 0) / resolved;
}

/** Which of `counts` may be counted in a row of `table`. */
function countedAt(
  table: ResultTable,
  query: MetricQuery,
  variant: MetricVariant,
  periods: readonly Period[],
  counts: readonly UnreadCounts[],
): (row: number) => readonly UnreadCounts[] {
  const closed = counts.filter(({ resolved }) => resolved > 0);
  const within = (row: number, candidates: readonly UnreadCounts[]) => {
    const { first, last } = yearsOf(periods[row] ?? query.period);
    return candidates.filter(({ year }) => year >= first && year <= last);
  };
  // An appeal stands under the court and the kind of the case that it came from.
  if (countsAppeals(variant)) return (row) => within(row, closed);
  const { court: courts } = table.groups;
  const ofCourt = new Map<string | null, UnreadCounts[]>();
  for (const cell of closed) ofCourt.set(cell.court, [...(ofCourt.get(cell.court) ?? []), cell]);
  return (row) =>
    within(row, courts === undefined ? closed : (ofCourt.get(courts[row] ?? null) ?? [])).filter(
      ({ court, matter, level }) =>
        isAccepted(table, query, variant, row, 'court', court) &&
        isAccepted(table, query, variant, row, 'matter', matter) &&
        isAccepted(table, query, variant, row, 'level', level),
    );
}

/** The share of closed cases of `filter` in the years of `period` that are from lists without the column; 0 where none was closed. */
export function lackedShare(
  counts: readonly UnreadCounts[],
  column: LackedColumn,
  { period, filter }: Pick<MetricQuery, 'period' | 'filter'>,
): number {
  const { first, last } = yearsOf(period);
  const own = counts.filter(
    (cell) =>
      !cell.isSequel &&
      cell.year >= first &&
      cell.year <= last &&
      (['court', 'matter', 'level'] as const).every(
        (dimension) => filter[dimension]?.includes(cell[dimension]) ?? true,
      ),
  );
  return unknownShare(own, column);
}

/** The years that a period touches. */
function yearsOf({ start, end }: Period): Readonly<Record<'first' | 'last', number>> {
  const endsAtNewYear = end.slice(4) === '-01-01';
  return { first: Number(start.slice(0, 4)), last: Number(end.slice(0, 4)) - (endsAtNewYear ? 1 : 0) };
}
