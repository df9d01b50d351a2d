import { expect, test } from 'vitest';
import { highCourtOf, KNOWN_COURTS, parseCourtCode } from '../../src/court/court-code.ts';

test.each([
  ['最高法', '最高法', '最高', null],
  ['最高法知', '最高法知', '最高', '最高法'],
  ['京01', '京', '中级', '京'],
  ['京73', '京', '专门', '京'],
  ['沪74', '沪', '专门', '沪'],
  ['京0491', '京', '基层', '京04'],
  ['沪0115', '沪', '基层', '沪01'],
  ['新2824', '新', '基层', '新28'],
  ['兵', '兵', '高级', '最高法'],
  ['兵08', '兵', '中级', '兵'],
  ['兵0201', '兵', '基层', '兵02'],
  ['兵9001', '兵', '基层', '兵90'],
  ['军', '军', '高级', '最高法'],
])('%s', (code, prefix, tier, parentCode) => {
  expect(parseCourtCode(code)).toMatchObject({ code, prefix, tier, parentCode });
});

test('兵 never rolls up into 新', () => {
  expect(highCourtOf('兵0201')).toBe('兵');
  expect(highCourtOf('新2824')).toBe('新');
  expect(highCourtOf('最高法')).toBeNull();
});

test.each(['', 'X01', '京1', '京012', '京01234', '__proto__', '民'])('no code: %s', (code) => {
  expect(parseCourtCode(code)).toBeNull();
  expect(highCourtOf(code)).toBeNull();
});

test('known courts are codes, each once', () => {
  for (const { code } of KNOWN_COURTS) expect(parseCourtCode(code)).not.toBeNull();
  expect(new Set(KNOWN_COURTS.map((court) => court.code)).size).toBe(KNOWN_COURTS.length);
});
