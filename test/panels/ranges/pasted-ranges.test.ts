import { expect, test } from 'vitest';
import { parsePastedRanges } from '../../../src/panels/ranges/pasted-ranges.ts';

test('lines are ranges: rates in percent, days as they are, empty cells do not apply', () => {
  const { ranges, refused } = parsePastedRanges(
    [
      'metric,variant,matter,low,high,from,to,source',
      'settlement_rate,a,民事,40,60%,2025-01-01,2025-12-31,审委会,第3次',
      '平均审理天数\t\t\t\t60\t2025-01-01',
      '',
    ].join('\r\n'),
  );
  expect(refused).toEqual([]);
  expect(ranges).toEqual([
    {
      metric: 'settlement_rate',
      variant: 'a',
      matter: '民事',
      low: 0.4,
      high: 0.6,
      from: '2025-01-01',
      to: '2025-12-31',
      source: '审委会,第3次',
    },
    {
      metric: 'mean_days',
      variant: null,
      matter: null,
      low: null,
      high: 60,
      from: '2025-01-01',
      to: null,
      source: '',
    },
  ]);
});

test.each([
  ['满意率,,,40,60,2025-01-01', '没有叫“满意率”的指标'],
  ['settlement_rate,,,40,60,2025-01-01', '口径请填其中之一:a / b'],
  ['summary_rate,a,,40,60,2025-01-01', '口径请留空'],
  ['settlement_rate,a,海事,40,60,2025-01-01', '没有叫“海事”的条线'],
  ['settlement_rate,a,,0.4,0.6,2025-01-01', '百分数'],
  ['mean_days,,,四十,,2025-01-01', '写成数字'],
  ['settlement_rate,a,,60,40,2025-01-01', '下限不能高于上限'],
  ['settlement_rate,a,,,,2025-01-01', '至少一个界限'],
  ['settlement_rate,a,,40,60,', '起始日'],
])('%s is refused in a sentence that says where and why', (line, words) => {
  const { ranges, refused } = parsePastedRanges(`\n${line}`);
  expect(ranges).toEqual([]);
  expect(refused.map(({ line: kept }) => kept)).toEqual([line]);
  expect(refused[0]?.reason.zh).toContain('第 2 行未采用');
  expect(refused[0]?.reason.zh).toContain(words);
});
