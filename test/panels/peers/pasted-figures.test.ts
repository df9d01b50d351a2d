import { expect, test } from 'vitest';
import { parsePastedFigures } from '../../../src/panels/peers/pasted-figures.ts';

const CONTEXT = {
  metric: 'settlement_rate',
  variant: 'a',
  from: '2025-01-01',
  to: '2025-09-30',
  source: '某市中院通报',
  isRate: true,
  isShare: true,
};

test('counts, a percentage, a line that is neither; a numerator above the denominator is refused', () => {
  const { figures, refused } = parsePastedFigures(
    '武胜县人民法院\t612\t1000\n若羌县人民法院,58.25%\n\n合计\n某县人民法院,20,10\n',
    CONTEXT,
  );
  const common = {
    metric: 'settlement_rate',
    variant: 'a',
    from: '2025-01-01',
    to: '2025-09-30',
    source: '某市中院通报',
  };
  expect(figures).toEqual([
    { court: '武胜县人民法院', ...common, numerator: 612, denominator: 1000, value: 0.612 },
    { court: '若羌县人民法院', ...common, numerator: null, denominator: null, value: 0.5825 },
  ]);
  expect(refused).toEqual(['合计', '某县人民法院,20,10']);
});

test('columns copied from a spreadsheet: thousands separators are part of the number, not the end of a cell', () => {
  const clearance = { ...CONTEXT, metric: 'clearance_rate', variant: null, isShare: false };
  const { figures, refused } = parsePastedFigures(
    '甲法院\t3,094\t3,314\n"乙法院","49,616","52,341"\n丙法院\t1,234,567\t 2,000,000 \n',
    clearance,
  );
  expect(figures.map(({ court, numerator, denominator }) => [court, numerator, denominator])).toEqual([
    ['甲法院', 3094, 3314],
    ['乙法院', 49616, 52341],
    ['丙法院', 1234567, 2000000],
  ]);
  expect(refused).toEqual([]);
});

test('a line with more cells than court, numerator and denominator is not guessed at', () => {
  // 3,094 / 3,314 without quotes would read as 3 of 94.
  const clearance = { ...CONTEXT, metric: 'clearance_rate', variant: null, isShare: false };
  expect(parsePastedFigures('丁法院,3,094,3,314', clearance)).toEqual({ figures: [], refused: ['丁法院,3,094,3,314'] });
});

test('days are taken as they stand, with 天 or without; a percentage above 100 is none', () => {
  const days = { ...CONTEXT, metric: 'mean_days', variant: null, isRate: false, isShare: false };
  expect(parsePastedFigures('甲法院,56.7天', days).figures[0]?.value).toBe(56.7);
  expect(parsePastedFigures('甲法院,156%', CONTEXT).refused).toEqual(['甲法院,156%']);
});
