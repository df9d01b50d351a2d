import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { casesOf, LIST_KINDS } from '../../src/panels/pending/pending-list.ts';
import { toAgesView } from '../../src/panels/pending/ages-view.ts';
import { sumOf } from '../../src/panels/pending/board-view.ts';
import { compileCaseCount, compileCaseList } from '../../src/query/case-list.ts';
import type { CaseFilter, DimensionId, Period } from '../../src/query/metric-query.ts';
import { compilePendingAges, toPendingAges, type PendingAge } from '../../src/query/pending-ages.ts';
import { loadSample } from '../data/load-sample.ts';
import { createCases } from '../support/cases.ts';
import { measureOf, run } from '../support/measure.ts';

/** The figures of the board, recomputed with plain SQL that knows nothing of `query/`. */
const number = async (db: NodeConnector, sql: string) => Number((await db.query(sql)).columns['v']?.[0]);

async function agesOf(
  db: NodeConnector,
  period: Period,
  by: DimensionId | null = null,
  nearDays = 15,
): Promise<readonly PendingAge[]> {
  const { sql, params } = compilePendingAges({ period, filter: {} }, by, nearDays);
  return toPendingAges(await db.query(sql, params));
}

async function listed(db: NodeConnector, period: Period, opens: ReturnType<typeof casesOf>, group: CaseFilter = {}) {
  const { metric, variant, range } = opens;
  const ref = variant == null ? { id: metric } : { id: metric, variant };
  const { sql, params } = compileCaseCount({
    metric: ref,
    part: 'denominator',
    period,
    filter: {},
    group: { ...opens.group, ...group },
    range: range ?? null,
  });
  return Number((await db.query(sql, params)).columns['count']?.[0]);
}

