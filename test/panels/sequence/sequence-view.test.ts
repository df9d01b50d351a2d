import { expect, test } from 'vitest';
import { codeLists, toFollowedTable } from '../../../src/panels/sequence/sequence-view.ts';

test('what cannot be linked says so and is not 0', () => {
  const table = toFollowedTable(
    {
      closed: 200,
      appealed: { count: 30, missing: null },
      retrial: { count: null, missing: 'none-loaded' },
      enforced: { count: null, missing: 'not-linked' },
    },
    'zh',
  );
  expect(table?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['一审结案', '200 件', ''],
    ['上诉', '30 件', '15.0%'],
    ['再审审查、再审', '数据里没有这类案件', '—'],
    ['首次执行', '无法关联:数据里这类案件没有“原审案号”', '—'],
  ]);
  expect(table?.rows[1]?.cells[1]?.opens).toMatchObject({ metric: 'appeal_rate', variant: 'd', part: 'numerator' });
});

test('nothing closed: no table', () => {
  const none = { count: null, missing: 'none-loaded' } as const;
  expect(toFollowedTable({ closed: 0, appealed: none, retrial: none, enforced: none }, 'zh')).toBeNull();
});

test('the two lists of entries differ by enforcement alone', () => {
  const [, a, b] = codeLists('zh').map(({ text }) => text.split('、'));
  expect(a?.filter((code) => b?.includes(code) !== true)).toEqual(['执']);
});
