import { type Fragment, join, name, raw, sql } from '../sql/fragment.ts';
import type { NamedAtom } from './atom.ts';
import { toAdditive } from './cube.ts';
import { toEventScan, toRows } from './event-scan.ts';
import { dateLiteral } from './period.ts';
import type { ResolvedQuery } from './resolve.ts';
import { conjunction, placeOf, positions, restrictedTo, toScanFrame, toSelect } from './scan.ts';
import type { Segments } from './segments.ts';
import { toEntryDate, toOpening } from './stock-scan.ts';

/** A query whose rows are counted by segment. */
export type SegmentedQuery = ResolvedQuery & { readonly segments: Segments };

const BEFORE = raw('-1');

/** From so many counts on it pays to group the rows by what the counts ask of them first. */
const LEAST_OF_CUBE = 5;

/**
 * One pass that counts `atoms` by segment: a SELECT of `k`, the groups of the query and a column per atom. Without groups
 * the key is of one byte, so that nothing is hashed: the engine's hash tables cost more than the rows of one court.
 */
export function toSegmentScan(query: SegmentedQuery, atoms: readonly NamedAtom[]): Fragment {
  const kind = atoms[0]?.atom.kind;
  if (kind === 'opening') return toOpeningCounts(query, atoms);
  if (kind === 'aged') return toAgedCounts(query, atoms);
  return atoms.length < LEAST_OF_CUBE ? toEventCounts(query, atoms) : toEventScan(query, '', atoms).body;
}

/** Cases by segment and number of days, for quantiles: a SELECT of `k`, the groups of the query, `d` and `n`. */
export function toDaysScan(query: SegmentedQuery, first: NamedAtom): Fragment {
  const { frame, key, where } = toRows(query, [first]);
  if (first.atom.kind !== 'statistic') throw new RangeError('Quantiles are taken of a column');
  const days = frame.source.own(first.atom.column);
  const condition = conjunction([where, frame.conditionOf(first.atom), sql`${days} IS NOT NULL`]);
  const keys = [key, ...frame.groups, sql`${days} AS d`];
  return toSelect([...keys, raw('count(*) AS n')], frame.source.from, condition, positions(1, keys.length));
}

function toEventCounts(query: SegmentedQuery, atoms: readonly NamedAtom[]): Fragment {
  const { frame, key, where } = toRows(query, atoms);
  const columns = atoms.map(({ name: column, atom }) => {
    const isReduced = atom.kind === 'statistic' && atom.statistic !== 'median' && atom.statistic !== 'p90';
    const total = isReduced ? toAdditive(atom.statistic, frame.source.own(atom.column)) : raw('count(*)');
    return sql`${restrictedTo(total, frame.conditionOf(atom))} AS ${name(column)}`;
  });
  const keys = [key, ...frame.groups];
  return toSelect([...keys, ...columns], frame.source.from, where, positions(1, keys.length));
}

/** What is open before the first segment. */
function toOpeningCounts(query: SegmentedQuery, atoms: readonly NamedAtom[]): Fragment {
  const frame = toScanFrame(
    query,
    atoms.map(({ atom }) => atom),
  );
  const { columns, where } = toOpening(query, frame, atoms);
  const key = sql`${query.segments.key(BEFORE)} AS k`;
  return toSelect([key, ...frame.groups, ...columns], frame.source.from, where, positions(2, frame.groups.length));
}

/** Rows that grow old or overdue while open: 1 where that happens, -1 where they are resolved. */
function toAgedCounts(query: SegmentedQuery, atoms: readonly NamedAtom[]): Fragment {
  const frame = toScanFrame(
    query,
    atoms.map(({ atom }) => atom),
  );
  const { start, end } = query.calendar.period;
  const [first, after] = [dateLiteral(start), dateLiteral(end)];
  const entry = toEntryDate(atoms[0]?.atom, end);
  const { key, count } = query.segments;
  const tests = atoms.map(({ atom }) => frame.conditionOf(atom));
  const stays = toSelect(
    [
      sql`${entry} AS entry`,
      sql`resolved_on`,
      ...frame.groups,
      ...tests.flatMap((test, i) => (test === null ? [] : [sql`${test} AS ${raw(`test_${i}`)}`])),
    ],
    frame.source.from,
    conjunction([sql`(resolved_on >= ${first} OR resolved_on IS NULL)`, frame.shared]),
    [],
  );
  const enters = sql`CASE WHEN entry < ${first} THEN ${key(BEFORE)} ELSE ${placeOf(query, raw('entry'))} END`;
  const leaves = sql`CASE WHEN resolved_on < ${after} THEN ${placeOf(query, raw('resolved_on'))} ELSE ${key(raw(String(count)))} END`;
  const groups = query.groupBy.map((dimension) => sql`, ${name(dimension)}`);
  const kept = [...groups, ...tests.flatMap((test, i) => (test === null ? [] : [sql`, ${raw(`test_${i}`)}`]))];
  const columns = atoms.map(({ name: column }, i) => {
    return sql`, ${restrictedTo(raw('sum(sign)'), tests[i] === null ? null : raw(`test_${i}`))} AS ${name(column)}`;
  });
  // Most cases are resolved before they would enter: for those no segment is worked out.
  return sql`SELECT k${join([...groups, ...columns], '')}
  FROM (SELECT unnest([entered, resolved]) AS k, unnest([1, -1]) AS sign${join(kept, '')}
    FROM (SELECT ${enters} AS entered, ${leaves} AS resolved${join(kept, '')} FROM (${stays})
      WHERE entry < ${after} AND (resolved_on IS NULL OR entry < resolved_on))
    WHERE entered < resolved)
  GROUP BY ${raw(positions(1, 1 + groups.length).join(', '))}`;
}
