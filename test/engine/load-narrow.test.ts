import { mkdtemp, openAsBlob } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { NodeFiles } from '../../src/cli/node-files.ts';
import { NodeTables } from '../../src/cli/node-tables.ts';
import type { Cell, Connector } from '../../src/engine/connector.ts';
import { openPrepared } from '../../src/engine/open-prepared.ts';
import { writePrepared } from '../../src/engine/write-prepared.ts';
import { CASE_COLUMNS } from '../../src/schema/columns.ts';
import { emptyProfile, NO_RULES, type ReadingRules } from '../../src/ingest/profile.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { importFiles } from '../../src/state/import-files.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from '../ingest/clean-list.ts';
import { AS_OF, rowsOf, utf8 } from '../ingest/import-bytes.ts';

let narrow: NodeConnector;
let plain: NodeConnector;
beforeEach(async () => {
  [narrow, plain] = [await NodeConnector.open(), await NodeConnector.open()];
});
afterEach(() => {
  narrow.close();
  plain.close();
});

/** @param query what the import asks the engine with */
async function load(
  connector: NodeConnector,
  text: string,
  mode: 'add' | 'replace' = 'replace',
  query: Connector['query'] = (sql, params, options) => connector.query(sql, params, options),
  rules: ReadingRules = NO_RULES,
): Promise<unknown> {
  const files = new NodeFiles();
  const stores = connector === narrow ? { files, tables: new NodeTables(connector, files) } : { files };
  return importFiles({ connector: { query }, ...stores }, [{ name: `${mode}.csv`, source: utf8(text) }], {
    mode,
    asOf: AS_OF,
    rules,
    read: ({ name }, isCleanPathAllowed) =>
      Promise.resolve(readExport({ name, bytes: utf8(text) }, { isCleanPathAllowed, rules })),
  });
}

/** Every column of every case with its type, and all that follows from the cases. */
async function toldBy(connector: NodeConnector): Promise<Readonly<Record<string, Cell[][]>>> {
  return {
    types: await rowsOf(connector, `SELECT column_name, column_type FROM (DESCRIBE cases)`),
    cases: await rowsOf(connector, 'SELECT * FROM cases ORDER BY case_id'),
    appeals: await rowsOf(connector, 'SELECT * FROM appeals ORDER BY ALL'),
    issues: await rowsOf(connector, 'SELECT * FROM ingest_issues ORDER BY ALL'),
    files: await rowsOf(connector, 'SELECT * FROM ingest_files ORDER BY id'),
    history: await rowsOf(connector, 'SELECT * FROM case_history ORDER BY ALL'),
  };
}

/** Tables, views and types of the engine, but for the texts of the lists. */
async function leftIn(connector: NodeConnector): Promise<Cell[]> {
  const rows = await rowsOf(
    connector,
    `SELECT table_name AS n FROM duckdb_tables() UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal
      UNION ALL SELECT type_name FROM duckdb_types() WHERE NOT internal ORDER BY n`,
  );
  return rows.flat().filter((name) => !String(name).startsWith('raw_'));
}

const RELATIONS = ['appeals', 'case_history', 'case_lists', 'case_sequels', 'cases', 'ingest_files', 'ingest_issues'];
const WITH_STORE = [...RELATIONS.slice(0, 5), 'cases_store', ...RELATIONS.slice(5)];

async function expectNarrow(text: string, rules: ReadingRules = NO_RULES): Promise<void> {
  for (const connector of [narrow, plain]) await load(connector, text, 'replace', undefined, rules);
  expect(await leftIn(narrow)).toEqual(WITH_STORE);
  expect(await leftIn(plain)).toEqual(RELATIONS);
  const told = await toldBy(narrow);
  expect(told).toEqual(await toldBy(plain));
  expect(told['types']).toEqual(CASE_COLUMNS.map(({ name, type }) => [name, type]));
}

const MORE = ['审判程序', '案件类型'];
/** The first row with other cells. */
function rowWith(cells: Readonly<Record<string, string>>): string[] {
  return [...LABELS, ...MORE].map((label, i) => cells[label] ?? ROWS[0]?.[i] ?? '');
}
const number = (i: number, code = '兵0201民初') => `(2025)${code}${i}号`;

