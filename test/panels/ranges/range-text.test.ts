import { expect, test } from 'vitest';
import { standingIn, type ReasonableRange } from '../../../src/metrics/reasonable-range.ts';
import { rangeText, standingText } from '../../../src/panels/ranges/range-text.ts';
import { definitionOf } from '../signals/monthly-answer.ts';

const range: ReasonableRange = {
  metric: 'settlement_rate',
  variant: 'a',
  matter: null,
  low: 0.4,
  high: 0.6,
  from: '2025-01-01',
  to: null,
  source: '',
};
const settlement = definitionOf('settlement_rate');

test('a range says its bounds with their unit, one side or both', () => {
  expect(rangeText(range, settlement, 'zh')).toBe('40.0%–60.0%');
  expect(rangeText({ ...range, high: null }, settlement, 'zh')).toBe('≥ 40.0%');
  expect(rangeText({ ...range, low: null, high: 60 }, definitionOf('mean_days'), 'zh')).toBe('≤ 60.0 天');
});

test('where a figure stands, and how far from it', () => {
  expect(standingText(standingIn(range, 0.5, 'up'), settlement, 'zh')).toBe('合理区间 40.0%–60.0%:区间内');
  // 31 % is 9 points below 40 %.
  expect(standingText(standingIn(range, 0.31, 'up'), settlement, 'zh')).toBe(
    '合理区间 40.0%–60.0%:未达,差 −9.0 个百分点',
  );
});
