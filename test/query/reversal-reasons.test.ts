import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { loadDataset } from '../../src/cli/report-dataset.ts';
import type { DatasetSummary } from '../../src/ingest/export-file.ts';
import { compileCaseCount } from '../../src/query/case-list.ts';
import { findReasonColumns } from '../../src/panels/reversal/reason-columns.ts';
import {
  compileReasonTables,
  compileReversalReasons,
  toReasonTables,
  toReversalReasons,
} from '../../src/query/reversal-reasons.ts';

/** Two lists through the importer: judgments of a court, and the appeals with the reasons of the court of appeal. */
const FIRST = `案号,经办法院,审判程序,立案日期,结案日期,结案方式
(2024)兵9901民初1号,某垦区人民法院,一审,2024-01-05,2024-03-05,判决
(2024)兵9901民初2号,某垦区人民法院,一审,2024-01-06,2024-03-06,判决
(2024)兵9901民初3号,某垦区人民法院,一审,2024-01-07,2024-03-07,判决
(2024)兵9901民初4号,某垦区人民法院,一审,2024-01-08,2024-03-08,判决
`;
const SECOND = `案号,经办法院,审判程序,原审案号,立案日期,结案日期,结案方式,改判原因,发回重审原因
(2024)兵99民终1号,某师中级人民法院,二审,(2024)兵9901民初1号,2024-04-01,2024-06-01,改判,二审出现新证据,
(2024)兵99民终2号,某师中级人民法院,二审,(2024)兵9901民初2号,2024-04-02,2024-06-02,发回重审,,基本事实不清
(2024)兵99民终3号,某师中级人民法院,二审,(2024)兵9901民初3号,2024-04-03,2024-06-03,改判,,
(2024)兵99民终4号,某师中级人民法院,二审,(2024)兵9901民初4号,2024-04-04,2024-06-04,维持,不应计入,
`;

let db: NodeConnector;
let summary: DatasetSummary;
const folder = mkdtempSync(join(tmpdir(), 'court-reasons-'));
beforeAll(async () => {
  db = await NodeConnector.open();
  const paths = [
    ['yishen.csv', FIRST],
    ['ershen.csv', SECOND],
  ].map(([name = '', text = '']) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  summary = await loadDataset(db, paths, '2025-01-31');
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

test('reasons stand with the reversals they are told of; empty ones are counted as not stated', async () => {
  const columns = findReasonColumns(summary);
  expect(columns).toHaveLength(2);
  const tables = compileReasonTables(columns);
  const found = toReasonTables(await db.query(tables.sql, tables.params), columns);
  expect(found).toHaveLength(2);
  const scope = { period: { start: '2024-01-01', end: '2025-01-01' }, filter: { court: ['某垦区人民法院'] } };
  const { sql, params } = compileReversalReasons(scope, found);
  const reasons = toReversalReasons(await db.query(sql, params));
  const one = { byFirst: 1, bySecond: 1, byCohort: 1 };
  expect(reasons).toHaveLength(3);
  expect(reasons).toEqual(
    expect.arrayContaining([
      { reason: '二审出现新证据', ...one },
      { reason: '基本事实不清', ...one },
      { reason: null, ...one },
    ]),
  );
});

test.each([['二审出现新证据'], ['基本事实不清'], [null]])(
  'the reversals of the reason %s open, and no other',
  async (text) => {
    const columns = findReasonColumns(summary);
    const tables = compileReasonTables(columns);
    const found = toReasonTables(await db.query(tables.sql, tables.params), columns);
    const set = {
      metric: { id: 'reversal_rate', variant: 'd3' },
      part: 'numerator',
      period: { start: '2024-01-01', end: '2025-01-01' },
      filter: { court: ['某垦区人民法院'] },
      reason: { text, columns: found },
    } as const;
    const { sql, params } = compileCaseCount(set);
    expect((await db.query(sql, params)).columns['count']).toEqual([1]);
  },
);

test('a list without such a column has none', () => {
  const own = summary.files.filter(({ name }) => name === 'yishen.csv');
  expect(findReasonColumns({ ...summary, files: own })).toEqual([]);
  expect(findReasonColumns(null)).toEqual([]);
});
