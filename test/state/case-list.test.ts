import { expect, test } from 'vitest';
import { cellAt, offsetOf, PAGE_ROWS } from '../../src/state/case-list.svelte.ts';

test('two pages around the first row on screen: a screen of up to 100 rows lies within them', () => {
  expect(offsetOf(0)).toBe(0);
  expect(offsetOf(299)).toBe(0);
  expect(offsetOf(300)).toBe(200);
  for (const first of [0, 99, 100, 250, 299, 300, 999_950]) {
    expect(offsetOf(first)).toBeLessThanOrEqual(first);
    expect(offsetOf(first) + 2 * PAGE_ROWS).toBeGreaterThanOrEqual(first + 100);
  }
});

test('a cell is there only when its list, its order and its page are', () => {
  const rows = { key: 'a', offset: 200, rowCount: 2, columns: { days: [10, null] } };
  expect(cellAt(rows, 'a', 200, 'days')).toBe(10);
  expect(cellAt(rows, 'a', 201, 'days')).toBeNull();
  expect(cellAt(rows, 'a', 202, 'days')).toBeUndefined();
  expect(cellAt(rows, 'a', 199, 'days')).toBeUndefined();
  expect(cellAt(rows, 'b', 200, 'days')).toBeUndefined();
  expect(cellAt(null, 'a', 200, 'days')).toBeUndefined();
});
