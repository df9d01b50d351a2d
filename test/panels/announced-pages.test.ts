import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figureAt } from '../../src/panels/figure/figure.ts';
import type { MetricRef, Period } from '../../src/query/metric-query.ts';
import {
  announcedByCards,
  announcedByChange,
  announcedByReform,
  announcedBySections,
  announcedByTrends,
  asking,
} from '../support/page-announcements.ts';
import { loadNullCourt, loadOwnCourt, type LoadedCourt } from '../support/null-court.ts';

const NOW = { start: '2025-01-01', end: '2025-10-01' };
const YEAR = { start: '2024-01-01', end: '2025-01-01' };
const EVENT = { date: '2024-10-01', label: { zh: '推行调解工作法', en: 'Mediation method adopted' } };
const QUARTER = { start: '2025-07-01', end: '2025-10-01' };
const LAST_QUARTER = { start: '2024-07-01', end: '2024-10-01' };
const NOTHING = { cards: [], trends: [], change: [], sections: [], reform: [] };

/**
 * Every variant of every figure on cards, in titles of 趋势 by month and quarter, under 同比为什么变 by three dimensions,
 * in the warnings and comparisons of 审理周期, 调撤 and 发改, and in 前后对比. Of seeds 1, 3, 4, 5, 6 and 7 with three
 * periods and two days each: 1 of some 1,000 comparisons, 2 of some 2,000 charts and 3 of some 2,500 estimates of
 * 前后对比, which is what 99.8 % lets through. Before titles went by that level it was 30 charts.
 */
test.each([1, 4])(
  'a court in which nothing changed, seed %i: no page announces anything',
  async (seed) => {
    const court = await loadNullCourt(seed);
    const ask = asking(court);
    for (const period of [NOW, YEAR])
      expect([
        period.start,
        {
          cards: await announcedByCards(ask, period),
          trends: await announcedByTrends(ask, period, []),
          change: await announcedByChange(ask, period),
          sections: await announcedBySections(court, period),
          reform: await announcedByReform(ask, '2024-01-15'),
        },
      ]).toEqual([period.start, NOTHING]);
    court.db.close();
  },
  300_000,
);

test('the sample: what was put in, and what follows from it', async () => {
  const court = await loadOwnCourt();
  const ask = asking(court);
  const cards = await announcedByCards(ask, NOW);
  // Settlement +15 points with its parts, 10 days less; reversals follow from fewer judgments, which is said.
  const changed = [
    'settlement_rate a',
    'settlement_rate b',
    'mediation_rate a',
    'mediation_rate b',
    'withdrawal_rate all',
    'mean_days ',
  ];
  const ofJudgments = ['reversal_rate d1', 'alteration_rate d1'];
  const named = (lines: readonly string[]) => [...new Set(lines.map((line) => line.split(' ').slice(0, 2).join(' ')))];
  expect(named(cards)).toEqual([...changed, ...ofJudgments]);
  expect(cards.filter((card) => ofJudgments.some((name) => card.startsWith(name)))).toEqual(
    ofJudgments.map((name) => `${name} 同比 多因判决减少,按判决计不能认定有变化`),
  );
  expect(named(await announcedByChange(ask, NOW))).toEqual([...changed, ...ofJudgments]);
  expect(await announcedBySections(court, NOW)).toEqual([
    '上年同期立案的案件,满 90 天调撤 42.1%;本期 +9.7 个百分点(95% 区间 +6.0 至 +13.4),超出偶然波动(99.8% 区间也不含 0)。',
  ]);
  // Where limits start anew at the named event, no month moves after it; of quarters there are only four since.
  expect(await announcedByTrends(ask, NOW, [EVENT])).toEqual(
    ['A:全部结案', 'B:可调结案'].map((variant) => `quarter 调撤率2025年三季度高于日常波动范围(口径 ${variant})`),
  );
  expect(await announcedByTrends(ask, YEAR, [EVENT])).toEqual([
    'quarter 调撤率2024年四季度高于日常波动范围(口径 A:全部结案)',
    'quarter 调解率2024年四季度高于日常波动范围(口径 A:民事一审)',
    'quarter 调解率2024年四季度高于日常波动范围(口径 B:民事一审、二审)',
  ]);
  expect((await announcedBySections(court, YEAR)).concat(await announcedByChange(ask, YEAR))).toEqual([]);
  court.db.close();
}, 300_000);

