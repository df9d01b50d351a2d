import { afterAll, beforeAll, expect, test } from 'vitest';
import { findMetric } from '../../../src/metrics/index.ts';
import { peersWithValue, spreadOf } from '../../../src/panels/benchmark/peer-spread.ts';
import { toRankedCourts } from '../../../src/panels/benchmark/rank-view.ts';
import { crudePace } from '../../../src/panels/peer-survival/pace.ts';
import { toOpenShare } from '../../../src/panels/duration/open-share.ts';
import { toPeerPeriods } from '../../../src/panels/peer-trend/peer-periods.ts';
import { compileDurationRisk, toDurationRisk } from '../../../src/query/duration-risk.ts';
import { compileMetricQuery } from '../../../src/query/compile.ts';
import type { Period } from '../../../src/query/metric-query.ts';
import { toResultTable } from '../../../src/query/result.ts';
import { loadSampleCourts, type LoadedCourts } from './load-courts.ts';

/** The figures of the new screens on the sample data against SQL that was written by hand on the same rows. */
const OWN = '示例垦区人民法院';
const SLOW = '示例辛区人民法院';
const SMALL = '示例丙垦区人民法院';
const PERIOD: Period = { start: '2025-01-01', end: '2025-10-01' };
const CIVIL = `matter = '民事' AND level = '一审' AND resolved_on >= DATE '2025-01-01' AND resolved_on < DATE '2025-10-01'`;

let courts: LoadedCourts;
beforeAll(async () => {
  courts = await loadSampleCourts();
}, 120_000);
afterAll(() => courts.connector.close());

async function numbers(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { rowCount, columns } = await courts.connector.query(sql, []);
  return Array.from({ length: rowCount }, (_, i) =>
    Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[i]])),
  );
}

const inOrder = () => courts.order.map((name) => `'${name}'`).join(', ');
const SETTLED = `count(*) FILTER (WHERE closing_bucket IN ('调解', '撤诉'))`;

test('spine and strip: the spread of settlement among the peers', async () => {
  const units = await courts.unitsOf('settlement_rate', PERIOD);
  const peers = peersWithValue(units, OWN);
  const spread = spreadOf(peers.flatMap(({ figure }) => figure?.value ?? []));
  const [row] = await numbers(`WITH rates AS (
    SELECT court, ${SETTLED} / count(*) AS rate FROM cases
    WHERE ${CIVIL} AND court IN (${inOrder()}) AND court <> '${OWN}' GROUP BY court HAVING count(*) >= 10)
  SELECT count(*)::DOUBLE AS n, min(rate) AS low, quantile_cont(rate, 0.25) AS q1, median(rate) AS median, quantile_cont(rate, 0.75) AS q3, max(rate) AS high FROM rates`);
  expect(peers).toHaveLength(Number(row?.['n']));
  expect(spread?.low).toBeCloseTo(Number(row?.['low']), 10);
  expect(spread?.lowerQuartile).toBeCloseTo(Number(row?.['q1']), 10);
  expect(spread?.median).toBeCloseTo(Number(row?.['median']), 10);
  expect(spread?.upperQuartile).toBeCloseTo(Number(row?.['q3']), 10);
  expect(spread?.high).toBeCloseTo(Number(row?.['high']), 10);
});

