/**
 * The aggregate on which all survival functions work, as SQL produces it: one row per distinct time at which a case
 * closes or is last seen pending (censored), ascending.
 */
export interface RiskRow {
  /** Days since filing. */
  readonly time: number;
  /** Cases that entered before `time` and are last seen at or after it. */
  readonly atRisk: number;
  /** Closings at `time`. Closings come before censorings at the same time. */
  readonly events: number;
}

export type RiskTable = readonly RiskRow[];

/** One case by its follow-up. */
export interface FollowUp {
  /** Days from filing to closing, or to the day of the data while pending. */
  readonly time: number;
  readonly isClosed: boolean;
  /** Days since filing when the case came under observation (late entry); absent = from the start. */
  readonly start?: number;
}

/** Cases that were under observation at all: `start` before `time`. */
export function observedOf(cases: readonly FollowUp[]): readonly FollowUp[] {
  return cases.filter(({ time, start }) => Number.isFinite(time) && (start === undefined || start < time));
}

/** The risk table of single cases; what `GROUP BY time` with two window sums gives in SQL. O(n log n). */
export function toRiskTable(cases: readonly FollowUp[]): RiskTable {
  const observed = observedOf(cases);
  const events = new Map<number, number>();
  for (const { time, isClosed } of observed) events.set(time, (events.get(time) ?? 0) + (isClosed ? 1 : 0));
  const times = Float64Array.from(events.keys()).sort();
  const ends = Float64Array.from(observed, ({ time }) => time).sort();
  const entries = Float64Array.from(observed, ({ start }) => start ?? -Infinity).sort();
  let entered = 0;
  let left = 0;
  return Array.from(times, (time) => {
    while (entered < entries.length && (entries[entered] ?? Infinity) < time) entered++;
    while (left < ends.length && (ends[left] ?? Infinity) < time) left++;
    return { time, atRisk: entered - left, events: events.get(time) ?? 0 };
  });
}

/** Cases at risk at `time`: those of the first row at or after it; 0 after the last. */
export function atRiskAt(table: RiskTable, time: number): number {
  return table[firstRowAt(table, time)]?.atRisk ?? 0;
}

/** Index of the first row with a time at or after `time`; the length of the table where there is none. */
export function firstRowAt(table: RiskTable, time: number): number {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table[middle]?.time ?? Infinity) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
