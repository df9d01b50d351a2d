import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toChange } from '../../../src/panels/change/change.ts';
import { toLimitShares } from '../../../src/panels/duration/limit-view.ts';
import { differenceInterval } from '../../../src/panels/figure/evidence.ts';
import { figureAt, type Figure } from '../../../src/panels/figure/figure.ts';
import { toPartsView } from '../../../src/panels/settlement/parts-view.ts';
import {
  cellOf,
  CONTEXT,
  hasRealLists,
  loadRealList,
  readR,
  WENSHU,
  year,
  type RealList,
} from '../../support/real-lists.ts';

const ALL = { start: '2009-01-01', end: '2020-01-01' };
const MEAN = { id: 'mean_days' };
const FIRST = { matter: ['民事'], level: ['一审'] };
const SECOND = { matter: ['民事'], level: ['二审'] };

/** 980 judgments. Of one 案号 a court has the first row counts; what is called 民事判决书 instead has no number. */
describe.skipIf(!hasRealLists)('wenshu', () => {
  let list: RealList;
  beforeAll(async () => {
    list = await loadRealList(WENSHU);
    await list.plain
      .query(`CREATE TABLE judged AS SELECT *, TRY_CAST(裁判日期 AS DATE) AS d, TRY_CAST(立案日期 AS DATE) AS f
      FROM (SELECT DISTINCT ON (CASE WHEN 案号 LIKE '（%' OR 案号 LIKE '(%' THEN translate(案号, '（）', '()') ELSE 序号 END) * FROM list ORDER BY 序号)`);
  }, 60_000);
  afterAll(() => list.close());

  test.each([
    ['民事一审', FIRST],
    ['民事二审', SECOND],
  ] as const)('%s: closings, mean, median, ninth decile', async (level, filter) => {
    const refs = ['resolved', 'mean_days', 'median_days', 'p90_days'].map((id) => ({ id }));
    const { table } = await list.ask(refs, { period: ALL, filter });
    const [plain] =
      await list.rows(`SELECT count(*)::DOUBLE AS closed, avg(d - f) FILTER (d >= f) AS mean, median(d - f) FILTER (d >= f) AS middle,
      quantile_cont(d - f, 0.9) FILTER (d >= f) AS p90 FROM judged WHERE 审理程序 = '${level}' AND d IS NOT NULL`);
    const value = (id: string) => figureAt(table, { id }, 0)?.value;
    expect(value('resolved')).toBe(plain?.['closed']);
    expect(value('mean_days')).toBeCloseTo(Number(plain?.['mean']), 9);
    expect(value('median_days')).toBe(plain?.['middle']);
    expect(value('p90_days')).toBeCloseTo(Number(plain?.['p90']), 9);
  });

  test('审限内结案率 of appeals: three months from 立案', async () => {
    const answer = await list.ask([{ id: 'within_limit_rate' }, { id: 'limit_unknown' }], {
      period: ALL,
      filter: SECOND,
    });
    const [plain] = await list.rows(`SELECT count(*)::DOUBLE AS closed, count(f)::DOUBLE AS known,
      count(*) FILTER (d <= f + INTERVAL 3 MONTH)::DOUBLE AS within FROM judged WHERE 审理程序 = '民事二审' AND d IS NOT NULL`);
    const [closed, known, within] = ['closed', 'known', 'within'].map((name) => Number(plain?.[name]));
    expect(toLimitShares(answer, 'zh')?.map(({ published }) => published.numerator)).toEqual([
      within,
      (known ?? 0) - (within ?? 0),
      (closed ?? 0) - (known ?? 0),
    ]);
  });

  test('how civil first instance ended, as parts of one whole', async () => {
    const answer = await list.ask([{ id: 'settlement_rate', variant: 'a' }], { period: ALL, groupBy: ['closing'] });
    const { table } = toPartsView(answer, null, true, CONTEXT).figure;
    if (table === undefined) throw new Error('no table');
    const plain = await list.rows(
      `SELECT 结案方式 AS how, count(*)::DOUBLE AS n FROM judged WHERE 审理程序 = '民事一审' GROUP BY 1`,
    );
    for (const how of ['调解', '撤诉', '判决'])
      expect([how, cellOf(table, how, 'cases').value]).toEqual([
        how,
        plain.find((row) => row['how'] === how)?.['n'] ?? 0,
      ]);
  });

  test('mean days of 2018 against 2017: interval as in R, by 案由 mix and own change as in plain SQL', async () => {
    const side = async (of: number) => {
      const total: Figure | null = figureAt(
        (await list.ask([MEAN], { period: year(of), filter: FIRST })).table,
        MEAN,
        0,
      );
      if (total === null) throw new Error('no figure');
      return { total, table: (await list.ask([MEAN], { period: year(of), filter: FIRST, groupBy: ['cause'] })).table };
    };
    const [now, before] = [await side(2018), await side(2017)];
    for (const level of [0.95, 0.998]) {
      const [lower = NaN, upper = NaN] = readR()(`wenshu days ${level}`);
      const interval = differenceInterval(now.total, before.total, level);
      expect(interval?.lower).toBeCloseTo(lower, 7);
      expect(interval?.upper).toBeCloseTo(upper, 7);
    }
    const { result, remainder } = toChange(MEAN, before, now, 'cause');
    const [plain] = await list.rows(`WITH kinds AS (
        SELECT coalesce(案由, '') AS kind, avg(d - f) FILTER (year(d) = 2017) AS p1, avg(d - f) FILTER (year(d) = 2018) AS p2,
          count(*) FILTER (year(d) = 2017) / sum(count(*) FILTER (year(d) = 2017)) OVER () AS s1,
          count(*) FILTER (year(d) = 2018) / sum(count(*) FILTER (year(d) = 2018)) OVER () AS s2
        FROM judged WHERE 审理程序 = '民事一审' AND d >= f AND year(d) IN (2017, 2018) GROUP BY 1)
      SELECT sum((s2 - s1) * (coalesce(p1, p2) + coalesce(p2, p1)) / 2) AS mix,
        sum((coalesce(p2, p1) - coalesce(p1, p2)) * (s1 + s2) / 2) AS own FROM kinds`);
    expect(result.effects?.mix).toBeCloseTo(Number(plain?.['mix']), 9);
    expect(result.effects?.rate).toBeCloseTo(Number(plain?.['own']), 9);
    expect(remainder).toBe(0);
  });
});
