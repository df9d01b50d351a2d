import { expect, test } from 'vitest';
import { benjaminiHochberg, holm } from '../../src/statistics/multiple-testing.ts';

// Ranks of .01, .04, .03: 1, 3, 2 of 3
const P = [0.01, null, 0.04, 0.03];

test('Benjamini–Hochberg: .01·3/1, .03·3/2 = .045 but not above .04·3/3 = .04', () => {
  expect(benjaminiHochberg(P)).toEqual([
    expect.closeTo(0.03, 12),
    null,
    expect.closeTo(0.04, 12),
    expect.closeTo(0.04, 12),
  ]);
});

test('Holm: .01·3, .03·2 = .06, then .04·1 but not below .06; never above 1', () => {
  expect(holm(P)).toEqual([expect.closeTo(0.03, 12), null, expect.closeTo(0.06, 12), expect.closeTo(0.06, 12)]);
  expect(holm([0.6, 0.9])).toEqual([1, 1]);
  expect(benjaminiHochberg([])).toEqual([]);
});
