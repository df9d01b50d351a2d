import type { DatasetEvent } from '../../state/catalog.ts';
import type { ControlPeriod } from './control-series.ts';

/** Neighbouring periods between two named events. */
export interface ControlSegment {
  /** The event that it starts with; null for the first. */
  readonly since: DatasetEvent | null;
  readonly periods: readonly ControlPeriod[];
  /** How many of `periods`, from the first, lie before the next event; a quarter that holds the event does not. */
  readonly wholeCount: number;
}

/** The series cut at the events that lie inside it; periods that an event divides stay with what was before. */
export function toSegments(
  periods: readonly ControlPeriod[],
  events: readonly DatasetEvent[],
): readonly ControlSegment[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const inside = events
    .filter(({ date }) => date > first.start && date < last.end)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const starts: readonly (DatasetEvent | null)[] = [null, ...inside];
  return starts.flatMap((since, i) => {
    const next = starts[i + 1] ?? null;
    const own = periods.filter(
      ({ start }) => (since === null || since.date <= start) && (next === null || start < next.date),
    );
    const wholeCount = own.filter(({ end }) => next === null || end <= next.date).length;
    return own.length === 0 ? [] : [{ since, periods: own, wholeCount }];
  });
}
