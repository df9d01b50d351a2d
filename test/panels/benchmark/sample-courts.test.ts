import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adjustedOutcome, crudeOutcome, standingOf, type Outcome } from '../../../src/panels/benchmark/outcome.ts';
import { stratificationOf } from '../../../src/panels/benchmark/benchmark-metrics.ts';
import { toFunnelPairView } from '../../../src/panels/benchmark/funnel-pair-view.ts';
import { toRugView } from '../../../src/panels/benchmark/rug-view.ts';
import { toSpinePanelView } from '../../../src/panels/benchmark/spine-view.ts';
import { addDays } from '../../../src/lib/date.ts';
import type { Period } from '../../../src/query/metric-query.ts';
import { estimateFunnel } from '../../../src/statistics/funnel/estimate-funnel.ts';
import { proportionFunnel } from '../../../src/statistics/funnel/proportion-funnel.ts';
import { ratioFunnel } from '../../../src/statistics/funnel/ratio-funnel.ts';
import { loadSampleCourts, type LoadedCourts } from './load-courts.ts';

/** What data/README.md says of three courts, found again by the funnels of the benchmark page. */
const MIX_ONLY = '示例壬区人民法院';
const SLOW = '示例辛区人民法院';
const SMALL = '示例丙垦区人民法院';

/** Within the limits that decide: 99.8 %, widened for overdispersion. */
const INSIDE = ['in', 'high95', 'low95'];

const BEFORE_METHOD: Period = { start: '2021-01-01', end: '2024-10-01' };
const YEAR_2024: Period = { start: '2024-01-01', end: '2025-01-01' };

let courts: LoadedCourts;
beforeAll(async () => {
  courts = await loadSampleCourts();
}, 120_000);
afterAll(() => courts.connector.close());

async function outcomesOf(metric: string, period: Period): Promise<{ crude: Outcome; adjusted: Outcome }> {
  const units = await courts.unitsOf(metric, period);
  const [crude, adjusted] = [crudeOutcome(units), adjustedOutcome(units)];
  if (crude === null || adjusted === null) throw new Error('no funnel');
  return { crude, adjusted };
}

const flagOf = (outcome: Outcome, court: string) => outcome.units.get(court)?.flag;

describe.each([
  ['before the method', BEFORE_METHOD],
  ['2024', YEAR_2024],
])('sample data, %s', (_, period) => {
  test('the court that differs by its mix alone settles less, but not less than its mix explains', async () => {
    const { crude, adjusted } = await outcomesOf('settlement_rate', period);
    expect(flagOf(crude, MIX_ONLY)).toBe('low998');
    expect(INSIDE).toContain(flagOf(adjusted, MIX_ONLY));
    expect(Math.abs((adjusted.units.get(MIX_ONLY)?.value ?? NaN) - 1)).toBeLessThan(0.1);
  });

  test('its mean days are more than chance explains at 99.8 %, and as expected of its mix', async () => {
    const units = await courts.unitsOf('mean_days', period);
    const { crude, adjusted } = await outcomesOf('mean_days', period);
    const squares = units.reduce((sum, { figure, n }) => sum + (n - 1) * (figure?.deviation ?? 0) ** 2, 0);
    const deviation = Math.sqrt(squares / units.reduce((sum, { n }) => sum + n - 1, 0));
    const direct = estimateFunnel(
      units.map(({ name, figure, n }) => ({
        unit: name,
        estimate: figure?.value ?? null,
        standardError: deviation / Math.sqrt(n),
      })),
    );
    expect(direct.units.find(({ unit }) => unit === MIX_ONLY)?.plainFlag).toBe('high998');
    expect(crude.overdispersion.tauSquared).toBeCloseTo(direct.overdispersion.tauSquared, 9);
    // Weighted by cases, the target is the pooled mean: all days over all cases.
    const days = units.reduce((sum, { figure }) => sum + (figure?.numerator ?? 0), 0);
    expect(crude.target).toBeCloseTo(days / units.reduce((sum, { n }) => sum + n, 0), 9);
    expect(Math.abs(adjusted.target - 1)).toBeLessThan(0.02);
    expect(flagOf(adjusted, MIX_ONLY)).toBe('in');
  });

  test('the slow court is slow with and without its mix, and worse in words', async () => {
    const { crude, adjusted } = await outcomesOf('mean_days', period);
    expect(flagOf(crude, SLOW)).toBe('high998');
    expect(flagOf(adjusted, SLOW)).toBe('high998');
    expect(standingOf('high998', 'down')).toBe('worse');
    expect(Math.abs((adjusted.units.get(SLOW)?.value ?? NaN) - 1.4)).toBeLessThan(0.08);
  });

  test('the small noisy court is flagged by nothing', async () => {
    for (const metric of ['settlement_rate', 'mean_days', 'reversal_rate']) {
      const { crude, adjusted } = await outcomesOf(metric, period);
      for (const outcome of [crude, adjusted]) expect(INSIDE).toContain(flagOf(outcome, SMALL));
    }
  });

  test('nobody else is beyond the limits that decide, once adjusted', async () => {
    const settlement = await outcomesOf('settlement_rate', period);
    const days = await outcomesOf('mean_days', period);
    const beyond = (outcome: Outcome) =>
      [...outcome.units.values()].filter(({ flag }) => flag === 'high998' || flag === 'low998').map(({ name }) => name);
    expect(beyond(settlement.adjusted)).toEqual([]);
    expect(beyond(days.adjusted)).toEqual([SLOW]);
  });
});

