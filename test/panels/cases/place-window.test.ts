import { describe, expect, test } from 'vitest';
import { placeWindow, scrollToRow, stepCase } from '../../../src/panels/cases/place-window.ts';

/** 10 rows of 30 pixels fit on screen. */
const SHORT = { count: 1000, rowHeight: 30, viewHeight: 300 };
/** 30 million pixels: more than browsers draw. */
const LONG = { count: 1_000_000, rowHeight: 30, viewHeight: 300 };

describe('the rows on screen', () => {
  test('those at the scroll position, with six to spare on either side', () => {
    // 3000 / 30 = row 100 at the top; 94 … 116, drawn at 3000 - 6 × 30
    expect(placeWindow(SHORT, 3000)).toEqual({ first: 94, end: 116, height: 30_000, top: 2820 });
    expect(placeWindow(SHORT, 0)).toEqual({ first: 0, end: 16, height: 30_000, top: 0 });
    expect(placeWindow(SHORT, 29_700)).toMatchObject({ first: 984, end: 1000 });
  });

  test('a million rows: the bar stands for the rows, and both ends are reached', () => {
    expect(placeWindow(LONG, 0)).toMatchObject({ first: 0, height: 8_000_000 });
    const last = placeWindow(LONG, 8_000_000 - 300);
    expect(last.end).toBe(1_000_000);
    // The last row ends where the content ends: top + (end - first) × 30 = 8,000,000.
    expect(last.top + (last.end - last.first) * 30).toBeCloseTo(8_000_000, 3);
    // Half way down, half of the 999,990 positions: row 499,995.
    expect(placeWindow(LONG, (8_000_000 - 300) / 2).first).toBe(499_995 - 6);
  });

  test('fewer rows than fit', () => {
    expect(placeWindow({ ...SHORT, count: 3 }, 0)).toEqual({ first: 0, end: 3, height: 90, top: 0 });
    expect(placeWindow({ ...SHORT, count: 0 }, 0)).toMatchObject({ first: 0, end: 0, height: 0 });
  });
});

describe('scrolling to a row', () => {
  test('no further than needed, and not at all where it is seen', () => {
    expect(scrollToRow(SHORT, 3000, 105)).toBeNull();
    expect(scrollToRow(SHORT, 3000, 99)).toBe(2970);
    expect(scrollToRow(SHORT, 3000, 110)).toBe(3030);
  });

  test.each([0, 1, 12_345, 500_000, 999_998, 999_999])('row %d of a million is on screen afterwards', (row) => {
    const position = scrollToRow(LONG, 4_000_000, row) ?? 4_000_000;
    const shown = placeWindow(LONG, position);
    expect(shown.first).toBeLessThanOrEqual(row);
    expect(shown.end).toBeGreaterThan(row);
    const y = shown.top + (row - shown.first) * 30;
    expect(y).toBeGreaterThan(position - 1);
    expect(y + 30).toBeLessThan(position + 300 + 1);
  });
});

test('keys', () => {
  expect(stepCase(null, 'ArrowDown', SHORT)).toBe(0);
  expect(stepCase(5, 'ArrowUp', SHORT)).toBe(4);
  expect(stepCase(0, 'ArrowUp', SHORT)).toBe(0);
  expect(stepCase(5, 'PageDown', SHORT)).toBe(14); // 10 rows fit, one is kept in sight
  expect(stepCase(5, 'End', SHORT)).toBe(999);
  expect(stepCase(5, 'x', SHORT)).toBeNull();
  expect(stepCase(null, 'Home', { ...SHORT, count: 0 })).toBeNull();
});
