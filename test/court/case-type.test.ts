import { expect, test } from 'vitest';
import {
  CASE_TYPES,
  CODES_LONGEST_FIRST,
  findCaseType,
  LEVELS,
  MATTERS,
  parseLevel,
  parseMatter,
} from '../../src/court/case-type.ts';
import { TIME_LIMITS } from '../../src/court/time-limit.ts';

test('codes are unique and there are at least the 115 of 2015', () => {
  expect(new Set(CASE_TYPES.map((type) => type.code)).size).toBe(CASE_TYPES.length);
  expect(CASE_TYPES.length).toBeGreaterThanOrEqual(115);
  for (const { matter, level } of CASE_TYPES) {
    expect(MATTERS).toContain(matter);
    expect(LEVELS).toContain(level);
  }
});

test('a longer code is not taken for the shorter one that it begins with', () => {
  const first = new RegExp(`^(${CODES_LONGEST_FIRST.join('|')})`);
  for (const code of ['委赔监', '民辖终', '执恢', '执保', '刑没终', '行赔初', '诉前调确', '行审复', '司惩复']) {
    expect(first.exec(`${code}12号`)?.[1]).toBe(code);
  }
  expect(findCaseType('委赔监')).toMatchObject({ level: '再审审查' });
  expect(findCaseType('委赔')).toMatchObject({ level: '其他' });
  expect(findCaseType('刑')).toBeNull();
  expect(findCaseType('__proto__')).toBeNull();
});

test.each([
  ['民初', '民事', '一审', true, true],
  ['民辖终', '民事', '管辖', true, true],
  ['民催', '民事', '特别程序', true, false],
  ['破', '破产', '破产清算', false, false],
  ['执', '执行', '首次执行', false, true],
  ['执保', '执行', '保全', false, false],
  ['诉前调', '调解', '诉前调解', false, false],
  ['行赔终', '行政', '二审', true, true],
] as const)('%s', (code, matter, level, isLitigation, isTimeLimited) => {
  expect(findCaseType(code)).toMatchObject({ matter, level, isLitigation, isTimeLimited });
});

test('a code is time-limited exactly where the table of limits has it', () => {
  const limited = new Set(TIME_LIMITS.flatMap((limit) => limit.typeCodes));
  expect(
    CASE_TYPES.filter((type) => type.isTimeLimited)
      .map((type) => type.code)
      .sort(),
  ).toEqual([...limited].sort());
});

test.each([
  ['民事案件', '民事', null],
  ['民事一审案件', '民事', '一审'],
  ['民事', '民事', null],
  ['刑事二审', '刑事', '二审'],
  ['行政赔偿一审', '行政', '一审'],
  ['国家赔偿案件', '赔偿', null],
  ['执行审查', '执行', '执行审查'],
  ['首次执行案件', '执行', '首次执行'],
  ['民事审判监督', '民事', '再审'],
  ['民事申请再审审查案件', '民事', '再审审查'],
  ['管辖案件', null, '管辖'],
  ['民事管辖', '民事', '管辖'],
  ['一审', null, '一审'],
  ['第一审', null, '一审'],
  [' 二 审 ', null, '二审'],
  ['强制医疗', null, '特别程序'],
  ['刑事复核', '刑事', '复核'],
  ['简易程序', null, null],
  ['', null, null],
])('%s', (text, matter, level) => {
  expect(parseMatter(text)).toBe(matter);
  expect(parseLevel(text)).toBe(level);
});
