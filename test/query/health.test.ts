import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { boundsOf, BOUNDED_METRICS, touchedMetrics } from '../../src/query/health-bounds.ts';
import { applicableChecks, HEALTH_CHECKS } from '../../src/query/health-checks.ts';
import { compileFaultImpact, toFaultImpacts } from '../../src/query/health-impact.ts';
import {
  compileFaultCounts,
  compileFaultRows,
  compileFaultValues,
  toFaultCounts,
  toFaultRows,
  toFaultValues,
} from '../../src/query/health-scan.ts';
import { CLEAN_CSV } from '../ingest/clean-list.ts';
import { importBytes, utf8 } from '../ingest/import-bytes.ts';
import { run, YEAR } from '../support/measure.ts';

let connector: NodeConnector;
beforeAll(async () => {
  connector = await NodeConnector.open();
});
afterAll(() => connector.close());

const HEAD = '案号,经办法院,适用程序,立案日期,结案日期,审限届满日期,结案方式';
const COURT = '示例市人民法院';

/** Loads rows (案号, 程序, 立案, 结案, 届满, 结案方式) and returns how many cases each check found. */
async function faultsOf(rows: readonly string[], head = HEAD): Promise<Record<string, number>> {
  const lines = rows.map((row) => row.replace(',', `,${COURT},`));
  return faultsOfText(`${head}\n${lines.join('\n')}\n`);
}

async function faultsOfText(text: string): Promise<Record<string, number>> {
  const { presentColumns } = await importBytes(connector, [{ name: 'list.csv', bytes: utf8(text) }]);
  const statement = compileFaultCounts(applicableChecks(presentColumns));
  if (statement === null) throw new Error('nothing to check');
  const counts = toFaultCounts(await connector.query(statement.sql, statement.params));
  return Object.fromEntries(counts.map(({ id, n }) => [id, n]));
}

async function rowsOf(id: string) {
  const statement = compileFaultRows(
    HEALTH_CHECKS.filter((check) => check.id === id),
    50,
  );
  if (statement === null) throw new Error('nothing to list');
  return toFaultRows(await connector.query(statement.sql, statement.params));
}

