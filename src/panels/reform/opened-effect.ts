import { addDays } from '../../lib/date.ts';
import type { Period } from '../../query/metric-query.ts';
import type { OpenedCases } from '../duration/section-context.ts';
import { endOfGrain } from '../trend/trend-query.ts';
import type { EffectRow } from './effects-table.ts';
import type { ReformInput } from './reform-view.ts';

/**
 * The cases that a row of the table of effects rests on: of a regression those of all its months, of the plain comparison
 * those after the named day; null where the court compared with is not one that can be listed.
 */
export function openedEffect(
  row: EffectRow,
  { definition, ref, series }: Pick<ReformInput, 'definition' | 'ref' | 'series'>,
  after: Period | null,
  courts: readonly string[],
): OpenedCases | null {
  const [first, last] = [series.months[0], series.months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const isSeason = row === 'season' || row === 'seasonOther';
  const period = isSeason ? after : { start: first.start, end: endOfGrain(last.start, 'month') };
  if (period === null || (row === 'seasonOther' && courts.length === 0)) return null;
  const group = row === 'seasonOther' ? { court: courts } : {};
  const { start, end } = period;
  return {
    metric: definition.id,
    variant: ref.variant ?? null,
    part: 'denominator',
    group,
    from: start,
    to: addDays(end, -1),
  };
}
