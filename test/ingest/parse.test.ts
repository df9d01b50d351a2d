import { describe, expect, test } from 'vitest';
import { findDelimiter } from '../../src/ingest/dialect.ts';
import { findHeader } from '../../src/ingest/header.ts';
import { mapColumns } from '../../src/ingest/map-columns.ts';
import { parseAmount, unitOfLabel } from '../../src/ingest/parse-amount.ts';
import { parseDates } from '../../src/ingest/parse-date.ts';
import { parseJudges } from '../../src/ingest/parse-judge.ts';
import { tokenize } from '../../src/ingest/tokenize.ts';

const dates = (...raws: string[]) =>
  parseDates(raws, { asOf: '2025-12-31', is1904: false, mayBeFuture: false }).map(
    ({ values, reason }) => reason ?? values[0],
  );

describe('dates', () => {
  test('of a column where one value tells the order of day and month', () => {
    expect(dates('14/08/2018 às 17:30 - Livre', '05/06/2018')).toEqual(['2018-08-14', '2018-06-05']);
    expect(dates('08/14/2018', '05/06/2018')).toEqual(['2018-08-14', '2018-05-06']);
    expect(dates('05/06/2018')).toEqual(['date_ambiguous']);
  });

  test('in Chinese numerals and full-width digits', () => {
    expect(dates('二〇二四年十二月三十一日', '２０２４年３月５日', '二〇二四年三月五日')).toEqual([
      '2024-12-31',
      '2024-03-05',
      '2024-03-05',
    ]);
  });

  test('with hours: only where all are 16:00 is it Beijing midnight in UTC', () => {
    expect(dates('2018-01-10T16:00', '2018-01-11 16:00:00')).toEqual(['date_shifted', 'date_shifted']);
    expect(dates('2018-01-10 16:00', '2018-01-11 09:30')).toEqual(['2018-01-10', '2018-01-11']);
    expect(dates('2018-01-10T15:59:59Z', '2018-01-10T16:00:00Z')).toEqual(['2018-01-10', 'date_shifted']);
  });

  test('a leap day, and one that is none', () => {
    expect(dates('2024-02-29', '2023-02-29', '20231301')).toEqual(['2024-02-29', 'date_impossible', 'date_impossible']);
  });
});

test('amounts', () => {
  const amount = (raw: string, unit = 1) => parseAmount(raw, unit).values[0];
  expect(
    ['12,345.67', '￥1,000元', '3.5万元', '１２３．５', 'R$ 19.080,00', '1.2亿'].map((raw) => amount(raw)),
  ).toEqual(['12345.67', '1000', '35000', '123.5', '19080', '120000000']);
  expect(amount('1.5', unitOfLabel('标的额(万元)'))).toBe('15000');
  expect(parseAmount('1,2,3', 1)).toMatchObject({ reason: 'amount_unparsable', action: 'set_missing' });
});

test('judges: roles and brackets go, numbers only where no namesakes come of it', () => {
  const names = (...raws: string[]) => parseJudges(raws).map(({ values }) => values[0]);
  expect(names('张三(审判员)', '王  芳', '审判员:李四', '赵六、钱七', '孙八001')).toEqual([
    '张三',
    '王芳',
    '李四',
    '赵六',
    '孙八',
  ]);
  expect(names('法官01', '法官02')).toEqual(['法官01', '法官02']);
  expect(names('J0417', 'JUIZ-3', 'Smith, John')).toEqual(['J0417', 'JUIZ-3', 'Smith, John']);
});

test('cells with stray quotation marks are read, not lost', () => {
  expect(tokenize('a,"b""c",d\n"x" y,5" nail,\n"open,2\nnext,3\n', ',').rows).toEqual([
    ['a', 'b"c', 'd'],
    ['x y', '5" nail', ''],
    ['"open', '2'],
    ['next', '3'],
  ]);
});

test('the separator is the one that most rows agree on', () => {
  expect(findDelimiter('a;b,c;d\n1;2,5;3\n')).toBe(';');
  expect(findDelimiter('title, with comma\na\tb\tc\n1\t2\t3\n')).toBe('\t');
});

test('a header of three levels', () => {
  const header = findHeader([
    ['清单'],
    ['案号', '审理', '', ''],
    ['', '立案', '', '结案'],
    ['', '日期', '审批人', '日期'],
    ['(2025)兵0201民初1号', '2025-01-01', 'x', '2025-02-01'],
  ]);
  expect(header).toMatchObject({ row: 3, height: 3 });
  expect(header?.labels.map((label) => mapColumns([label], [])[0]?.target)).toEqual([
    'case_no',
    'filed_on',
    null,
    'resolved_on',
  ]);
});

test('of two columns for one target the more usual one is taken, an empty one never', () => {
  const targets = (sample: string[][]) =>
    mapColumns(['结案标的金额', '诉讼标的金额'], sample).map(({ target }) => target);
  expect(targets([['1', '2']])).toEqual([null, 'amount']);
  expect(targets([['1', '']])).toEqual(['amount', null]);
});
