import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { addDays } from '../../src/lib/date.ts';
import { toCalendar, toSpine } from '../../src/query/period.ts';
import { createCases } from '../support/cases.ts';
import { measureOf, run, toRef } from '../support/measure.ts';

const starts = (...args: Parameters<typeof toCalendar>) => toSpine(toCalendar(...args)).map(({ start }) => start);

describe('spine', () => {
  test('months of a period that starts and ends within one', () => {
    const spine = toSpine(toCalendar({ start: '2025-01-15', end: '2025-03-10' }, 'month'));
    expect(spine.map(({ start, end, days }) => [start, end, days])).toEqual([
      ['2025-01-15', '2025-02-01', 17],
      ['2025-02-01', '2025-03-01', 28],
      ['2025-03-01', '2025-03-10', 9],
    ]);
    expect(spine.map(({ wholeMonths }) => wholeMonths.length)).toEqual([0, 1, 0]);
  });

  test('12.21制: the month from 21 December belongs to January, and opens the year and the first quarter', () => {
    const year = { start: '2024-12-21', end: '2025-12-21' };
    expect(starts(year, 'month', 21).slice(0, 3)).toEqual(['2024-12-21', '2025-01-21', '2025-02-21']);
    expect(starts(year, 'month', 21)).toHaveLength(12);
    expect(starts(year, 'quarter', 21)).toEqual(['2024-12-21', '2025-03-21', '2025-06-21', '2025-09-21']);
    expect(starts(year, 'year', 21)).toEqual(['2024-12-21']);
    expect(starts({ start: '2025-01-01', end: '2026-01-01' }, 'year', 21)).toEqual(['2025-01-01', '2025-12-21']);
  });

  test.each([
    { start: '2025-02-30', end: '2025-03-01' },
    { start: "2025-01-01'; DROP TABLE cases; --", end: '2025-03-01' },
    { start: '2025-03-01', end: '2025-03-01' },
    { start: '2025-03-02', end: '2025-03-01' },
  ])('refuses $start to $end', (period) => {
    expect(() => toCalendar(period, 'month')).toThrow(RangeError);
  });

  test('a month cannot start after day 28', () => {
    expect(() => toCalendar({ start: '2025-01-01', end: '2026-01-01' }, 'month', 29)).toThrow(RangeError);
  });
});

describe('every day falls into its own row', () => {
  let db: NodeConnector;
  const period = { start: '2023-11-05', end: '2025-04-03' };
  const days: string[] = [];
  for (let day = period.start; day < period.end; day = addDays(day, 1)) days.push(day);
  beforeAll(async () => {
    db = await NodeConnector.open();
    await createCases(
      db,
      days.map((filed_on) => ({ filed_on })),
      [],
    );
  });
  afterAll(() => db.close());

  test.each([
    ['month', 1],
    ['quarter', 1],
    ['year', 1],
    ['month', 21],
    ['quarter', 21],
    ['year', 21],
    ['month', 28],
  ] as const)('%s from day %i', async (grain, monthStartDay) => {
    const table = await run(db, [toRef('incoming')], { period, grain, monthStartDay });
    const spine = toSpine(toCalendar(period, grain, monthStartDay));
    expect(table.periodStart).toEqual(spine.map(({ start }) => start));
    expect(measureOf(table, 'incoming').value).toEqual(spine.map((row) => row.days));
    expect(spine.reduce((sum, row) => sum + row.days, 0)).toBe(days.length);
  });
});
