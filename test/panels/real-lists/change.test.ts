import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toChangeView, type ChangeView } from '../../../src/panels/change/change-view.ts';
import { differenceInterval } from '../../../src/panels/figure/evidence.ts';
import { figureAt, type Figure } from '../../../src/panels/figure/figure.ts';
import { toCard } from '../../../src/panels/overview/overview-view.ts';
import type { MetricRef } from '../../../src/query/metric-query.ts';
import { CONTEXT, hasRealLists, JEC, loadRealList, readR, year, type RealList } from '../../support/real-lists.ts';

const SETTLEMENT = { id: 'settlement_rate', variant: 'a' };
const APPEALS = { id: 'appeal_rate', variant: 'd' };
const MEAN = { id: 'mean_days' };

/** tjsp_jec as the page reads it: this year against last, and mix against own change, beside own SQL and R. */
describe.skipIf(!hasRealLists)('year on year, tjsp_jec, disposed of in 2019 against 2018', () => {
  let list: RealList;
  beforeAll(async () => {
    list = await loadRealList(JEC, 'tjsp-cases');
  }, 120_000);
  afterAll(() => list.close());

  const figure = async (ref: MetricRef, of: number): Promise<Figure> => {
    const found = figureAt((await list.ask([ref], { period: year(of) })).table, ref, 0);
    if (found === null) throw new Error('no figure');
    return found;
  };

  test.each([
    ['settlement', SETTLEMENT],
    ['appeals', APPEALS],
    ['days', MEAN],
  ] as const)('the interval of the difference of %s is that of R', async (name, ref) => {
    const [now, before] = [await figure(ref, 2019), await figure(ref, 2018)];
    for (const level of [0.95, 0.998]) {
      const [lower = NaN, upper = NaN] = readR()(`jec ${name} ${level}`);
      const interval = differenceInterval(now, before, level);
      expect(interval?.lower).toBeCloseTo(lower, 8);
      expect(interval?.upper).toBeCloseTo(upper, 8);
    }
    const answers = {
      now: await list.ask([ref], { period: year(2019) }),
      lastYear: await list.ask([ref], { period: year(2018) }),
      previous: null,
      span: { start: '2007-01-01', end: '2022-07-01' },
    };
    const line = toCard(ref, answers, 'zh')?.changes[0];
    const [lower = NaN, upper = NaN] = readR()(`jec ${name} 0.95`);
    const printed = line?.range.match(/[−+]?[\d.]+/g)?.map((part) => Number(part.replace('−', '-')));
    const scale = now.definition.unit === 'ratio' ? 100 : 1;
    expect(printed?.[0]).toBeCloseTo(lower * scale, 1);
    expect(printed?.[1]).toBeCloseTo(upper * scale, 1);
  });

  const view = async (ref: MetricRef): Promise<ChangeView> => {
    const side = async (of: number) => ({
      total: await figure(ref, of),
      table: (await list.ask([ref], { period: year(of), groupBy: ['department'] })).table,
    });
    return toChangeView({
      ref,
      dimension: 'department',
      dimensionLabel: '庭室',
      now: await side(2019),
      before: await side(2018),
      periods: { now: year(2019), before: year(2018) },
      isComparable: true,
      hasDimension: true,
      isAligned: false,
      context: CONTEXT,
    });
  };

  /** Kitagawa in plain SQL: shares and rates of both years, centred on the mean of the two totals. */
  const kitagawa = (x: string, counted: string) =>
    list.rows(`WITH closed AS (
      SELECT coalesce(replace(chamber, 'ª', 'a'), '') AS kind, year(disposition_date::DATE) AS y, ${x} AS x FROM list
      WHERE year(disposition_date::DATE) IN (2018, 2019) AND ${counted}
    ), total AS (
      SELECT avg(x) FILTER (y = 2018) AS r1, avg(x) FILTER (y = 2019) AS r2,
        count(*) FILTER (y = 2018) AS n1, count(*) FILTER (y = 2019) AS n2 FROM closed
    ), kinds AS (
      SELECT kind, count(*) FILTER (y = 2018) / any_value(n1) AS s1, count(*) FILTER (y = 2019) / any_value(n2) AS s2,
        avg(x) FILTER (y = 2018) AS p1, avg(x) FILTER (y = 2019) AS p2, any_value((r1 + r2) / 2) AS middle
      FROM closed, total GROUP BY kind
    )
    SELECT kind, s1, s2, p1, p2, (s2 - s1) * ((coalesce(p1, p2) + coalesce(p2, p1)) / 2 - middle) AS mix,
      (coalesce(p2, p1) - coalesce(p1, p2)) * (s1 + s2) / 2 AS own FROM kinds`);

  test.each([
    ['调撤率', SETTLEMENT, `(disposition IN ('settled', 'withdrawn'))::INTEGER`, 'TRUE'],
    ['平均审理天数', MEAN, 'disposition_date::DATE - filing_date::DATE', 'disposition_date::DATE >= filing_date::DATE'],
  ] as const)('%s by chamber: every share, rate and effect, and their sums', async (_, ref, x, counted) => {
    const { figure: shown, waterfall } = await view(ref);
    const plain = await kitagawa(x, counted);
    const rows = shown.table?.rows ?? [];
    expect(rows).toHaveLength(plain.length + 1);
    expect(plain.length).toBeGreaterThan(35);
    for (const { kind, s1, s2, p1, p2, mix, own } of plain) {
      const cells = rows.find(({ id }) => id === kind)?.cells.map(({ value }) => value) ?? [];
      const [share1, share2, rate1, rate2, , mixEffect, ownEffect] = cells.slice(1);
      for (const [found, expected] of [
        [share1, s1],
        [share2, s2],
        [mixEffect, mix],
        [ownEffect, own],
      ])
        expect(found).toBeCloseTo(Number(expected), 10);
      for (const [found, expected] of [
        [rate1, p1],
        [rate2, p2],
      ])
        if (expected === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(Number(expected), 10);
    }
    const total = rows.find(({ id }) => id === 'total row')?.cells.map(({ value }) => value) ?? [];
    const sum = (effect: 'mix' | 'own') => plain.reduce((all, row) => all + Number(row[effect]), 0);
    expect(total[6]).toBeCloseTo(sum('mix'), 9);
    expect(total[7]).toBeCloseTo(sum('own'), 9);
    const [then, now] = [waterfall.steps[0], waterfall.steps.at(-1)];
    expect(waterfall.steps.at(-2)?.end).toBeCloseTo(now?.end ?? NaN, 9);
    expect((now?.end ?? NaN) - (then?.end ?? NaN)).toBeCloseTo(sum('mix') + sum('own'), 9);
  });
});