describe('a list whose texts are kept as ENUM gives the cases of one whose texts are kept as they are', () => {
  test('clean, with appeals that mark the case they came from', async () => {
    await expectNarrow(CLEAN_CSV);
    const kept = await rowsOf(
      narrow,
      `SELECT count(*)::INTEGER FROM duckdb_columns() WHERE table_name = 'cases_store' AND starts_with(data_type, 'ENUM')`,
    );
    // court_code, type_code, court, matter, level, cause, procedure, bench, department, judge, due_basis, original_court, and three of the closing;
    // the list has no column of original courts; what stands before the serial number is kept once, as key and 案号 are alike
    expect(kept).toEqual([[15]]);
    expect(await rowsOf(narrow, 'SELECT count(*)::INTEGER FROM cases WHERE is_appealed')).not.toEqual([[0]]);
  });

  test('with empty cells, cells of spaces and closings of several kinds of case', () =>
    expectNarrow(
      toCsvText([
        [...LABELS, ...MORE],
        ...[
          rowWith({ 案号: number(1), 承办人: '', 承办部门: ' ', 结案方式: ' 判决 ' }),
          rowWith({ 案号: number(2), 立案案由: '', 适用程序: '', 结案方式: '维持', 结案日期: '' }),
          rowWith({ 案号: number(3, '兵02民终'), 结案方式: '维持', 经办法院: '第二师中级人民法院' }),
          rowWith({ 案号: number(4, '兵0201执'), 结案方式: '终结本次执行', 适用程序: '', 审判组织形式: '' }),
          rowWith({ 案号: number(5), 结案方式: '以某种方式结案', 承办人: `'; DROP TABLE cases; --` }),
          rowWith({ 案号: number(6), 结案方式: '', 结案日期: '', 立案日期: '' }),
        ],
      ]),
    ));

  test.each([
    ['as its key', '(2025)兵0201民初', 1],
    ['otherwise than its key', '（2025）兵０２０１民初', 2],
    ['behind a space', ' (2025)兵0201民初', 0],
  ])('where the 案号 is written %s', async (_, prefix, kept) => {
    const numbers = [7, 12, 99_999].map((serial) => rowWith({ 案号: `${prefix}${serial}号` }));
    await expectNarrow(toCsvText([[...LABELS, ...MORE], ...numbers]));
    const columns = `SELECT count(*)::INTEGER FROM duckdb_columns() WHERE table_name = 'cases_store' AND starts_with(column_name, 'prefix_')`;
    expect(await rowsOf(narrow, columns)).toEqual([[kept]]);
    expect(await rowsOf(narrow, 'SELECT case_key, case_no FROM cases WHERE serial = 12')).toEqual([
      ['(2025)兵0201民初12号', `${prefix}12号`.trim()],
    ]);
  });

  test('where the kind of case is told by the 案号, by a column, or by neither', () =>
    expectNarrow(
      toCsvText([
        [...LABELS, ...MORE],
        ...[
          rowWith({ 案号: number(1), 审判程序: '二审', 案件类型: '行政' }),
          rowWith({ 案号: number(3, '兵0201民特'), 审判程序: '一审', 案件类型: '刑事' }),
          rowWith({ 案号: number(4, '兵0201法赔'), 审判程序: '', 案件类型: '民事' }),
          rowWith({ 案号: number(5, '兵0201司救执'), 审判程序: '再审', 案件类型: '' }),
          rowWith({ 案号: number(6, '兵0201执'), 审判程序: '执行', 案件类型: '' }),
        ],
      ]),
    ));

  test('where a court is missing, and is known by its code only', () =>
    expectNarrow(
      toCsvText([
        [...LABELS, ...MORE],
        ...[
          rowWith({ 案号: number(1) }),
          rowWith({ 案号: number(2), 经办法院: '' }),
          rowWith({ 案号: number(3, '京0105民初'), 经办法院: '' }),
          rowWith({ 案号: number(4, '京0105民初'), 经办法院: '朝阳法院' }),
          rowWith({ 案号: number(5, '京0105民初'), 经办法院: '北京市朝阳区人民法院' }),
        ],
      ]),
    ));

  test('where several columns, or a column and the 案号, tell the same', async () => {
    await expectNarrow(
      toCsvText([
        ['案号', '法院代字', '是否小额诉讼', '适用程序', '立案日期'],
        [number(1), '兵0201', '是', '简易程序', '2025-01-06'],
        [number(2), '', '否', '简易程序', '2025-01-07'],
        [number(3), '京0105', '', '普通程序', '2025-01-08'],
        ['(2012)石民初字第20号', '兵0202', '是', '', '2012-01-09'],
        ['(2012)石民初字第21号', '', '', '', '2012-01-09'],
      ]),
    );
    expect(await rowsOf(narrow, 'SELECT "procedure", court_code FROM cases ORDER BY case_id')).toEqual([
      ['简易程序', '兵0201'],
      ['简易程序', '兵0201'],
      ['普通程序', '兵0201'],
      ['小额诉讼程序', '兵0202'],
      [null, null],
    ]);
  });

  test('where a profile gives every case one value, or that of cases without one', async () => {
    const labels = ['案号', '是否小额诉讼', '立案日期'];
    const constants = { court: `'); DROP TABLE cases; --`, department: '民一庭', procedure: '普通程序' };
    const profile = { ...emptyProfile('我院', labels), constants };
    await expectNarrow(
      toCsvText([labels, [number(1), '是', '2025-01-06'], [number(2), '否', '2025-01-07'], [number(3), '', '']]),
      { profiles: [profile], aliases: [] },
    );
    expect(await rowsOf(narrow, 'SELECT "procedure", department, court FROM cases ORDER BY case_id')).toEqual([
      ['小额诉讼程序', '民一庭', constants.court],
      ['普通程序', '民一庭', constants.court],
      ['普通程序', '民一庭', constants.court],
    ]);
  });

  test('without a column of courts, and with hardly any column at all', async () => {
    await expectNarrow(`案号,立案日期\n${number(1)},2025-01-06\n${number(2, '兵02民终')},2025-01-07\n`);
  });
});

