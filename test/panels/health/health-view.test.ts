import { describe, expect, test } from 'vitest';
import { toFaultViews, toFixList } from '../../../src/panels/health/health-view.ts';
import { toSliceViews } from '../../../src/panels/health/slice-view.ts';
import { HEALTH_CHECKS } from '../../../src/query/health-checks.ts';
import type { FaultImpact } from '../../../src/query/health-impact.ts';
import type { Measure, ResultTable } from '../../../src/query/metric-query.ts';
import { FAULTS } from '../../../src/text/health.ts';

const measure = (id: string, numerator: number, denominator: number): Measure => ({
  id,
  variant: null,
  value: [numerator / denominator],
  numerator: [numerator],
  denominator: [denominator],
  n: [denominator],
  deviation: [null],
  missing: [null],
});
const TABLE: ResultTable = {
  rowCount: 1,
  periodStart: null,
  groups: {},
  measures: { settlement_rate: measure('settlement_rate', 40, 100), mean_days: measure('mean_days', 6000, 100) },
};
const impact = (id: string, n: number): FaultImpact => ({
  id,
  matter: '民事',
  level: '一审',
  n,
  parts: [
    { denominator: n, numerator: 0 },
    { denominator: n, numerator: 60 * n },
    { denominator: 0, numerator: 0 },
  ],
  longestDays: 400,
});
const views = (counts: readonly { id: string; n: number }[], impacts: readonly FaultImpact[]) =>
  toFaultViews(HEALTH_CHECKS, counts, impacts, TABLE, 'zh');

describe('faults', () => {
  test('every check has its words', () => {
    expect(HEALTH_CHECKS.filter(({ id }) => FAULTS[id] === undefined)).toEqual([]);
  });

  test('stand with the gravest first, not the most frequent', () => {
    const counts = [
      { id: 'duplicate_identical', n: 50 },
      { id: 'closing_unknown', n: 5 },
    ];
    const [first, second] = views(counts, [impact('closing_unknown', 5)]);
    expect([first?.check.id, second?.check.id]).toEqual(['closing_unknown', 'duplicate_identical']);
    // 40 settled of 95 others, put back 5: 40 / 100 to 45 / 100
    expect(first?.bounds).toEqual(['调撤率现为 40.00%,实际在 40.00% 与 45.00% 之间']);
    expect(second?.touched).toEqual([]);
  });

  test('more gaps than cases: no range, and first of all', () => {
    const counts = [
      { id: 'closing_unknown', n: 5 },
      { id: 'serial_gap', n: 101 },
    ];
    const [first] = views(counts, [impact('closing_unknown', 5)]);
    expect(first?.check.id).toBe('serial_gap');
    expect(first?.bounds).toEqual(['缺的案件比入库的还多,清单不能代表全部案件,所有指标只反映清单本身']);
  });
});

test('the fix list says where, what and what to do', () => {
  const row = { id: 'filed_missing', file: 'a.csv', sheet: null, row: 7, column: 'filed_on', raw: null, weight: 1 };
  expect(toFixList([row], 'zh')).toEqual([
    ['问题', '文件', '工作表', '行', '栏目', '原值', '件数', '应改正', '如何处理'],
    ['没有立案日期', 'a.csv', null, 7, '立案日期', null, 1, '补填立案日期', '已入库,不计入新收和审理天数'],
  ]);
});

test('a slice is named with its courts', () => {
  const slice = {
    kind: 'closed-only',
    kinds: [],
    rows: 942,
    from: '2010-01-01',
    to: '2019-12-30',
    asOf: '2019-12-30',
  } as const;
  const more = { settledUntil: null, isCertain: true };
  const titleOf = (courts: readonly (string | null)[]) => toSliceViews([{ ...slice, ...more, courts }], 'zh')[0]?.title;
  expect(titleOf(['甲法院', null])).toBe('甲法院、法院不明的案件:只有已结案件(942 件)');
  expect(titleOf(['甲', '乙', '丙', '丁'])).toBe('4 个法院:只有已结案件(942 件)');
  // each of several courts is told by itself, more than three of one kind together, with their names at hand
  const views = (n: number) =>
    toSliceViews(
      Array.from({ length: n }, (_, i) => ({ ...slice, ...more, courts: [`法院${i}`] })),
      'zh',
    );
  expect(views(3).map(({ title }) => title)).toHaveLength(3);
  expect(views(5)).toMatchObject([
    { title: '5 个法院:只有已结案件(4,710 件)', courts: ['法院0', '法院1', '法院2', '法院3', '法院4'] },
  ]);
});
