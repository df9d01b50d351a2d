import { expect, test } from 'vitest';
import { placeSpine } from '../../../src/charts/spine/place-spine.ts';

const spread = { low: 0.3, lowerQuartile: 0.36, median: 0.4, upperQuartile: 0.42, high: 0.5 };

test('the median is in the middle and the farthest court at the edge, high favourable', () => {
  // Largest distance: .6 − .4 = .2 (ours). 46 percent points are .2, so .1 is 23, .04 is 9.2, .02 is 4.6.
  const placed = placeSpine({ spread, own: 0.6, direction: 'up' });
  expect(placed?.own).toBeCloseTo(96, 9);
  expect(placed?.left).toBeCloseTo(50 - 23, 9);
  expect(placed?.boxLeft).toBeCloseTo(50 - 9.2, 9);
  expect(placed?.boxRight).toBeCloseTo(50 + 4.6, 9);
  expect(placed?.right).toBeCloseTo(50 + 23, 9);
});

test('where low is favourable everything is mirrored, and left stays left', () => {
  const placed = placeSpine({ spread, own: 0.6, direction: 'down' });
  expect(placed?.own).toBeCloseTo(4, 9);
  expect(placed?.left).toBeCloseTo(27, 9);
  expect(placed?.boxLeft).toBeCloseTo(50 - 4.6, 9);
  expect(placed?.boxRight).toBeCloseTo(50 + 9.2, 9);
  expect(placed?.right).toBeCloseTo(73, 9);
});

test('a figure without a favourable side is not mirrored', () => {
  expect(placeSpine({ spread, own: 0.6, direction: 'neither' })?.own).toBeCloseTo(96, 9);
});

test('no value of ours: the peers alone; no peers: nothing; no difference: all in the middle', () => {
  // Largest distance is then .1, at both ends.
  expect(placeSpine({ spread, own: null, direction: 'up' })).toMatchObject({ own: null });
  expect(placeSpine({ spread, own: null, direction: 'up' })?.right).toBeCloseTo(96, 9);
  expect(placeSpine({ spread: null, own: 0.6, direction: 'up' })).toBeNull();
  const flat = { low: 1, lowerQuartile: 1, median: 1, upperQuartile: 1, high: 1 };
  expect(placeSpine({ spread: flat, own: 1, direction: 'down' })).toEqual({
    left: 50,
    boxLeft: 50,
    boxRight: 50,
    right: 50,
    own: 50,
  });
});
