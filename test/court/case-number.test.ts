import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { normalizeCaseNumber, parseCaseNumber, parseCaseNumberPrefix } from '../../src/court/case-number.ts';

describe('案号 since 2016', () => {
  test.each([
    '（2024）兵0201民初12号',
    '(2024)兵0201民初12号 ',
    '[2024]兵0201民初00012号',
    '〔2024〕兵0201民初12号',
    '【2024】兵0201民初12号',
    '(2024)兵 0201\u00a0民初\u300012号',
    '（２０２４）兵０２０１民初１２号',
    '(2024)兵0201民初12号之一',
    '(2024)兵0201民初12',
    '(2024)兵0201民初12之三',
  ])('%s is the same case', (text) => {
    expect(parseCaseNumber(text)).toMatchObject({
      key: '(2024)兵0201民初12号',
      year: 2024,
      courtCode: '兵0201',
      typeCode: '民初',
      serial: 12,
      serialEnd: null,
      isPre2016: false,
      matter: '民事',
      level: '一审',
    });
  });

  test('之N is kept apart', () => {
    expect(parseCaseNumber('(2024)兵0201民初12号之一')?.suffix).toBe('之一');
    expect(parseCaseNumber('(2024)兵0201民初12号')?.suffix).toBeNull();
    expect(normalizeCaseNumber('（2024）兵0201民初12号之一')).toBe('(2024)兵0201民初12号之一');
  });

  test.each([
    ['(2017）琼民辖终31号之一', '琼', '民辖终', '民事', '管辖'],
    ['(2020)兵08刑终44号', '兵08', '刑终', '刑事', '二审'],
    ['(2020)最高法委赔监1号', '最高法', '委赔监', '赔偿', '再审审查'],
    ['(2020)最高法知民终1号', '最高法知', '民终', '民事', '二审'],
    ['(2018)京73知民初5号', '京73', '知民初', '民事', '一审'],
    ['(2021)粤0304执恢9号', '粤0304', '执恢', '执行', '恢复执行'],
    ['(2021)粤0304诉前调书9号', '粤0304', '诉前调书', '调解', '诉前调解'],
    ['(2019)最高法刑核12345678号', '最高法', '刑核', '刑事', '复核'],
  ])('%s', (text, courtCode, typeCode, matter, level) => {
    expect(parseCaseNumber(text)).toMatchObject({ courtCode, typeCode, matter, level });
  });

  test.each([
    ['(2018)粤03民终18775-18776号之一', 18775, 18776],
    ['(2018)粤03民终18775—18776号', 18775, 18776],
    ['(2018)粤03民终18775至18776号', 18775, 18776],
    ['(2018)粤03民终3827、3828号', 3827, 3828],
    ['(2018)粤03民终3827号、3828号', 3827, 3828],
    ['(2018)粤03民终1234-6号', 1234, 1236],
  ])('range %s', (text, serial, serialEnd) => {
    expect(parseCaseNumber(text)).toMatchObject({ serial, serialEnd });
  });

  test.each([
    '',
    '号',
    '12',
    '合计',
    '(2016)最高法刑123号',
    '渝0107民初15380号',
    '民 事 判 决 书',
    '(2024)兵0201民初0号',
    '(2018)粤03民终9-3号',
    '\ud800(',
    '('.repeat(5000),
  ])('no 案号: %s', (text) => {
    expect(parseCaseNumber(text)).toBeNull();
    expect(() => parseCaseNumberPrefix(text)).not.toThrow();
  });
});

describe('案号 before 2016', () => {
  test.each([
    ['(2015)济民一初字第21号', '民事', '一审'],
    ['（2014）民一终字第174号', '民事', '二审'],
    ['（2009）杭下民初字第1869号', '民事', '一审'],
    ['（2010）深中法民二终字第132号', '民事', '二审'],
    ['（2015）粤高法民申字第2432号', '民事', '再审审查'],
    ['（2015）商梁民初字第04727号', '民事', '一审'],
    ['（2013）虹民一（民）初字第3501号', '民事', '一审'],
    ['（2014）怀中刑一终字第119号', '刑事', '二审'],
    ['（2013）新兵行初字第3号', '行政', '一审'],
    ['（2013）某法民辖终字第3号', '民事', '管辖'],
    ['（2013）某中民再终字第3号', '民事', '再审'],
    ['（2013）民提字第3号', '民事', '再审'],
    ['（2013）某执字第3号', '执行', '首次执行'],
    ['（2013）某执异字第3号', '执行', '执行审查'],
    ['（2013）某刑执字第3号', '刑事', '减刑假释'],
  ])('%s', (text, matter, level) => {
    expect(parseCaseNumber(text)).toMatchObject({ matter, level, isPre2016: true, courtCode: null, typeCode: null });
  });

  test('leading zeros make no other case', () => {
    expect(parseCaseNumber('(2015)鄂青山民一初字第00969号')?.key).toBe('(2015)鄂青山民一初字第969号');
  });

  test('a town that begins with 内 is not the high court of 内蒙古', () => {
    expect(parseCaseNumber('（2014）内民一初字第125号')).toMatchObject({
      courtCode: null,
      matter: '民事',
      level: '一审',
    });
    expect(parseCaseNumber('（2014）内民初字第125号')?.courtCode).toBeNull();
  });
});

test('prefixes', () => {
  expect(parseCaseNumberPrefix('（2024）兵0201民初')).toEqual({
    year: 2024,
    courtCode: '兵0201',
    typeCode: '民初',
    isPre2016: false,
    matter: '民事',
    level: '一审',
  });
  expect(parseCaseNumberPrefix('(2015)济民一初字第')).toMatchObject({
    year: 2015,
    isPre2016: true,
    matter: '民事',
    level: '一审',
  });
  expect(parseCaseNumberPrefix('(2016)最高法刑')).toBeNull();
});

const WENSHU = new URL('../../../shared/data/wenshu/cases_utf8bom.csv', import.meta.url);

test.skipIf(!existsSync(WENSHU))('wenshu: every text with a year in brackets parses', () => {
  const numbers = readFileSync(WENSHU, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[1] ?? '')
    .filter((text) => text !== '');
  const rejected = numbers.filter((text) => parseCaseNumber(text) === null);
  expect(numbers.length).toBe(977);
  // 30 titles of documents in the place of the number, one name of a court, one number without its year.
  expect(rejected.filter((text) => !/^(民|刑|行)\s事?\s?(政)?\s?判\s决\s书$/.test(text)).sort()).toEqual(
    ['河南省许昌市中级人民法院', '渝0107民初15380号'].sort(),
  );
  expect(rejected).toHaveLength(32);
});
