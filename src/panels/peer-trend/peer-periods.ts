import type { SpineSpread } from '../../charts/spine/spine-view.ts';
import type { Grain, MetricRef, ResultTable } from '../../query/metric-query.ts';
import { toKey } from '../../query/resolve.ts';
import { median } from '../../statistics/quantile.ts';
import { spreadOf } from '../benchmark/peer-spread.ts';
import { FEW_CASES } from '../figure/figure.ts';
import { startOfGrain } from '../trend/trend-query.ts';

/** Numerator (or sum of days) and cases of a court in a period. */
export interface Sums {
  readonly x: number;
  readonly n: number;
}

/** One period: our court's sums, null where it has no row, and the spread of the peers, null where fewer than five count. */
export interface PeerPeriod {
  readonly start: string;
  readonly own: Sums | null;
  readonly peers: SpineSpread | null;
  /** Peers with ten cases or more in the period. */
  readonly peerCount: number;
}

/** Below this many cases of ours in the middle month, months are put together by quarter. */
const SMALL_MONTH = 20;
/** And where a month has on average fewer cases than this that count in a rate, or that do not. */
const FEW_COUNTED = 5;

/** Quarters where our court is small or what a rate counts is rare, months otherwise. `table` is by court, month by month. */
export function grainFor(
  ref: MetricRef,
  table: ResultTable,
  ownCourt: string,
  isShare: boolean,
): Extract<Grain, 'month' | 'quarter'> {
  const own = [
    ...(sumsByCourt(ref, table, (start) => start)
      .get(ownCourt)
      ?.values() ?? []),
  ];
  const meanOf = (of: (sums: Sums) => number): number => own.reduce((sum, sums) => sum + of(sums), 0) / own.length;
  const isRare = isShare && (meanOf(({ x }) => x) < FEW_COUNTED || meanOf(({ x, n }) => n - x) < FEW_COUNTED);
  return isRare || (median(own.map(({ n }) => n)) ?? 0) < SMALL_MONTH ? 'quarter' : 'month';
}

/**
 * Our court and the spread of `peers` in every period of `grain`, oldest first. A court counts in a period with ten cases
 * or more; where one of its months is not known, the period is not.
 */
export function toPeerPeriods(
  ref: MetricRef,
  table: ResultTable,
  courts: { readonly own: string; readonly peers: readonly string[] },
  grain: Grain,
  monthStartDay: number,
): readonly PeerPeriod[] {
  const startOf = (start: string): string => startOfGrain(start, grain, monthStartDay);
  const sums = sumsByCourt(ref, table, startOf);
  const starts = [...new Set((table.periodStart ?? []).map(startOf))].sort();
  return starts.map((start) => {
    const values = courts.peers.flatMap((name) => {
      const found = sums.get(name)?.get(start);
      return found === undefined || found.n < FEW_CASES ? [] : [found.x / found.n];
    });
    return { start, own: sums.get(courts.own)?.get(start) ?? null, peers: spreadOf(values), peerCount: values.length };
  });
}

/** Sums by court and period; a period with a month that is missing for another reason than no case is left out. */
function sumsByCourt(
  ref: MetricRef,
  table: ResultTable,
  startOf: (start: string) => string,
): ReadonlyMap<string, ReadonlyMap<string, Sums>> {
  const measure = table.measures[toKey(ref)];
  const byCourt = new Map<string, Map<string, Sums>>();
  const unknown: (readonly [court: string, start: string])[] = [];
  (table.groups.court ?? []).forEach((court, row) => {
    if (measure === undefined || court === null) return;
    const start = startOf(table.periodStart?.[row] ?? '');
    const missing = measure.missing[row] ?? null;
    if (missing !== null && missing !== 'no-cases' && missing !== 'zero-denominator') unknown.push([court, start]);
    const x = measure.numerator[row] ?? 0;
    const n = measure.denominator[row] ?? measure.n[row] ?? 0;
    const periods = byCourt.get(court) ?? new Map<string, Sums>();
    const before = periods.get(start) ?? { x: 0, n: 0 };
    periods.set(start, { x: before.x + x, n: before.n + n });
    byCourt.set(court, periods);
  });
  for (const [court, start] of unknown) byCourt.get(court)?.delete(start);
  return byCourt;
}
