import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toOutcome, weightedOdds, type ReformFit } from '../../../src/panels/reform/reform-effect.ts';
import {
  lessOther,
  reformPeriod,
  toReformSeries,
  type ReformSeries,
} from '../../../src/panels/reform/reform-series.ts';
import { findMetric } from '../../../src/metrics/index.ts';
import type { OpenedCases } from '../../../src/panels/duration/section-context.ts';
import { openedEffect } from '../../../src/panels/reform/opened-effect.ts';
import { compileCaseCount } from '../../../src/query/case-list.ts';
import { addDays } from '../../../src/lib/date.ts';
import { MEDIATION } from '../../../data/generator/parameters.ts';
import { run } from '../../support/measure.ts';
import { loadSampleCourts, type LoadedCourts } from '../benchmark/load-courts.ts';

/** What was put into the sample, found by the page of before and after; and nothing where nothing was put. */
const OWN = '示例垦区人民法院';
const SPAN = { start: '2021-01-01', end: '2025-10-01' };
const CIVIL = { matter: ['民事'], level: ['一审'] };

let courts: LoadedCourts;
beforeAll(async () => {
  courts = await loadSampleCourts();
}, 120_000);
afterAll(() => courts.connector.close());

async function seriesOf(id: string, court: readonly string[], day: string): Promise<ReformSeries> {
  const query = { period: reformPeriod(day, SPAN, 1), filter: { ...CIVIL, court }, grain: 'month' as const };
  const table = await run(courts.connector, [{ id }], query);
  const answered = { query: { metrics: [{ id }], groupBy: [], ...query }, table };
  return toReformSeries(answered, { id }, { day, transition: 0, span: SPAN, asOf: addDays(SPAN.end, -1) });
}

function fitOf(
  series: ReformSeries,
  values: readonly (number | null)[] = series.months.map(({ value }) => value),
): ReformFit {
  const outcome = toOutcome(series, values);
  if (outcome.kind !== 'fit') throw new Error(outcome.kind);
  return outcome.fit;
}

describe('the method of the own court', () => {
  test('调撤率: +15 points lie in the interval, 0 does not; 45 months before, 12 after', async () => {
    const series = await seriesOf('settlement_rate', [OWN], MEDIATION.from);
    expect([series.knownBefore, series.knownAfter]).toEqual([45, 12]);
    const { atEnd } = fitOf(series);
    expect(atEnd.isBeyondChance).toBe(true);
    expect(atEnd.lower).toBeLessThan(0.15);
    expect(atEnd.upper).toBeGreaterThan(0.15);
    const odds = weightedOdds(series);
    // From 42 % to 57 %: (0.57 / 0.43) / (0.42 / 0.58) = 1.83.
    expect(odds?.lower).toBeLessThan(1.83);
    expect(odds?.upper).toBeGreaterThan(1.83);
    expect(odds?.lower).toBeGreaterThan(1);
  });

  test('the estimates open the cases that they rest on: of a regression all its months, else the year after', async () => {
    const series = await seriesOf('settlement_rate', [OWN], MEDIATION.from);
    const definition = findMetric('settlement_rate');
    if (definition === undefined) throw new Error('no metric');
    const input = { definition, ref: { id: 'settlement_rate' }, series };
    const after = { start: '2024-10-01', end: '2025-10-01' };
    const count = async (opened: OpenedCases | null) => {
      const { from, to, group = {} } = opened ?? {};
      if (from == null || to == null) return null;
      const period = { start: from, end: addDays(to, 1) };
      const { sql, params } = compileCaseCount({
        metric: { id: 'settlement_rate' },
        part: opened?.part ?? 'denominator',
        period,
        filter: { court: [OWN] },
        group,
        range: null,
      });
      return (await courts.connector.query(sql, params)).columns['count']?.[0] ?? null;
    };
    const cases = (months: typeof series.months) =>
      months.reduce((sum, { figure }) => sum + (figure.denominator ?? 0), 0);
    expect(await count(openedEffect('atEnd', input, after, []))).toBe(cases(series.months));
    expect(await count(openedEffect('season', input, after, []))).toBe(
      cases(series.months.filter(({ start }) => start >= after.start)),
    );
    expect(openedEffect('seasonOther', input, after, [])).toBeNull();
    expect(openedEffect('seasonOther', input, after, ['乙'])?.group).toEqual({ court: ['乙'] });
  });

  test('mean days: −10 lie in the interval, 0 does not', async () => {
    const { atEnd } = fitOf(await seriesOf('mean_days', [OWN], MEDIATION.from));
    expect(atEnd.isBeyondChance).toBe(true);
    expect(atEnd.lower).toBeLessThan(-10);
    expect(atEnd.upper).toBeGreaterThan(-10);
  });

  test('less the other courts it is the same', async () => {
    const others = courts.order.filter((court) => court !== OWN);
    const [own, other] = [
      await seriesOf('settlement_rate', [OWN], MEDIATION.from),
      await seriesOf('settlement_rate', others, MEDIATION.from),
    ];
    const { atEnd } = fitOf(own, lessOther(own, other));
    expect(atEnd.lower).toBeGreaterThan(0);
    expect(atEnd.lower).toBeLessThan(0.15);
    expect(atEnd.upper).toBeGreaterThan(0.15);
  });

  test('the months are those of plain SQL', async () => {
    const series = await seriesOf('settlement_rate', [OWN], MEDIATION.from);
    const { columns } = await courts.connector.query(
      `SELECT strftime(resolved_on, '%Y-%m-01') AS month,
         count(*) FILTER (closing_bucket IN ('调解', '撤诉')) / count(*) AS rate
       FROM cases WHERE court = '${OWN}' AND matter = '民事' AND level = '一审' AND resolved_on >= DATE '2021-01-01'
       GROUP BY month ORDER BY month`,
    );
    expect(series.months.map(({ start }) => start)).toEqual(columns['month']);
    expect(series.months.map(({ value }) => value)).toEqual(
      (columns['rate'] ?? []).map((rate) => expect.closeTo(Number(rate), 12)),
    );
  });
});

describe('where nothing was put', () => {
  test.each(['2022-07-01', '2023-04-01', MEDIATION.from])(
    'on %s the method announces a change in none of the series in which there is none',
    async (day) => {
      const found: string[] = [];
      let tried = 0;
      for (const id of ['settlement_rate', 'mean_days']) {
        for (const court of courts.order.filter((name) => name !== OWN)) {
          const series = await seriesOf(id, [court], day);
          const outcome = toOutcome(
            series,
            series.months.map(({ value }) => value),
          );
          if (outcome.kind !== 'fit') continue;
          tried += 1;
          if (outcome.fit.atEnd.isBeyondChance) found.push(`${id} ${court}`);
        }
      }
      expect(tried).toBeGreaterThan(15);
      expect(found).toEqual([]);
    },
  );

  test('a day seven months before the end is too late to tell', async () => {
    const series = await seriesOf('settlement_rate', [OWN], '2025-03-01');
    expect(
      toOutcome(
        series,
        series.months.map(({ value }) => value),
      ),
    ).toEqual({ kind: 'short', before: 48, after: 7 });
  });
});