test('trend: median and middle half of the peers in every month', async () => {
  const ref = { id: 'settlement_rate' };
  const compiled = compileMetricQuery({
    metrics: [ref],
    groupBy: ['court'],
    grain: 'month',
    period: PERIOD,
    filter: {},
  });
  const table = toResultTable(compiled, await courts.connector.query(compiled.sql, compiled.params), [
    'matter',
    'level',
    'closing_bucket',
    'resolved_on',
    'court',
  ]);
  const peers = courts.order.filter((name) => name !== OWN);
  const periods = toPeerPeriods(ref, table, { own: OWN, peers }, 'month', 1);
  const rows = await numbers(`WITH rates AS (
    SELECT date_trunc('month', resolved_on) AS month, court, ${SETTLED} / count(*) AS rate FROM cases
    WHERE ${CIVIL} AND court IN (${inOrder()}) AND court <> '${OWN}' GROUP BY ALL HAVING count(*) >= 10)
  SELECT count(*)::DOUBLE AS n, quantile_cont(rate, 0.25) AS q1, median(rate) AS median, quantile_cont(rate, 0.75) AS q3
  FROM rates GROUP BY month ORDER BY month`);
  expect(periods).toHaveLength(9);
  periods.forEach(({ peers: spread, peerCount }, i) => {
    expect(peerCount).toBe(Number(rows[i]?.['n']));
    expect(spread?.lowerQuartile).toBeCloseTo(Number(rows[i]?.['q1']), 10);
    expect(spread?.median).toBeCloseTo(Number(rows[i]?.['median']), 10);
    expect(spread?.upperQuartile).toBeCloseTo(Number(rows[i]?.['q3']), 10);
  });
  // data/README.md: 814 of 1,448 settled in the nine months.
  const own = periods.map((period) => period.own);
  expect(own.reduce((sum, sums) => sum + (sums?.x ?? 0), 0)).toBe(814);
  expect(own.reduce((sum, sums) => sum + (sums?.n ?? 0), 0)).toBe(1448);
});

test('survival: as many cases under observation, closed and open as plain SQL counts', async () => {
  const ask = async (names: readonly string[]) => {
    const filter = { matter: ['民事'], level: ['一审'], court: names };
    const { sql, params } = compileDurationRisk({ period: PERIOD, filter });
    return toDurationRisk(await courts.connector.query(sql, params));
  };
  const [own, others] = [await ask([OWN]), await ask(courts.order.filter((name) => name !== OWN))];
  const rows = await numbers(`SELECT court = '${OWN}' AS is_own, count(*)::DOUBLE AS n,
    (count(*) FILTER (WHERE resolved_on < DATE '2025-10-01'))::DOUBLE AS closed FROM cases
  WHERE matter = '民事' AND level = '一审' AND court IN (${inOrder()}) AND filed_on < DATE '2025-10-01'
    AND (resolved_on IS NULL OR (resolved_on >= DATE '2025-01-01' AND resolved_on >= filed_on))
  GROUP BY ALL ORDER BY is_own DESC`);
  for (const [i, risks] of [own, others].entries()) {
    const risk = risks.find(({ isTotal }) => isTotal);
    if (risk === undefined) throw new Error('no total');
    const share = toOpenShare(risk);
    expect([share.n, share.closed]).toEqual([Number(rows[i]?.['n']), Number(rows[i]?.['closed'])]);
  }
  // data/README.md makes 示例辛区人民法院 slow: it closes more slowly than the others, beyond chance.
  const slow = crudePace(await ask([SLOW]), await ask(courts.order.filter((name) => name !== SLOW)));
  expect(slow.isFaster).toBe(false);
  expect(slow.result.p ?? 1).toBeLessThan(0.001);
});

test('ranks: every figure is plain SQL, and of the small noisy court no place can be told', async () => {
  const ranked = toRankedCourts(await courts.unitsOf('settlement_rate', PERIOD), 'crude');
  const rows = await numbers(`SELECT court, (${SETTLED})::DOUBLE AS x, count(*)::DOUBLE AS n FROM cases
  WHERE ${CIVIL} AND court IN (${inOrder()}) GROUP BY court HAVING count(*) >= 10 ORDER BY x / n DESC`);
  expect(ranked.map(({ value }) => value)).toEqual(rows.map(({ x, n }) => Number(x) / Number(n)));
  const small = ranked.find(({ court }) => court.name === SMALL);
  expect(small?.quarter).toBe('unclear');
  expect((small?.places.worst ?? 0) - (small?.places.best ?? 0)).toBeGreaterThan(ranked.length / 2);
  expect(findMetric('settlement_rate')?.better).toBe('up');
});