describe.each([
  ['before the method', BEFORE_METHOD],
  ['2024', YEAR_2024],
])('what the page says, %s', (_, period) => {
  /** What 体检表, spine and both funnels say of a court, by the functions that the page calls. */
  async function wordsOf(court: string, metric: string) {
    const columns = await courts.columnsOf(['settlement_rate', 'mean_days', 'reversal_rate'], period);
    const labels = new Map(courts.order.map((name) => [name, name]));
    const common = { ownCourt: court, locale: 'zh', asOf: null, isSynthetic: true, isPending: false } as const;
    const range = { from: period.start, to: addDays(period.end, -1) };
    const rug = toRugView({
      ...common,
      order: courts.order,
      labels,
      columns: columns.map((column) => ({ ...column, lastYear: null })),
      areJudged: true,
      isFinal: true,
    });
    const place = rug.columns.findIndex(({ id }) => id === metric);
    const spine = toSpinePanelView({ ...common, columns, range, ranges: [], matter: null, hrefOf: () => '' });
    const column = columns.find(({ definition }) => definition.id === metric);
    if (column === undefined) throw new Error(`no column ${metric}`);
    const stratification = stratificationOf(metric);
    const pair = toFunnelPairView({ ...common, ...column, stratification, labels, range });
    const findingIn = (side: 'crude' | 'adjusted') =>
      pair?.[side].figure.table.rows.find(({ id }) => id === court)?.cells.at(-1)?.text;
    return {
      healthCheck: rug.rows.find(({ id }) => id === court)?.cells[place]?.words,
      spine: spine.spine.rows.find(({ id }) => id === metric)?.words,
      crude: findingIn('crude'),
      adjusted: findingIn('adjusted'),
      headline: pair?.headline,
    };
  }
  const NONE = '不能认定有差异';

  test('the court that differs by its mix alone: worse as it is, and no difference once adjusted', async () => {
    expect(await wordsOf(MIX_ONLY, 'settlement_rate')).toEqual({
      healthCheck: NONE,
      spine: NONE,
      crude: '劣于',
      adjusted: NONE,
      headline: '调撤率:本院看似有差距,按案件构成调整后不能认定有差异',
    });
  });

  test('the slow court: worse with and without adjustment', async () => {
    expect(await wordsOf(SLOW, 'mean_days')).toEqual({
      healthCheck: '劣于',
      spine: '劣于',
      crude: '劣于',
      adjusted: '劣于',
      headline: '平均审理天数:本院高于各法院的波动范围,案件构成不能解释',
    });
  });

  test('the small noisy court: nothing is said of it anywhere', async () => {
    for (const metric of ['settlement_rate', 'mean_days', 'reversal_rate']) {
      const { headline, ...words } = await wordsOf(SMALL, metric);
      expect([metric, new Set(Object.values(words))]).toEqual([metric, new Set([NONE])]);
      expect(headline).toContain('本院在波动范围之内');
    }
  });
});

