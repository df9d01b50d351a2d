import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NodeConnector } from '../../src/cli/node-connector.ts';
import { loadSample } from './load-sample.ts';

/** The effects that data/README.md promises, recovered by plain SQL. */
let connector: NodeConnector;
beforeAll(async () => {
  connector = await loadSample();
});
afterAll(() => connector.close());

const SETTLED = `count(*) FILTER (closing IN ('调解', '准予撤诉', '按撤诉处理')) * 100.0 / count(*)`;
const DAYS = 'avg(resolved_on - filed_on)';
const CIVIL = `FROM sample WHERE type = '民初' AND resolved_on IS NOT NULL`;

async function numbers(sql: string): Promise<Record<string, number>> {
  const { names, columns } = await connector.query(sql);
  return Object.fromEntries(names.map((name) => [name, Number(columns[name]?.[0])]));
}

async function pairOf(where: string): Promise<{ n: number; rate: number; days: number }> {
  const { n, rate, days } = await numbers(
    `SELECT count(*) AS n, ${SETTLED} AS rate, ${DAYS} AS days ${CIVIL} AND ${where}`,
  );
  return { n: n ?? NaN, rate: rate ?? NaN, days: days ?? NaN };
}

const common = () => pairOf(`coalesce(effect, '') = ''`);

/** Mean over the pool's cause × procedure cells of the court's cell means, weighted by the pool's cases. */
function standardise(effect: string): Promise<Record<string, number>> {
  const cells = (where: string) =>
    `SELECT cause, procedure, count(*) AS n, ${SETTLED} AS rate, ${DAYS} AS days ${CIVIL} AND ${where} GROUP BY ALL`;
  return numbers(`
    WITH pool AS (${cells(`coalesce(effect, '') = ''`)}), court AS (${cells(`effect = '${effect}'`)})
    SELECT sum(pool.n * court.rate) / sum(pool.n) AS rate, sum(pool.n * court.days) / sum(pool.n) AS days,
      sum(pool.n * pool.rate) / sum(pool.n) AS pool_rate, sum(pool.n * pool.days) / sum(pool.n) AS pool_days
    FROM pool JOIN court USING (cause, procedure)`);
}

describe('the own court from 2024-10-01', () => {
  const own = `effect = 'mediation'`;

  test('settles 15 points more and takes 10 days less, against all months before', async () => {
    const before = await pairOf(`${own} AND resolved_on < DATE '2024-10-01'`);
    const after = await pairOf(`${own} AND resolved_on >= DATE '2024-10-01'`);
    expect(before.n).toBeGreaterThan(7000);
    expect(after.n).toBeGreaterThan(1000);
    expect(Math.abs(after.rate - before.rate - 15)).toBeLessThan(3);
    expect(Math.abs(after.days - before.days + 10)).toBeLessThan(3);
  });

  test('the same against the same months of the year before', async () => {
    const before = await pairOf(`${own} AND resolved_on >= DATE '2023-10-01' AND resolved_on < DATE '2024-10-01'`);
    const after = await pairOf(`${own} AND resolved_on >= DATE '2024-10-01' AND resolved_on < DATE '2025-10-01'`);
    expect(Math.abs(after.rate - before.rate - 15)).toBeLessThan(3);
    expect(Math.abs(after.days - before.days + 10)).toBeLessThan(3);
  });

  test('does not drift on either side: halves of each stretch agree within chance', async () => {
    const early = await pairOf(`${own} AND resolved_on < DATE '2023-02-01'`);
    const late = await pairOf(`${own} AND resolved_on >= DATE '2023-02-01' AND resolved_on < DATE '2024-10-01'`);
    expect(Math.abs(late.rate - early.rate)).toBeLessThan(3);
    expect(Math.abs(late.days - early.days)).toBeLessThan(3);
    const spring = await pairOf(`${own} AND resolved_on >= DATE '2024-10-01' AND resolved_on < DATE '2025-04-01'`);
    const summer = await pairOf(`${own} AND resolved_on >= DATE '2025-04-01'`);
    expect(Math.abs(summer.rate - spring.rate)).toBeLessThan(6);
    expect(Math.abs(summer.days - spring.days)).toBeLessThan(8);
  });

  test('no other court has the step', async () => {
    const before = await pairOf(`effect IS DISTINCT FROM 'mediation' AND resolved_on < DATE '2024-10-01'`);
    const after = await pairOf(`effect IS DISTINCT FROM 'mediation' AND resolved_on >= DATE '2024-10-01'`);
    expect(Math.abs(after.rate - before.rate)).toBeLessThan(2);
    expect(Math.abs(after.days - before.days)).toBeLessThan(2.5);
  });
});

