import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { compileCaseCount } from '../../src/query/case-list.ts';
import { compileBatchFigures, withoutBatches } from '../../src/query/batch-figures.ts';
import { compileBatchList, toBatchList } from '../../src/query/batch-list.ts';
import type { CaseFilter, MetricQuery } from '../../src/query/metric-query.ts';
import { createCases } from '../support/cases.ts';
import { run, valueOf } from '../support/measure.ts';

const PERIOD = { start: '2025-01-01', end: '2025-07-01' };
const BASE = {
  court: '甲县法院',
  court_code: '兵0101',
  type_code: '民初',
  matter: '民事',
  level: '一审',
  case_year: 2025,
};
const withdrawn = { closing: '准予撤诉', closing_bucket: '撤诉' };
const judged = { closing: '判决', closing_bucket: '判决' };

type Row = Readonly<Record<string, string | number | null>>;
let id = 0;
function one(serial: number | null, resolved_on: string, more: Row): Row {
  id += 1;
  const case_no = serial === null ? null : `(2025)兵0101民初${serial}号`;
  return { case_id: id, case_key: `k${id}`, case_no, serial, filed_on: '2025-01-02', resolved_on, ...BASE, ...more };
}
const range = (count: number) => Array.from({ length: count }, (_, i) => i);

const ROWS: readonly Row[] = [
  // One day, one cause, one way: 6 withdrawals on 10 March, 3 of them before judge 张三, numbers far apart.
  ...range(6).map((i) =>
    one(100 + 7 * i, '2025-03-10', { cause: '物业服务合同纠纷', judge: i < 3 ? '张三' : '李四', ...withdrawn }),
  ),
  // Numbers 301 to 305, one every 7 days: a row of 5.
  ...range(5).map((i) =>
    one(301 + i, ['2025-04-01', '2025-04-08', '2025-04-15', '2025-04-22', '2025-04-29'][i] ?? '', {
      cause: '信用卡纠纷',
      judge: '王五',
      ...withdrawn,
    }),
  ),
  // Numbers 401 to 405, but 8 days between the third and the fourth: 3 and 2, no row of 5.
  ...range(5).map((i) => one(401 + i, i < 3 ? '2025-05-01' : '2025-05-09', { cause: '买卖合同纠纷', ...judged })),
  // Five on one day whose cause is not known: no batch can be told.
  ...range(5).map((i) => one(500 + 9 * i, '2025-06-02', { cause: null, ...withdrawn })),
  // Five alike on one day, after the period.
  ...range(5).map((i) => one(600 + 9 * i, '2025-07-01', { cause: '信用卡纠纷', ...withdrawn })),
  // Five alike on one day, at second instance.
  ...range(5).map((i) => one(700 + i, '2025-02-03', { cause: '信用卡纠纷', level: '二审', ...withdrawn })),
  one(900, '2025-02-03', { cause: '信用卡纠纷', judge: '王五', ...judged }),
];

let db: NodeConnector;
beforeAll(async () => {
  db = await NodeConnector.open();
  await createCases(db, ROWS, []);
});
afterAll(() => db.close());

const find = async (least: number, filter: CaseFilter = {}) => {
  const { sql, params } = compileBatchList({ period: PERIOD, filter, least });
  return toBatchList(await db.query(sql, params));
};

