import type { CaseNumberParts } from '../ingest/ingest-plan.ts';
import type { MapColumn } from './load-map.ts';

/** The lookup tables that split the 案号 of a list, by the SQL that asks them about the rows `r`. */
export interface CaseNumberMaps {
  /** What the 案号 of the list say; several may be alike. */
  readonly parts: readonly CaseNumberParts[];
  /** No 案号 is of an unusual shape. */
  readonly isRegular: boolean;
  /** Every row is known to have a key. */
  readonly isComplete: boolean;
  /** Certainly no two rows have the same key. */
  readonly isUnique: boolean;
  /** The lookup table with remarks, and the condition that joins it as `m`; null where nothing is to be said. */
  readonly remarks: { readonly table: string; readonly match: string } | null;
  /** The 案号 without spaces around it. */
  readonly textSql: string;
  /** The lookup table of what stands before their serial numbers. */
  readonly prefixes: string;
  /**
   * Columns of `prefixes` that, with the serial number and 号 behind them, are the case key and the 案号 of every row; null
   * where some row may have another.
   */
  readonly composed: { readonly case_key: string; readonly case_no: string } | null;
  /** A column of `cases` that the 案号 gives. */
  readonly columnSql: (column: string) => string;
  readonly joins: readonly string[];
}

/** Columns of a lookup table of 案号, or of prefixes. */
export const PART_COLUMNS: readonly MapColumn[] = [
  { name: 'raw', type: 'VARCHAR' },
  { name: 'case_key', type: 'VARCHAR' },
  { name: 'case_year', type: 'INTEGER' },
  { name: 'court_code', type: 'VARCHAR' },
  { name: 'type_code', type: 'VARCHAR' },
  { name: 'serial', type: 'INTEGER' },
  { name: 'matter', type: 'VARCHAR' },
  { name: 'level', type: 'VARCHAR' },
];

/** What was remarked about a 案号. */
export const REMARK_COLUMNS: readonly MapColumn[] = [
  { name: 'reason', type: 'VARCHAR' },
  { name: 'action', type: 'VARCHAR' },
];

/** A row of `PART_COLUMNS`. */
export function partsRow(text: string, parts: CaseNumberParts | null): (string | null)[] {
  const number = (value: number | null | undefined) => (value === null || value === undefined ? null : String(value));
  return [
    text,
    parts?.key ?? null,
    number(parts?.year),
    parts?.courtCode ?? null,
    parts?.typeCode ?? null,
    number(parts?.serial),
    parts?.matter ?? null,
    parts?.level ?? null,
  ];
}

const SPACE_FIRST = /^\p{Zs}/u;

/** The engine's `trim` would cut something off at the start. */
export function startsWithSpace(text: string): boolean {
  return SPACE_FIRST.test(text);
}

/**
 * SQL of a column of `cases` that the 案号 gives, with `w` the table of unusual and `p` that of usual ones.
 *
 * @param key SQL of the key of a usual one.
 */
export function numberColumnSql(column: string, key: string, isRegular: boolean): string {
  const own = column === 'case_key' ? key : column === 'serial' ? 'r.case_no_serial' : `p.${column}`;
  return isRegular ? own : `CASE WHEN w.raw IS NULL THEN ${own} ELSE w.${column} END`;
}
