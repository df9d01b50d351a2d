import { describe, expect, test } from 'vitest';
import { matchLabel } from '../../src/ingest/aliases.ts';
import { maskFilter, maskGroups, maskRaw, Roster, toPseudonym, unmaskFilter } from '../../src/state/masking.ts';

const roster = new Roster(['李四', '张三']);

describe('pseudonyms', () => {
  test('the same name has the same pseudonym, also by its token; a name not in the data is hidden', () => {
    expect(toPseudonym('张三', roster)).toEqual({ zh: '法官A02', en: 'Judge A02' });
    expect(toPseudonym('~A02', roster)).toEqual({ zh: '法官A02', en: 'Judge A02' });
    expect(toPseudonym('王五', roster)).toEqual({ zh: '(已隐去)', en: '(hidden)' });
  });

  test('an address carries tokens, and they lead back to the names; other dimensions stay', () => {
    const filter = { judge: ['张三', null], department: ['民一庭'] };
    const masked = maskFilter(filter, roster);
    expect(masked).toEqual({ judge: ['~A02', null], department: ['民一庭'] });
    expect(unmaskFilter(masked, roster)).toEqual(filter);
    // Before the data are there, nothing can be told.
    expect(unmaskFilter(masked, new Roster([]))).toEqual(masked);
  });

  test('groups of judges are replaced, groups of courts are not', () => {
    const mask = (_: string, value: string | null) => (value === null ? null : toPseudonym(value, roster).zh);
    expect(maskGroups({ judge: ['张三', null, '李四'], court: ['张三人民法院'] }, mask)).toEqual({
      judge: ['法官A02', null, '法官A01'],
      court: ['张三人民法院'],
    });
  });

  test('raw text: a name as its pseudonym, several names not at all, unused columns and whole rows not at all', () => {
    const shown = (raw: string, column: string | null) => maskRaw(raw, column, roster, 'zh');
    expect(shown(' 张三 ', 'judge')).toBe('法官A02');
    expect(shown('张三、王五', 'judge')).toBe('(已隐去)');
    expect(shown('制表人:张三', null)).toBe('(已隐去)');
    expect(shown('2025/02/30', 'filed_on')).toBe('2025/02/30');
  });
});

test('no column of parties is ever taken for a column of the case table', () => {
  const parties = [
    '当事人',
    '原告',
    '被告',
    '上诉人',
    '被上诉人',
    '申请人',
    '被申请人',
    '申请执行人',
    '被执行人',
    '第三人',
    '被告人',
    '代理人',
    'plaintiff',
    'defendant',
    'parties',
  ];
  expect(parties.map((label) => matchLabel(label))).toEqual(parties.map(() => null));
});
