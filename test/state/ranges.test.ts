import { expect, test } from 'vitest';
import { parseRanges } from '../../src/state/ranges.ts';

const RANGE = {
  metric: 'settlement_rate',
  matter: null,
  low: 0.4,
  high: 0.6,
  from: '2025-01-01',
  to: null,
  source: '',
};

test('a range of a variant that the figure has not is refused, not taken for another variant', () => {
  expect(parseRanges([{ ...RANGE, variant: 'z' }])).toMatchObject({
    ranges: [],
    refused: [{ place: 1, reason: { zh: '没有口径“z”;variant 应为 a / b 之一。' } }],
  });
  expect(parseRanges([{ ...RANGE, variant: 'b' }]).ranges).toEqual([{ ...RANGE, variant: 'b' }]);
});

test.each([
  [5, '不是一条合理区间(应为 { … })。'],
  [{ ...RANGE, metric: 'xx' }, '没有“xx”这个指标(metric)。'],
  [{ ...RANGE, metric: undefined }, '没有写明指标(metric)。'],
  [{ ...RANGE, matter: '商事' }, '没有“商事”这个条线;适用全部条线的 matter 应为 null。'],
  [{ ...RANGE, low: '40%' }, '界限“40%”不是数字(不加引号、不带百分号)。'],
  [{ ...RANGE, low: null, high: null }, '下限 low 和上限 high 都没有。'],
  [{ ...RANGE, low: 40, high: 60 }, '比率的界限应写成小数,例如 40% 写 0.4。'],
  [{ ...RANGE, low: 0.7 }, '下限 0.7 高于上限 0.6。'],
  [{ ...RANGE, from: '2025年' }, '起始日 from“2025年”不是日期,应如 2025-01-01。'],
  [{ ...RANGE, from: undefined }, '起始日 from“”不是日期,应如 2025-01-01。'],
  [{ ...RANGE, to: '2025-13-01' }, '截止日 to“2025-13-01”不是日期,应如 2025-12-31 或 null。'],
  [{ ...RANGE, to: '2024-12-31' }, '截止日 2024-12-31 早于起始日 2025-01-01。'],
])('an entry that is no range says why: %j', (entry, words) => {
  const { ranges, refused } = parseRanges([RANGE, entry]);
  expect(ranges).toHaveLength(1);
  expect(refused.map(({ place, reason }) => [place, reason.zh])).toEqual([[2, words]]);
});
