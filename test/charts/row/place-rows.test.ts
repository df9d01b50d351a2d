import { describe, expect, test } from 'vitest';
import { placeRows, rowFrame } from '../../../src/charts/row/place-rows.ts';
import { rowTooltip, stepRow } from '../../../src/charts/row/row-focus.ts';
import type { RowView } from '../../../src/charts/row/row-view.ts';
import { barView, comparisonView } from '../fixtures.ts';

const frame = rowFrame(comparisonView, 760, 13);
const placed = placeRows(comparisonView, frame, 13, false);

describe('rows', () => {
  test('keep the order given and are no lower than a 24 pixel target', () => {
    expect(placed.rows.map(({ row }) => row.label)).toEqual(comparisonView.rows.map(({ label }) => label));
    expect(rowFrame(comparisonView, 760, 8).rowHeight).toBe(24);
  });

  test('the interval holds its dot, and a unit without a value has no mark', () => {
    for (const row of placed.rows) {
      if (row.x === null) continue;
      expect(row.low).toBeLessThan(row.x);
      expect(row.high).toBeGreaterThan(row.x);
    }
    expect(placed.rows.filter(({ x }) => x === null).map(({ row }) => row.text)).toEqual(['所选范围内没有案件']);
  });

  test('the whole of every interval lies within the plot', () => {
    const ends = placed.rows.flatMap(({ low, high }) => [low, high]).filter((x) => x !== null);
    expect(Math.min(...ends)).toBeGreaterThanOrEqual(frame.plotLeft);
    expect(Math.max(...ends)).toBeLessThanOrEqual(frame.plotLeft + frame.plotWidth);
  });

  test('bars start at zero, and a dot chart says where its axis starts', () => {
    const bars = placeRows(barView, rowFrame(barView, 760, 13), 13, true);
    expect(bars.startsAt).toBeNull();
    expect(bars.baseX).toBe(rowFrame(barView, 760, 13).plotLeft);
    expect(placed.startsAt).toBe('30%');
  });

  test('a bar of twice the value is twice as long', () => {
    const row = (id: string, value: number): RowView['rows'][number] => ({
      id,
      label: id,
      value,
      text: '',
      interval: null,
      count: '',
      detail: '',
      isOwn: false,
    });
    const view: RowView = { ...barView, reference: null, rows: [row('a', 41), row('b', 82)] };
    const bars = placeRows(view, rowFrame(view, 600, 13), 13, true);
    const [a = NaN, b = NaN] = bars.rows.map(({ x }) => (x ?? NaN) - bars.baseX);
    expect(b / a).toBeCloseTo(2, 10);
  });

  test('where it is narrow, names stand above the marks and keep their length', () => {
    const narrow = rowFrame(barView, 230, 13);
    expect(narrow.isStacked).toBe(true);
    expect(frame.isStacked).toBe(false);
    expect(placeRows(barView, narrow, 13, true).rows.map(({ label }) => label)).toEqual(
      barView.rows.map(({ label }) => label),
    );
  });
});

test('keys start at our own row and stop at the ends', () => {
  expect(stepRow(placed.rows, null, 'ArrowDown')).toBe('court-0');
  expect(stepRow(placed.rows, 'court-0', 'ArrowDown')).toBe('court-1');
  expect(stepRow(placed.rows, 'court-0', 'ArrowUp')).toBe('court-0');
  expect(stepRow(placed.rows, 'court-2', 'End')).toBe('court-6');
  expect(stepRow(placed.rows, 'court-2', 'a')).toBeNull();
});

test('the tooltip of a row adds its interval and its counts, or just the reason', () => {
  expect(placed.rows.map(rowTooltip).map(({ text, detail }) => [text, detail])).toEqual(
    expect.arrayContaining([
      ['61.2%', '59.0%–63.3% · 1,204 / 1,967 件'],
      ['所选范围内没有案件', ''],
    ]),
  );
});
