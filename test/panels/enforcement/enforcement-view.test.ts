import { expect, test } from 'vitest';
import { toEnforcementTable, toRecoverySentences } from '../../../src/panels/enforcement/enforcement-view.ts';
import type { EnforcementOutcome } from '../../../src/query/enforcement-outcomes.ts';

const outcome = (
  closing: string | null,
  resolved: number,
  more: Partial<EnforcementOutcome> = {},
): EnforcementOutcome => ({
  closing,
  isTotal: false,
  resolved,
  timed: resolved,
  mean: 90,
  median: 88,
  p90: 168,
  paid: 0,
  applied: 0,
  recovered: 0,
  medianShare: null,
  unpaid: 0,
  largestShare: null,
  ...more,
});

test('shares are of all closings, and a row opens the cases of its 结案方式', () => {
  const table = toEnforcementTable(
    [outcome('终结本次执行程序', 3), outcome(null, 1), outcome(null, 4, { isTotal: true })],
    'zh',
  );
  expect(table?.rows.map(({ cells }) => cells.slice(0, 3).map(({ text }) => text))).toEqual([
    ['终结本次执行程序', '3 件', '75.0%'],
    ['结案方式不明', '1 件', '25.0%'],
    ['合计', '4 件', '100.0%'],
  ]);
  expect(table?.rows[1]?.cells[1]?.opens?.group).toEqual({ closing: [null] });
  expect(table?.rows[2]?.cells[1]?.opens?.group).toBeUndefined();
});

test('without amounts there is no column of money, and a sentence says which columns are lacking', () => {
  const outcomes = [outcome(null, 4, { isTotal: true })];
  expect(toEnforcementTable(outcomes, 'zh')?.columns.map(({ id }) => id)).not.toContain('applied');
  expect(toRecoverySentences(outcomes, 'zh')[0]).toContain('申请执行标的金额');
});

test('beside the recovery rate: the median case, what was not paid at all, the largest, what is left out', () => {
  const total = outcome(null, 5, { isTotal: true, paid: 4, unpaid: 2, medianShare: 0.2, largestShare: 0.5 });
  expect(toRecoverySentences([total], 'zh')).toEqual([
    '两项金额都有的 4 件:按件看,到位比例的中位数是 20.0%;2 件一分未到;标的最大的一件占申请总额的 50.0%。',
    '5 件结案中有 1 件缺一项金额,不进到位率。',
  ]);
});

test('nothing closed: no table', () => {
  expect(toEnforcementTable([outcome(null, 0, { isTotal: true })], 'zh')).toBeNull();
  expect(toRecoverySentences([], 'zh')).toEqual([]);
});
