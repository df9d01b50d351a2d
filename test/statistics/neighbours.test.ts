import { expect, test } from 'vitest';
import { nearestNeighbours } from '../../src/statistics/neighbours.ts';

test('standardised distances, the farthest set to 1', () => {
  // Variable 1: 0 2 4, mean 2, sd 2. Variable 2: 0 3 3, mean 2, sd √3. From A: B (2/2)² + (3/√3)² = 1 + 3 = 4,
  // C (4/2)² + (3/√3)² = 4 + 3 = 7. Distances 2 and √7; B is 2/√7 = 0.7559 of the way, variable 1 a quarter of it.
  const found = nearestNeighbours('A', [
    { unit: 'A', values: [0, 0] },
    { unit: 'C', values: [4, 3] },
    { unit: 'B', values: [2, 3] },
  ]);
  expect(found?.map(({ unit }) => unit)).toEqual(['B', 'C']);
  expect(found?.[0]?.distance).toBeCloseTo(2 / Math.sqrt(7), 12);
  expect(found?.[1]?.distance).toBe(1);
  expect(found?.[0]?.shares).toEqual([expect.closeTo(0.25, 12), expect.closeTo(0.75, 12)]);
});

test('a variable that is not known for all, or the same for all, is left out', () => {
  const found = nearestNeighbours('A', [
    { unit: 'A', values: [0, 5, 1] },
    { unit: 'B', values: [1, null, 1] },
    { unit: 'C', values: [2, 5, 1] },
  ]);
  expect(found?.map(({ unit, distance }) => [unit, distance])).toEqual([
    ['B', 0.5],
    ['C', 1],
  ]);
  expect(found?.[0]?.shares).toEqual([1, null, null]);
});

test('nobody else, or no such unit', () => {
  expect(nearestNeighbours('A', [{ unit: 'A', values: [1] }])).toEqual([]);
  expect(nearestNeighbours('X', [{ unit: 'A', values: [1] }])).toBeNull();
});
