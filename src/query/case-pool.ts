import { columnsOf } from '../metrics/formula-reach.ts';
import type { FactColumn } from '../metrics/metric.ts';
import { CASE_COLUMNS } from '../schema/columns.ts';
import { join, name, sql } from '../sql/fragment.ts';
import type { NamedAtom } from './atom.ts';
import { filteredDimensions, toFilterCondition } from './filter.ts';
import { dateLiteral } from './period.ts';
import type { CasePool } from './pooled.ts';
import { ownColumn } from './predicate.ts';
import type { ResolvedQuery } from './resolve.ts';
import { isPooled, rowsOf, toSelect } from './scan.ts';

/**
 * The pool of `query` for all its `atoms`; null where none of them reads rows of `cases`, and where no filter leaves
 * most rows out: to copy nearly all of them costs more than to read them in place for every scan.
 */
export function toCasePool(query: ResolvedQuery, atoms: readonly NamedAtom[]): CasePool | null {
  const pooled = atoms.map(({ atom }) => atom).filter((atom) => isPooled(rowsOf(atom)));
  if (pooled.length === 0) return null;
  const filtered = filteredDimensions(query.filter);
  const settles = filtered.filter((dimension) => !pooled.some((atom) => atom.fixes.includes(dimension)));
  if (settles.length === 0) return null;
  const read: readonly FactColumn[] = [
    'filed_on',
    'resolved_on',
    'due_on',
    ...query.groupBy,
    ...filtered.filter((dimension) => !settles.includes(dimension)),
    ...query.metrics.flatMap(({ variant }) => columnsOf(variant)),
  ];
  const columns = CASE_COLUMNS.filter(({ name: column }) => read.includes(column));
  const start = dateLiteral(query.calendar.period.start);
  const events = pooled.flatMap((atom) => ('of' in atom && isEvent(atom.of.event) ? [atom.of.event] : []));
  // Open at the start or later: not resolved before it. A filing after it counts whatever the closing date says.
  const reaching = [...new Set(['filed_on', 'resolved_on', ...events])].map((event) => sql`${name(event)} >= ${start}`);
  const isReaching = sql`(resolved_on IS NULL OR ${join(reaching, ' OR ')})`;
  const accepted = toFilterCondition(query.filter, settles, ownColumn);
  return {
    body: toSelect(
      columns.map(({ name: column }) => name(column)),
      sql`cases`,
      accepted === null ? isReaching : sql`${accepted} AND ${isReaching}`,
      [],
    ),
    settles,
  };
}

function isEvent(event: string): boolean {
  return event !== 'open_at_start' && event !== 'open_at_end';
}
