import { type Fragment, name, raw, sql } from '../sql/fragment.ts';
import type { Atom, NamedAtom } from './atom.ts';
import { createCube, type Cube } from './cube.ts';
import { dateLiteral } from './period.ts';
import type { ResolvedQuery } from './resolve.ts';
import {
  conjunction,
  placeOf,
  positions,
  restrictedTo,
  type Scan,
  type ScanFrame,
  toScanFrame,
  toSelect,
} from './scan.ts';

type EventAtom = Extract<Atom, { kind: 'rows' | 'statistic' }>;

/** One pass over the rows that have one event in the period, for every count and sum that needs it. */
export function toEventScan(query: ResolvedQuery, scanName: string, atoms: readonly NamedAtom[]): Scan {
  const { frame, key, where } = toRows(query, atoms);
  const cube = createCube(frame.source);
  const totals = atoms.map((entry) => {
    return sql`${restrictedTo(toTotal(entry.atom, cube), frame.conditionOf(entry.atom, cube.reading))} AS ${name(entry.name)}`;
  });
  const keys = [key, ...frame.groups, ...cube.keys()];
  const rows = toSelect([...keys, ...cube.sums()], frame.source.from, where, positions(1, keys.length));
  const kept = [name('k'), ...query.groupBy.map((dimension) => name(dimension))];
  return { name: scanName, body: toSelect([...kept, ...totals], sql`(${rows})`, null, positions(1, kept.length)) };
}

/** Quantiles do not add up, so they are taken over the rows themselves. */
export function toQuantileScan(query: ResolvedQuery, scanName: string, atoms: readonly NamedAtom[]): Scan {
  const { frame, key, where } = toRows(query, atoms);
  const columns = atoms.flatMap((entry) => {
    if (!isEventAtom(entry.atom) || entry.atom.kind !== 'statistic') return [];
    const share = entry.atom.statistic === 'median' ? 0.5 : 0.9;
    const quantile = sql`quantile_cont(${frame.source.own(entry.atom.column)}, ${raw(String(share))})`;
    return [sql`${restrictedTo(quantile, frame.conditionOf(entry.atom))} AS ${name(entry.name)}`];
  });
  const body = toSelect(
    [key, ...frame.groups, ...columns],
    frame.source.from,
    where,
    positions(1, frame.groups.length + 1),
  );
  return { name: scanName, body };
}

/** The rows of the event that `atoms` share, and the place of each. */
export function toRows(
  query: ResolvedQuery,
  atoms: readonly NamedAtom[],
): { frame: ScanFrame; key: Fragment; where: Fragment | null } {
  const events = atoms.map(({ atom }) => atom).filter(isEventAtom);
  const frame = toScanFrame(query, events);
  const date = frame.source.own(events[0]?.of.event ?? 'filed_on');
  const { start, end } = query.calendar.period;
  return {
    frame,
    key: sql`${placeOf(query, date)} AS k`,
    where: conjunction([sql`${date} >= ${dateLiteral(start)}`, sql`${date} < ${dateLiteral(end)}`, frame.shared]),
  };
}

function isEventAtom(atom: Atom): atom is EventAtom {
  return atom.kind === 'rows' || atom.kind === 'statistic';
}

function toTotal(atom: Atom, cube: Cube): Fragment {
  if (atom.kind !== 'statistic' || atom.statistic === 'median' || atom.statistic === 'p90')
    return cube.totalOf('count', null);
  return cube.totalOf(atom.statistic, atom.column);
}
