import { describe, expect, test } from 'vitest';
import { compareFestival, yearBefore } from '../../src/state/festival-alignment.ts';

describe('春节 in a period and in the same period last year', () => {
  test('January 2024 holds none of the season, January 2023 nearly half of it', () => {
    // 春节 2024-02-10: season 02-03 to 02-24. 2023-01-22: 01-15 to 02-05, so 17 days of January 2023.
    // 2023-01-22 to 2024-02-10 are 384 days: 01-01 … 01-31 moves to 2022-12-13 … 2023-01-12.
    expect(compareFestival({ start: '2024-01-01', end: '2024-02-01' })).toEqual({
      festival: '2024-02-10',
      festivalBefore: '2023-01-22',
      days: 0,
      daysBefore: 17,
      aligned: { start: '2022-12-13', end: '2023-01-13' },
    });
  });

  test('a first quarter holds all of it in both years: nothing to align', () => {
    expect(compareFestival({ start: '2025-01-01', end: '2025-04-01' })).toEqual({
      festival: '2025-01-29',
      festivalBefore: '2024-02-10',
      days: 22,
      daysBefore: 22,
      aligned: null,
    });
  });

  test('July holds none', () => {
    expect(compareFestival({ start: '2025-07-01', end: '2025-08-01' })).toBeNull();
  });

  test('a year that begins within the season is not moved', () => {
    // From 1 February: 2025 holds 02-01 to 02-12, 2024 all 22 days; eleven months are too long to move.
    const compared = compareFestival({ start: '2025-02-01', end: '2026-01-01' });
    expect([compared?.days, compared?.daysBefore, compared?.aligned]).toEqual([12, 22, null]);
  });

  test('同比 moves only where that is chosen and matters', () => {
    const january = { start: '2024-01-01', end: '2024-02-01' };
    expect(yearBefore(january, false)).toEqual({ start: '2023-01-01', end: '2023-02-01' });
    expect(yearBefore(january, true)).toEqual({ start: '2022-12-13', end: '2023-01-13' });
    expect(yearBefore({ start: '2025-07-01', end: '2025-08-01' }, true)).toEqual({
      start: '2024-07-01',
      end: '2024-08-01',
    });
    expect(yearBefore({ start: '2024-01-01', end: '2025-02-01' }, true)).toBeNull();
  });
});
