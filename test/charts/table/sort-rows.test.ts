import { expect, test } from 'vitest';
import { sortRows } from '../../../src/charts/table/sort-rows.ts';

const rows = [
  { id: 'a', cells: [{ text: '甲' }, { text: '9', value: 9 }] },
  { id: 'b', cells: [{ text: '乙' }, { text: '无案件', value: null }] },
  { id: 'c', cells: [{ text: '丙' }, { text: '10', value: 10 }] },
  { id: 'd', cells: [{ text: '丁' }, { text: '9', value: 9 }] },
];
const ids = (column: number, isDescending: boolean) => sortRows(rows, { column, isDescending }).map(({ id }) => id);

test('numbers by value and not by text, ties in their order, absent values last both ways', () => {
  expect(ids(1, false)).toEqual(['a', 'd', 'c', 'b']);
  expect(ids(1, true)).toEqual(['c', 'a', 'd', 'b']);
});

test('without an order the rows stay as they are, and the view is never changed', () => {
  expect(sortRows(rows, null)).toBe(rows);
  ids(1, true);
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
});
