import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import type { DatasetSummary } from '../../src/ingest/export-file.ts';
import { compileMetricQuery } from '../../src/query/compile.ts';
import {
  comparedColumns,
  compileDifferenceCases,
  compileDifferenceCounts,
  toDifferenceCounts,
  type DifferenceKind,
} from '../../src/query/difference.ts';
import type { ListPair, ListSide } from '../../src/query/difference-list.ts';
import { compileListPairs, defaultPair, toListPairs } from '../../src/query/difference-pair.ts';
import type { ResultTable } from '../../src/query/metric-query.ts';
import { toResultTable } from '../../src/query/result.ts';
import { importBytes, rowsOf, utf8 } from '../ingest/import-bytes.ts';
import { AUGUST, august, monthly, SEPTEMBER, september } from '../ingest/monthly-exports.ts';

let connector: NodeConnector;
let summary: DatasetSummary;
beforeAll(async () => {
  connector = await NodeConnector.open();
  summary = await importBytes(connector, [september, august]);
});
afterAll(() => connector.close());

async function pairsOf() {
  const { sql, params } = compileListPairs();
  return toListPairs(await connector.query(sql, params));
}

async function thePair(): Promise<ListPair> {
  const pair = defaultPair(await pairsOf());
  if (pair === null) throw new Error('no pair');
  return pair;
}

const columnsOf = ({ older, newer }: ListPair) => {
  const mapping = (id: number) => summary.files.find((file) => file.id === id)?.mapping ?? [];
  return comparedColumns(mapping(older), mapping(newer));
};

async function countsOf(pair: ListPair): Promise<Record<string, number>> {
  const { sql, params } = compileDifferenceCounts(pair, columnsOf(pair));
  const counts = toDifferenceCounts(await connector.query(sql, params));
  return Object.fromEntries(counts.map(({ kind, n }) => [kind.fate ?? kind.column, n]));
}

async function casesOf(pair: ListPair, kind: DifferenceKind) {
  const { sql, params } = compileDifferenceCases(pair, kind, 100);
  const { rowCount, columns } = await connector.query(sql, params);
  return Array.from({ length: rowCount }, (_, i) => [
    columns['case_no']?.[i],
    columns['old_value']?.[i],
    columns['new_value']?.[i],
    columns['old_row']?.[i],
    columns['new_row']?.[i],
  ]);
}

async function figures(pair: ListPair, side: ListSide, metrics: readonly string[]): Promise<ResultTable> {
  const compiled = compileMetricQuery({
    metrics: metrics.map((id) => ({ id })),
    groupBy: [],
    period: { start: '2025-01-01', end: '2025-09-01' },
    filter: {},
    list: { pair, side },
  });
  return toResultTable(compiled, await connector.query(compiled.sql, compiled.params), summary.presentColumns);
}

test('the pair: the older list first, with the cases that stand in both', async () => {
  const [august_, september_] = ['8月.csv', '9月.csv'].map(
    (name) => summary.files.find((file) => file.name === name)?.id,
  );
  expect(await pairsOf()).toEqual([
    { older: august_, newer: september_, asOf: '2025-08-31', newerAsOf: '2025-09-30', shared: 8, smaller: 9 },
  ]);
});

test('columns that both lists have are compared, the dates and the closing first', async () => {
  expect(columnsOf(await thePair())).toEqual(['filed_on', 'resolved_on', 'closing', 'procedure', 'court', 'judge']);
});

test('every case has one fate, counted by hand', async () => {
  // 11, 12 filed in September; 10 filed on 20 August and unknown on the 31st; 4 closed on 12 September; 5 closed on 29
  // August, of which the August list knew nothing; 6 gone. Of the others: 8 filed on another day and under another
  // procedure, 2 closed on another day, 3 closed in another mode; 1, 7 and 9 as they were
  expect(await countsOf(await thePair())).toEqual({
    filed: 2,
    entered: 1,
    closed: 1,
    backdated: 1,
    vanished: 1,
    filed_on: 1,
    resolved_on: 1,
    closing: 1,
    procedure: 1,
  });
});

test('the cases of a kind, with what it was, what it is, and the rows of both lists', async () => {
  const pair = await thePair();
  const no = (serial: number) => `(2025)兵0201民初${serial}号`;
  expect(await casesOf(pair, { fate: 'filed' })).toEqual([
    [no(11), null, null, null, 11],
    [no(12), null, null, null, 12],
  ]);
  expect(await casesOf(pair, { fate: 'entered' })).toEqual([[no(10), null, null, null, 10]]);
  expect(await casesOf(pair, { fate: 'closed' })).toEqual([[no(4), null, null, 5, 5]]);
  expect(await casesOf(pair, { fate: 'backdated' })).toEqual([[no(5), null, null, 6, 6]]);
  expect(await casesOf(pair, { fate: 'vanished' })).toEqual([[no(6), null, null, 7, null]]);
  expect(await casesOf(pair, { column: 'filed_on' })).toEqual([[no(8), '2025-08-28', '2025-08-18', 9, 8]]);
  expect(await casesOf(pair, { column: 'resolved_on' })).toEqual([[no(2), '2025-05-20', '2025-05-25', 3, 3]]);
  expect(await casesOf(pair, { column: 'closing' })).toEqual([[no(3), '判决', '调解', 4, 4]]);
  expect(await casesOf(pair, { column: 'procedure' })).toEqual([[no(8), '简易程序', '普通程序', 9, 8]]);
});

