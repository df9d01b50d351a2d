import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { createCases } from '../support/cases.ts';
import { run, toRef, valueOf } from '../support/measure.ts';

/** domain.md §6.3: three published bulletins, recomputed from case rows that have exactly their counts. */
type Row = Readonly<Record<string, string | number | boolean | null>>;

const CIVIL = {
  court: '本院',
  matter: '民事',
  level: '一审',
  type_code: '民初',
  closing: '判决',
  closing_bucket: '判决',
};
const rows = (n: number, row: Row): readonly Row[] => Array.from({ length: n }, () => ({ ...CIVIL, ...row }));

/** Percent with two decimals, half up, as the bulletins print; 1e-9 against binary fractions just below a half. */
const percent = (value: number | null) => Math.floor((value ?? Number.NaN) * 10_000 + 0.5 + 1e-9) / 100;

let db: NodeConnector;
beforeAll(async () => {
  db = await NodeConnector.open();
});
afterAll(() => db.close());

describe('汪清林区 2019 上半年 [P19]', () => {
  const period = { start: '2019-01-01', end: '2019-07-01' };
  const old = { filed_on: '2018-11-20' };
  const fresh = { filed_on: '2019-02-11' };
  // First instance: 旧存 10, 新收 99, 已结 93 (the 10 old and 83 new), 4 of them appealed; 47 enforcement closings and
  // 53 filings make the whole court: 收 99 + 53 = 152, 结 93 + 47 = 140.
  const cases = [
    ...rows(10, { ...old, resolved_on: '2019-03-15' }),
    ...rows(79, { ...fresh, resolved_on: '2019-04-15' }),
    ...rows(4, { ...fresh, resolved_on: '2019-04-15', appealed_on: '2019-04-28' }),
    ...rows(16, { ...fresh }),
    ...rows(47, {
      ...fresh,
      resolved_on: '2019-05-05',
      matter: '执行',
      level: '首次执行',
      closing: '执行完毕',
      closing_bucket: '完毕',
    }),
    ...rows(6, { ...fresh, matter: '执行', level: '首次执行' }),
  ];
  const appeal = {
    court: '本院',
    is_attributed: true,
    level: '二审',
    matter: '民事',
    resolved_on: '2019-06-20',
    filed_on: '2019-05-10',
  };
  const appeals = [
    { ...appeal, closing_bucket: '改判' },
    { ...appeal, closing_bucket: '发回' },
    { ...appeal, closing_bucket: '维持' },
    { ...appeal, closing_bucket: '维持' },
  ];
  beforeAll(() => createCases(db, cases, appeals));

  test('结案率 93 / (10 + 99) = 85.32', async () => {
    const table = await run(db, [toRef('closing_rate')], { period, filter: { level: ['一审'] } });
    expect(percent(valueOf(table, 'closing_rate'))).toBe(85.32);
  });

  test('服判息诉率 1 - 4 / 93 = 95.70, 发改率 D1 2 / 93 = 2.15', async () => {
    const table = await run(db, [toRef('acceptance_rate'), toRef('reversal_rate.d1')], { period });
    expect(percent(valueOf(table, 'acceptance_rate'))).toBe(95.7);
    expect(percent(valueOf(table, 'reversal_rate.d1'))).toBe(2.15);
  });

  test('结收比 140 / 152 = 92.11; the bulletin misprints 92.12', async () => {
    const table = await run(db, [toRef('incoming'), toRef('resolved'), toRef('clearance_rate')], { period });
    expect([valueOf(table, 'incoming'), valueOf(table, 'resolved')]).toEqual([152, 140]);
    expect(percent(valueOf(table, 'clearance_rate'))).toBe(92.11);
  });
});

