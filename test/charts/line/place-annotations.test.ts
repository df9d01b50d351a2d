import { expect, test } from 'vitest';
import { placeAnnotations } from '../../../src/charts/line/place-annotations.ts';

/** The day of January 2025 is the position: 2025-01-20 stands at 200. */
const toX = (date: string) => Number(date.slice(8)) * 10;
const note = (day: string, label: string) => ({ date: `2025-01-${day}`, label });

test('a label stands right of its line, or left of it where it would leave the drawing', () => {
  // 改革改革 is 40 wide with 6 between: from 200 it ends at 246, from 280 at 326, beyond 320.
  const placed = placeAnnotations([note('20', '改革改革'), note('28', '改革改革')], toX, 300, 320, 10);
  expect(placed.map(({ x, anchor }) => [x, anchor])).toEqual([
    [280, 'end'],
    [200, 'start'],
  ]);
});

test('labels that touch stand above each other, the older on top, so that no line crosses a label', () => {
  const placed = placeAnnotations([note('12', '乙乙乙'), note('10', '甲甲甲'), note('20', '丙')], toX, 300, 300, 10);
  expect(placed.map(({ label, level }) => [label, level])).toEqual([
    ['丙', 0],
    ['乙乙乙', 0],
    ['甲甲甲', 1],
  ]);
});

test('days outside the plot are left out', () => {
  expect(placeAnnotations([note('31', '后')], toX, 300, 400, 10)).toEqual([]);
  expect(placeAnnotations([note('01', '前')], () => NaN, 300, 400, 10)).toEqual([]);
});