describe('metrics of one list', () => {
  const METRICS = ['incoming', 'resolved', 'pending', 'settlement_rate', 'mean_days', 'closing_rate'];

  test('January to August by the list of August and by that of September, by hand', async () => {
    const pair = await thePair();
    const older = await figures(pair, 'older', METRICS);
    const newer = await figures(pair, 'newer', METRICS);
    const value = (table: ResultTable, id: string) => table.measures[id]?.value[0];
    // filed: 1…9; and without 6, with 10
    expect([value(older, 'incoming'), value(newer, 'incoming')]).toEqual([9, 9]);
    // resolved: 1 2 3 6 9; and 1 2 3 5 9
    expect([value(older, 'resolved'), value(newer, 'resolved')]).toEqual([5, 5]);
    // open at the end of August: 4 5 7 8; and 4 7 8 10 (4 is closed, but in September)
    expect([value(older, 'pending'), value(newer, 'pending')]).toEqual([4, 4]);
    // settled: 1 9 of 5; and 1 3 5 9 of 5
    expect([value(older, 'settlement_rate'), value(newer, 'settlement_rate')]).toEqual([2 / 5, 4 / 5]);
    // days: 35 + 132 + 66 + 90 + 61 = 384; and 35 + 137 + 66 + 172 + 61 = 471
    expect([value(older, 'mean_days'), value(newer, 'mean_days')]).toEqual([384 / 5, 471 / 5]);
  });

  test('are what a data set of that list alone gives', async () => {
    const pair = await thePair();
    const older = await figures(pair, 'older', METRICS);
    const alone = await NodeConnector.open();
    const only = await importBytes(alone, [august]);
    const compiled = compileMetricQuery({
      metrics: METRICS.map((id) => ({ id })),
      groupBy: [],
      period: { start: '2025-01-01', end: '2025-09-01' },
      filter: {},
    });
    const table = toResultTable(compiled, await alone.query(compiled.sql, compiled.params), only.presentColumns);
    alone.close();
    expect(older).toEqual(table);
  });

  test('agree with SQL written by hand on the rows of the two lists', async () => {
    const pair = await thePair();
    const list = (id: number) =>
      `(SELECT * EXCLUDE (case_id) FROM cases WHERE file_id = ${id} UNION ALL SELECT * FROM case_history WHERE file_id = ${id})`;
    for (const [side, id] of [
      ['older', pair.older],
      ['newer', pair.newer],
    ] as const) {
      const table = await figures(pair, side, ['incoming', 'resolved', 'mean_days']);
      const [row] = await rowsOf(
        connector,
        `SELECT (SELECT count(*)::DOUBLE FROM ${list(id)} WHERE filed_on BETWEEN '2025-01-01' AND '2025-08-31'),
          count(*)::DOUBLE, avg(resolved_on - filed_on)::DOUBLE FROM ${list(id)} WHERE resolved_on BETWEEN '2025-01-01' AND '2025-08-31'`,
      );
      expect(['incoming', 'resolved', 'mean_days'].map((id_) => table.measures[id_]?.value[0])).toEqual(row);
    }
  });
});

describe('metrics of appeals', () => {
  const appeals = {
    name: '二审.csv',
    bytes: utf8(
      '案号,立案日期,结案日期,结案方式,原审案号\n(2025)兵02民终1号,2025-06-10,2025-07-20,改判,(2025)兵0201民初2号\n(2025)兵02民终2号,2025-06-11,2025-07-21,维持,(2025)兵0201民初6号\n',
    ),
  };

  test('count the appeals of the cases of the list, and mark them in both', async () => {
    summary = await importBytes(connector, [august, september, appeals]);
    const pair = await thePair();
    const ask = (side: ListSide) => figures(pair, side, ['reversal_rate', 'appeal_rate']);
    const [older, newer] = [await ask('older'), await ask('newer')];
    const parts = (table: ResultTable, id: string) => [
      table.measures[id]?.numerator[0],
      table.measures[id]?.denominator[0],
    ];
    // first instance, resolved by August: 1 2 3 6 9; and 1 2 3 5 9. Appealed: 2 and 6; and 2 alone, for 6 has vanished
    expect([parts(older, 'appeal_rate'), parts(newer, 'appeal_rate')]).toEqual([
      [2, 5],
      [1, 5],
    ]);
    // reversed: 2 in both
    expect([parts(older, 'reversal_rate')[0], parts(newer, 'reversal_rate')[0]]).toEqual([1, 1]);
  });

  test('take an appeal as the list of appeals that is asked tells it', async () => {
    const corrected = {
      name: '二审9月.csv',
      bytes: utf8(
        '案号,立案日期,结案日期,结案方式,原审案号\n(2025)兵02民终1号,2025-06-10,2025-07-20,维持,(2025)兵0201民初2号\n(2025)兵02民终3号,2025-08-11,2025-09-21,维持,(2025)兵0201民初9号\n',
      ),
    };
    summary = await importBytes(connector, [september, appeals, corrected]);
    const pair = await thePair();
    const reversed = async (side: ListSide) =>
      (await figures(pair, side, ['reversal_rate'])).measures['reversal_rate']?.numerator[0];
    expect([await reversed('older'), await reversed('newer')]).toEqual([1, 0]);
  });
});

