import { expect, test } from 'vitest';
import type { ColumnView } from '../../../src/charts/column/column-view.ts';
import { columnAt, placeColumns, stepColumn } from '../../../src/charts/column/place-columns.ts';
import { toFrame } from '../../../src/charts/frame/frame.ts';

const view: ColumnView = {
  summary: '',
  axis: { unit: '', formatTick: String, bounds: [0, Infinity] },
  parts: ['a', 'b'],
  openLabel: null,
  columns: [
    { id: 'one', tick: '1', label: 'one', values: [2, 2], text: '4', detail: '' },
    { id: 'two', tick: '2', label: 'two', values: [], text: 'none', detail: '' },
    { id: 'three', tick: '3', label: 'three', values: [10, 0], text: '10', detail: '' },
  ],
  references: [{ id: 'mean', value: 5, label: 'mean 5' }],
};
/** Plot 300 × 100 at (40, 10): a slot is 100 wide, the base line lies at 110. */
const frame = toFrame(350, 130, { top: 10, right: 10, bottom: 20, left: 40 });
const [first = { id: '', tick: '', label: '', values: [], text: '', detail: '' }] = view.columns;
const placed = placeColumns(view, frame, 12);

test('slots of equal width, parts on top of each other from the base line', () => {
  expect(placed.columns.map(({ centre }) => centre)).toEqual([90, 190, 290]);
  // 0…10 over 100 pixels: 2 are 20, so the first part spans 90…110 and the second 70…90.
  expect(placed.columns[0]?.parts).toEqual([
    { index: 0, y: 90, height: 20 },
    { index: 1, y: 70, height: 20 },
  ]);
  expect(placed.columns[2]?.top).toBe(10);
});

test('an empty column stays in its place', () => {
  expect(placed.columns[1]).toMatchObject({ parts: [], top: 110 });
});

test('a reference lies where its value does', () => {
  expect(placed.references[0]?.y).toBe(60);
});

test('ticks that would run into each other are left out', () => {
  const many = { ...view, columns: Array.from({ length: 30 }, (_, i) => ({ ...first, id: String(i) })) };
  const shown = placeColumns(many, frame, 12).columns.filter(({ hasTick }) => hasTick);
  // A slot is 10 wide and a tick needs 48: every fifth.
  expect(shown.map(({ column }) => column.id)).toEqual(['0', '5', '10', '15', '20', '25']);
});

test('keys and pointer', () => {
  expect(stepColumn(placed.columns, null, 'ArrowRight')).toBe('three');
  expect(stepColumn(placed.columns, 'one', 'ArrowRight')).toBe('two');
  expect(stepColumn(placed.columns, 'one', 'ArrowLeft')).toBe('one');
  expect(stepColumn(placed.columns, 'one', 'x')).toBeNull();
  expect(columnAt(placed.columns, 180)).toBe('two');
  expect(columnAt([], 180)).toBeNull();
});
