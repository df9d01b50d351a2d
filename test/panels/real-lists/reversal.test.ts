import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toGroupView } from '../../../src/panels/reversal/group-view.ts';
import { exactInterval } from '../../../src/panels/reversal/exact-rate.ts';
import { toPooledYears } from '../../../src/panels/reversal/pooled-years.ts';
import { figureAt } from '../../../src/panels/figure/figure.ts';
import type { DimensionId } from '../../../src/query/metric-query.ts';
import { formatInterval } from '../../../src/text/format.ts';
import { CONTEXT, hasRealLists, JEC, loadRealList, readR, year, type RealList } from '../../support/real-lists.ts';

const D1 = { id: 'reversal_rate', variant: 'd1' };
const D2 = { id: 'reversal_rate', variant: 'd2' };
const PAGE = { ...CONTEXT, maskName: (_: string, name: string | null) => name };

/** Appeals altered in 2017 to 2019 over what was closed then, of a table called `list` that knows nothing of the product. */
const PLAIN = (unit: string) => `SELECT ${unit} AS unit,
    count(*) FILTER (year(appeal_outcome_date::DATE) BETWEEN 2017 AND 2019 AND appeal_outcome IN ('reversed', 'reversed_in_part'))::DOUBLE AS x,
    count(*) FILTER (year(disposition_date::DATE) BETWEEN 2017 AND 2019)::DOUBLE AS n,
    count(*) FILTER (year(disposition_date::DATE) BETWEEN 2017 AND 2019 AND starts_with(disposition, 'judgment'))::DOUBLE AS judged
  FROM list GROUP BY 1`;

describe.skipIf(!hasRealLists)('发改, tjsp_jec, three years pooled', () => {
  let list: RealList;
  beforeAll(async () => {
    list = await loadRealList(JEC, 'tjsp-cases');
  }, 120_000);
  afterAll(() => list.close());
  const pooledYears = toPooledYears(year(2019), 1, { start: '2007-01-01', end: '2022-06-12' });

  test('2019 is pooled with the two years before; all together, D1 and D2 with their exact intervals as in R', async () => {
    expect(pooledYears).toEqual({ start: '2017-01-01', end: '2020-01-01' });
    const { table } = await list.ask([D1, D2], { period: pooledYears });
    const [plain] = await list.rows(`SELECT sum(x) AS x, sum(n) AS n, sum(judged) AS judged FROM (${PLAIN('1')})`);
    const r = readR();
    expect(r('jec reversal counts')).toEqual([plain?.['x'], plain?.['n'], plain?.['judged']]);
    for (const [ref, name, whole] of [
      [D1, 'd1', 'n'],
      [D2, 'd2', 'judged'],
    ] as const) {
      const figure = figureAt(table, ref, 0);
      if (figure === null) throw new Error(name);
      expect([figure.numerator, figure.denominator]).toEqual([plain?.['x'], plain?.[whole]]);
      const [lower = NaN, upper = NaN] = r(`jec reversal ${name}`);
      expect(exactInterval(figure)?.lower).toBeCloseTo(lower, 10);
      expect(exactInterval(figure)?.upper).toBeCloseTo(upper, 10);
    }
  });

  test.each([
    ['cause', 'case_type'],
    ['department', 'chamber'],
    ['judge', 'judge_id'],
  ] as const satisfies readonly (readonly [DimensionId, string])[])(
    'by %s: every group’s counts as by plain SQL, every exact interval as by binom.test',
    async (dimension, column) => {
      const answer = await list.ask([D1], { period: pooledYears, groupBy: [dimension] });
      const pooled = await list.ask([D1], { period: pooledYears });
      const view = toGroupView(D1, dimension, answer, pooled, PAGE);
      const table = view?.figure.table;
      if (view === null || table === undefined) throw new Error(dimension);
      const plain = (await list.rows(PLAIN(`nullif(replace(${column}, 'ª', 'a'), '')`))).filter(({ n, x }) => n || x);
      const bySpelling = new Map(plain.map((row) => [spelling(row['unit']), row]));
      expect(bySpelling.size).toBe(plain.length);
      expect(table.rows).toHaveLength(plain.length);
      const r = readR();
      let compared = 0;
      for (const { id, cells } of table.rows) {
        const row = bySpelling.get(id === '∅' ? '∅' : spelling(cells[0]?.text));
        const [x, n] = [row?.['x'], row?.['n']];
        expect([cells[0]?.text, cells[3]?.value], id).toEqual([cells[0]?.text, n]);
        if (Number(n) < 30) expect([cells[1]?.value, cells[2]?.text]).toEqual([null, '—']);
        else if (id !== '∅') {
          const [lower = NaN, upper = NaN] = r(`jec exact ${x} of ${n}`);
          expect(cells[1]?.value).toBe(Number(x) / Number(n));
          expect(cells[2]?.text).toBe(formatInterval(lower, upper, 'ratio', 2, 'zh'));
          const drawn = view.rows.rows.find((one) => one.id === id)?.interval;
          if (drawn != null) {
            expect(drawn.low).toBeCloseTo(lower, 10);
            expect(drawn.high).toBeCloseTo(upper, 10);
          }
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThanOrEqual({ cause: 1, department: 10, judge: 40 }[dimension]);
    },
  );
});

/** Case and width do not tell two names apart. */
function spelling(name: unknown): string {
  return name === null || name === undefined ? '∅' : String(name).normalize('NFKC').trim();
}
