import { expect, test } from 'vitest';
import { placeSpark } from '../../../src/charts/spark/place-spark.ts';

// 5 pixels are left free on every side: x runs 5…45, y 15…5.
test('runs from the lowest to the highest value', () => {
  expect(placeSpark({ summary: '', values: [1, 3, 2] }, 50, 20).path).toBe('M5,15L25,5L45,10');
});

test('gaps break the line, and a lone value is a dot', () => {
  const placed = placeSpark({ summary: '', values: [null, 3, null, 1, 1] }, 50, 20);
  expect(placed.dots).toEqual([{ index: 1, x: 15, y: 5 }]);
  expect(placed.last).toEqual({ x: 45, y: 15 });
});

test('an incomplete last period is dotted and not part of the line', () => {
  const placed = placeSpark({ summary: '', values: [1, 2, 3], isLastPartial: true }, 50, 20);
  expect(placed.path).toBe('M5,15L25,10');
  expect(placed.partialPath).toBe('M25,10L45,5');
});

test('limits widen the scale and reach half a step beyond their values', () => {
  const placed = placeSpark(
    { summary: '', values: [2, 2, 2], bands: [{ first: 1, last: 1, low: 1, high: 3, centre: 2 }] },
    50,
    20,
  );
  expect(placed.bands).toEqual([{ id: 1, x: 15, y: 5, width: 20, height: 10, centreY: 10 }]);
});

test('equal values lie in the middle; no values draw nothing', () => {
  expect(placeSpark({ summary: '', values: [4, 4] }, 50, 20).path).toBe('M5,10L45,10');
  expect(placeSpark({ summary: '', values: [null] }, 50, 20)).toMatchObject({ path: '', last: null, dots: [] });
});
