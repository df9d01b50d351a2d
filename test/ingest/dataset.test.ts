import { afterAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { NothingReadError } from '../../src/state/import-files.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from './clean-list.ts';
import { casesOf, importBytes, rowsOf, utf8 } from './import-bytes.ts';

let connector: NodeConnector;
beforeEach(async () => {
  connector = await NodeConnector.open();
});
afterEach(() => connector.close());
afterAll(() => undefined);

const clean = { name: 'clean.csv', bytes: utf8(CLEAN_CSV) };
const list = (name: string, rows: readonly (readonly string[])[]) => ({
  name,
  bytes: utf8(toCsvText([LABELS, ...rows])),
});

describe('several files', () => {
  test('in one go are one data set', async () => {
    const summary = await importBytes(connector, [
      list('一审.csv', ROWS.slice(0, 5)),
      list('二审.csv', ROWS.slice(5, 6)),
      list('执行.csv', ROWS.slice(6)),
    ]);
    expect(summary.files.map((file) => [file.name, file.rows, file.loaded, file.setAside])).toEqual([
      ['一审.csv', 5, 5, 0],
      ['二审.csv', 1, 1, 0],
      ['执行.csv', 1, 1, 0],
    ]);
    const together = await casesOf(connector);
    await importBytes(connector, [clean]);
    expect(together.map((row) => row[0])).toEqual((await casesOf(connector)).map((row) => row[0]));
  });

  test('a second instance is linked to its original by 原审案号', async () => {
    await importBytes(connector, [list('二审.csv', ROWS.slice(5, 6)), list('一审.csv', ROWS.slice(0, 5))]);
    expect(
      await rowsOf(
        connector,
        'SELECT original_case_key, is_linked, court, deciding_court, department, judge, procedure, resolved_on::VARCHAR, original_resolved_on::VARCHAR, closing_bucket FROM appeals',
      ),
    ).toEqual([
      [
        '(2025)兵0201民初2号',
        true,
        '示例市人民法院',
        '第二师中级人民法院',
        '民二庭',
        '李明',
        '普通程序',
        '2025-08-01',
        '2025-05-20',
        '改判',
      ],
    ]);
    // filed at second instance on 06-12: the day of the appeal where the list has none
    expect(
      await rowsOf(
        connector,
        `SELECT is_appealed, appealed_on::VARCHAR FROM cases WHERE serial = 2 AND type_code = '民初'`,
      ),
    ).toEqual([[true, '2025-06-12']]);
  });

  test('the follow-up columns of a first-instance list make appeals too', async () => {
    const text = `案号,立案日期,结案日期,结案方式,后续案号,后续结案方式,后续结案日期\n(2025)兵0201民初2号,2025-01-08,2025-05-20,判决,(2025)兵02民终9号,发回重审,2025-08-01\n(2025)兵0201民初3号,2025-01-08,2025-05-20,判决,,,\n`;
    await importBytes(connector, [{ name: 'list.csv', bytes: utf8(text) }]);
    expect(
      await rowsOf(
        connector,
        'SELECT case_id, case_key, original_case_key, closing_bucket, resolved_on::VARCHAR FROM appeals',
      ),
    ).toEqual([[null, '(2025)兵02民终9号', '(2025)兵0201民初2号', '发回', '2025-08-01']]);
  });

  test('added to what is loaded, or in its place', async () => {
    await importBytes(connector, [list('一审.csv', ROWS.slice(0, 5))]);
    const added = await importBytes(connector, [list('二审.csv', ROWS.slice(5, 6))], { mode: 'add' });
    expect(added).toMatchObject({ rows: 6, loaded: 6, setAside: 0 });
    expect(added.files.map((file) => file.name)).toEqual(['一审.csv', '二审.csv']);
    expect(await rowsOf(connector, 'SELECT count(*), count(DISTINCT case_id), max(case_id) FROM cases')).toEqual([
      [6, 6, 6],
    ]);
    expect(await importBytes(connector, [list('执行.csv', ROWS.slice(6))])).toMatchObject({ rows: 1, loaded: 1 });
  });
});

describe('what cannot be read', () => {
  const truncated = () => utf8(CLEAN_CSV).slice(0, 8);
  const refusals: Record<string, [Uint8Array, RegExp]> = {
    empty: [new Uint8Array(), /空的/],
    'blank lines only': [utf8('\n\n \n'), /空的/],
    'header only': [utf8(`${LABELS.join(',')}\n`), /只有表头/],
    'only totals': [utf8(`${LABELS.join(',')}\n合计,1\n`), /没有一行是案件/],
    unrelated: [utf8('name,colour\napple,red\npear,green\n'), /没有认出/],
    'a photo': [Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70), /不是表格/],
    'a truncated workbook': [Uint8Array.of(0x50, 0x4b, 3, 4, ...truncated()), /损坏/],
    'a damaged BIFF': [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...truncated()), /损坏/],
  };
  for (const [name, [bytes, sentence]] of Object.entries(refusals)) {
    test(`${name}: one sentence, and nothing is lost`, async () => {
      await importBytes(connector, [clean]);
      const before = await casesOf(connector);
      const error: unknown = await importBytes(connector, [{ name: 'x.csv', bytes }]).catch((fault: unknown) => fault);
      expect(error).toBeInstanceOf(NothingReadError);
      if (error instanceof NothingReadError) expect(error.sentence.zh).toMatch(sentence);
      expect(await casesOf(connector)).toEqual(before);
    });
  }

  test('beside a good file is named in the summary', async () => {
    const summary = await importBytes(connector, [{ name: 'x.csv', bytes: new Uint8Array() }, clean]);
    expect(summary.refused.map(({ name }) => name)).toEqual(['x.csv']);
    expect(summary.loaded).toBe(ROWS.length);
  });
});

describe('a cancelled import', () => {
  test('leaves what was loaded, and no table of its own', async () => {
    await importBytes(connector, [clean]);
    const before = await casesOf(connector);
    const tables = await rowsOf(connector, 'SELECT table_name FROM duckdb_tables() ORDER BY 1');
    for (const stop of [0, 1]) {
      const abort = new AbortController();
      const onProgress = (phase: string, done: number) => {
        if (phase === 'loading' && done === stop) abort.abort();
      };
      await expect(
        importBytes(connector, [list('a.csv', ROWS.slice(0, 2)), list('b.csv', ROWS.slice(2))], {
          signal: abort.signal,
          onProgress,
        }),
      ).rejects.toThrow();
    }
    expect(await casesOf(connector)).toEqual(before);
    expect(await rowsOf(connector, 'SELECT table_name FROM duckdb_tables() ORDER BY 1')).toEqual(tables);
  });
});
