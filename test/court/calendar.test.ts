import { describe, expect, test } from 'vitest';
import * as calendar from '../../src/court/calendar.ts';
import { SPRING_FESTIVALS } from '../../src/court/spring-festival.ts';
import { daysBetween } from '../../src/lib/date.ts';

const natural = { id: 'natural', label: { zh: '', en: '' }, monthStartDay: 1 };
const december = calendar.defineCalendar(21);

describe('statistical months', () => {
  test.each([
    ['2024-12-20', 2024, 12],
    ['2024-12-21', 2025, 1],
    ['2025-01-20', 2025, 1],
    ['2025-01-21', 2025, 2],
  ])('12.21制: %s', (iso, year, month) => {
    expect(calendar.statisticalMonth(iso, december)).toEqual({ year, month });
    expect(calendar.statisticalYear(iso, december)).toBe(year);
  });

  test('自然年', () => {
    expect(calendar.statisticalMonth('2024-12-31', natural)).toEqual({ year: 2024, month: 12 });
    expect(calendar.CALENDARS.map((each) => each.monthStartDay)).toEqual([1, 21]);
  });

  test('ranges are half-open', () => {
    expect(calendar.yearRange(2025, natural)).toEqual({ start: '2025-01-01', end: '2026-01-01' });
    expect(calendar.yearRange(2025, december)).toEqual({ start: '2024-12-21', end: '2025-12-21' });
    expect(calendar.monthRange(2025, 1, december)).toEqual({ start: '2024-12-21', end: '2025-01-21' });
    expect(calendar.monthRange(2024, 2, natural)).toEqual({ start: '2024-02-01', end: '2024-03-01' });
    expect(() => calendar.defineCalendar(29)).toThrow(RangeError);
  });
});

describe('periods that are over', () => {
  test('complete when its last day is covered', () => {
    expect(calendar.isComplete({ start: '2025-03-01', end: '2025-04-01' }, '2025-03-31')).toBe(true);
    expect(calendar.isComplete({ start: '2025-03-01', end: '2025-04-01' }, '2025-03-30')).toBe(false);
  });
});

test('Spring Festival: 12 or 13 lunar months apart, 01-21 to 02-20', () => {
  const days = Object.values(SPRING_FESTIVALS);
  expect(days).toHaveLength(26);
  for (const day of days) expect(day.slice(5) >= '01-21' && day.slice(5) <= '02-20').toBe(true);
  for (const [i, day] of days.slice(1).entries())
    expect([353, 354, 355, 383, 384, 385]).toContain(daysBetween(days[i] ?? '', day));
  expect([SPRING_FESTIVALS[2025], SPRING_FESTIVALS[2027], SPRING_FESTIVALS[2030]]).toEqual([
    '2025-01-29',
    '2027-02-06',
    '2030-02-03',
  ]);
});
