import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toCircumstances, type Circumstances } from '../../../src/panels/neighbours/circumstances.ts';
import { toNeighbourRows } from '../../../src/panels/neighbours/neighbour-rows.ts';
import { nearestNeighbours, type Neighbour } from '../../../src/statistics/neighbours.ts';
import { loadCourts, type LoadedCourts } from '../benchmark/load-courts.ts';

const DATA = '../shared/data/tjsp_jec/cases.csv';
const isHere = existsSync(DATA);
if (!isHere) console.warn(`${DATA} is not there: neighbours are not checked on it`);

const OWN = 'Foro de Barretos';
const PERIOD = { start: '2018-01-01', end: '2019-01-01' };

/**
 * The distance by SQL of our own, over the loaded cases: every variable less its mean over its standard deviation (n − 1),
 * the differences to our court squared and summed, the farthest set to 1. What does not vary has no standard deviation.
 */
const BY_SQL = `WITH filed AS (
  SELECT court, matter, cause, procedure, judge FROM cases
  WHERE court IS NOT NULL AND filed_on >= DATE '2018-01-01' AND filed_on < DATE '2019-01-01'
), names AS (
  SELECT 'matter' AS kind, unnest(['刑事', '民事', '行政', '执行']) AS name
  UNION ALL (SELECT 'cause', cause FROM filed WHERE cause IS NOT NULL GROUP BY cause ORDER BY count(*) DESC, cause LIMIT 8)
  UNION ALL (SELECT 'procedure', procedure FROM filed WHERE procedure IS NOT NULL GROUP BY procedure ORDER BY count(*) DESC, procedure LIMIT 3)
), stated AS (
  SELECT court, kind, name FROM (UNPIVOT (SELECT court, matter, cause, procedure FROM filed) ON matter, cause, procedure INTO NAME kind VALUE name)
), courts AS (SELECT DISTINCT court FROM filed
), vars AS (
  SELECT court, 'caseload' AS variable, ln(count(*)) AS value FROM filed GROUP BY court
  UNION ALL SELECT court, 'judges', count(DISTINCT judge) FROM filed GROUP BY court
  UNION ALL SELECT c.court, n.kind || ' ' || n.name,
    count(*) FILTER (WHERE s.name = n.name) / nullif(count(*), 0)
  FROM courts c CROSS JOIN names n JOIN stated s ON s.court = c.court AND s.kind = n.kind GROUP BY ALL
), scaled AS (
  SELECT court, variable, (value - avg(value) OVER w) / nullif(stddev_samp(value) OVER w, 0) AS z
  FROM vars WINDOW w AS (PARTITION BY variable)
), squared AS (
  SELECT s.court, sum((s.z - o.z) ** 2) AS total FROM scaled s JOIN scaled o USING (variable)
  WHERE o.court = '${OWN}' GROUP BY s.court
)
SELECT court, sqrt(total) / max(sqrt(total)) OVER () AS distance FROM squared WHERE court <> '${OWN}' ORDER BY distance, court`;

describe.skipIf(!isHere)('neighbours of a court of São Paulo among 330', () => {
  let loaded: LoadedCourts;
  let described: Circumstances;
  let neighbours: readonly Neighbour[];

  beforeAll(async () => {
    loaded = await loadCourts([DATA], '2026-11-24', ['test/fixtures/profiles/tjsp-cases.json']);
    const by = (dimension: 'matter' | 'cause' | 'procedure' | 'judge') =>
      loaded.ask(['incoming'], ['court', dimension], PERIOD);
    const tables = {
      matter: await by('matter'),
      cause: await by('cause'),
      procedure: await by('procedure'),
      judge: await by('judge'),
    };
    described = toCircumstances(loaded.order, tables, () => null, OWN);
    neighbours = nearestNeighbours(OWN, described.units) ?? [];
  }, 240_000);
  afterAll(() => loaded.connector.close());

  test('308 courts have filings in 2018 (R: unique courts of the list); the others are named, and none is at distance 0', () => {
    expect(described.units.length).toBe(308);
    expect(described.without.length).toBe(loaded.order.length - 308);
    expect(Math.min(...neighbours.map(({ distance }) => distance))).toBeGreaterThan(0);
  });

  test('every distance is that of SQL of our own', async () => {
    const { columns } = await loaded.connector.query(BY_SQL);
    const computed = new Map(
      (columns['court'] ?? []).map((court, i) => [String(court), Number(columns['distance']?.[i])]),
    );
    expect(computed.size).toBe(307);
    for (const { unit, distance } of neighbours)
      expect([unit, distance]).toEqual([unit, expect.closeTo(computed.get(unit) ?? NaN, 9)]);
  });

  test('what a distance is made of is told with both values; no figure that is judged is among it', () => {
    const rows = toNeighbourRows(neighbours, described, OWN, 'zh');
    expect(described.variables.map(({ label }) => label.zh).join()).not.toMatch(/率|天数/);
    for (const { parts } of rows) expect(parts.length).toBeGreaterThan(0);
  });
});
