import { type Fragment, join, name, raw, sql } from '../sql/fragment.ts';
import type { Atom, NamedAtom } from './atom.ts';
import { toRows } from './event-scan.ts';
import type { ResolvedQuery } from './resolve.ts';
import { conjunction, type Scan, toSelect } from './scan.ts';

type Quantile = Extract<Atom, { kind: 'statistic' }>;

/**
 * Quantiles of whole days for every row of several spines: cases counted per segment and number of days, which add up,
 * and then the number of days at the asked place. The same value as `quantile_cont` over the rows themselves.
 * @returns tables that build on each other; the last of each kind is `quantiles_<i>`, one line per row `r`
 */
export function toHistogramScans(query: ResolvedQuery, atoms: readonly NamedAtom[]): readonly Scan[] {
  return [...groupAlike(atoms).values()].flatMap((alike, i) => toTables(query, alike, String(i + 1)));
}

/** Names of the tables that hold the quantiles of `scans`. */
export function quantileTables(scans: readonly Scan[]): readonly string[] {
  return scans.map((scan) => scan.name).filter((table) => table.startsWith('quantiles_'));
}

/** Atoms that differ in the share only are read off one histogram. */
function groupAlike(atoms: readonly NamedAtom[]): ReadonlyMap<string, readonly NamedAtom[]> {
  const groups = new Map<string, NamedAtom[]>();
  for (const entry of atoms) {
    const key = JSON.stringify({ ...entry.atom, statistic: 'any' });
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return groups;
}

function toTables(query: ResolvedQuery, alike: readonly NamedAtom[], id: string): readonly Scan[] {
  const quantiles = alike.flatMap(({ name: column, atom }) => (isQuantile(atom) ? [{ column, atom }] : []));
  const [first] = quantiles;
  if (first === undefined) return [];
  const { frame, key, where } = toRows(query, alike);
  const days = frame.source.own(first.atom.column);
  const condition = conjunction([where, frame.conditionOf(first.atom), sql`${days} IS NOT NULL`]);
  const counted = toSelect([key, sql`${days} AS d`, raw('count(*) AS n')], frame.source.from, condition, [1, 2]);
  const ranked = sql`SELECT r, d, CAST(sum(n) OVER (PARTITION BY r ORDER BY d) AS DOUBLE) AS upto,
    CAST(sum(n) OVER (PARTITION BY r) AS DOUBLE) - 1 AS last
  FROM (SELECT r, d, sum(n) AS n FROM ${raw(`days_${id}`)} JOIN spine ON k BETWEEN first_k AND last_k GROUP BY r, d)`;
  const values = quantiles.map(({ column, atom }) => sql`${toQuantile(atom)} AS ${name(column)}`);
  return [
    { name: `days_${id}`, body: counted },
    { name: `ranked_${id}`, body: ranked },
    { name: `quantiles_${id}`, body: sql`SELECT r, ${join(values, ', ')} FROM ${raw(`ranked_${id}`)} GROUP BY r` },
  ];
}

/** Between the two neighbours of the place `share` · (n − 1), counted from 0. */
function toQuantile({ statistic }: Quantile): Fragment {
  const place = raw(`last * ${statistic === 'median' ? '5e-1' : '9e-1'}`);
  const low = sql`min(d) FILTER (WHERE upto > floor(${place}))`;
  const high = sql`min(d) FILTER (WHERE upto > ceil(${place}))`;
  const beyond = sql`max(${place} - floor(${place}))`;
  return sql`${low} * (1 - ${beyond}) + ${high} * ${beyond}`;
}

function isQuantile(atom: Atom): atom is Quantile {
  return atom.kind === 'statistic';
}
