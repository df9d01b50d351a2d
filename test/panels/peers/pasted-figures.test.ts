import { expect, test } from 'vitest';
import { guessColumns } from '../../../src/panels/peers/pasted-columns.ts';
import { toPastedFigures, type PastedContext } from '../../../src/panels/peers/pasted-figures.ts';
import { toPastedTable } from '../../../src/panels/peers/pasted-table.ts';
import { parsePrinted } from '../../../src/panels/peers/printed-number.ts';

const CONTEXT = {
  metric: 'settlement_rate',
  variant: 'a',
  from: '2025-01-01',
  to: '2025-09-30',
  source: '某市中院通报',
  isRate: true,
  isShare: true,
};

/** As the box reads it, with the columns that it recognises itself. */
function parsePastedFigures(text: string, context: PastedContext) {
  const table = toPastedTable(text);
  const { figures, refused } = toPastedFigures(table, guessColumns(table, context.metric), context);
  return { figures, refused: refused.map(({ line }) => line), reasons: refused.map(({ reason }) => reason.zh) };
}

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
  expect(parsePastedFigures('丁法院,3,094,3,314', clearance)).toEqual({
    figures: [],
    refused: ['丁法院,3,094,3,314'],
    reasons: ['第 1 行没有采用:有 5 栏,应为 3 栏;千分位逗号请去掉或加引号。'],
  });
});

test('days are taken as they stand, with 天 or without; a percentage above 100 is none', () => {
  const days = { ...CONTEXT, metric: 'mean_days', variant: null, isRate: false, isShare: false };
  expect(parsePastedFigures('甲法院,56.7天', days).figures[0]?.value).toBe(56.7);
  expect(parsePastedFigures('甲法院,156%', CONTEXT).refused).toEqual(['甲法院,156%']);
});

test('a table with headings: its columns are recognised, totals and courts that stand twice are refused', () => {
  const { figures, reasons } = parsePastedFigures(
    '序号,法院,调撤数,结案数,调撤率\n1,甲法院,"1,224","2,000",61.2%\n2,乙法院,58,100,58%\n3,甲法院,1,2,50%\n,合计,"1,283","2,102",61%\n4,丙法院,—,90,—\n5,丁法院,8,0,—\n6,戊法院,9,8,112%',
    CONTEXT,
  );
  expect(figures.map(({ court, numerator, denominator }) => [court, numerator, denominator])).toEqual([
    ['甲法院', 1224, 2000],
    ['乙法院', 58, 100],
  ]);
  expect(reasons).toEqual([
    '第 4 行没有采用:“甲法院”在第 2 行已有。',
    '第 5 行没有采用:“合计”是合计,不是一个法院。',
    '第 6 行没有采用:“—”表示没有数字。',
    '第 7 行没有采用:分母为 0。',
    '第 8 行没有采用:分子 9 大于分母 8。',
  ]);
});

test('only a rate is published: its column is taken; two that could be it are left to be chosen', () => {
  const one = toPastedTable('法院;调撤率\n甲法院;12,5 %\n乙法院;61,25%');
  expect(guessColumns(one, 'settlement_rate')).toEqual({ names: [0], numerator: null, denominator: null, value: 1 });
  expect(
    parsePastedFigures('法院;调撤率\n甲法院;12,5 %\n乙法院;61,25%', CONTEXT).figures.map(({ value }) => value),
  ).toEqual([0.125, 0.6125]);
  const two = toPastedTable('法院,甲类,乙类\n甲法院,12%,13%\n乙法院,2%,3%');
  expect(guessColumns(two, 'settlement_rate')).toEqual({ names: [0], numerator: null, denominator: null, value: null });
});

test.each([
  ['3,094', 3094],
  ['３０９４', 3094],
  ['３，０９４', 3094],
  ['3 094', 3094],
  ['1.234.567', 1234567],
  ['612 件', 612],
  ['3.094', null],
  ['094', null],
  ['1 2', null],
  ['12.5', null],
  ['61%', null],
  ['—', null],
  ['- -', null],
  ['-5', null],
  ['约100', null],
  ['1e3', null],
  ['', null],
])('as a number of cases %j is %j', (cell, value) => {
  const read = parsePrinted(cell, 'count');
  expect('value' in read ? read.value : null).toBe(value);
  if ('reason' in read) expect(read.reason.zh).toMatch(/。$/);
});

test.each([
  ['12,5 %', 0.125],
  ['12.5％', 0.125],
  ['１２.５％', 0.125],
  ['58.25', 0.5825],
  ['0.5%', 0.005],
  ['118%', 1.18],
  ['0.61', null],
  ['3,094', null],
  ['—', null],
])('as a rate %j is %j', (cell, value) => {
  const read = parsePrinted(cell, 'percent');
  expect('value' in read ? read.value : null).toEqual(value === null ? null : expect.closeTo(value, 12));
});

test.each([
  ['56.7天', 56.7],
  ['1,204.5', 1204.5],
  ['3.094', null],
  ['12%', null],
])('as days %j is %j', (cell, value) => {
  const read = parsePrinted(cell, 'days');
  expect('value' in read ? read.value : null).toBe(value);
});

test('a comma as a decimal is not read as two numbers', () => {
  const clearance = { ...CONTEXT, metric: 'clearance_rate', variant: null, isShare: false };
  expect(parsePastedFigures('甲法院,12,5 %', clearance).reasons).toEqual([
    '第 1 行没有采用:“5 %”是百分数,这里应为件数或天数。',
  ]);
  expect(parsePastedFigures('甲法院,3,094', clearance).figures).toEqual([]);
});