describe('the figures of the page are those of the funnels on the counts of plain SQL', () => {
  const CIVIL = `FROM cases WHERE matter = '民事' AND level = '一审' AND resolved_on >= DATE '2024-01-01' AND resolved_on < DATE '2025-01-01'`;
  const SETTLED = `count(*) FILTER (closing IN ('调解', '撤诉', '准予撤诉', '按撤诉处理'))::DOUBLE`;

  test('crude: target, τ² and limits', async () => {
    const { columns } = await courts.connector.query(
      `SELECT court, ${SETTLED} AS x, count(*)::DOUBLE AS n ${CIVIL} GROUP BY court ORDER BY court`,
    );
    const direct = proportionFunnel(
      (columns['court'] ?? []).map((court, i) => ({
        unit: String(court),
        x: Number(columns['x']?.[i]),
        n: Number(columns['n']?.[i]),
      })),
    );
    const { crude } = await outcomesOf('settlement_rate', YEAR_2024);
    expect(crude.target).toBeCloseTo(direct.target ?? NaN, 12);
    expect(crude.overdispersion.tauSquared).toBeCloseTo(direct.overdispersion.tauSquared, 12);
    expect(crude.units.size).toBe(direct.units.length);
    direct.units.forEach(({ unit, adjusted, exact }, i) => {
      // The limits that decide are nowhere narrower than chance alone allows, and its upper one is a whole count.
      const [n, limits] = [Number(columns['n']?.[i]), crude.units.get(unit)?.limits];
      const upper = Math.ceil((exact.upper998 ?? NaN) * n - 1e-6) / n;
      expect(limits?.lower998).toBeCloseTo(Math.min(adjusted.lower998 ?? NaN, exact.lower998 ?? NaN), 12);
      expect(limits?.upper998).toBeCloseTo(Math.max(adjusted.upper998 ?? NaN, upper), 12);
    });
  });

  test('adjusted: expected cases by cause × procedure in SQL alone', async () => {
    const { columns } = await courts.connector.query(`
      WITH cells AS (SELECT court, cause, procedure, ${SETTLED} AS x, count(*)::DOUBLE AS n ${CIVIL} GROUP BY ALL),
        pool AS (SELECT cause, procedure, sum(x) / sum(n) AS rate FROM cells GROUP BY ALL)
      SELECT court, sum(x) AS observed, sum(n * rate) AS expected FROM cells JOIN pool
        ON cells.cause IS NOT DISTINCT FROM pool.cause AND cells.procedure IS NOT DISTINCT FROM pool.procedure
      GROUP BY court ORDER BY court`);
    const direct = ratioFunnel(
      (columns['court'] ?? []).map((court, i) => ({
        unit: String(court),
        observed: Number(columns['observed']?.[i]),
        expected: Number(columns['expected']?.[i]),
      })),
    );
    const { adjusted } = await outcomesOf('settlement_rate', YEAR_2024);
    expect(adjusted.overdispersion.tauSquared).toBeCloseTo(direct.overdispersion.tauSquared, 12);
    direct.units.forEach(({ unit, ratio, adjusted: widened, exact }, i) => {
      expect(adjusted.units.get(unit)?.value).toBeCloseTo(ratio ?? NaN, 10);
      const expected = Number(columns['expected']?.[i]);
      const upper = Math.ceil((exact.upper998 ?? NaN) * expected - 1e-6) / expected;
      expect(adjusted.units.get(unit)?.limits.upper998).toBeCloseTo(Math.max(widened.upper998 ?? NaN, upper), 9);
    });
  });

  test('observed days are conserved: the expected days of all courts add up to the observed', async () => {
    const units = await courts.unitsOf('mean_days', YEAR_2024);
    const total = (of: 'observed' | 'expected') => units.reduce((sum, { indirect }) => sum + (indirect?.[of] ?? 0), 0);
    expect(total('expected') / total('observed')).toBeCloseTo(1, 12);
  });
});

test('our court, of whose distance the mix explains little: that it remains is said, and by how much', async () => {
  const own = '示例垦区人民法院';
  const period: Period = { start: '2025-01-01', end: '2025-10-01' };
  const [column] = await courts.columnsOf(['settlement_rate'], period);
  if (column === undefined) throw new Error('no column');
  const pair = toFunnelPairView({
    ...column,
    ...{ ownCourt: own, locale: 'zh', asOf: null, isSynthetic: true, isPending: false },
    stratification: stratificationOf('settlement_rate'),
    labels: new Map(courts.order.map((name) => [name, name])),
    range: { from: '2025-01-01', to: '2025-09-30' },
  });
  // 814 of 666.4 expected is 1.22: the mix takes nothing away, only the limits are wider.
  expect(pair?.headline).toBe(
    '调撤率:本院高于未调整的波动范围;按案件构成调整后仍高于预计,但未超出放宽的范围,不能认定有差异',
  );
  expect(pair?.lead).toMatch(/预计 666\.4 件,实际 814 件;实际 ÷ 预计 1\.22,99\.8% 放宽的范围 0\.\d\d–1\.\d\d$/);
});
