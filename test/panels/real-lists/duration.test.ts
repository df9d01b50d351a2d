import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toAgeView } from '../../../src/panels/duration/age-view.ts';
import { toDistributionView } from '../../../src/panels/duration/distribution-view.ts';
import { toLimitShares } from '../../../src/panels/duration/limit-view.ts';
import { toOpenShareView } from '../../../src/panels/duration/open-share-view.ts';
import { toOpenShare } from '../../../src/panels/duration/open-share.ts';
import { figureAt } from '../../../src/panels/figure/figure.ts';
import { compileDurationAge, toDurationAge } from '../../../src/query/duration-age.ts';
import { compileDurationHistogram, toDurationDistributions } from '../../../src/query/duration-histogram.ts';
import { compileDurationRisk, toDurationRisk } from '../../../src/query/duration-risk.ts';
import {
  cellOf,
  CONTEXT,
  hasRealLists,
  JEC,
  LITIGATION,
  loadRealList,
  readR,
  withProcedures,
  year,
  type RealList,
} from '../../support/real-lists.ts';

const READ = ['90', '180', '365'];

/** The curve of the page, its numbers at 90, 180 and 365 days, its median and its mean within a year, beside R. */
async function expectCurve(list: RealList, of: number, label: string, name: string): Promise<void> {
  const scope = { period: year(of), filter: {} };
  const { sql, params } = compileDurationRisk(scope);
  const value = toDurationRisk(await list.db.query(sql, params));
  const { table } = toOpenShareView({ scope, value }, null, CONTEXT).figure;
  if (table === undefined) throw new Error('no table');
  const r = readR();
  const [seen, pending] = r(`${name} seen`);
  expect([cellOf(table, label, 'n').value, cellOf(table, label, 'pending').value]).toEqual([seen, pending]);
  expect(cellOf(table, label, 'median').value).toBe(r(`${name} median`)[0]);
  READ.forEach((days, i) => expect(cellOf(table, label, days).value).toBeCloseTo(r(`${name} open`)[i] ?? NaN, 9));
  expect(cellOf(table, label, 'rmst').value).toBeCloseTo(r(`${name} rmst`)[0] ?? NaN, 6);
  const share = value
    .map(toOpenShare)
    .find(({ risk }) => (risk.isTotal ? label === '全部案件' : risk.procedure === label));
  expect(share?.median?.lower).toBe(r(`${name} median`)[1]);
  expect(share?.median?.upper).toBe(r(`${name} median`)[2]);
  expect(share?.mean?.standardError).toBeCloseTo(r(`${name} rmst`)[1] ?? NaN, 6);
  share?.at.forEach(({ lower, upper }, i) => {
    // A share of 1 has no limits with us and the limits 1 to 1 in R.
    if (lower === null) return;
    expect(lower).toBeCloseTo(r(`${name} lower`)[i] ?? NaN, 9);
    expect(upper).toBeCloseTo(r(`${name} upper`)[i] ?? NaN, 9);
  });
}

describe.skipIf(!hasRealLists)('审理周期, tjsp_jec', () => {
  let list: RealList;
  beforeAll(async () => {
    list = await loadRealList(JEC, 'tjsp-cases');
  }, 120_000);
  afterAll(() => list.close());

  test('Kaplan–Meier of 2019, with cases open before and after', () => expectCurve(list, 2019, '全部案件', 'jec 2019'));

  test('mean, median and ninth decile of every year', async () => {
    const refs = ['mean_days', 'median_days', 'p90_days'].map((id) => ({ id }));
    const { table } = await list.ask(refs, { period: { start: '2010-01-01', end: '2022-01-01' }, grain: 'year' });
    const plain =
      await list.rows(`SELECT count(*)::DOUBLE AS n, avg(d)::DOUBLE AS mean, median(d) AS middle, quantile_cont(d, 0.9) AS p90
      FROM (SELECT disposition_date::DATE - filing_date::DATE AS d, year(disposition_date::DATE) AS y FROM list)
      WHERE y BETWEEN 2010 AND 2021 AND d >= 0 GROUP BY y ORDER BY y`);
    expect(plain).toHaveLength(12);
    plain.forEach(({ n, mean, middle, p90 }, row) => {
      expect(figureAt(table, { id: 'mean_days' }, row)?.n).toBe(n);
      expect(figureAt(table, { id: 'mean_days' }, row)?.value).toBeCloseTo(Number(mean), 9);
      expect(figureAt(table, { id: 'median_days' }, row)?.value).toBe(middle);
      expect(figureAt(table, { id: 'p90_days' }, row)?.value).toBeCloseTo(Number(p90), 9);
    });
  });

  test('old cases among the closings of 2019 and among those open at its end', async () => {
    const { sql, params } = compileDurationAge({ period: year(2019), filter: {} });
    const age = toDurationAge(await list.db.query(sql, params));
    const [plain] =
      await list.rows(`WITH dated AS (SELECT filing_date::DATE AS f, disposition_date::DATE AS d FROM list)
      SELECT count(*) FILTER (year(d) = 2019 AND d >= f)::DOUBLE AS closed,
        sum(d - f) FILTER (year(d) = 2019 AND d >= f)::DOUBLE AS days,
        count(*) FILTER (year(d) = 2019 AND d > f + INTERVAL 1 YEAR)::DOUBLE AS old,
        count(*) FILTER (f <= '2019-12-31' AND coalesce(d, '2099-01-01') > '2019-12-31')::DOUBLE AS open,
        count(*) FILTER (f < '2019-01-01' AND coalesce(d, '2099-01-01') > '2019-12-31')::DOUBLE AS waiting FROM dated`);
    expect([age.closed, age.closedDays, age.closedOld, age.open, age.openOld]).toEqual(
      ['closed', 'days', 'old', 'open', 'waiting'].map((name) => plain?.[name]),
    );
    expect(toAgeView(age, null, null, 'zh').facts).toContain(String(age.closedOld));
  });
});