describe('what comes after it', () => {
  const second = toCsvText([
    LABELS,
    ...ROWS.slice(0, 2),
    ...ROWS.slice(2, 3).map((row) => row.map((cell, i) => (i === 1 ? number(99) : cell))),
  ]);

  test('a second list joins it, and nothing is narrow any more', async () => {
    for (const connector of [narrow, plain]) {
      await load(connector, CLEAN_CSV);
      await load(connector, second, 'add');
      expect(await leftIn(connector)).toEqual(RELATIONS);
    }
    expect(await toldBy(narrow)).toEqual(await toldBy(plain));
  });

  test('another list takes its place, and it comes back', async () => {
    for (const connector of [narrow, plain])
      for (const text of [CLEAN_CSV, second, CLEAN_CSV]) await load(connector, text);
    expect(await leftIn(narrow)).toEqual(WITH_STORE);
    expect(await toldBy(narrow)).toEqual(await toldBy(plain));
  });

  test('a list with a number that comes twice takes its place: it is a plain table', async () => {
    for (const connector of [narrow, plain]) {
      await load(connector, CLEAN_CSV);
      await load(connector, toCsvText([LABELS, ...ROWS, ...ROWS.slice(0, 1)]));
    }
    expect(await leftIn(narrow)).toEqual(RELATIONS);
    expect(await toldBy(narrow)).toEqual(await toldBy(plain));
  });

  test.each([
    'CREATE TYPE',
    'TABLE next_cases_store',
    'DROP TABLE next_cases',
    'ALTER TABLE',
    'court_code::VARCHAR',
    'COMMIT',
  ])('a failure at %s leaves what was there', async (part) => {
    await load(narrow, CLEAN_CSV);
    const before = await toldBy(narrow);
    let failures = 0;
    const failing: Connector['query'] = (sql, params, options) => {
      if (!sql.includes(part) || failures > 0) return narrow.query(sql, params, options);
      failures += 1;
      return Promise.reject(new Error('the engine said no'));
    };
    await expect(load(narrow, second, 'replace', failing)).rejects.toThrow('the engine said no');
    expect(failures).toBe(1);
    expect(await toldBy(narrow)).toEqual(before);
    expect(await leftIn(narrow)).toEqual(WITH_STORE);
  });

  test('a prepared set is made of it, takes its place, and is the same', async () => {
    await load(narrow, CLEAN_CSV);
    const before = await toldBy(narrow);
    const path = join(await promisify(mkdtemp)(join(tmpdir(), 'narrow-')), 'set.duckdb');
    await writePrepared(narrow, path, { facts: '{}', rawText: [] });
    const prepared = await openPrepared({ connector: narrow, files: new NodeFiles() }, await openAsBlob(path));
    expect(await toldBy(narrow)).toEqual(before);
    expect((await leftIn(narrow)).filter((name) => String(name).includes('store'))).toEqual([]);
    await prepared.close();
  });
});
