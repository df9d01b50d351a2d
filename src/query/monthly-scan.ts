import { name, raw, sql } from '../sql/fragment.ts';
import type { Atom, NamedAtom } from './atom.ts';
import { dateLiteral, monthNumber, monthOf, spineIndex } from './period.ts';
import type { ResolvedQuery } from './resolve.ts';
import { conjunction, positions, restrictedTo, type Scan, toScanFrame, toSelect } from './scan.ts';

/** Monthly counts of an event, summed with their powers over the whole statistical months of each spine row. */
export function toMonthlyScan(query: ResolvedQuery, scanName: string, atoms: readonly NamedAtom[]): Scan {
  const monthly = atoms.flatMap(({ name: column, atom }) => (isMonthly(atom) ? [{ column, atom }] : []));
  const frame = toScanFrame(
    query,
    monthly.map(({ atom }) => atom),
  );
  const months = query.spine.flatMap(({ wholeMonths }) => wholeMonths);
  const [first, last] = [months[0], months.at(-1)];
  const date = frame.source.own(monthly[0]?.atom.of.event ?? 'resolved_on');
  const within =
    first === undefined || last === undefined
      ? raw('FALSE')
      : sql`${date} >= ${dateLiteral(first.start)} AND ${date} < ${dateLiteral(last.end)}`;
  const counts = toSelect(
    [
      sql`${spineIndex(query.calendar, date)} AS k`,
      sql`${monthOf(query.calendar, date, monthNumber(query.calendar, query.calendar.period.start))} AS month_number`,
      ...frame.groups,
      ...monthly.map(
        ({ column, atom }) => sql`${restrictedTo(raw('count(*)'), frame.conditionOf(atom))} AS ${name(column)}`,
      ),
    ],
    frame.source.from,
    conjunction([within, frame.shared]),
    query.calendar.span === null ? positions(2, frame.groups.length + 1) : positions(1, frame.groups.length + 2),
  );
  const sums = monthly.map(
    ({ column, atom }) => sql`sum(${name(column)} ** ${raw(String(atom.power))}) AS ${name(column)}`,
  );
  const groups = query.groupBy.map((dimension) => name(dimension));
  const body = toSelect([raw('k'), ...groups, ...sums], sql`(${counts})`, null, positions(1, groups.length + 1));
  return { name: scanName, body };
}

function isMonthly(atom: Atom): atom is Extract<Atom, { kind: 'monthly' }> {
  return atom.kind === 'monthly';
}