describe('batches', () => {
  test('of one day and of consecutive numbers, largest first', async () => {
    expect(await find(5)).toEqual([
      {
        kind: 'day',
        court: '甲县法院',
        cause: '物业服务合同纠纷',
        closing: '准予撤诉',
        count: 6,
        from: '2025-03-10',
        to: '2025-03-10',
        firstNo: '(2025)兵0101民初100号',
        lastNo: '(2025)兵0101民初135号',
        // 100 to 135, both counted
        span: 36,
      },
      {
        kind: 'run',
        court: '甲县法院',
        cause: '信用卡纠纷',
        closing: '准予撤诉',
        count: 5,
        from: '2025-04-01',
        to: '2025-04-29',
        firstNo: '(2025)兵0101民初301号',
        lastNo: '(2025)兵0101民初305号',
        span: 5,
      },
    ]);
  });

  test('a larger least size leaves fewer', async () => {
    expect((await find(6)).map(({ count }) => count)).toEqual([6]);
    expect(await find(7)).toEqual([]);
    await expect(find(1)).rejects.toThrow(RangeError);
  });

  test('a filter of judges chooses among the cases of a batch, it does not break it', async () => {
    expect((await find(5, { judge: ['张三'] })).map(({ cause, count }) => [cause, count])).toEqual([
      ['物业服务合同纠纷', 3],
    ]);
    expect((await find(5, { cause: ['信用卡纠纷'] })).map(({ count }) => count)).toEqual([5]);
    // 民事一审 is fixed by the definition: a filter on it does not apply, here as in the figures.
    expect(await find(5, { matter: ['刑事'] })).toHaveLength(2);
  });
});

describe('figures without batches', () => {
  const ask = async (query: Partial<MetricQuery>) => {
    const full: MetricQuery = {
      metrics: [
        { id: 'settlement_rate', variant: 'a' },
        { id: 'withdrawal_rate', variant: 'granted' },
      ],
      groupBy: [],
      period: PERIOD,
      filter: {},
      ...query,
    };
    const table = await run(db, full.metrics, full);
    const { sql, params } = compileBatchFigures(full, 5);
    return { table, less: withoutBatches(table, full, await db.query(sql, params)) };
  };

  test('numerator and denominator lose the cases of batches', async () => {
    const { table, less } = await ask({});
    // 6 + 5 + 5 (cause not known) withdrawn of these, 5 and 1 judged
    expect(valueOf(table, 'settlement_rate.a')).toBeCloseTo(16 / 22, 12);
    // less the 6 and the 5
    expect(less.measures['settlement_rate.a']?.numerator).toEqual([5]);
    expect(less.measures['settlement_rate.a']?.denominator).toEqual([11]);
    expect(valueOf(less, 'settlement_rate.a')).toBeCloseTo(5 / 11, 12);
    expect(valueOf(less, 'withdrawal_rate.granted')).toBeCloseTo(5 / 11, 12);
  });

  test.each([
    ['numerator', {}, 5],
    ['denominator', {}, 11],
    ['numerator', { cause: ['物业服务合同纠纷'] }, 0],
    ['denominator', { cause: ['信用卡纠纷'] }, 1],
  ] as const)(
    'the list of the %s of %o holds %i cases, those that the figure without batches counts',
    async (part, group, count) => {
      const { sql, params } = compileCaseCount({
        metric: { id: 'settlement_rate', variant: 'a' },
        part,
        period: PERIOD,
        filter: {},
        group,
        range: { kind: 'unbatched', from: 5, to: null },
      });
      expect((await db.query(sql, params)).columns['count']).toEqual([count]);
    },
  );

  test('by groups; a group that was all batch has no cases left', async () => {
    const { less } = await ask({ groupBy: ['cause'] });
    const names = less.groups.cause ?? [];
    const measure = less.measures['settlement_rate.a'];
    const of = (cause: string | null) => {
      const row = names.indexOf(cause);
      return [measure?.numerator[row], measure?.denominator[row], measure?.missing[row]];
    };
    expect(of('物业服务合同纠纷')).toEqual([0, 0, 'no-cases']);
    expect(of('信用卡纠纷')).toEqual([0, 1, null]);
    expect(of(null)).toEqual([5, 5, null]);
  });

  test('only shares of civil first-instance closings can be asked', () => {
    const query = { metrics: [{ id: 'mean_days' }], groupBy: [], period: PERIOD, filter: {} };
    expect(() => compileBatchFigures(query, 5)).toThrow(RangeError);
  });
});
