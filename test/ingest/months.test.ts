import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import type { DatasetSummary } from '../../src/ingest/export-file.ts';
import { compileCaseHistory, compileLinkedCases } from '../../src/query/case-detail.ts';
import { casesOf, importBytes, rowsOf, utf8 } from './import-bytes.ts';
import { AUGUST, august, monthly, SEPTEMBER, september } from './monthly-exports.ts';

let connector: NodeConnector;
beforeEach(async () => {
  connector = await NodeConnector.open();
});
afterEach(() => connector.close());

const balance = (summary: DatasetSummary) =>
  summary.files.map(({ name, rows, loaded, setAside }) => [name, rows, loaded, setAside]);
const reasons = () =>
  rowsOf(
    connector,
    'SELECT file, reason, action, count(*)::INTEGER FROM ingest_issues GROUP BY ALL ORDER BY file, reason',
  );
const history = () =>
  rowsOf(
    connector,
    `SELECT f.name, h.source_row, h.serial, h.filed_on::VARCHAR, h.resolved_on::VARCHAR, h.closing
      FROM case_history h JOIN ingest_files f ON f.id = h.file_id ORDER BY f.name, h.source_row`,
  );
const closings = () =>
  rowsOf(connector, 'SELECT serial, resolved_on::VARCHAR, closing FROM cases ORDER BY serial, court, file_id');

