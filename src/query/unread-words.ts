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
import { sql, toStatement } from '../sql/fragment.ts';
import type { Statement } from './dimension-values.ts';
import type { MetricQuery, MissingReason, Period, ResultTable } from './metric-query.ts';
import { toKey } from './resolve.ts';
import type { QueryColumns } from './result.ts';
import { isAccepted, periodsOf, placesOf, withhold } from './withhold.ts';

export { MOST_UNREAD, UNREAD_COLUMNS, type UnreadCounts };

/**
 * Of which closed cases the 结案方式 or the 程序 is not known, and which are of courts without a column: one row per court,
 * kind and year of closing. Most cases are not appealed, and of most nothing is deducted: that a list does not tell of these is
 * told by its labels, of appeals where no list of second-instance cases tells of them. Appeals that
 * only the 后续… columns of the first instance tell of stand in rows of their own; one of them is closed where it has a day
 * or a word, and its word is unknown where a row has more unknown words than its own 结案方式.
 */
export function compileUnreadCounts(): Statement {
  return toStatement(sql`WITH words AS (
  SELECT f.id AS file_id, i."row" AS source_row, count(*) AS n
  FROM ingest_issues i JOIN ingest_files f ON f.name = i.file AND f.sheet IS NOT DISTINCT FROM i.sheet
  WHERE i.reason = 'closing_unknown'
  GROUP BY 1, 2
),
sequels AS (
  SELECT a.court, a.matter, a.level, coalesce(a.resolved_on, a.original_resolved_on) AS resolved_on, a.closing_bucket,
    coalesce(w.n, 0) > CASE WHEN o.closing_bucket IS NULL AND o.closing_raw IS NOT NULL THEN 1 ELSE 0 END AS is_word
  FROM appeals a JOIN cases o ON o.case_id = a.original_case_id
  LEFT JOIN words w ON w.file_id = o.file_id AND w.source_row = o.source_row
  WHERE a.case_id IS NULL
    AND (a.resolved_on IS NOT NULL OR a.closing_bucket IS NOT NULL OR w.n IS NOT NULL)
),
closed AS (
  SELECT file_id, court, matter, level, CAST(year(resolved_on) AS INTEGER) AS "year", count(*) AS resolved,
    count(*) FILTER (WHERE closing_bucket IS NULL) AS closing, count(*) FILTER (WHERE "procedure" IS NULL) AS "procedure",
    count(filed_on) AS filings, count(bench) AS benches, count(is_in_court_judgment) AS in_court,
    count(deduction_days) AS deductions, count(appealed_on) AS appeal_dates, count(*) FILTER (WHERE is_appealed OR appealed_on IS NOT NULL) AS appeals
  FROM cases
  WHERE resolved_on IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5
),
lists AS (
  SELECT id, contains(mapping, '"appealed_on"]') OR contains(mapping, '"next_') AS has_dates,
    contains(mapping, '"is_appealed"]') AS has_flag, contains(mapping, '"deduction_days"]') AS has_deductions
  FROM ingest_files
),
linked AS (SELECT DISTINCT court, true AS is_linked FROM appeals WHERE case_id IS NOT NULL AND court IS NOT NULL),
of_lists AS (
  SELECT c.* REPLACE (sum(filings) OVER list AS filings, sum(benches) OVER list AS benches, sum(in_court) OVER list AS in_court,
      sum(appeal_dates) OVER list AS appeal_dates, sum(appeals) OVER list AS appeals,
      sum(deductions) OVER list AS deductions),
    coalesce(l.has_deductions, true) AS has_deductions,
    coalesce(l.has_dates, true) OR coalesce(k.is_linked, false) AS has_dates, coalesce(l.has_flag, true) AS has_flag
  FROM closed c LEFT JOIN lists l ON l.id = c.file_id LEFT JOIN linked k ON k.court = c.court
  WINDOW list AS (PARTITION BY c.file_id, c.court)
)
SELECT court, matter, level, "year", CAST(sum(resolved) AS DOUBLE) AS resolved, CAST(sum(closing) AS DOUBLE) AS closing,
  CAST(sum("procedure") AS DOUBLE) AS "procedure", false AS is_sequel,
  CAST(coalesce(sum(resolved) FILTER (WHERE filings = 0), 0) AS DOUBLE) AS filed_on,
  CAST(coalesce(sum(resolved) FILTER (WHERE benches = 0), 0) AS DOUBLE) AS bench,
  CAST(coalesce(sum(resolved) FILTER (WHERE in_court = 0), 0) AS DOUBLE) AS is_in_court_judgment,
  CAST(coalesce(sum(resolved) FILTER (WHERE appeal_dates = 0 AND NOT has_dates), 0) AS DOUBLE) AS appealed_on,
  CAST(coalesce(sum(resolved) FILTER (WHERE appeals = 0 AND NOT has_dates AND NOT has_flag), 0) AS DOUBLE) AS is_appealed,
  CAST(coalesce(sum(resolved) FILTER (WHERE deductions = 0 AND NOT has_deductions), 0) AS DOUBLE) AS deduction_days
FROM of_lists
GROUP BY 1, 2, 3, 4
UNION ALL
SELECT court, matter, level, CAST(year(resolved_on) AS INTEGER),
  CAST(count(*) AS DOUBLE), CAST(count(*) FILTER (WHERE closing_bucket IS NULL) AS DOUBLE), 0.0::DOUBLE, true,
  0.0::DOUBLE, 0.0::DOUBLE, 0.0::DOUBLE, 0.0::DOUBLE, 0.0::DOUBLE, 0.0::DOUBLE
FROM sequels
WHERE resolved_on IS NOT NULL AND (closing_bucket IS NOT NULL OR is_word)
GROUP BY 1, 2, 3, 4
ORDER BY 8, 1 NULLS LAST, 2 NULLS LAST, 3 NULLS LAST, 4`);
}