/**
 * The one variant of three periods' cards, and the one result of appeals before and after the named day, that stand out
 * and were not put in: both are drawn by chances that are the same in every month. Fisher's exact p (R 4.2.2,
 * fisher.test) is below the level of 0.002 at which a change is named, and three pages of cards alone make some 300
 * comparisons. The seed was not chosen again for it; null courts of other seeds show as few.
 */
describe('what chance put into the sample', () => {
  let court: LoadedCourt;
  beforeAll(async () => {
    court = await loadOwnCourt();
  }, 60_000);
  afterAll(() => court.db.close());
  const counts = async (ref: MetricRef, periods: readonly Period[]) => {
    const tables = await Promise.all(periods.map(async (period) => (await asking(court)([ref], { period })).table));
    return tables.map((table) => {
      const figure = figureAt(table, ref, 0);
      return [figure?.numerator, figure?.denominator];
    });
  };
  const readme = readFileSync(join(import.meta.dirname, '../../data/README.md'), 'utf8');

  test('三季度: 调撤率, and 普通程序独任制适用率 41/90 against 18/83, p = 0.00125', async () => {
    const ask = asking(court);
    const found = ['settlement_rate a 同比', 'settlement_rate b 同比', 'ordinary_single_judge_rate  同比'];
    expect((await announcedByCards(ask, QUARTER)).map((card) => card.replace(/ [^ ]+$/, ''))).toEqual(found);
    expect((await announcedByChange(ask, QUARTER)).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual(found);
    expect(await announcedBySections(court, QUARTER)).toEqual([]);
    expect(await counts({ id: 'ordinary_single_judge_rate' }, [QUARTER, LAST_QUARTER])).toEqual([
      [41, 90],
      [18, 83],
    ]);
    expect(readme).toContain('41 of 90 against 18 of 83 (p = 0.00125)');
  });

  test('前后对比: what was put in, and appeals reversed 15/174 after against 50/229 before, p = 0.00034', async () => {
    const reform = await announcedByReform(asking(court), EVENT.date);
    const rows = (name: string, ...of: readonly string[]) => of.map((row) => `${name} ${row}`);
    const named = (line: string) => line.split(' ').slice(0, 3).join(' ');
    expect(reform.map(named)).toEqual([
      ...rows('settlement_rate a', 'atEnd', 'level', 'odds', 'season'),
      ...rows('settlement_rate b', 'atEnd', 'level', 'odds', 'season'),
      ...rows('mediation_rate a', 'atEnd', 'level', 'odds', 'season'),
      ...rows('mediation_rate b', 'atEnd', 'level', 'odds', 'season'),
      ...rows('mean_days ', 'atEnd', 'level', 'season'),
      ...rows('median_days ', 'atEnd', 'level'),
      // By chance: one course of appeals seen by five definitions, and the last quarter above.
      ...['reversal_rate d1', 'reversal_rate d2', 'reversal_rate d3'].map((name) => `${name} season`),
      ...['alteration_rate d1', 'alteration_rate d3'].map((name) => `${name} season`),
      ...rows('ordinary_single_judge_rate ', 'atEnd', 'slope'),
    ]);
    const around = [
      { start: '2024-10-01', end: '2025-10-01' },
      { start: '2023-10-01', end: '2024-10-01' },
    ];
    expect(await counts({ id: 'reversal_rate', variant: 'd3' }, around)).toEqual([
      [15, 174],
      [50, 229],
    ]);
    expect(readme).toContain('15 of 174 against 50 of 229 (p = 0.00034)');
  });
});
