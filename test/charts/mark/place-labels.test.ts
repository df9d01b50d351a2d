import { expect, test } from 'vitest';
import { placeLabels } from '../../../src/charts/mark/place-labels.ts';

const at = (...ys: number[]) => ys.map((y, rank) => ({ id: String(rank), y, rank }));

test('labels that do not touch stay where they want to be', () => {
  expect(placeLabels(at(10, 50), 12, 0, 100)).toEqual([
    { id: '0', y: 10 },
    { id: '1', y: 50 },
  ]);
});

test('two that touch are moved apart by as much up as down', () => {
  // Both at 50, 12 apart: 44 and 56, whose mean is 50.
  expect(placeLabels(at(50, 50), 12, 0, 100).map(({ y }) => y)).toEqual([44, 56]);
});

test('a cluster that grows into its neighbour takes it in', () => {
  // Wishes 40, 48, 62 with 12 between: offsets 0, 12, 24 leave 40, 36, 38, mean 38; so 38, 50, 62.
  expect(placeLabels(at(40, 48, 62), 12, 0, 100).map(({ y }) => y)).toEqual([38, 50, 62]);
});

test('nobody leaves the plot', () => {
  expect(placeLabels(at(99, 100), 12, 0, 100).map(({ y }) => y)).toEqual([88, 100]);
  expect(placeLabels(at(0, 1), 12, 0, 100).map(({ y }) => y)).toEqual([0, 12]);
});

test('where not all fit, the last in rank are left out', () => {
  // 0…24 holds lines at 0, 12 and 24.
  expect(placeLabels(at(5, 6, 7, 8, 9), 12, 0, 24).map(({ id }) => id)).toEqual(['0', '1', '2']);
});
