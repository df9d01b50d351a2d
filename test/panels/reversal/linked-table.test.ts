import { expect, test } from 'vitest';
import { columnsOf, type LinkedCell } from '../../../src/panels/reversal/linked-table.ts';

const NAME: LinkedCell = { text: '口径 B' };
const REASON: LinkedCell = { text: '导入的文件没有“适用程序”一栏', value: null };
const DASH: LinkedCell = { text: '—' };
const RATE: LinkedCell = { text: '20.29%', value: 0.2029 };

test.each([
  // The reason reaches over the dashes up to the next figure, and is not squeezed into the column of a rate.
  ['a reason and dashes', [NAME, REASON, DASH, DASH, RATE, DASH], [1, 3, 0, 0, 1, 1]],
  ['figures throughout', [NAME, RATE, RATE, RATE], [1, 1, 1, 1]],
  ['a figure without an interval', [NAME, RATE, DASH, RATE], [1, 1, 1, 1]],
  ['a reason at the end', [NAME, RATE, REASON], [1, 1, 1]],
] as const)('%s', (_, cells, columns) => {
  expect(cells.map((__, at) => columnsOf({ id: 'row', cells }, at))).toEqual(columns);
});