describe('cases that have vanished', () => {
  const rules = { profiles: [], aliases: [], isVanishedLeftOut: true };
  const serials = async () => (await rowsOf(connector, 'SELECT serial FROM cases ORDER BY serial')).map(([n]) => n);

  test.each([
    ['at once', async () => importBytes(connector, [august, september], { rules })],
    [
      'one after the other',
      async () => {
        await importBytes(connector, [august], { rules });
        return importBytes(connector, [september], { rules, mode: 'add' });
      },
    ],
  ])('are set aside with the reason where that was chosen: %s', async (_, load) => {
    const summary = await load();
    // number 6 stands in August only
    expect(await serials()).toEqual([1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12]);
    expect(balance(summary)).toEqual([
      ['8月.csv', 9, 0, 9],
      ['9月.csv', 11, 11, 0],
    ]);
    expect(await reasons()).toEqual([
      ['8月.csv', 'superseded:9月.csv', 'set_aside', 8],
      ['8月.csv', 'vanished:9月.csv', 'set_aside', 1],
    ]);
    expect((await history()).map((row) => row[2]).sort((a, b) => Number(a) - Number(b))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  test('come back with a list that has them, and when another list takes the place of the newer one', async () => {
    await importBytes(connector, [august, september], { rules });
    const corrected = monthly('9月 (1).csv', [...SEPTEMBER, ...AUGUST.filter((row) => row.startsWith('6,'))]);
    const summary = await importBytes(connector, [corrected], { rules, mode: 'add' });
    expect(await serials()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(summary.rows).toBe(summary.loaded + summary.setAside);
  });
});

describe('two months of one list', () => {
  test('the newest row of a case counts, the older is set aside and kept with its file and row', async () => {
    const summary = await importBytes(connector, [august, september]);
    // 9 + 11 rows; 8 cases stand in both; 6 in August only; 3 in September only: 12 cases
    expect(balance(summary)).toEqual([
      ['8月.csv', 9, 1, 8],
      ['9月.csv', 11, 11, 0],
    ]);
    expect(await reasons()).toEqual([['8月.csv', 'superseded:9月.csv', 'set_aside', 8]]);
    expect(await closings()).toEqual([
      [1, '2025-02-10', '调解'],
      [2, '2025-05-25', '判决'],
      [3, '2025-04-10', '调解'],
      [4, '2025-09-12', '判决'],
      [5, '2025-08-29', '准予撤诉'],
      [6, '2025-06-30', '判决'],
      [7, null, null],
      [8, null, null],
      [9, '2025-08-31', '调解'],
      [10, null, null],
      [11, null, null],
      [12, '2025-09-30', '判决'],
    ]);
    expect(await history()).toEqual([
      ['8月.csv', 2, 1, '2025-01-06', '2025-02-10', '调解'],
      ['8月.csv', 3, 2, '2025-01-08', '2025-05-20', '判决'],
      ['8月.csv', 4, 3, '2025-02-03', '2025-04-10', '判决'],
      ['8月.csv', 5, 4, '2025-03-05', null, null],
      ['8月.csv', 6, 5, '2025-03-10', null, null],
      ['8月.csv', 8, 7, '2025-05-06', null, null],
      ['8月.csv', 9, 8, '2025-08-28', null, null],
      ['8月.csv', 10, 9, '2025-07-01', '2025-08-31', '调解'],
    ]);
    expect(
      await rowsOf(
        connector,
        'SELECT f.name, l.as_of::VARCHAR, l.position FROM case_lists l JOIN ingest_files f ON f.id = l.file_id ORDER BY l.position',
      ),
    ).toEqual([
      ['8月.csv', '2025-08-31', 1],
      ['9月.csv', '2025-09-30', 2],
    ]);
    expect(await rowsOf(connector, 'SELECT min(case_id), max(case_id), count(DISTINCT case_id) FROM cases')).toEqual([
      [1, 12, 12],
    ]);
  });

  test('give the same whatever the order of the files, in one import or in several', async () => {
    await importBytes(connector, [august, september]);
    const [cases, older] = [await casesOf(connector), await history()];
    await importBytes(connector, [september, august]);
    expect(await casesOf(connector)).toEqual(cases);
    expect(await history()).toEqual(older);
    for (const [first, second] of [
      [august, september],
      [september, august],
    ] as const) {
      await importBytes(connector, [first]);
      const summary = await importBytes(connector, [second], { mode: 'add' });
      expect(summary).toMatchObject({ rows: 20, loaded: 12, setAside: 8 });
      expect(await casesOf(connector)).toEqual(cases);
      expect(await history()).toEqual(older);
    }
  });

  test('three months in all six orders give the same', async () => {
    const october = monthly('10月.csv', [
      '4,2025-03-05,2025-09-12,调解,普通程序,李明',
      '7,2025-05-06,2025-10-20,判决,普通程序,王芳',
    ]);
    const seen = new Set<string>();
    const lists = [august, september, october] as const;
    for (const [a, b, c] of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ] as const) {
      await importBytes(connector, [lists[a], lists[b]]);
      await importBytes(connector, [lists[c]], { mode: 'add' });
      seen.add(JSON.stringify([await casesOf(connector), await history()]));
    }
    expect(seen.size).toBe(1);
    // 4 and 7 from October, 8 - 2 + 3 = 9 others from September, 6 from August
    expect(
      await rowsOf(
        connector,
        'SELECT f.name, count(*)::INTEGER FROM cases c JOIN ingest_files f ON f.id = c.file_id GROUP BY ALL ORDER BY 2',
      ),
    ).toEqual([
      ['8月.csv', 1],
      ['10月.csv', 2],
      ['9月.csv', 9],
    ]);
    expect(await rowsOf(connector, 'SELECT count(*)::INTEGER FROM case_history WHERE serial = 4')).toEqual([[2]]);
  });

  test('a day that stands alone does not make a long list the newer one', async () => {
    // 250 cases filed in March and one slip of the pen in December: 31 March is the last day
    const rows = (resolved: string) =>
      Array.from(
        { length: 250 },
        (_, i) => `${i + 1},2025-03-${String((i % 31) + 1).padStart(2, '0')},${resolved},,简易程序,王芳`,
      );
    const slip = monthly('3月.csv', [...rows(''), '251,2025-12-20,,,简易程序,王芳']);
    const later = monthly('4月.csv', rows('2025-04-30'));
    await importBytes(connector, [later, slip]);
    expect(await rowsOf(connector, 'SELECT count(*)::INTEGER, count(resolved_on)::INTEGER FROM cases')).toEqual([
      [251, 250],
    ]);
  });

  test('a list without closings never hides the closing of a case, however new it is', async () => {
    const filings = {
      name: '收案.csv',
      bytes: utf8('案号,立案日期\n(2025)兵0201民初2号,2025-01-08\n(2025)兵0201民初99号,2025-12-01\n'),
    };
    await importBytes(connector, [august, filings]);
    expect(await rowsOf(connector, 'SELECT resolved_on::VARCHAR FROM cases WHERE serial = 2')).toEqual([
      ['2025-05-20'],
    ]);
  });
});

test('a list of filings and a list of closings together know both, in either order', async () => {
  const filings = {
    name: '收案.csv',
    bytes: utf8(
      '案号,立案日期,承办人,适用程序\n(2025)兵0201民初1号,2025-01-06,王芳,简易程序\n(2025)兵0201民初2号,2025-09-01,李明,简易程序\n',
    ),
  };
  const resolved = {
    name: '结案.csv',
    bytes: utf8('案号,结案日期,结案方式\n(2025)兵0201民初1号,2025-02-10,调解\n'),
  };
  const asked = () =>
    rowsOf(
      connector,
      'SELECT serial, filed_on::VARCHAR, resolved_on::VARCHAR, closing, days, judge, due_on::VARCHAR FROM cases ORDER BY serial',
    );
  // 6 January to 10 February: 25 + 10 = 35 days; simplified procedure: three months
  const expected = [
    [1, '2025-01-06', '2025-02-10', '调解', 35, '王芳', '2025-04-06'],
    [2, '2025-09-01', null, null, null, '李明', '2025-12-01'],
  ];
  expect(await importBytes(connector, [filings, resolved])).toMatchObject({ rows: 3, loaded: 2, setAside: 1 });
  expect(await asked()).toEqual(expected);
  await importBytes(connector, [resolved]);
  await importBytes(connector, [filings], { mode: 'add' });
  expect(await asked()).toEqual(expected);
});

describe('a list that is imported again', () => {
  test('with the same rows takes the place of the first, under a name of its own', async () => {
    const once = await importBytes(connector, [august]);
    const cases = await casesOf(connector);
    const again = await importBytes(connector, [august], { mode: 'add' });
    expect(once).toMatchObject({ rows: 9, loaded: 9, setAside: 0 });
    expect(balance(again)).toEqual([
      ['8月.csv', 9, 0, 9],
      ['8月.csv (2)', 9, 9, 0],
    ]);
    expect(await casesOf(connector)).toEqual(cases);
    expect(await history()).toEqual([]);
    expect(await reasons()).toEqual([['8月.csv', 'list_replaced:8月.csv (2)', 'set_aside', 9]]);
  });

  test('with the same rows in another order and another file, too', async () => {
    const summary = await importBytes(connector, [august, monthly('copy.csv', [...AUGUST].reverse())]);
    expect(balance(summary)).toEqual([
      ['8月.csv', 9, 0, 9],
      ['copy.csv', 9, 9, 0],
    ]);
  });

  test('without any 案号 it is not counted twice', async () => {
    const list = {
      name: 'x.csv',
      bytes: utf8('立案日期,结案日期,案由\n2025-01-05,2025-02-01,离婚纠纷\n2025-01-06,,离婚纠纷\n'),
    };
    await importBytes(connector, [list]);
    expect(await importBytes(connector, [list], { mode: 'add' })).toMatchObject({ rows: 4, loaded: 2, setAside: 2 });
  });

  test('corrected up to the same day: what is no longer in it is gone', async () => {
    const corrected = monthly(
      '8月.csv',
      AUGUST.filter((row) => !row.startsWith('6,')),
    );
    await importBytes(connector, [august]);
    const summary = await importBytes(connector, [corrected], { mode: 'add' });
    expect(balance(summary)).toEqual([
      ['8月.csv', 9, 0, 9],
      ['8月.csv (2)', 8, 8, 0],
    ]);
    expect(await rowsOf(connector, 'SELECT count(*)::INTEGER FROM cases WHERE serial = 6')).toEqual([[0]]);
  });

  test('a list of the same name and day but of other cases is another list', async () => {
    const other = monthly(
      '8月.csv',
      AUGUST.map((row) => `9${row}`),
    );
    const summary = await importBytes(connector, [august, other]);
    expect(balance(summary)).toEqual([
      ['8月.csv', 9, 9, 0],
      ['8月.csv (2)', 9, 9, 0],
    ]);
  });

  test('an extract of a list under its name does not take its place', async () => {
    const extract = monthly(
      '8月.csv',
      AUGUST.filter((row) => /^(7|8|9),/.test(row)),
    );
    // 3 of 9 cases, up to the same day: loaded later, these three count; the other six stay
    expect(balance(await importBytes(connector, [august, extract]))).toEqual([
      ['8月.csv', 9, 6, 3],
      ['8月.csv (2)', 3, 3, 0],
    ]);
  });

  test('a row that the replaced list had superseded counts again', async () => {
    const july = monthly('7月.csv', [
      '6,2025-04-01,,,简易程序,李明',
      '7,2025-05-06,,,普通程序,王芳',
      '20,2025-07-30,,,简易程序,王芳',
    ]);
    const corrected = monthly(
      '8月.csv',
      AUGUST.filter((row) => !row.startsWith('6,')),
    );
    await importBytes(connector, [july, august, corrected]);
    const expected = await casesOf(connector);
    await importBytes(connector, [july, august]);
    const summary = await importBytes(connector, [corrected], { mode: 'add' });
    // 6 and 20 from July; 8 from the corrected August; 7 of July is superseded
    expect(balance(summary)).toEqual([
      ['7月.csv', 3, 2, 1],
      ['8月.csv', 9, 0, 9],
      ['8月.csv (2)', 8, 8, 0],
    ]);
    expect(await casesOf(connector)).toEqual(expected);
    expect(await rowsOf(connector, 'SELECT min(case_id), max(case_id), count(*)::INTEGER FROM cases')).toEqual([
      [1, 10, 10],
    ]);
  });

  test('up to a later day under the same name it is the next month, not a replacement', async () => {
    await importBytes(connector, [monthly('清单.csv', AUGUST)]);
    const summary = await importBytes(connector, [monthly('清单.csv', SEPTEMBER)], { mode: 'add' });
    expect(balance(summary)).toEqual([
      ['清单.csv', 9, 1, 8],
      ['清单.csv (2)', 11, 11, 0],
    ]);
  });
});

test('the older rows of a case are told with their list, the newest first', async () => {
  const july = monthly('7月.csv', ['2,2025-01-08,,,普通程序,李明', '20,2025-07-30,,,简易程序,王芳']);
  await importBytes(connector, [september, july, august]);
  const [[id] = []] = await rowsOf(connector, 'SELECT case_id FROM cases WHERE serial = 2');
  const { sql, params } = compileCaseHistory(Number(id));
  const { rowCount, columns } = await connector.query(sql, params);
  const told = ['file', 'as_of', 'source_row', 'resolved_on'];
  expect(Array.from({ length: rowCount }, (_, i) => told.map((column) => columns[column]?.[i] ?? null))).toEqual([
    ['8月.csv', '2025-08-31', 3, '2025-05-20'],
    ['7月.csv', '2025-07-30', 2, null],
  ]);
});

test('within one list the fuller row stays, and then meets the other lists', async () => {
  const twice = monthly('9月.csv', ['2,2025-01-08,,,普通程序,', ...SEPTEMBER]);
  const summary = await importBytes(connector, [august, twice]);
  expect(balance(summary)).toEqual([
    ['8月.csv', 9, 1, 8],
    ['9月.csv', 12, 11, 1],
  ]);
  expect(await rowsOf(connector, 'SELECT resolved_on::VARCHAR, source_row FROM cases WHERE serial = 2')).toEqual([
    ['2025-05-25', 4],
  ]);
});

test('an appeal that is known now is known of the older row too', async () => {
  const appeals = {
    name: '二审.csv',
    bytes: utf8(
      '案号,立案日期,结案日期,结案方式,原审案号\n(2025)兵02民终1号,2025-06-10,2025-07-20,改判,(2025)兵0201民初2号\n',
    ),
  };
  await importBytes(connector, [august, september, appeals]);
  const asked = (table: string) =>
    rowsOf(connector, `SELECT is_appealed, appealed_on::VARCHAR FROM ${table} WHERE serial = 2 AND type_code = '民初'`);
  expect(await asked('cases')).toEqual([[true, '2025-06-10']]);
  expect(await asked('case_history')).toEqual([[true, '2025-06-10']]);
});

describe('an enforcement list', () => {
  const HEAD = '案号,立案日期,结案日期,结案方式,执行依据文号,首次执行案号\n';
  const list = (...rows: readonly string[]) => ({ name: '执行.csv', bytes: utf8(`${HEAD}${rows.join('\n')}\n`) });

  test('joins the case whose judgment is enforced, and the first enforcement where it is resumed', async () => {
    await importBytes(connector, [
      august,
      list(
        '(2025)兵0201执1号,2025-06-01,,,(2025)兵0201民初2号,',
        '(2025)兵0201执2号,2025-06-02,,,（2025）兵0201民初3号民事判决书,',
        '(2025)兵0201执恢3号,2025-07-02,,,(2025)兵0201民初2号,(2025)兵0201执1号',
        '(2025)兵0201执4号,2025-06-03,,,兵仲裁字〔2025〕第8号,',
      ),
    ]);
    expect(
      await rowsOf(connector, `SELECT serial, original_case_key FROM cases WHERE matter = '执行' ORDER BY serial`),
    ).toEqual([
      [1, '(2025)兵0201民初2号'],
      [2, '(2025)兵0201民初3号'],
      [3, '(2025)兵0201执1号'],
      [4, null],
    ]);
    expect(await reasons()).toEqual([['执行.csv', 'basis_not_a_case', 'noted', 1]]);
    const linkedTo = async (serial: number, matter: string) => {
      const [[id] = []] = await rowsOf(
        connector,
        `SELECT case_id FROM cases WHERE serial = ${serial} AND matter = '${matter}'`,
      );
      const { sql, params } = compileLinkedCases(Number(id));
      const { rowCount, columns } = await connector.query(sql, params);
      return Array.from({ length: rowCount }, (_, i) => [columns['relation']?.[i], columns['case_no']?.[i]]);
    };
    // from the case to its enforcement, from there back and to the enforcement that was resumed
    expect(await linkedTo(2, '民事')).toEqual([['later', '(2025)兵0201执1号']]);
    expect(await linkedTo(1, '执行')).toEqual([
      ['original', '(2025)兵0201民初2号'],
      ['later', '(2025)兵0201执恢3号'],
    ]);
    // enforcement is no appeal
    expect(await rowsOf(connector, 'SELECT count(*)::INTEGER FROM appeals')).toEqual([[0]]);
  });
});

test('案件类型 is shown as 条线 and 审级 as 审级, with both columns and with either', async () => {
  const named = async (head: string, row: string) => {
    const { files } = await importBytes(connector, [{ name: 'x.csv', bytes: utf8(`${head}\n${row}\n`) }]);
    return Object.fromEntries((files[0]?.mapping ?? []).map(({ label, column }) => [label, column]));
  };
  expect(await named('案号,立案日期,案件类型,审级', '(2025)兵0201民初1号,2025-01-05,民事,一审')).toMatchObject({
    案件类型: 'matter',
    审级: 'level',
  });
  expect(await named('案号,立案日期,案件类型', '(2025)兵0201民初1号,2025-01-05,民事一审')).toMatchObject({
    案件类型: 'matter',
  });
  expect(await named('案号,立案日期,审级', '(2025)兵0201民初1号,2025-01-05,一审')).toMatchObject({ 审级: 'level' });
});