describe('sample data, end of September 2025', () => {
  const period = { start: '2025-01-01', end: '2025-10-01' };
  let db: NodeConnector;
  beforeAll(async () => {
    db = await loadSample();
    await createCases(db, [], []);
    await db.query(`INSERT INTO cases BY NAME SELECT CAST(row_number() OVER () AS INTEGER) AS case_id, case_no,
      CASE WHEN type LIKE '%执%' THEN '执行' WHEN type LIKE '刑%' THEN '刑事' WHEN type LIKE '行%' THEN '行政' ELSE '民事' END AS matter,
      CASE WHEN type LIKE '%终' THEN '二审' WHEN type LIKE '%执%' THEN '首次执行' ELSE '一审' END AS level,
      court, procedure, department, judge, filed_on, resolved_on, due_on, resolved_on - filed_on AS days FROM sample`);
  }, 60_000);
  afterAll(() => db.close());
  const OPEN = `FROM sample WHERE type NOT LIKE '%执%' AND filed_on <= '2025-09-30' AND coalesce(resolved_on, '2099-01-01') > '2025-09-30'`;

  test('all, by age, beyond and near the limit', async () => {
    const ages = await agesOf(db, period);
    const sum = sumOf(ages);
    expect(sum.count).toBe(await number(db, `SELECT count(*) AS v ${OPEN}`));
    expect(sum.overdue).toBe(await number(db, `SELECT count(*) AS v ${OPEN} AND due_on <= '2025-09-30'`));
    expect(sum.near).toBe(
      await number(db, `SELECT count(*) AS v ${OPEN} AND due_on BETWEEN '2025-10-01' AND '2025-10-15'`),
    );
    expect(sum.unlimited).toBe(await number(db, `SELECT count(*) AS v ${OPEN} AND due_on IS NULL`));
    // Over 12 months at the end of 30 September 2025: filed on 30 September 2024 or before. 18: on 31 March 2024 …
    for (const [months, before, from] of [
      [36, '2022-09-30', '1900-01-01'],
      [24, '2023-09-30', '2022-10-01'],
      [18, '2024-03-31', '2023-10-01'],
      [12, '2024-09-30', '2024-04-01'],
      [6, '2025-03-31', '2024-10-01'],
      [3, '2025-06-30', '2025-04-01'],
      [0, '2025-09-30', '2025-07-01'],
    ] as const) {
      const band = ages.find(({ overMonths }) => overMonths === months)?.count ?? 0;
      const plain = await number(db, `SELECT count(*) AS v ${OPEN} AND filed_on BETWEEN '${from}' AND '${before}'`);
      expect([months, band]).toEqual([months, plain]);
    }
  });

  test.each(['department', 'judge', 'procedure'] as const)('by %s, every group', async (dimension) => {
    const ages = await agesOf(db, period, dimension);
    const plain = await db.query(
      `SELECT ${dimension} AS g, count(*)::DOUBLE AS n, count(*) FILTER (due_on <= '2025-09-30')::DOUBLE AS late ${OPEN} GROUP BY 1`,
    );
    const found = new Map(
      [...new Set(ages.map(({ group }) => group))].map((group) => [
        group,
        sumOf(ages.filter((age) => age.group === group)),
      ]),
    );
    expect(found.size).toBe(plain.rowCount);
    for (let i = 0; i < plain.rowCount; i += 1) {
      const group = plain.columns['g']?.[i] ?? null;
      const sum = found.get(group === null ? null : String(group));
      expect([group, sum?.count, sum?.overdue]).toEqual([group, plain.columns['n']?.[i], plain.columns['late']?.[i]]);
    }
  });

  test('every list holds as many cases as its number says, and so does every bar', async () => {
    const ages = await agesOf(db, period, 'procedure', 20);
    const sum = sumOf(ages);
    const table = await run(
      db,
      [
        { id: 'overdue_pending' },
        ...[12, 18, 24, 36].map((months) => ({ id: 'long_pending', variant: String(months) })),
      ],
      { period },
    );
    const value = (key: string) => measureOf(table, key).value[0];
    const expected = {
      overdue: value('overdue_pending'),
      near: sum.near,
      over12: value('long_pending.12'),
      over18: value('long_pending.18'),
      over24: value('long_pending.24'),
      over36: value('long_pending.36'),
      all: sum.count,
    };
    for (const kind of LIST_KINDS)
      expect([kind, await listed(db, period, casesOf(kind, 20))]).toEqual([kind, expected[kind]]);
    expect(sum.overdue).toBe(expected.overdue);
    const view = toAgesView(ages, 'procedure', (_, name) => name, 'zh');
    const cells = view?.rows.flatMap((row) => row.cells) ?? [];
    expect(cells.length).toBeGreaterThan(14);
    for (const cell of cells) expect(await listed(db, period, cell.opens)).toBe(cell.count);
  });

  test('days so far and days left stand in the list, the fewest first', async () => {
    const { sql, params } = compileCaseList({
      metric: { id: 'overdue_pending' },
      part: 'denominator',
      period,
      filter: {},
      columns: ['case_id', 'age_days', 'days_left', 'filed_on', 'due_on'],
      sortBy: 'days_left',
      limit: 3,
      offset: 0,
    });
    const { columns } = await db.query(sql, params);
    const plain = await db.query(
      `SELECT (DATE '2025-09-30' - filed_on)::INTEGER AS age, (due_on - DATE '2025-09-30')::INTEGER AS days_left ${OPEN} AND due_on <= '2025-09-30' ORDER BY days_left LIMIT 3`,
    );
    expect(columns['days_left']).toEqual(plain.columns['days_left']);
    expect(columns['age_days']?.[0]).toBe(plain.columns['age']?.[0]);
  });
});

describe('rows without dates', () => {
  const period = { start: '2025-01-01', end: '2025-10-01' };
  const row = { court: '甲', matter: '民事', level: '一审' };
  let db: NodeConnector;
  beforeAll(async () => {
    db = await NodeConnector.open();
    await createCases(
      db,
      [
        { case_id: 1, case_key: 'neither filed nor closed, but due', due_on: '2025-03-01', ...row },
        {
          case_id: 2,
          case_key: 'closed later, filing not known, due',
          resolved_on: '2025-11-01',
          due_on: '2025-03-01',
          ...row,
        },
        { case_id: 3, case_key: 'pending and late', filed_on: '2025-01-05', due_on: '2025-04-05', ...row },
        {
          case_id: 4,
          case_key: 'due on the last day and open at its end',
          filed_on: '2025-07-01',
          due_on: '2025-09-30',
          ...row,
        },
        { case_id: 5, case_key: 'due on the 16th day', filed_on: '2025-07-01', due_on: '2025-10-16', ...row },
      ],
      [],
    );
  });
  afterAll(() => db.close());

  test('a case that is in no stock is not overdue either; the figure, the board and the list agree', async () => {
    const table = await run(db, [{ id: 'pending' }, { id: 'overdue_pending' }], { period });
    expect(measureOf(table, 'pending').value[0]).toBe(4);
    expect(measureOf(table, 'overdue_pending').value[0]).toBe(3);
    const ages = await agesOf(db, period);
    expect(sumOf(ages)).toEqual({ count: 4, overdue: 3, near: 0, unlimited: 0 });
    expect(ages.find(({ overMonths }) => overMonths === null)?.count).toBe(1);
    expect(await listed(db, period, casesOf('overdue', 15))).toBe(3);
    expect(await listed(db, period, casesOf('near', 15))).toBe(0);
    expect(await listed(db, period, casesOf('near', 16))).toBe(1);
    expect(await listed(db, period, casesOf('all', 15))).toBe(4);
  });

  test('by month too', async () => {
    const table = await run(db, [{ id: 'overdue_pending' }], { period, grain: 'month' });
    // Due on 1 March (filing not known, closed in November): late from the end of March on; due on 5 April: from April.
    expect(measureOf(table, 'overdue_pending').value).toEqual([0, 0, 1, 2, 2, 2, 2, 2, 3]);
  });
});

