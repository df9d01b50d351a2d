import type { CaseColumn } from '../schema/columns.ts';
import { type Fragment, join, name, raw, sql, toStatement } from '../sql/fragment.ts';
import type { ListPair } from './difference-list.ts';
import { dayOf, pairTables } from './difference-rows.ts';
import type { Statement } from './dimension-values.ts';
import type { QueryColumns } from './result.ts';

/**
 * What became of a case between two lists. `filed`: filed after the day of the older list; `entered`: filed before, but
 * the older list did not have it; `closed`, `backdated`: open in the older list, and closed after or on or before its
 * day; `vanished`: not in the newer list; `wider`, `narrower`: the other list does not reach so far.
 */
export const FATES = ['filed', 'entered', 'wider', 'closed', 'backdated', 'vanished', 'narrower'] as const;
export type Fate = (typeof FATES)[number];

/** Columns in which a case may have been changed, in the order in which they are shown. */
export const CHANGEABLE = [
  'filed_on',
  'resolved_on',
  'closing',
  'due_on',
  'appealed_on',
  'is_appealed',
  'procedure',
  'bench',
  'cause',
  'court',
  'department',
  'judge',
  'type_code',
  'matter',
  'level',
  'is_in_court_judgment',
  'extension_days',
  'deduction_days',
  'amount',
  'amount_applied',
  'amount_recovered',
  'original_case_key',
  'original_court',
] as const satisfies readonly CaseColumn[];
export type ChangeableColumn = (typeof CHANGEABLE)[number];

/** Cases of one fate, or changed in one column. */
export type DifferenceKind =
  | { readonly fate: Fate; readonly column?: undefined }
  | { readonly column: ChangeableColumn; readonly fate?: undefined };

/** How many. */
export interface DifferenceCount {
  readonly kind: DifferenceKind;
  readonly n: number;
}

/** The columns that both lists have; only of these can a difference be an edit. */
export function comparedColumns(
  older: readonly { readonly column: string | null }[],
  newer: readonly { readonly column: string | null }[],
): readonly ChangeableColumn[] {
  const has = (list: typeof older, id: string) => list.some(({ column }) => column === id);
  return CHANGEABLE.filter((column) => has(older, column) && has(newer, column));
}

/** Counts of every fate and every changed column, each a column of one row: one pass over the cases in both lists. */
export function compileDifferenceCounts(pair: ListPair, columns: readonly ChangeableColumn[]): Statement {
  const count = (kind: DifferenceKind) =>
    sql`CAST(count(*) FILTER (WHERE ${conditionOf(kind, pair)}) AS DOUBLE) AS ${name(kind.fate ?? kind.column)}`;
  const countIn = (from: RowsOfKind, kinds: readonly DifferenceKind[]) =>
    sql`(SELECT ${join(kinds.map(count), ', ')} FROM ${raw(FROM[from])})`;
  const fates = (from: RowsOfKind) => FATES.filter((fate) => rowsOf({ fate }) === from).map((fate) => ({ fate }));
  const parts = [
    countIn('come', fates('come')),
    countIn('gone', fates('gone')),
    countIn('both', [...fates('both'), ...columns.map((column) => ({ column }))]),
  ];
  return toStatement(sql`WITH ${join(pairTables(pair), ',\n')}
SELECT * FROM ${join(parts, ',\n  ')}`);
}

/** The row of `compileDifferenceCounts`: what occurs, in the order of `FATES` and `CHANGEABLE`. */
export function toDifferenceCounts({ columns }: QueryColumns): readonly DifferenceCount[] {
  const kinds: readonly DifferenceKind[] = [
    ...FATES.map((fate) => ({ fate })),
    ...CHANGEABLE.map((column) => ({ column })),
  ];
  return kinds.flatMap((kind) => {
    const n = Number(columns[kind.fate ?? kind.column]?.[0] ?? 0);
    return n === 0 ? [] : [{ kind, n }];
  });
}

/** A case of one kind; but for the two values, as the newer list has it. */
export interface DifferenceCase {
  /** Of the row that counts. */
  readonly caseId: number | null;
  readonly caseNo: string | null;
  readonly court: string | null;
  readonly department: string | null;
  readonly judge: string | null;
  readonly filedOn: string | null;
  readonly resolvedOn: string | null;
  readonly closing: string | null;
  /** The changed column in either list, as text. */
  readonly oldValue: string | null;
  readonly newValue: string | null;
  /** Row in either file, 1-based; null where it is not in that list. */
  readonly oldRow: number | null;
  readonly newRow: number | null;
}

