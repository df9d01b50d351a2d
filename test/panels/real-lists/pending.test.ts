import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toAgesView } from '../../../src/panels/pending/ages-view.ts';
import { sumOf, toBoardView } from '../../../src/panels/pending/board-view.ts';
import { BOARD_METRICS } from '../../../src/panels/pending/pending-results.svelte.ts';
import { toUnitsView } from '../../../src/panels/pending/units-view.ts';
import type { DimensionId } from '../../../src/query/metric-query.ts';
import { compilePendingAges, toPendingAges } from '../../../src/query/pending-ages.ts';
import {
  hasRealLists,
  LITIGATION,
  loadRealList,
  withProcedures,
  year,
  type RealList,
} from '../../support/real-lists.ts';

/** 227,664 cases of one court, as they were open at the end of 2010. */
describe.skipIf(!hasRealLists)('未结, tjsp_litigation', () => {
  let list: RealList;
  beforeAll(async () => {
    list = await loadRealList(LITIGATION, 'tjsp-litigation', withProcedures);
    await list.plain
      .query(`CREATE TABLE open AS SELECT court, judge_id, f, CASE WHEN procedure = 'Procedimento Ordinario' THEN f + INTERVAL 6 MONTH
        WHEN procedure IN ('Procedimento do Juizado Especial...', 'Procedimento Sumario') THEN f + INTERVAL 3 MONTH END AS due
      FROM (SELECT *, filing_date::DATE AS f, last_movement_date::DATE AS d FROM list)
      WHERE f <= '2010-12-31' AND (d IS NULL OR d > '2010-12-31')`);
  }, 180_000);
  afterAll(() => list.close());

  const ages = async (by: DimensionId | null, nearDays = 15) => {
    const { sql, params } = compilePendingAges({ period: year(2010), filter: {} }, by, nearDays);
    return toPendingAges(await list.db.query(sql, params));
  };
  /** Cases open for over so many months at the end of 31 December 2010, by the last day on which they were filed. */
  const OVER = { 12: '2009-12-31', 18: '2009-06-30', 24: '2008-12-31', 36: '2007-12-31' } as const;
  const counts = `count(*)::DOUBLE AS n, ${Object.entries(OVER)
    .map(([months, day]) => `count(*) FILTER (f <= '${day}')::DOUBLE AS over${months}`)
    .join(', ')}, count(*) FILTER (due <= '2010-12-31')::DOUBLE AS late,
    count(*) FILTER (due BETWEEN '2011-01-01' AND '2011-01-15')::DOUBLE AS near, count(*) FILTER (due IS NULL)::DOUBLE AS unlimited`;
  const NAMES = ['n', 'over12', 'over18', 'over24', 'over36', 'late', 'near', 'unlimited'];

  test('the tiles of the board', async () => {
    const found = await ages(null);
    const stocks = await list.ask(BOARD_METRICS, { period: year(2010) });
    const board = toBoardView({ ages: found, stocks, lastYear: null, nearDays: 15, hasDueDates: true, locale: 'zh' });
    const [plain] = await list.rows(`SELECT ${counts} FROM open`);
    expect(board.tiles.map(({ value }) => value)).toEqual(NAMES.map((name) => plain?.[name]));
    expect(Number(plain?.['n'])).toBeGreaterThan(100_000);
    expect(Number(plain?.['near'])).toBeGreaterThan(0);
  });

  test('the pyramid of ages', async () => {
    const view = toAgesView(await ages(null), 'procedure', (_, name) => name, 'zh');
    const bands = [
      '1900-01-01',
      '2007-12-31',
      '2008-12-31',
      '2009-06-30',
      '2009-12-31',
      '2010-06-30',
      '2010-09-30',
      '2010-12-31',
    ];
    const expected = await Promise.all(
      bands.slice(1).map(async (to, i) => {
        const [row] = await list.rows(
          `SELECT count(*)::DOUBLE AS n FROM open WHERE f > '${bands[i] ?? ''}' AND f <= '${to}'`,
        );
        return row?.['n'];
      }),
    );
    expect(view?.rows.map(({ cells }) => cells[0]?.count)).toEqual(expected);
  });

  test.each([
    ['department', `replace(court, 'ª', 'a')`],
    ['judge', 'judge_id'],
  ] as const)('every %s', async (dimension, column) => {
    const view = toUnitsView(await ages(dimension), dimension, 15, (_, name) => name, 'zh');
    const plain = await list.rows(`SELECT ${column} AS unit, ${counts} FROM open GROUP BY 1`);
    expect(view.rows).toHaveLength(plain.length);
    for (const row of plain)
      expect(view.rows.find(({ label }) => label === row['unit'])?.cells.map(({ value }) => value)).toEqual(
        NAMES.slice(0, -1).map((name) => row[name]),
      );
    expect(sumOf(await ages(dimension)).count).toBe(plain.reduce((sum, { n }) => sum + Number(n), 0));
  });
});