const SHARED = new URL('../../../shared/data/', import.meta.url).pathname;

describe.skipIf(!existsSync(`${SHARED}tjsp_litigation/cases.parquet`))(
  'tjsp_litigation (skipped where ../shared is absent)',
  () => {
    let db: NodeConnector;
    const period = { start: '2000-01-01', end: '2013-01-01' };
    beforeAll(async () => {
      db = await NodeConnector.open();
      await createCases(db, [], []);
      await db.query(
        `INSERT INTO cases BY NAME SELECT CAST(row_number() OVER () AS INTEGER) AS case_id, court AS department, CAST(judge_id AS VARCHAR) AS judge,
        CAST(filing_date AS DATE) AS filed_on, CAST(last_movement_date AS DATE) AS resolved_on
      FROM read_parquet($1)`,
        [`${SHARED}tjsp_litigation/cases.parquet`],
      );
    });
    afterAll(() => db.close());

    test('74,523 cases without a last movement; open at the end of 2012 and old, as plain SQL counts them', async () => {
      expect(await number(db, 'SELECT count(*) AS v FROM cases WHERE resolved_on IS NULL')).toBe(74523);
      const ages = await agesOf(db, period, 'department');
      const open = `FROM read_parquet('${SHARED}tjsp_litigation/cases.parquet')
      WHERE CAST(filing_date AS DATE) <= '2012-12-31' AND (last_movement_date IS NULL OR CAST(last_movement_date AS DATE) > '2012-12-31')`;
      expect(sumOf(ages).count).toBe(await number(db, `SELECT count(*) AS v ${open}`));
      const old = sumOf(ages.filter(({ overMonths }) => (overMonths ?? 0) >= 36)).count;
      expect(old).toBe(await number(db, `SELECT count(*) AS v ${open} AND CAST(filing_date AS DATE) <= '2009-12-31'`));
      const courts = new Set(ages.map(({ group }) => group));
      for (const court of courts) {
        const own = sumOf(ages.filter(({ group }) => group === court)).count;
        expect(own).toBe(await number(db, `SELECT count(*) AS v ${open} AND court = '${court}'`));
      }
    });
  },
);

describe.skipIf(!existsSync(`${SHARED}tjsp_jec/cases.parquet`))('tjsp_jec (skipped where ../shared is absent)', () => {
  test('pending at the end of 2014 by age, as plain SQL counts them', async () => {
    const db = await NodeConnector.open();
    await createCases(db, [], []);
    const file = `read_parquet('${SHARED}tjsp_jec/cases.parquet')`;
    const [filed, closed] = ['filing_date', 'disposition_date'];
    await db.query(`INSERT INTO cases BY NAME SELECT CAST(row_number() OVER () AS INTEGER) AS case_id,
      CAST(${filed} AS DATE) AS filed_on, CAST(${closed} AS DATE) AS resolved_on FROM ${file}`);
    const ages = await agesOf(db, { start: '2014-01-01', end: '2015-01-01' });
    const open = `FROM ${file} WHERE CAST(${filed} AS DATE) <= '2014-12-31' AND (${closed} IS NULL OR CAST(${closed} AS DATE) > '2014-12-31')`;
    const known = sumOf(ages.filter(({ overMonths }) => overMonths !== null)).count;
    expect(known).toBe(await number(db, `SELECT count(*) AS v ${open}`));
    const old = sumOf(ages.filter(({ overMonths }) => (overMonths ?? 0) >= 12)).count;
    expect(old).toBe(await number(db, `SELECT count(*) AS v ${open} AND CAST(${filed} AS DATE) <= '2013-12-31'`));
    db.close();
  });
});