/** The cases of one kind, in the order of their 案号; other columns than the changed one as the newer list has them. */
export function compileDifferenceCases(pair: ListPair, kind: DifferenceKind, limit: number): Statement {
  const rows = rowsOf(kind);
  const latest = (column: string) => raw(rows === 'both' ? `n.${column}` : `${rows}.${column}`);
  const texts = ['case_no', 'court', 'department', 'judge', 'closing'].map(
    (column) => sql`${latest(column)} AS ${name(column)}`,
  );
  const days = ['filed_on', 'resolved_on'].map((column) => sql`CAST(${latest(column)} AS VARCHAR) AS ${name(column)}`);
  const value = (side: 'o' | 'n') => (kind.column === undefined ? raw('NULL::VARCHAR') : valueOf(side, kind.column));
  const row = (of: RowsOfKind, side: 'o' | 'n') =>
    rows === 'both' ? raw(`${side}.source_row`) : raw(rows === of ? `${rows}.source_row` : 'NULL::INTEGER');
  return toStatement(sql`WITH ${join(pairTables(pair), ',\n')}
SELECT ${latest('case_id')} AS case_id, ${join([...texts, ...days], ', ')}, ${value('o')} AS old_value, ${value('n')} AS new_value,
  ${row('gone', 'o')} AS old_row, ${row('come', 'n')} AS new_row
FROM ${raw(FROM[rows])}
WHERE ${conditionOf(kind, pair)}
ORDER BY ${latest('case_year')}, ${latest('type_code')}, ${latest('serial')}, case_key
LIMIT ${raw(String(limit))}`);
}

/** The rows of `compileDifferenceCases`. */
export function toDifferenceCases({ rowCount, columns }: QueryColumns): readonly DifferenceCase[] {
  const text = (column: string, i: number) => {
    const cell = columns[column]?.[i];
    return typeof cell === 'string' ? cell : null;
  };
  const number = (column: string, i: number) => {
    const cell = columns[column]?.[i];
    return typeof cell === 'number' ? cell : null;
  };
  return Array.from({ length: rowCount }, (_, i) => ({
    caseId: number('case_id', i),
    caseNo: text('case_no', i),
    court: text('court', i),
    department: text('department', i),
    judge: text('judge', i),
    filedOn: text('filed_on', i),
    resolvedOn: text('resolved_on', i),
    closing: text('closing', i),
    oldValue: text('old_value', i),
    newValue: text('new_value', i),
    oldRow: number('old_row', i),
    newRow: number('new_row', i),
  }));
}

/** Where the cases of a kind stand: in one of the lists only, or in both. */
type RowsOfKind = 'come' | 'gone' | 'both';

const FROM: Readonly<Record<RowsOfKind, string>> = {
  come: 'come',
  gone: 'gone',
  both: 'older o JOIN newer n USING (case_key)',
};

function rowsOf({ fate }: DifferenceKind): RowsOfKind {
  if (fate === 'filed' || fate === 'entered' || fate === 'wider') return 'come';
  return fate === 'vanished' || fate === 'narrower' ? 'gone' : 'both';
}

/** What a case that is closed meanwhile has for the first time: work, no edit. */
const TOLD_AT_CLOSING: ReadonlySet<ChangeableColumn> = new Set([
  'resolved_on',
  'closing',
  'is_in_court_judgment',
  'is_appealed',
  'appealed_on',
  'amount_recovered',
]);

/** Whether a row is of a kind. An appeal lodged after the day of the older list is work too. */
function conditionOf(kind: DifferenceKind, pair: ListPair): Fragment {
  const asOf = dayOf(pair.asOf);
  const isNewlyClosed = raw('(o.resolved_on IS NULL AND n.resolved_on IS NOT NULL)');
  switch (kind.fate) {
    case 'wider':
    case 'narrower':
      return raw('is_outside');
    case 'vanished':
      return raw('NOT is_outside');
    case 'filed':
      return sql`NOT is_outside AND coalesce(come.filed_on > ${asOf}, FALSE)`;
    case 'entered':
      return sql`NOT is_outside AND NOT coalesce(come.filed_on > ${asOf}, FALSE)`;
    case 'closed':
      return sql`${isNewlyClosed} AND coalesce(n.resolved_on > ${asOf}, FALSE)`;
    case 'backdated':
      return sql`${isNewlyClosed} AND NOT coalesce(n.resolved_on > ${asOf}, FALSE)`;
    case undefined: {
      const differs = sql`${valueOf('o', kind.column)} IS DISTINCT FROM ${valueOf('n', kind.column)}`;
      if (!TOLD_AT_CLOSING.has(kind.column)) return differs;
      const isEdit = sql`${differs} AND NOT ${isNewlyClosed}`;
      const isNewlyAppealed = sql`(o.appealed_on IS NULL AND coalesce(n.appealed_on > ${asOf}, FALSE))`;
      const isOfAppeal = kind.column === 'appealed_on' || kind.column === 'is_appealed';
      return isOfAppeal ? sql`${isEdit} AND NOT ${isNewlyAppealed}` : isEdit;
    }
  }
}

/** The value as text; a closing that is not in the vocabulary, as it stood. */
function valueOf(side: 'o' | 'n', column: ChangeableColumn): Fragment {
  if (column === 'closing') return raw(`coalesce(${side}.closing, ${side}.closing_raw)`);
  return sql`CAST(${raw(side)}.${name(column)} AS VARCHAR)`;
}