describe.skipIf(!hasRealLists)('审理周期 by procedure, tjsp_litigation', () => {
  let list: RealList;
  beforeAll(async () => {
    list = await loadRealList(LITIGATION, 'tjsp-litigation', withProcedures);
  }, 180_000);
  afterAll(() => list.close());

  test.each([
    ['全部案件', 'litigation 2010'],
    ['小额诉讼程序', 'litigation 2010 small'],
    ['简易程序', 'litigation 2010 simple'],
    ['普通程序', 'litigation 2010 ordinary'],
  ])('Kaplan–Meier of 2010: %s', (label, name) => expectCurve(list, 2010, label, name));

  const KIND = `CASE procedure WHEN 'Procedimento do Juizado Especial...' THEN '小额诉讼程序' WHEN 'Procedimento Sumario' THEN '简易程序'
    WHEN 'Procedimento Ordinario' THEN '普通程序' END`;
  const CLOSED = `(SELECT ${KIND} AS kind, last_movement_date::DATE AS d, filing_date::DATE AS f, d - f AS days FROM list
    WHERE year(last_movement_date::DATE) = 2010)`;

  test('mean, median and ninth decile of 2010 by procedure', async () => {
    const refs = ['mean_days', 'median_days', 'p90_days'].map((id) => ({ id }));
    const { table } = await list.ask(refs, { period: year(2010), groupBy: ['procedure'] });
    const plain =
      await list.rows(`SELECT kind, count(*)::DOUBLE AS n, avg(days)::DOUBLE AS mean, median(days) AS middle,
      quantile_cont(days, 0.9) AS p90, quantile_cont(days, 0.99) AS p99, max(days)::DOUBLE AS longest
      FROM ${CLOSED} WHERE days >= 0 GROUP BY kind`);
    expect(plain).toHaveLength(4);
    const scope = { period: year(2010), filter: {} };
    const { sql, params } = compileDurationHistogram(scope);
    const value = toDurationDistributions(await list.db.query(sql, params));
    const shown = toDistributionView({ scope, value }, CONTEXT).figure.table;
    for (const { kind, n, mean, middle, p90, p99, longest } of plain) {
      const row = (table.groups.procedure ?? []).indexOf(kind === null ? null : String(kind));
      expect(figureAt(table, { id: 'mean_days' }, row)?.n).toBe(n);
      expect(figureAt(table, { id: 'mean_days' }, row)?.value).toBeCloseTo(Number(mean), 9);
      expect(figureAt(table, { id: 'median_days' }, row)?.value).toBe(middle);
      expect(figureAt(table, { id: 'p90_days' }, row)?.value).toBeCloseTo(Number(p90), 9);
      const label = kind === null ? '程序未填' : String(kind);
      const cells = shown?.rows.find(({ cells: [first] }) => first?.text === label)?.cells.map((cell) => cell.value);
      expect(cells?.slice(1, 5), label).toEqual([n, middle, p99, longest]);
    }
  });

  test('审限内结案率: 普通 6 个月, 简易 and before 2022 小额 3 个月, no limit known without a procedure', async () => {
    const refs = [{ id: 'within_limit_rate' }, { id: 'limit_unknown' }];
    const answer = await list.ask(refs, { period: year(2010) });
    const [plain] =
      await list.rows(`SELECT count(*) FILTER (kind IS NOT NULL)::DOUBLE AS limited, count(*)::DOUBLE AS resolved,
      count(*) FILTER (kind IS NOT NULL AND d <= f + CASE kind WHEN '普通程序' THEN INTERVAL 6 MONTH ELSE INTERVAL 3 MONTH END)::DOUBLE AS within
      FROM ${CLOSED}`);
    const [limited, resolved, within] = ['limited', 'resolved', 'within'].map((name) => Number(plain?.[name]));
    const rate = figureAt(answer.table, { id: 'within_limit_rate' }, 0);
    expect([rate?.numerator, rate?.denominator]).toEqual([within, limited]);
    expect(toLimitShares(answer, 'zh')?.map(({ published }) => published.numerator)).toEqual([
      within,
      (limited ?? 0) - (within ?? 0),
      (resolved ?? 0) - (limited ?? 0),
    ]);
  });
});
