import { expect, test } from 'vitest';
import { mergedShare, toCommonStrata } from '../../../src/panels/benchmark/common-strata.ts';

const row = (unit: string, cause: string | null, procedure: string, n: number) => ({
  unit,
  stratum: JSON.stringify([cause, procedure]),
  x: 0,
  n,
});

test('without a merged kind everything stays as it is', () => {
  const strata = [row('甲', '借贷', '简易', 3), row('乙', '离婚', '简易', 5)];
  expect(toCommonStrata(strata)).toBe(strata);
});

test('a kind that three courts have, 20 cases beside the largest, stays; the others are adjusted by procedure', () => {
  const strata = [
    row('甲', '借贷', '简易', 100),
    row('乙', '借贷', '简易', 12),
    row('丙', '借贷', '简易', 9),
    row('甲', '相邻', '简易', 7),
    row('乙', '*', '简易', 8),
    row('丙', '*', '普通', 6),
  ];
  const common = toCommonStrata(strata);
  // 借贷: 12 + 9 = 21 beside the largest. 相邻 is known of our court alone.
  expect(common.map(({ stratum }) => stratum)).toEqual([
    '["借贷","简易"]',
    '["借贷","简易"]',
    '["借贷","简易"]',
    '["*","简易"]',
    '["*","简易"]',
    '["*","普通"]',
  ]);
  // 7 + 8 + 6 of 142.
  expect(mergedShare(common)).toBeCloseTo(21 / 142, 12);
});
