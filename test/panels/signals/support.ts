import { addMonths } from '../../../src/lib/date.ts';
import type { ControlKind } from '../../../src/panels/signals/control-kind.ts';
import type { ControlPeriod, ControlSeries } from '../../../src/panels/signals/control-series.ts';

/** Months from `first` on with the given values, each of `n` cases. */
export function monthsOf(values: readonly (number | null)[], n = 100, first = '2022-10-01'): ControlPeriod[] {
  return values.map((value, i) => ({
    start: addMonths(first, i),
    end: addMonths(first, i + 1),
    value,
    x: value === null ? null : value * n,
    n: value === null ? null : n,
  }));
}

export function seriesOf(kind: ControlKind, periods: readonly ControlPeriod[]): ControlSeries {
  return { kind, grain: 'month', periods };
}

/** `count` values that go up and down between `low` and `high`. */
export function alternating(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i % 2 === 0 ? low : high));
}
