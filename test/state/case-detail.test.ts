import { afterAll, beforeAll, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import type { DatasetSummary } from '../../src/ingest/export-file.ts';
import {
  compileCase,
  compileLinkedCases,
  compileRawKind,
  compileRawRow,
  compileRowIssues,
} from '../../src/query/case-detail.ts';
import { importBytes, utf8 } from '../ingest/import-bytes.ts';

/** A list that DuckDB reads by position, and one with a title and a blank row, that is rewritten with row numbers. */
const FIRST = `案号,法院,承办人,立案日期,结案日期,结案方式
(2025)兵9901民初1号,甲县人民法院,张三,2025-01-02,2025-02-03,判决
(2025)兵9901民初2号,甲县人民法院,李四,2025-01-05,2025-03-07,"调解"
`;
const SECOND = `二审案件清单,,,,,
,,,,,
案号,法院,立案日期,结案日期,结案方式,原审案号
(2025)兵99民终7号,乙市中级人民法院,2025-04-01,2025-05-32,改判,(2025)兵9901民初1号
,,,,,
(2025)兵99民终8号,乙市中级人民法院,2025-04-02,2025-05-09,维持,(2024)兵9901民初99号
`;

let db: NodeConnector;
let summary: DatasetSummary;
beforeAll(async () => {
  db = await NodeConnector.open();
  summary = await importBytes(db, [
    { name: 'first.csv', bytes: utf8(FIRST) },
    { name: 'second.csv', bytes: utf8(SECOND) },
  ]);
});
afterAll(() => db.close());

async function rowsOf({ sql, params }: ReturnType<typeof compileCase>) {
  const { rowCount, names, columns } = await db.query(sql, params);
  return Array.from({ length: rowCount }, (_, i) =>
    Object.fromEntries(names.map((name) => [name, columns[name]?.[i] ?? null])),
  );
}

async function idOf(caseNo: string): Promise<number> {
  const [row] = await rowsOf({ sql: 'SELECT case_id FROM cases WHERE case_no = $1', params: [caseNo] });
  return Number(row?.['case_id']);
}

async function placeOf(caseNo: string) {
  const [row] = await rowsOf(compileCase(await idOf(caseNo)));
  const file = summary.files.find(({ id }) => id === row?.['file_id']);
  if (file === undefined) throw new Error(`${caseNo} has no file`);
  const place = {
    fileId: file.id,
    file: file.name,
    sheet: file.sheet,
    headerRow: file.headerRow,
    row: Number(row?.['source_row']),
  };
  return { place, width: file.mapping.length };
}

async function rawOf(caseNo: string): Promise<unknown[]> {
  const { place, width } = await placeOf(caseNo);
  const [kind] = await rowsOf(compileRawKind(place));
  const [raw] = await rowsOf(compileRawRow(place, width, kind?.['is_numbered'] === true));
  return [place.row, ...Object.values(raw ?? {})];
}

test('the row as it stood, in lists of either kind, under the number that the clerk sees', async () => {
  expect(await rawOf('(2025)兵9901民初2号')).toEqual([
    3,
    '(2025)兵9901民初2号',
    '甲县人民法院',
    '李四',
    '2025-01-05',
    '2025-03-07',
    '调解',
  ]);
  expect(await rawOf('(2025)兵99民终7号')).toEqual([
    4,
    '(2025)兵99民终7号',
    '乙市中级人民法院',
    '2025-04-01',
    '2025-05-32',
    '改判',
    '(2025)兵9901民初1号',
  ]);
});

test('the issues of the row and of no other', async () => {
  const { place } = await placeOf('(2025)兵99民终7号');
  const issues = await rowsOf(compileRowIssues(place));
  expect(issues.map((issue) => [issue['column'], issue['raw'], issue['reason']])).toContainEqual([
    '结案日期',
    '2025-05-32',
    'date_impossible',
  ]);
  expect(await rowsOf(compileRowIssues({ ...place, row: 6 }))).toEqual([]);
});

test('from a case to its appeal and back; an original that is not loaded has no row', async () => {
  const [first, appeal, orphan] = [
    await idOf('(2025)兵9901民初1号'),
    await idOf('(2025)兵99民终7号'),
    await idOf('(2025)兵99民终8号'),
  ];
  const linked = async (id: number) =>
    (await rowsOf(compileLinkedCases(id))).map((row) => [row['relation'], row['case_id'], row['case_no']]);
  expect(await linked(first)).toEqual([['later', appeal, '(2025)兵99民终7号']]);
  expect(await linked(appeal)).toEqual([['original', first, '(2025)兵9901民初1号']]);
  expect(await linked(orphan)).toEqual([]);
});

test('an appeal that only the row of its original tells of', async () => {
  const first = await idOf('(2025)兵9901民初2号');
  await db.query(
    `INSERT INTO appeals (case_key, original_case_id, "level", deciding_court, closing) VALUES ('(2025)兵99民终9号', $1, '二审', NULL, '维持')`,
    [first],
  );
  const [told] = await rowsOf(compileLinkedCases(first));
  expect(told).toMatchObject({ relation: 'told', case_id: null, case_no: '(2025)兵99民终9号', closing: '维持' });
  await db.query('DELETE FROM appeals WHERE case_id IS NULL');
});

test('a list that is none is refused', () => {
  expect(() => compileRawKind({ fileId: -1 })).toThrow(RangeError);
});
