import { addDays, addMonths } from '../lib/date.ts';
import { type Fragment, name, raw, sql } from '../sql/fragment.ts';
import type { Atom, NamedAtom } from './atom.ts';
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

/**
 * What is open at the start of the period, as spine row -1: filed before it less resolved before it. A case resolved
 * before it was filed enters with the sign -1 while only its closing lies before: it cancels out, and the identity of
 * flow and stock holds for wrong dates too.
 */
export function toOpeningScan(query: ResolvedQuery, scanName: string, atoms: readonly NamedAtom[]): Scan {
  const frame = toScanFrame(
    query,
    atoms.map(({ atom }) => atom),
  );
  const { columns, where } = toOpening(query, frame, atoms);
  const body = toSelect(
    [raw('-1 AS k'), ...frame.groups, ...columns],
    frame.source.from,
    where,
    positions(2, frame.groups.length),
  );
  return { name: scanName, body };
}

/** The counts of what is open at the start of the period, and the rows that they are taken of. */
export function toOpening(
  query: ResolvedQuery,
  frame: ScanFrame,
  atoms: readonly NamedAtom[],
): { columns: readonly Fragment[]; where: Fragment | null } {
  const start = dateLiteral(query.calendar.period.start);
  const isResolved = sql`resolved_on < ${start}`;
  const columns = atoms.map((entry) => {
    const condition = frame.conditionOf(entry.atom);
    const entered = restrictedTo(raw('count(*)'), conjunction([sql`(${isResolved}) IS NOT TRUE`, condition]));
    const left = restrictedTo(raw('count(*)'), conjunction([isResolved, condition]));
    return sql`${entered} - ${left} AS ${name(entry.name)}`;
  });
  const isFiled = sql`coalesce(filed_on < ${start}, resolved_on IS NOT NULL)`;
  return { columns, where: conjunction([sql`${isFiled} <> coalesce(${isResolved}, FALSE)`, frame.shared]) };
}

/**
 * Rows that grow old or overdue while open: +1 in the spine row where that happens (-1 = before the period), -1 in the
 * row where they are resolved. One pass for any number of spine rows; the running sum is the stock at each end.
 */
export function toAgedScan(query: ResolvedQuery, scanName: string, atoms: readonly NamedAtom[]): Scan {
  const frame = toScanFrame(
    query,
    atoms.map(({ atom }) => atom),
  );
  const { start, end } = query.calendar.period;
  const entry = toEntryDate(atoms[0]?.atom, end);
  const last = raw(String(query.spine.length));
  const first = dateLiteral(start);
  const stays = toSelect(
    [
      sql`CASE WHEN ${entry} < ${first} THEN -1 ELSE ${placeOf(query, entry)} END AS entry_k`,
      sql`CASE WHEN resolved_on < ${dateLiteral(end)} THEN ${placeOf(query, raw('resolved_on'))} ELSE ${last} END AS exit_k`,
      ...frame.groups,
      ...atoms.map(
        ({ name: column, atom }) => sql`${restrictedTo(raw('count(*)'), frame.conditionOf(atom))} AS ${name(column)}`,
      ),
    ],
    frame.source.from,
    conjunction([
      sql`${entry} < ${dateLiteral(end)}`,
      sql`(resolved_on >= ${first} OR resolved_on IS NULL)`,
      frame.shared,
    ]),
    positions(1, frame.groups.length + 2),
  );
  const groups = query.groupBy.map((dimension) => sql`, ${name(dimension)}`);
  const side = (k: string, sign: string, where: Fragment) => sql`SELECT ${raw(k)} AS k${concat(groups)}${concat(
    atoms.map(({ name: column }) => sql`, ${raw(sign)}${name(column)} AS ${name(column)}`),
  )}
  FROM stays WHERE ${where}`;
  const body = sql`WITH stays AS (${stays})
  ${side('entry_k', '', raw('entry_k < exit_k'))}
  UNION ALL ${side('exit_k', '-', sql`entry_k < exit_k AND exit_k < ${last}`)}`;
  return { name: scanName, body };
}

/**
 * The day after which a row counts as old or overdue: it is so at t where this day is before t. NULL for a row that
 * never was while open. Adding months is dear, so CASE keeps it to the few rows that can need it (a month has at least
 * 28 days, and corresponding days are at most 3 off); as a condition of WHERE it would be computed for every row.
 */
export function toEntryDate(atom: Atom | undefined, end: string): Fragment {
  if (atom?.kind !== 'aged' || atom.of.minAgeMonths === undefined) {
    // A row that was neither filed nor resolved on a known day is in no stock, so it does not become overdue in one.
    return raw(
      'CASE WHEN due_on IS NOT NULL AND coalesce(filed_on, resolved_on) IS NOT NULL THEN greatest(due_on, filed_on) END',
    );
  }
  const months = atom.of.minAgeMonths;
  const latest = dateLiteral(addDays(addMonths(end, -months), 3));
  const isOldEnough = sql`coalesce(resolved_on - filed_on > ${raw(String(months * 28))}, TRUE)`;
  const anniversary = sql`CAST(filed_on + INTERVAL ${raw(String(months))} MONTH AS DATE)`;
  return sql`CASE WHEN filed_on <= ${latest} AND ${isOldEnough} THEN ${anniversary} END`;
}

function concat(parts: readonly Fragment[]): Fragment {
  return { text: parts.map(({ text }) => text).join(''), values: parts.flatMap(({ values }) => values) };
}
