import { expect, test } from 'vitest';
import { firstMonthAfter, lessOther, reformPeriod, toReformSeries } from '../../../src/panels/reform/reform-series.ts';
import { seasonWindows } from '../../../src/panels/reform/season-windows.ts';
import { measure, resultTable } from '../../support/result-table.ts';

const SPAN = { start: '2020-03-10', end: '2025-07-16' };

/** Settlement of `counts` months from January 2024 on: x of n. */
function seriesOf(counts: readonly (readonly [number, number])[], day: string, transition = 0) {
  const starts = counts.map((_, i) => `2024-${String(i + 1).padStart(2, '0')}-01`);
  const query = {
    metrics: [{ id: 'settlement_rate' }],
    groupBy: [],
    grain: 'month' as const,
    period: { start: '2024-01-01', end: '2025-01-01' },
    filter: {},
  };
  const figures = counts.map(([x, n]) =>
    n === 0 ? { missing: 'no-cases' as const } : { value: x / n, numerator: x, denominator: n },
  );
  const table = resultTable([measure('settlement_rate', null, figures)], { periodStart: starts });
  return toReformSeries(
    { query, table },
    { id: 'settlement_rate' },
    { day, transition, span: SPAN, asOf: '2024-12-15' },
  );
}

test('a day in the middle of a month leaves that month to neither side; a transition follows it', () => {
  expect(firstMonthAfter('2024-10-01', 0, 1)).toBe('2024-10-01');
  expect(firstMonthAfter('2024-10-02', 0, 1)).toBe('2024-11-01');
  expect(firstMonthAfter('2024-10-01', 2, 1)).toBe('2024-12-01');
  expect(firstMonthAfter('2024-10-15', 0, 21)).toBe('2024-10-21');
});

test('at most four years on either side, within the data', () => {
  expect(reformPeriod('2023-06-15', SPAN, 1)).toEqual({ start: '2020-03-01', end: '2025-07-16' });
  expect(reformPeriod('2024-10-01', { start: '2015-01-01', end: '2035-01-01' }, 1)).toEqual({
    start: '2020-10-01',
    end: '2028-11-01',
  });
});

test('months: empty ones in front go, few cases and transition have no value, the unfinished December is left out', () => {
  const counts = [0, 20, 20, 5, 20, 20, 20, 20, 20, 20, 20, 20].map((n) => [n / 4, n] as const);
  const series = seriesOf(counts, '2024-07-15', 1);
  expect(series.months.map(({ start }) => start.slice(5, 7)).join(' ')).toBe('02 03 04 05 06 07 08 09 10 11');
  // April has 5 cases, too few for a rate; July is mixed, August is the month of transition.
  expect(series.months.map(({ value }) => value)).toEqual([0.25, 0.25, null, 0.25, 0.25, null, null, 0.25, 0.25, 0.25]);
  expect(series).toMatchObject({ firstAfter: 8, knownBefore: 4, knownAfter: 3 });
});

test('less the other court, month by month, only where both have a value', () => {
  const own = seriesOf(
    Array.from({ length: 11 }, () => [10, 20] as const),
    '2024-06-01',
  );
  const other = seriesOf(
    Array.from({ length: 11 }, (_, i) => (i === 3 ? ([1, 4] as const) : ([6, 20] as const))),
    '2024-06-01',
  );
  // 10/20 − 6/20 = 0.2; April of the other court has 4 cases.
  expect(lessOther(own, other)).toEqual(own.months.map((_, i) => (i === 3 ? null : expect.closeTo(0.2, 12))));
});

test('the same calendar months on both sides: the latest year that ends before the day', () => {
  const series = seriesOf(
    Array.from({ length: 12 }, () => [10, 20] as const),
    '2024-07-01',
    2,
  );
  // After the transition: September to November, December is not over. A year earlier lies before July.
  expect(seasonWindows(series, { day: '2024-07-01', transition: 2, monthStartDay: 1 })).toEqual({
    after: { start: '2024-09-01', end: '2024-12-01' },
    before: { start: '2023-09-01', end: '2023-12-01' },
  });
  const late = seriesOf(
    Array.from({ length: 12 }, () => [10, 20] as const),
    '2024-12-01',
  );
  expect(seasonWindows(late, { day: '2024-12-01', transition: 0, monthStartDay: 1 })).toBeNull();
});
