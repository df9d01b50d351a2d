import { describe, expect, test } from 'vitest';
import {
  lastMonths,
  previousPeriod,
  samePeriodLastYear,
  startOfMonth,
  startOfYear,
  toPeriod,
  toRange,
} from '../../src/state/period.ts';

describe('periods', () => {
  test('typed days are both included, a period is half-open', () => {
    expect(toPeriod({ from: '2025-01-01', to: '2025-09-30' })).toEqual({ start: '2025-01-01', end: '2025-10-01' });
    expect(toRange({ start: '2025-01-01', end: '2025-10-01' })).toEqual({ from: '2025-01-01', to: '2025-09-30' });
  });

  test('同比 cuts last year at the same day', () => {
    expect(samePeriodLastYear({ start: '2025-01-01', end: '2025-09-16' })).toEqual({
      start: '2024-01-01',
      end: '2024-09-16',
    });
    // 29 February 2024 has no twin in 2023: the last day is 28 February.
    expect(samePeriodLastYear({ start: '2024-01-01', end: '2024-03-01' })).toEqual({
      start: '2023-01-01',
      end: '2023-03-01',
    });
    // Through 28 February after a leap year: the same day last year is 28 February too, its 29th is not in (domain.md 6.2).
    expect(samePeriodLastYear({ start: '2025-01-01', end: '2025-03-01' })).toEqual({
      start: '2024-01-01',
      end: '2024-02-29',
    });
    // Through 28 February of a leap year: through 28 February of the year before.
    expect(samePeriodLastYear({ start: '2024-01-01', end: '2024-02-29' })).toEqual({
      start: '2023-01-01',
      end: '2023-03-01',
    });
    expect(samePeriodLastYear({ start: '2025-01-01', end: '2026-01-01' })).toEqual({
      start: '2024-01-01',
      end: '2025-01-01',
    });
  });

  test('longer than a year has no 同比', () => {
    expect(samePeriodLastYear({ start: '2024-01-01', end: '2025-01-02' })).toBeNull();
  });

  test('环比 is the period of equal length just before', () => {
    expect(previousPeriod({ start: '2025-07-01', end: '2025-10-01' })).toEqual({
      start: '2025-04-01',
      end: '2025-07-01',
    });
    expect(previousPeriod({ start: '2025-01-01', end: '2025-10-01' })).toEqual({
      start: '2024-04-01',
      end: '2025-01-01',
    });
    // 10 days before 11 March: 1 March to 10 March
    expect(previousPeriod({ start: '2025-03-11', end: '2025-03-21' })).toEqual({
      start: '2025-03-01',
      end: '2025-03-11',
    });
  });

  test('statistical months and years', () => {
    expect(startOfMonth('2025-01-20', 21)).toBe('2024-12-21');
    expect(startOfMonth('2025-01-21', 21)).toBe('2025-01-21');
    expect(startOfYear('2025-12-20', 21)).toBe('2024-12-21');
    expect(startOfYear('2025-12-21', 21)).toBe('2025-12-21');
    expect(lastMonths({ start: '2025-01-01', end: '2025-10-01' }, 24, 1)).toEqual({
      start: '2023-10-01',
      end: '2025-10-01',
    });
  });
});