describe('a list that does not reach as far', () => {
  /** Cases 101 to 130, filed in 2024 and closed by June; they leave the list of open and newly closed cases. */
  const old = Array.from({ length: 30 }, (_, i) => `${101 + i},2024-11-05,2025-0${(i % 6) + 1}-15,判决,简易程序,王芳`);

  test('does not make what it leaves out vanish, nor move a figure', async () => {
    const slice = monthly(
      '9月在办.csv',
      SEPTEMBER.filter((row) => !/^(1|2|3|9),/.test(row)),
    );
    summary = await importBytes(connector, [monthly('8月.csv', [...AUGUST, ...old]), slice]);
    const pair = await thePair();
    const counts = await countsOf(pair);
    // of the cases in both, none was closed in August: 1 2 3 6 9 and the thirty are before the reach of the newer list
    expect([counts['narrower'], counts['vanished'], counts['entered']]).toEqual([35, undefined, 1]);
    const [older, newer] = [await figures(pair, 'older', ['resolved']), await figures(pair, 'newer', ['resolved'])];
    // 35 closed by August; 5 is backdated to August in the newer
    expect([older.measures['resolved']?.value[0], newer.measures['resolved']?.value[0]]).toEqual([35, 36]);
  });

  test('a single case that is gone has vanished, though it is the oldest of the list', async () => {
    summary = await importBytes(connector, [
      monthly('8月.csv', ['90,2024-01-05,2024-06-01,判决,简易程序,王芳', ...AUGUST]),
      september,
    ]);
    expect((await countsOf(await thePair()))['vanished']).toBe(2);
  });
});

test('lists that share no case make no pair', async () => {
  await importBytes(connector, [august, monthly('x.csv', ['50,2025-01-05,,,简易程序,王芳'])]);
  expect(await pairsOf()).toEqual([]);
});

test('what a closing or an appeal after the older list brings with it is no edit', async () => {
  const labels = '案号,立案日期,结案日期,结案方式,是否当庭宣判,是否上诉,上诉日期,实际到位金额';
  const row = (n: number, rest: string) => `(2025)兵0201民初${n}号,2025-01-0${n},${rest}`;
  const older = [
    row(1, ',,,,,'),
    row(2, '2025-07-01,判决,是,否,,'),
    row(3, '2025-07-01,判决,是,否,,'),
    row(4, '2025-07-02,判决,否,否,,100'),
    row(5, '2025-07-31,调解,,,,'),
  ];
  const newer = [
    // closed in August, with all that a closing tells
    row(1, '2025-08-05,判决,是,是,2025-08-10,50'),
    // appealed in August, and in July, of which the older list knew nothing
    row(2, '2025-07-01,判决,是,是,2025-08-02,'),
    row(3, '2025-07-01,判决,是,是,2025-07-20,'),
    // corrected
    row(4, '2025-07-02,判决,是,否,,200'),
    row(5, '2025-07-31,调解,,,,'),
  ];
  const other = await NodeConnector.open();
  try {
    const files = [newer, older].map((rows, i) => ({
      name: i === 0 ? '8月.csv' : '7月.csv',
      bytes: utf8([labels, ...rows].join('\n')),
    }));
    const read = await importBytes(other, files);
    const pairs = compileListPairs();
    const pair = defaultPair(toListPairs(await other.query(pairs.sql, pairs.params)));
    if (pair === null) throw new Error('no pair');
    const mapping = (id: number) => read.files.find((file) => file.id === id)?.mapping ?? [];
    const { sql, params } = compileDifferenceCounts(pair, comparedColumns(mapping(pair.older), mapping(pair.newer)));
    const counts = toDifferenceCounts(await other.query(sql, params));
    expect(Object.fromEntries(counts.map(({ kind, n }) => [kind.fate ?? kind.column, n]))).toEqual({
      closed: 1,
      appealed_on: 1,
      is_appealed: 1,
      is_in_court_judgment: 1,
      amount_recovered: 1,
    });
  } finally {
    other.close();
  }
});
