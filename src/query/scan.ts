import type { DimensionId } from '../schema/columns.ts';
import { type Fragment, join, name, raw, sql } from '../sql/fragment.ts';
import { type Atom, conditionOf } from './atom.ts';
import { POOL } from './pooled.ts';
import { filteredDimensions, toFilterCondition } from './filter.ts';
import { spineIndex } from './period.ts';
import { type Leaf, type ReadColumn, toCondition, toLeafCondition } from './predicate.ts';
import type { ResolvedQuery } from './resolve.ts';
import { toSource, type Source } from './source.ts';

/** One SELECT of the statement: spine row `k`, groups, and one column per atom. */
export interface Scan {
  readonly name: string;
  readonly body: Fragment;
}

/** How the conditions of an atom are read: off the row itself, or off a cube of rows counted beforehand. */
export interface Reading {
  readonly leaf: (leaf: Leaf) => Fragment;
  readonly dimension: ReadColumn;
}

/** What the atoms of a scan share: rows, group columns and the part of the filter that holds for all of them. */
export interface ScanFrame {
  readonly source: Source;
  readonly groups: readonly Fragment[];
  readonly shared: Fragment | null;
  /** The condition of one atom: its own, and that part of the filter from which other atoms of the scan are exempt. */
  readonly conditionOf: (atom: Atom, reading?: Reading) => Fragment | null;
}

/** The frame of a scan for `atoms`, which all read the same rows. */
export function toScanFrame(query: ResolvedQuery, atoms: readonly Atom[]): ScanFrame {
  const rows = rowsOf(atoms[0]);
  const pool = isPooled(rows) ? query.pool : undefined;
  const restricted = filteredDimensions(query.filter).filter((dimension) => pool?.settles.includes(dimension) !== true);
  const unpooled = toSource(rows, [...query.groupBy, ...restricted]);
  const source = pool === undefined ? unpooled : { ...unpooled, from: raw(POOL) };
  const isExempt = (dimension: DimensionId) => atoms.some((atom) => atom.fixes.includes(dimension));
  const ofRow: Reading = { leaf: (leaf) => toLeafCondition(leaf, source.own), dimension: source.dimension };
  return {
    source,
    groups: query.groupBy.map((dimension) => sql`${source.dimension(dimension)} AS ${name(dimension)}`),
    shared: toFilterCondition(
      query.filter,
      restricted.filter((dimension) => !isExempt(dimension)),
      source.dimension,
    ),
    conditionOf: (atom, reading = ofRow) => {
      const where = conditionOf(atom);
      const own = restricted.filter((dimension) => isExempt(dimension) && !atom.fixes.includes(dimension));
      return conjunction([
        where.kind === 'always' ? null : toCondition(where, reading.leaf),
        toFilterCondition(query.filter, own, reading.dimension),
      ]);
    },
  };
}

/** Whether rows of `cases` are read as they stand, and not as the originals of appeals. */
export function isPooled(rows: Parameters<typeof toSource>[0]): boolean {
  return rows.relation === 'cases' && rows.viewpoint === undefined;
}

/** The rows whose own columns the scan of `atom` reads. */
export function rowsOf(atom: Atom | undefined): Parameters<typeof toSource>[0] {
  if (atom === undefined || atom.kind === 'opening' || atom.kind === 'aged') return { relation: 'cases' };
  return atom.of;
}

/** The row of the spine, or the segment of several spines, that `date` falls into; it must lie inside the period. */
export function placeOf({ segments, calendar }: ResolvedQuery, date: Fragment): Fragment {
  return segments === undefined ? spineIndex(calendar, date) : segments.key(segments.index(date));
}

/** The conditions joined by AND; null where there is none. */
export function conjunction(conditions: readonly (Fragment | null)[]): Fragment | null {
  const present = conditions.filter((condition) => condition !== null);
  return present.length === 0 ? null : join(present, ' AND ');
}

/** `aggregate` over the rows that meet `condition`. */
export function restrictedTo(aggregate: Fragment, condition: Fragment | null): Fragment {
  return condition === null ? aggregate : sql`${aggregate} FILTER (WHERE ${condition})`;
}

/** A SELECT of `columns` with one row per combination of the columns at the positions `grouped` (1-based). */
export function toSelect(
  columns: readonly Fragment[],
  from: Fragment,
  where: Fragment | null,
  grouped: readonly number[],
): Fragment {
  const condition = where === null ? raw('') : sql`\n  WHERE ${where}`;
  const groups = grouped.length === 0 ? raw('') : raw(`\n  GROUP BY ${grouped.join(', ')}`);
  return sql`SELECT ${join(columns, ',\n    ')}\n  FROM ${from}${condition}${groups}`;
}

/** Positions of `count` columns from `first` on. */
export function positions(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}
