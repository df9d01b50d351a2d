import { describe, expect, test } from 'vitest';
import { findTimeLimit, TIME_LIMITS } from '../../src/court/time-limit.ts';

const ask = (
  typeCode: string | null,
  procedure: string | null,
  filedOn = '2024-03-05',
  matter: string | null = null,
  level: string | null = null,
) => findTimeLimit({ typeCode, matter, level, procedure, filedOn });

describe('the table of domain.md 3', () => {
  test.each([
    ['民初', '普通程序', 6, null, '152'],
    ['民初', '简易程序', 3, null, '164'],
    ['民初', '小额诉讼程序', 2, null, '168'],
    ['民特', '特别程序', null, 30, '187'],
    ['诉前调确', null, null, 30, '187'],
    ['民终', null, 3, null, '183'],
    ['民终', '普通程序', 3, null, '183'],
    ['民辖终', null, null, 30, '183'],
    ['民申', null, 3, null, '215'],
    ['民再', '普通程序', 6, null, '128'],
    ['民再', '二审程序', 3, null, '128'],
    ['民督', null, null, 15, '227'],
    ['刑初', '普通程序', 3, null, '208'],
    ['刑初', '简易程序', null, 20, '220'],
    ['刑初', '速裁程序', null, 10, '225'],
    ['刑终', null, 2, null, '243'],
    ['刑再', null, 6, null, '258'],
    ['刑申', null, 6, null, '457'],
    ['刑医', null, 1, null, '305'],
    ['刑更', null, 1, null, '534'],
    ['行初', '普通程序', 6, null, '81'],
    ['行初', '简易程序', null, 45, '83'],
    ['行终', null, 3, null, '88'],
    ['行申', null, 6, null, '112'],
    ['行审', null, null, 7, '160'],
    ['行审复', null, null, 30, '58'],
    ['委赔', null, 3, null, '28'],
    ['法赔', null, 2, null, '23'],
    ['执', null, 6, null, '63'],
    ['执恢', null, 6, null, '63'],
    ['执异', null, null, 15, '236'],
    ['执复', null, null, 30, '8'],
  ])('%s %s', (typeCode, procedure, months, days, article) => {
    const limit = ask(typeCode, procedure);
    expect(limit).toMatchObject({ months, days });
    expect(limit?.article.zh).toContain(article);
  });

  test.each(['民初', '刑初', '行初', '民再'])('%s without a procedure has no known limit', (code) => {
    expect(ask(code, null)).toBeNull();
  });

  test.each(['破', '破申', '强清', '民催', '诉前调', '执保', '委赔监', '不存在'])('%s has none', (code) => {
    expect(ask(code, null)).toBeNull();
    expect(ask(code, '普通程序')).toBeNull();
  });

  test('小额诉讼 had the 3 months of 简易程序 before 2022', () => {
    expect(ask('民初', '小额诉讼程序', '2021-12-31')?.months).toBe(3);
    expect(ask('民初', '小额诉讼程序', '2022-01-01')?.months).toBe(2);
  });

  test('without a code, matter and level decide where that is unambiguous', () => {
    expect(ask(null, '简易程序', '2024-03-05', '民事', '一审')?.months).toBe(3);
    expect(ask(null, null, '2014-03-05', '民事', '二审')?.months).toBe(3);
    // 民特 30 日, 民督 15 日
    expect(ask(null, null, '2014-03-05', '民事', '特别程序')).toBeNull();
    expect(ask(null, null, '2014-03-05', null, null)).toBeNull();
  });

  test('each row has months or days, and a code', () => {
    for (const limit of TIME_LIMITS) expect((limit.months === null) !== (limit.days === null)).toBe(true);
  });
});
