import { expect, test } from 'vitest';
import { toCircumstances } from '../../../src/panels/neighbours/circumstances.ts';
import { toNeighbourRows, unusedOf } from '../../../src/panels/neighbours/neighbour-rows.ts';
import { nearestNeighbours } from '../../../src/statistics/neighbours.ts';
import { measure, resultTable } from '../../support/result-table.ts';

/** 新收 by court and one dimension. */
function table(
  dimension: 'matter' | 'cause' | 'procedure' | 'judge',
  rows: readonly (readonly [string, string, number])[],
) {
  return resultTable(
    [
      measure(
        'incoming',
        null,
        rows.map(([, , value]) => ({ value })),
      ),
    ],
    {
      groups: { court: rows.map(([court]) => court), [dimension]: rows.map(([, name]) => name) },
    },
  );
}

test('caseload, shares, judges and region of two courts', () => {
  const { variables, units } = toCircumstances(
    ['甲', '乙'],
    {
      matter: table('matter', [
        ['甲', '民事', 75],
        ['甲', '执行', 25],
        ['乙', '民事', 10],
      ]),
      cause: table('cause', [
        ['甲', '民间借贷纠纷', 60],
        ['甲', '离婚纠纷', 15],
        ['乙', '离婚纠纷', 10],
      ]),
      procedure: table('procedure', [
        ['甲', '简易程序', 50],
        ['甲', '普通程序', 25],
        ['乙', '简易程序', 10],
      ]),
      judge: table('judge', [
        ['甲', '张三', 40],
        ['甲', '李四', 60],
        ['乙', '王五', 10],
      ]),
    },
    (court) => (court === '甲' ? '兵0201' : '新2824'),
    '甲',
  );
  expect(variables.map(({ label }) => label.zh)).toEqual([
    '收案数(按对数比)',
    '刑事占比',
    '民事占比',
    '行政占比',
    '执行占比',
    '民间借贷纠纷占比',
    '离婚纠纷占比',
    '简易程序占比',
    '普通程序占比',
    '法官人数',
    '同一审级',
    '同一高院辖区',
  ]);
  // 甲: 100 cases, 75 and 25 of them; causes 60 and 15 of 75; procedures 50 and 25 of 75; two judges; its own tier and region.
  expect(units[0]?.values).toEqual([Math.log(100), 0, 0.75, 0, 0.25, 0.8, 0.2, 50 / 75, 25 / 75, 2, 1, 1]);
  // 乙: 10 civil divorces in summary procedure, one judge, of the same tier, another high court (新, not 兵).
  expect(units[1]?.values).toEqual([Math.log(10), 0, 1, 0, 0, 0, 1, 1, 0, 1, 1, 0]);
});

test('a court without cases is left out and named: it would leave no variable that is known of all', () => {
  const rows = [
    ['甲', '民事', 9],
    ['乙', '民事', 4],
    ['丁', '民事', 30],
  ] as const;
  const tables = {
    matter: table('matter', rows),
    cause: table('cause', rows),
    procedure: table('procedure', rows),
    judge: table('judge', rows),
  };
  const described = toCircumstances(['甲', '乙', '丙', '丁'], tables, () => null, '甲');
  expect(described.without).toEqual(['丙']);
  const neighbours = nearestNeighbours('甲', described.units) ?? [];
  // Only the caseload differs: |ln 4 − ln 9| = .811, |ln 30 − ln 9| = 1.204; .811 / 1.204 = .67.
  expect(toNeighbourRows(neighbours, described, '甲', 'zh')).toEqual([
    { unit: '乙', distance: '0.67', parts: ['收案数(按对数比) 4 件 · 9 件(100%)'] },
    { unit: '丁', distance: '1.00', parts: ['收案数(按对数比) 30 件 · 9 件(100%)'] },
  ]);
  expect(unusedOf(neighbours, described).map(({ zh }) => zh)).toContain('同一高院辖区');
});