describe('郑州 2021 上半年 [P20]', () => {
  const period = { start: '2021-01-01', end: '2021-07-01' };
  // 旧存 12 087, 新收 146 484, 已结 126 927. The engine makes the rows: 158 571 of them.
  beforeAll(async () => {
    await createCases(db, [], []);
    await db.query(`INSERT INTO cases BY NAME
      SELECT CAST(i AS INTEGER) AS case_id,
        CASE WHEN i < 12087 THEN DATE '2020-12-01' ELSE DATE '2021-01-01' + CAST(i % 181 AS INTEGER) END AS filed_on,
        CASE WHEN i < 126927 THEN DATE '2021-06-30' END AS resolved_on
      FROM range(12087 + 146484) AS t(i)`);
  });

  test('受理 158571, 未结 31644, 结案率 80.04, 结收比 86.65', async () => {
    const keys = ['pending_start', 'incoming', 'resolved', 'pending', 'closing_rate', 'clearance_rate'];
    const table = await run(db, keys.map(toRef), { period });
    expect(keys.slice(0, 4).map((key) => valueOf(table, key))).toEqual([12_087, 146_484, 126_927, 31_644]);
    expect(12_087 + 146_484).toBe(158_571);
    expect(percent(valueOf(table, 'closing_rate'))).toBe(80.04);
    expect(percent(valueOf(table, 'clearance_rate'))).toBe(86.65);
  });
});

describe('济源 买卖合同 2022 年 1–8 月 [P23]', () => {
  const period = { start: '2022-01-01', end: '2022-09-01' };
  const old = { filed_on: '2021-12-05', cause: '买卖合同纠纷' };
  const fresh = { filed_on: '2022-03-05', cause: '买卖合同纠纷' };
  const resolved = { ...fresh, resolved_on: '2022-06-05' };
  const mediated = { closing: '调解', closing_bucket: '调解' };
  const second = { level: '二审', type_code: '民终', closing: '维持', closing_bucket: '维持' };
  // First instance: 旧存 53, 新收 560, 已结 548 = 220 小额 + 305 简易 + 23 普通; 197 of them mediated.
  const cases = [
    ...rows(53, { ...old, resolved_on: '2022-02-05', procedure: '简易程序', ...mediated }),
    ...rows(144, { ...resolved, procedure: '简易程序', ...mediated }),
    ...rows(305 - 53 - 144, { ...resolved, procedure: '简易程序' }),
    ...rows(220, { ...resolved, procedure: '小额诉讼程序' }),
    ...rows(23, { ...resolved, procedure: '普通程序' }),
    ...rows(560 - (548 - 53), { ...fresh, procedure: '普通程序' }),
    // Second instance: 旧存 2, 新收 51, 已结 49, 8 of them mediated.
    ...rows(2, { ...old, ...second, resolved_on: '2022-02-05' }),
    ...rows(39, { ...resolved, ...second }),
    ...rows(8, { ...resolved, ...second, ...mediated }),
    ...rows(4, { ...fresh, ...second }),
  ];
  beforeAll(() => createCases(db, cases, []));

  test('一审: 旧存 53, 新收 560, 结案率 548 / 613 = 89.40; the bulletin prints 89.39, truncated', async () => {
    const keys = ['pending_start', 'incoming', 'resolved'];
    const table = await run(db, [...keys, 'closing_rate'].map(toRef), { period, filter: { level: ['一审'] } });
    expect(keys.map((key) => valueOf(table, key))).toEqual([53, 560, 548]);
    expect(percent(valueOf(table, 'closing_rate'))).toBe(89.4);
    expect(Math.trunc((548 / 613) * 10_000) / 100).toBe(89.39);
  });

  test('简易 525 / 548 = 95.80, 小额 220 / 548 = 40.15, 调解 197 / 548 = 35.95', async () => {
    const table = await run(db, ['summary_rate', 'small_claims_rate', 'mediation_rate.a'].map(toRef), { period });
    expect(percent(valueOf(table, 'summary_rate'))).toBe(95.8);
    expect(percent(valueOf(table, 'small_claims_rate'))).toBe(40.15);
    expect(percent(valueOf(table, 'mediation_rate.a'))).toBe(35.95);
  });

  test('二审: 结案率 49 / 53 = 92.45, 调解 8 / 49 = 16.33', async () => {
    const filter = { level: ['二审'] };
    const table = await run(db, ['closing_rate', 'resolved'].map(toRef), { period, filter });
    expect(percent(valueOf(table, 'closing_rate'))).toBe(92.45);
    const byLevel = await run(db, [toRef('mediation_rate.b')], { period, groupBy: ['level'] });
    const row = byLevel.groups.level?.indexOf('二审') ?? -1;
    expect(percent(valueOf(byLevel, 'mediation_rate.b', row))).toBe(16.33);
  });

  test('合并调解率 (197 + 8) / (548 + 49) = 34.34', async () => {
    const table = await run(db, [toRef('mediation_rate.b')], { period });
    expect(percent(valueOf(table, 'mediation_rate.b'))).toBe(34.34);
  });
});