const checkOf = (id: string) => {
  const check = HEALTH_CHECKS.find((candidate) => candidate.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return check;
};

async function boundsFor(id: string, n: number) {
  const impact = compileFaultImpact([checkOf(id)], BOUNDED_METRICS, YEAR);
  const impacts =
    impact === null ? [] : toFaultImpacts(await connector.query(impact.sql, impact.params), BOUNDED_METRICS);
  return boundsOf(checkOf(id), n, impacts, await run(connector, BOUNDED_METRICS));
}

const good = (serial: number, closing = '判决') =>
  `(2025)兵0201民初${serial}号,普通程序,2025-01-06,2025-03-07,2025-07-06,${closing}`;

describe('each fault is found in the rows that have it', () => {
  test('none in rows without a fault', async () => {
    expect(await faultsOf([good(1), good(2, '调解')])).toEqual({});
  });

  const faults: readonly (readonly [string, string, number])[] = [
    ['resolved_before_filed', '(2025)兵0201民初2号,普通程序,2025-03-07,2025-01-06,2025-09-07,判决', 1],
    ['filed_missing', '(2025)兵0201民初2号,普通程序,,2025-03-07,2025-09-07,判决', 1],
    ['date_zero', '(2025)兵0201民初2号,普通程序,1900-01-01,2025-03-07,2025-09-07,判决', 1],
    ['date_far_future', '(2025)兵0201民初2号,普通程序,2025-01-06,4009-01-01,2025-07-06,判决', 1],
    ['date_future', '(2025)兵0201民初2号,普通程序,2025-01-06,2026-03-01,2026-07-06,判决', 1],
    ['date_unreadable', '(2025)兵0201民初2号,普通程序,2025-02-30,2025-03-07,2025-07-06,判决', 1],
    ['due_before_filed', '(2025)兵0201民初2号,普通程序,2025-01-06,2025-03-07,2024-07-06,判决', 1],
    ['closed_without_date', '(2025)兵0201民初2号,普通程序,2025-01-06,,2025-07-06,判决', 1],
    ['resolved_without_closing', '(2025)兵0201民初2号,普通程序,2025-01-06,2025-03-07,2025-07-06,', 1],
    ['closing_unknown', '(2025)兵0201民初2号,普通程序,2025-01-06,2025-03-07,2025-07-06,随便结案', 1],
    ['procedure_unfit', '(2025)兵0201民初2号,速裁程序,2025-01-06,2025-03-07,2025-07-06,判决', 1],
    ['word_unknown', '(2025)兵0201民初2号,自创程序,2025-01-06,2025-03-07,2025-07-06,判决', 1],
    ['year_unfit', '(2022)兵0201民初1号,普通程序,2025-01-06,2025-03-07,2025-07-06,判决', 1],
    ['case_no_unparsable', '民初第二号案,普通程序,2025-01-06,2025-03-07,2025-07-06,判决', 1],
    ['duplicate_identical', good(1), 1],
    ['duplicate_conflict', '(2025)兵0201民初1号,普通程序,2025-01-06,2025-04-08,2025-07-06,判决', 1],
  ];
  test.each(faults)('%s', async (id, row, n) => {
    expect(await faultsOf([good(1), row])).toMatchObject({ [id]: n });
  });

  test('a case without a known limit is one of trial, not of enforcement', async () => {
    expect(
      await faultsOf([
        '(2025)兵0201民催1号,,2025-01-06,2025-03-07,,终结',
        '(2025)兵0201执保1号,,2025-01-06,2025-03-07,,执行完毕',
      ]),
    ).toMatchObject({ limit_unknown: 1 });
  });

  test('gaps in the numbers of a court, type and year: max − count', async () => {
    // 民初 1, 2, 5, 9: 9 − 4 = 5 are missing; 刑初 1, 2: none; 2024 lies before the closings begin
    const rows = [1, 2, 5, 9].map((serial) => good(serial));
    const others = [good(1), good(2)].map((row) => row.replace('民初', '刑初'));
    const old = '(2024)兵0201民初77号,普通程序,2024-11-06,2025-01-09,2025-07-06,判决';
    expect(await faultsOf([...rows, ...others, old])).toMatchObject({ serial_gap: 5 });
    expect((await rowsOf('serial_gap')).map(({ raw, weight }) => [raw, weight])).toEqual([
      ['(2025)兵0201民初6–8号', 3],
      ['(2025)兵0201民初3–4号', 2],
    ]);
  });
});

test('a row at fault is told by file, row, column and raw value', async () => {
  await faultsOf([good(1), '(2025)兵0201民初2号,普通程序,2025-03-07,2025-01-06,2025-09-07,随便结案']);
  expect(await rowsOf('resolved_before_filed')).toEqual([
    {
      id: 'resolved_before_filed',
      file: 'list.csv',
      sheet: null,
      row: 3,
      column: 'resolved_on',
      raw: '2025-01-06',
      weight: 1,
    },
  ]);
  const values = compileFaultValues(checkOf('closing_unknown'), 12);
  expect(toFaultValues(await connector.query(values.sql, values.params))).toEqual([{ value: '随便结案', n: 1 }]);
});

describe('what a fault can do to a figure', () => {
  test('closings that are not known: none or all of them could be settlements', async () => {
    // 民事一审: 1 调解 of 4 resolved; 1 of the 4 has an unknown closing. 1 − 0 = 1 settled of 3, put back 1:
    // low 1 / (3 + 1), high (1 + 1) / (3 + 1)
    await faultsOf([good(1), good(2), good(3, '调解'), good(4, '随便结案')]);
    expect(await boundsFor('closing_unknown', 1)).toEqual([
      expect.objectContaining({ metric: 'settlement_rate', value: 1 / 4, low: 1 / 4, high: 2 / 4, n: 1 }),
    ]);
  });

  test('negative durations: 0 days, or as long as the longest', async () => {
    // 2 × 60 days counted; one negative one is not. low 120 / (2 + 1) = 40, high (120 + 60) / 3 = 60
    await faultsOf([good(1), good(2), '(2025)兵0201民初3号,普通程序,2025-03-07,2025-01-06,2025-09-07,判决']);
    const bounds = await boundsFor('resolved_before_filed', 1);
    expect(bounds.find(({ metric }) => metric === 'mean_days')).toEqual({
      metric: 'mean_days',
      value: 60,
      low: 40,
      high: 60,
      n: 1,
    });
    // the case is resolved all the same and stands in the denominator: 0 of 2 others, put back 1: 0 / 3 to 1 / 3
    expect(bounds.find(({ metric }) => metric === 'settlement_rate')).toEqual({
      metric: 'settlement_rate',
      value: 0,
      low: 0,
      high: 1 / 3,
      n: 1,
    });
  });

  test('cases that are not there', async () => {
    // numbers 2 and 3 of 4 are missing; 1 of 2 settled: low 1 / (2 + 2), high (1 + 2) / (2 + 2)
    await faultsOf([good(1), good(4, '调解')]);
    const bounds = await boundsFor('serial_gap', 2);
    expect(bounds.find(({ metric }) => metric === 'settlement_rate')).toEqual({
      metric: 'settlement_rate',
      value: 1 / 2,
      low: 1 / 4,
      high: 3 / 4,
      n: 2,
    });
  });

  test('a fault outside the population does not touch it', async () => {
    await faultsOf([
      good(1),
      good(2, '调解'),
      '(2025)兵0201刑初1号,普通程序,2025-01-06,2025-03-07,2025-07-06,随便结案',
    ]);
    expect(await boundsFor('closing_unknown', 1)).toEqual([]);
  });

  test('touched are the metrics computed from the columns at fault', () => {
    const ids = (id: string) => touchedMetrics(checkOf(id)).map((metric) => metric.id);
    expect(ids('due_before_filed')).toEqual(['within_limit_rate', 'limit_unknown', 'overdue_pending']);
    expect(ids('closing_unknown')).toContain('settlement_rate');
    expect(ids('closing_unknown')).not.toContain('pending');
    expect(ids('duplicate_identical')).toEqual([]);
  });
});

test('every check runs on a clean list and on one without rows at fault', async () => {
  // the clean list holds no gap: 民初 1–4, 刑初 1; 民终 9 and 执 11 stand alone, so 8 and 10 numbers are missing
  expect(await faultsOfText(CLEAN_CSV)).toEqual({ serial_gap: 18 });
});