/** The rows of `compileUnreadCounts`. */
export function toUnreadCounts({ rowCount, columns }: QueryColumns): readonly UnreadCounts[] {
  const text = (column: string, i: number) => {
    const cell = columns[column]?.[i];
    return typeof cell === 'string' ? cell : null;
  };
  const count = (column: string, i: number) => Number(columns[column]?.[i] ?? 0);
  return Array.from({ length: rowCount }, (_, i) => ({
    court: text('court', i),
    matter: text('matter', i),
    level: text('level', i),
    year: count('year', i),
    resolved: count('resolved', i),
    unread: { closing: count('closing', i), procedure: count('procedure', i) },
    lacked: {
      filed_on: count('filed_on', i),
      bench: count('bench', i),
      is_in_court_judgment: count('is_in_court_judgment', i),
      appealed_on: count('appealed_on', i),
      is_appealed: count('is_appealed', i),
      deduction_days: count('deduction_days', i),
    },
    isSequel: columns['is_sequel']?.[i] === true,
  }));
}

/** `table` without the figures of which too many cases have an unknown 结案方式 or 程序, or are of courts without a column, where the figure depends on it. */
export function withholdUnread(table: ResultTable, query: MetricQuery, counts: readonly UnreadCounts[]): ResultTable {
  const doubtful = doubtfulOf(counts);
  if (doubtful.length === 0) return table;
  const periods = periodsOf(table, query);
  const places = placesOf(table, periods);
  const measures = query.metrics.flatMap((ref) => {
    const measure = table.measures[toKey(ref)];
    const variant = variantOf(ref.id, ref.variant);
    if (measure === undefined || variant === undefined) return [];
    const deciding = UNREAD_COLUMNS.filter((column) => isDecidedBy(variant, column));
    const lackable = LACKED_COLUMNS.filter((column) => isDecidedBy(variant, column));
    if (deciding.length === 0 && lackable.length === 0) return [];
    const doubtfulAt = countedAt(table, query, variant, periods, doubtful);
    const countsAt = countedAt(table, query, variant, periods, counts);
    const tell = (row: number): MissingReason | null => {
      if (doubtfulAt(row).length === 0) return null;
      const own = countsAt(row);
      for (const column of deciding) {
        const share = unreadShare(variant, column, own);
        if (share >= MOST_UNREAD) return `unread:${column}:${Math.round(share * 100)}`;
      }
      for (const column of lackable) {
        const share = unreadShare(variant, column, own);
        if (share === 1) return `missing-column:${column}`;
        if (share >= MOST_UNREAD) return `lacked:${column}:${Math.round(share * 100)}`;
      }
      return null;
    };
    const told: (MissingReason | null | undefined)[] = [];
    const reasonAt = (row: number) => {
      const place = places[row] ?? row;
      const reason = told[place] === undefined ? tell(row) : told[place];
      return (told[place] = reason);
    };
    return [[toKey(ref), withhold(measure, reasonAt)] as const];
  });
  return measures.length === 0 ? table : { ...table, measures: { ...table.measures, ...Object.fromEntries(measures) } };
}

/** The share of several is at most the largest share of one: where none of these is among them, nothing is withheld. */
function doubtfulOf(counts: readonly UnreadCounts[]): readonly UnreadCounts[] {
  return counts.filter(
    (counts) =>
      counts.resolved > 0 &&
      DECIDING_COLUMNS.some((column) => unknownOf(counts, column) / counts.resolved >= MOST_UNREAD),
  );
}

/** `table` where a column of closings is there but no word of it is known: not the column is lacking, the words are. */
export function tellUnread(table: ResultTable, query: MetricQuery, counts: readonly UnreadCounts[]): ResultTable {
  if (doubtfulOf(counts).length === 0) return table;
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
  return column === 'closing' || column === 'procedure';
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
      const resolved = own.reduce((sum, cell) => sum + cell.resolved, 0);
      return resolved === 0 ? 0 : own.reduce((sum, cell) => sum + unknownOf(cell, column), 0) / resolved;
    }),
  );
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
  const resolved = own.reduce((sum, cell) => sum + cell.resolved, 0);
  return resolved === 0 ? 0 : own.reduce((sum, cell) => sum + cell.lacked[column], 0) / resolved;
}

/** The years that a period touches. */
function yearsOf({ start, end }: Period): Readonly<Record<'first' | 'last', number>> {
  const endsAtNewYear = end.slice(4) === '-01-01';
  return { first: Number(start.slice(0, 4)), last: Number(end.slice(0, 4)) - (endsAtNewYear ? 1 : 0) };
}
