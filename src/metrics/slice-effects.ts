import type { CaseKind, Slice } from '../schema/slice.ts';
import { addDays } from '../lib/date.ts';
import { mayCount, quantitiesOf } from './formula-reach.ts';
import type { MetricVariant, Population } from './metric.ts';

/** Half-open range of days over which a figure is computed. */
export interface FigureDays {
  readonly start: string;
  readonly end: string;
}

type Need = 'filings' | 'closings' | 'stock-at-start' | 'stock-at-end';

/**
 * Whether `slice` makes a figure of `variant` over `days` wrong: the formula counts an event that the slice does not
 * hold completely, among proceedings that the slice is of and that `isCounted` lets through.
 */
export function isSpoiled(
  { formula }: MetricVariant,
  slice: Slice,
  days: FigureDays,
  isCounted: (kind: CaseKind) => boolean,
): boolean {
  const quantities = quantitiesOf(formula);
  const isShare =
    (formula.kind === 'ratio' || formula.kind === 'duration') &&
    quantities.every(({ of }) => needOf(of) === 'closings');
  return quantities.some(({ of }) => {
    if (!isIncomplete(needOf(of), slice, days, isShare)) return false;
    return slice.kinds.some((kind) => isCounted(kind) && mayCount(of, kind));
  });
}

/** An appeal is told of closed cases only, so its date is as complete as the closings are. */
function needOf({ event }: Population): Need {
  switch (event) {
    case 'open_at_start':
      return 'stock-at-start';
    case 'open_at_end':
      return 'stock-at-end';
    case 'filed_on':
      return 'filings';
    case 'resolved_on':
    case 'appealed_on':
    case 'original_resolved_on':
      return 'closings';
  }
}

function isIncomplete(need: Need, slice: Slice, days: FigureDays, isShare: boolean): boolean {
  switch (slice.kind) {
    case 'closed-only':
    case 'closed-in-year':
      if (need === 'closings') return slice.kind === 'closed-in-year' && isOnlyPartlyWithin(days, slice);
      return !isSettled(need, slice, days);
    case 'filed-in-year':
      if (need === 'filings') return isOnlyPartlyWithin(days, slice);
      if (need === 'closings' && isShare) return slice.isCertain && !holdsAll(days, slice.from, slice.asOf);
      return true;
    case 'filed-only':
      return need !== 'filings';
    case 'pending-only':
      return need !== 'stock-at-end' || days.end <= slice.asOf;
  }
}

/** Whether closings are known from so early and to so late that the cases filed, or open, on these days are all there. */
function isSettled(need: Need, { from, settledUntil }: Slice, { start, end }: FigureDays): boolean {
  if (settledUntil === null) return false;
  const isIn = (day: string) => day >= from && day <= settledUntil;
  switch (need) {
    case 'stock-at-start':
      return isIn(start);
    case 'stock-at-end':
      return isIn(end);
    default:
      return isIn(start) && isIn(end);
  }
}

/** Neither inside the year nor around all of it: part of what is asked is not in the list. */
function isOnlyPartlyWithin(days: FigureDays, { from, to, asOf }: Slice): boolean {
  const isInside = days.start >= from && days.end <= addDays(to, 1);
  return !isInside && !holdsAll(days, from, to < asOf ? to : asOf);
}

function holdsAll({ start, end }: FigureDays, from: string, to: string): boolean {
  // A list's first event may come some days after its year began; the default period starts with that event.
  return start <= addDays(from, 10) && end > to;
}