describe('the peers', () => {
  test('those without an effect agree within chance: 3.3 standard errors of nine courts', async () => {
    const { rate, days } = await common();
    const { columns } = await connector.query(
      `SELECT count(*) AS n, ${SETTLED} AS rate, ${DAYS} AS days, stddev(resolved_on - filed_on) AS sd ${CIVIL}
       AND coalesce(effect, '') = '' GROUP BY court ORDER BY court`,
    );
    expect(columns['n']).toHaveLength(9);
    (columns['n'] ?? []).forEach((n, i) => {
      const rateError = Math.sqrt((rate * (100 - rate)) / Number(n));
      const daysError = Number(columns['sd']?.[i]) / Math.sqrt(Number(n));
      expect(Math.abs(Number(columns['rate']?.[i]) - rate)).toBeLessThan(3.3 * rateError);
      expect(Math.abs(Number(columns['days']?.[i]) - days)).toBeLessThan(3.3 * daysError);
    });
  });

  test('the small one has about 25 civil resolutions a year and the common rates', async () => {
    const small = await pairOf(`effect = 'small'`);
    const pool = await common();
    expect(small.n / 4.75).toBeGreaterThan(20);
    expect(small.n / 4.75).toBeLessThan(30);
    // One standard error with n = 119 is sqrt(0.42 × 0.58 / 119) = 4.5 points.
    expect(Math.abs(small.rate - pool.rate)).toBeLessThan(9);
  });

  test('the one with the other case mix is off by its crude figures, equal when standardised', async () => {
    const crude = await pairOf(`effect = 'case-mix'`);
    const pool = await common();
    expect(crude.rate - pool.rate).toBeLessThan(-8);
    expect(crude.days - pool.days).toBeGreaterThan(8);
    const standard = await standardise('case-mix');
    expect(Math.abs((standard['rate'] ?? NaN) - (standard['pool_rate'] ?? NaN))).toBeLessThan(4);
    expect(Math.abs((standard['days'] ?? NaN) - (standard['pool_days'] ?? NaN))).toBeLessThan(4);
  });

  test('the slow one is 40 % slower, crude and standardised, and settles as often', async () => {
    const slow = await pairOf(`effect = 'slow'`);
    const pool = await common();
    expect(Math.abs(slow.days / pool.days - 1.4)).toBeLessThan(0.08);
    expect(Math.abs(slow.rate - pool.rate)).toBeLessThan(3);
    const standard = await standardise('slow');
    expect(Math.abs((standard['days'] ?? NaN) / (standard['pool_days'] ?? NaN) - 1.4)).toBeLessThan(0.08);
  });
});

describe('the whole', () => {
  test('about 60 000 cases of all lists, each number once', async () => {
    const { n, keys, pending } = await numbers(
      `SELECT count(*) AS n, count(DISTINCT case_no) AS keys, count(*) FILTER (resolved_on IS NULL) AS pending FROM sample`,
    );
    expect(keys).toBe(n);
    expect(n).toBeGreaterThan(57_000);
    expect(n).toBeLessThan(63_000);
    expect(pending).toBeGreaterThan(2000);
  });

  test('reversal: D1 about 1.5 to 2 %, D3 about 14 %; appeals of one judgment in five or six', async () => {
    const appealed = `type IN ('民终', '刑终', '行终')`;
    const result = await numbers(`
      SELECT count(*) FILTER (${appealed} AND closing IN ('改判', '发回重审')) AS reversed,
        count(*) FILTER (${appealed}) AS appeals,
        count(*) FILTER (type IN ('民初', '刑初', '行初')) AS trials
      FROM sample WHERE resolved_on IS NOT NULL`);
    const { reversed = NaN, appeals = NaN, trials = NaN } = result;
    expect((100 * reversed) / trials).toBeGreaterThan(1.4);
    expect((100 * reversed) / trials).toBeLessThan(2);
    expect((100 * reversed) / appeals).toBeGreaterThan(12.5);
    expect((100 * reversed) / appeals).toBeLessThan(16);
  });

  test('every appeal names a first-instance case, which is in the lists unless resolved before 2021', async () => {
    const { orphans, late } = await numbers(`
      SELECT count(*) AS orphans, count(*) FILTER (appeal.filed_on >= DATE '2021-06-01') AS late
      FROM sample appeal WHERE type IN ('民终', '刑终', '行终')
        AND original_no NOT IN (SELECT case_no FROM sample)`);
    expect(orphans).toBeGreaterThan(0);
    expect(late).toBe(0);
  });

  test('the limit is mostly kept, least by the slow court', async () => {
    const within = `count(*) FILTER (resolved_on <= due_on) * 100.0 / count(*)`;
    const { slow = NaN, others = NaN } = await numbers(`
      SELECT (SELECT ${within} ${CIVIL} AND effect = 'slow') AS slow,
        (SELECT ${within} ${CIVIL} AND effect IS DISTINCT FROM 'slow') AS others`);
    expect(others).toBeGreaterThan(98);
    expect(slow).toBeLessThan(97);
  });

  test('December is the busiest month of resolution and February the quietest, in every full year', async () => {
    const { columns } = await connector.query(`
      SELECT arg_max(month, n) AS busiest, arg_min(month, n) AS quietest FROM (
        SELECT year(resolved_on) AS year, month(resolved_on) AS month, count(*) AS n
        FROM sample WHERE resolved_on < DATE '2025-01-01' GROUP BY ALL) GROUP BY year ORDER BY year`);
    expect(columns['busiest']).toEqual([12, 12, 12, 12]);
    (columns['quietest'] ?? []).forEach((month) => expect([1, 2]).toContain(month));
  });

  test('filings do not trend: no full year is 6 % off the mean of 2021 to 2024', async () => {
    const { columns } = await connector.query(
      `SELECT count(*) AS n FROM sample WHERE filed_on BETWEEN DATE '2021-01-01' AND DATE '2024-12-31' GROUP BY year(filed_on)`,
    );
    const years = (columns['n'] ?? []).map(Number);
    const mean = years.reduce((sum, n) => sum + n, 0) / years.length;
    years.forEach((n) => expect(Math.abs(n / mean - 1)).toBeLessThan(0.06));
  });
});
