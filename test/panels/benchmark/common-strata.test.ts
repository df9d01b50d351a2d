import { expect, test } from 'vitest';
import { toCommonStrata } from '../../../src/panels/benchmark/common-strata.ts';
import { toUncompared } from '../../../src/panels/benchmark/uncompared.ts';

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
  // 甲 has 7 of its 107 cases without a cause; beside them only 8 of 乙. 丙 has 普通 alone.
  expect(toUncompared(common)).toEqual(
    new Map([
      ['甲', { n: 107, alone: 7, merged: 0 }],
      ['乙', { n: 20, alone: 8, merged: 0 }],
      ['丙', { n: 15, alone: 6, merged: 0 }],
    ]),
  );
});

test('ten cases of others are enough to compare with; where packs put kinds together, only the procedure is', () => {
  const strata = [row('甲', '*', '简易', 30), row('乙', '*', '简易', 10), row('甲', '借贷', '普通', 5)];
  expect(toUncompared(strata).get('甲')).toEqual({ n: 35, alone: 5, merged: 30 });
  expect(toUncompared(strata).get('乙')).toEqual({ n: 10, alone: 0, merged: 10 });
});
