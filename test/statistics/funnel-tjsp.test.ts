import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { proportionFunnel } from '../../src/statistics/funnel/proportion-funnel.ts';
import { ratioFunnel } from '../../src/statistics/funnel/ratio-funnel.ts';
import { indirectRatios } from '../../src/statistics/standardise/indirect.ts';

const FILE = '../shared/data/tjsp_jec/cases.csv';
const isHere = existsSync(FILE);
if (!isHere) console.warn(`${FILE} is not there: funnels are not compared with R on it`);
const LARGEST = 'Foro de São José do Rio Preto';

/** The numbers are what `funnel-tjsp.R` printed in R 4.2.2, which shares no code with us. */
describe.skipIf(!isHere)('funnels of denied judgments of 243 courts of São Paulo against R', () => {
  let connector: NodeConnector;
  let rows: readonly { readonly unit: string; readonly stratum: string; readonly x: number; readonly n: number }[];
  beforeAll(async () => {
    connector = await NodeConnector.open();
    const { columns } = await connector.query(
      `SELECT court, case_type, CAST(count(*) AS DOUBLE) AS n,
         CAST(count(*) FILTER (WHERE disposition = 'judgment_denied') AS DOUBLE) AS x,
         sum(count(*)) OVER (PARTITION BY court) >= 10 AS is_kept
       FROM read_csv('${FILE}', header = true)
       WHERE year(disposition_date) BETWEEN 2016 AND 2019 AND disposition LIKE 'judgment%'
       GROUP BY court, case_type ORDER BY court, case_type`,
      [],
    );
    rows = (columns['court'] ?? []).flatMap((court, i) =>
      columns['is_kept']?.[i] === true
        ? [
            {
              unit: String(court),
              stratum: String(columns['case_type']?.[i]),
              x: Number(columns['x']?.[i]),
              n: Number(columns['n']?.[i]),
            },
          ]
        : [],
    );
  }, 60_000);
  afterAll(() => connector.close());

  test('crude: target, φ, τ² and limits', () => {
    const courts = [...new Set(rows.map(({ unit }) => unit))].map((unit) => {
      const own = rows.filter((row) => row.unit === unit);
      const sum = (of: 'x' | 'n') => own.reduce((total, row) => total + row[of], 0);
      return { unit, x: sum('x'), n: sum('n') };
    });
    const { target, overdispersion, units } = proportionFunnel(courts);
    expect(target).toBeCloseTo(0.161035612612, 11);
    expect(overdispersion.unitCount).toBe(243);
    expect(overdispersion.rawPhi).toBeCloseTo(3.847707431767, 10);
    expect(overdispersion.phi).toBeCloseTo(1.959180880981, 10);
    expect(overdispersion.tauSquared).toBeCloseTo(0.003192145767, 11);
    const largest = units.find(({ unit }) => unit === LARGEST);
    expect(courts.find(({ unit }) => unit === LARGEST)?.n).toBe(1146);
    expect(largest?.adjusted.lower998).toBeCloseTo(0.053073459451, 10);
    expect(largest?.adjusted.lower95).toBeCloseTo(0.086470206617, 10);
    expect(largest?.adjusted.upper95).toBeCloseTo(0.253286015208, 10);
    expect(largest?.adjusted.upper998).toBeCloseTo(0.312676367843, 10);
    expect(largest?.exact.lower998).toBeCloseTo(0.127900233203, 9);
    expect(largest?.exact.lower95).toBeCloseTo(0.139607805831, 9);
    expect(largest?.exact.upper95).toBeCloseTo(0.182163518941, 9);
    expect(largest?.exact.upper998).toBeCloseTo(0.194985342495, 9);
    const count = (flag: string) => units.filter(({ adjustedFlag }) => adjustedFlag === flag).length;
    expect([count('high998'), count('low998')]).toEqual([4, 8]);
  });

  test('adjusted for the type of case: expected counts, φ, τ² and who lies beyond', () => {
    const ratios = indirectRatios(rows);
    const funnel = ratioFunnel(ratios);
    expect(funnel.overdispersion.rawPhi).toBeCloseTo(3.199887716315, 9);
    expect(funnel.overdispersion.phi).toBeCloseTo(1.624654073849, 9);
    expect(funnel.overdispersion.tauSquared).toBeCloseTo(0.012938749619, 10);
    expect(ratios.find(({ unit }) => unit === LARGEST)?.expected).toBeCloseTo(184.5468120535, 8);
    const largest = funnel.units.find(({ unit }) => unit === LARGEST);
    expect(largest?.adjusted.lower998).toBeCloseTo(0.397589518764, 9);
    expect(largest?.adjusted.upper998).toBeCloseTo(1.875401520176, 9);
    const count = (flag: string) => funnel.units.filter(({ adjustedFlag }) => adjustedFlag === flag).length;
    expect([count('high998'), count('low998')]).toEqual([2, 8]);
  });
});
