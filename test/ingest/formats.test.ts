import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NodeConnector } from '../../src/cli/node-connector.ts';
import type { Cell } from '../../src/engine/connector.ts';
import { detectContainer, isDuckDbFile } from '../../src/ingest/detect.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from './clean-list.ts';
import { toGb18030 } from './gb18030.ts';
import { casesOf, importBytes, utf8 } from './import-bytes.ts';
import { makeBiff5, makeByDuckDb, makeWorkbook, makeZip } from './make-files.ts';
import { openCleanList } from './same-cases.ts';

let connector: NodeConnector;
let clean: Cell[][];

beforeAll(async () => {
  ({ connector, clean } = await openCleanList());
});
afterAll(() => connector.close());

const LIST = [LABELS, ...ROWS];
const html = `<html><body><table>${LIST.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></body></html>`;
const parquet = (options: string) =>
  makeByDuckDb('parquet', (path) => [`COPY list TO '${path}' (FORMAT parquet, ${options})`]);

/** Every format under the name of another one. */
const MISNAMED: Record<string, () => Uint8Array | Promise<Uint8Array>> = {
  'BIFF5 in GBK.csv': () => makeBiff5('案件', LIST, 936),
  'BIFF5 in GBK that does not say so.xlsx': () => makeBiff5('案件', LIST, null),
  'BIFF5 in GBK that says Latin.txt': () => makeBiff5('案件', LIST, 1252),
  'BIFF8.csv': () => makeWorkbook('biff8', ['案件', LIST]),
  'xlsx.xls': () => makeWorkbook('xlsx', ['案件', LIST]),
  'xlsb.zip': () => makeWorkbook('xlsb', ['案件', LIST]),
  'ods.xlsx': () => makeWorkbook('ods', ['案件', LIST]),
  'SpreadsheetML.csv': () => makeWorkbook('xlml', ['案件', LIST]),
  'HTML.xls': () => utf8(html),
  'tabs in GBK.xls': () => toGb18030(toCsvText(LIST, '\t')),
  'bars.parquet': () => utf8(toCsvText(LIST, '|')),
  'Parquet, zstd.csv': () => parquet('COMPRESSION zstd'),
  'Parquet, snappy.xlsx': () => parquet('COMPRESSION snappy'),
  'Parquet, gzip.zip': () => parquet('COMPRESSION gzip'),
  'Parquet, brotli.txt': () => parquet('COMPRESSION brotli'),
  'Parquet, lz4.duckdb': () => parquet('COMPRESSION lz4_raw'),
  'Parquet, one row a group.csv': () => parquet('COMPRESSION uncompressed, ROW_GROUP_SIZE 2048, PARQUET_VERSION V2'),
  'ZIP.xlsx': () => makeZip({ 'list.csv': utf8(CLEAN_CSV) }),
  'ZIP in a ZIP.csv': () => makeZip({ 'inner.zip': makeZip({ 'list.xls': makeWorkbook('xlsx', ['案件', LIST]) }) }),
};

describe('a file is what its bytes are, whatever its name says', () => {
  for (const [name, make] of Object.entries(MISNAMED)) {
    test(name, async () => {
      const summary = await importBytes(connector, [{ name, bytes: await make() }]);
      expect(await casesOf(connector)).toEqual(clean);
      expect(summary).toMatchObject({ rows: 7, loaded: 7, setAside: 0, refused: [] });
    });
  }
});

describe('typed values', () => {
  test('Parquet becomes the text that a CSV would have', async () => {
    const bytes = await makeByDuckDb('parquet', (path) => [
      `COPY (SELECT '(2025)兵0201民初1号' AS 案号, DATE '2025-01-06' AS 立案日期, TIMESTAMP '2025-02-10 09:30:00' AS 结案日期,
        TIMESTAMPTZ '2025-02-09 16:00:00+00' AS 报结日期, 12345.67::DECIMAL(38, 2) AS 标的额, -0.05::DECIMAL(4, 2) AS 差额, 7::TINYINT AS 序号,
        9007199254740993::BIGINT AS 编号, 0.1::DOUBLE AS 系数, true AS 上诉, NULL::DATE AS 归档日期, '调解'::ENUM('判决', '调解') AS 结案方式)
       TO '${path}' (FORMAT parquet)`,
    ]);
    const outcome = readExport({ name: 'typed', bytes });
    const [table] = outcome.kind === 'tables' ? outcome.tables : [];
    expect(table).toMatchObject({ format: 'parquet', headerRow: 1, rows: 1 });
    expect(table?.sample).toEqual([
      [
        '(2025)兵0201民初1号',
        '2025-01-06',
        '2025-02-10 09:30:00',
        '2025-02-09 16:00:00Z',
        '12345.67',
        '-0.05',
        '7',
        '9007199254740993',
        '0.1',
        'true',
        '',
        '调解',
      ],
    ]);
  });

  test('a file of DuckDB is told by its mark', async () => {
    const bytes = await makeByDuckDb('duckdb', (path) => [
      `ATTACH '${path}' AS made`,
      'CREATE TABLE made.list AS FROM list',
      'DETACH made',
    ]);
    expect(isDuckDbFile(bytes)).toBe(true);
    expect(detectContainer(bytes)).toBe('duckdb');
    expect(isDuckDbFile(utf8('案号,DUCK'))).toBe(false);
  });
});

describe('a database of DuckDB that nobody prepared', () => {
  const database = (...tables: readonly string[]) =>
    makeByDuckDb('duckdb', (path) => [`ATTACH '${path}' AS made`, ...tables, 'DETACH made']);

  test('gives its tables as lists, and leaves alone what is none', async () => {
    const bytes = await database(
      `CREATE TABLE made.一审 AS FROM list WHERE 案号 LIKE '%初%'`,
      `CREATE SCHEMA made.second`,
      `CREATE TABLE made.second.其他 AS FROM list WHERE 案号 NOT LIKE '%初%'`,
      `CREATE TABLE made.settings AS SELECT 'a' AS k, 'b' AS v`,
      `CREATE TABLE made.empty (案号 VARCHAR, 立案日期 DATE)`,
    );
    const summary = await importBytes(connector, [{ name: '办案.duckdb', bytes }]);
    expect(await casesOf(connector)).toEqual(clean);
    expect(summary.files.map(({ name, format, sheet, rows }) => [name, format, sheet, rows])).toEqual([
      ['办案.duckdb', 'duckdb', '一审', 5],
      ['办案.duckdb', 'duckdb', '其他', 2],
    ]);
  });

  test('is refused where it holds no list, or is cut off', async () => {
    const none = await database(`CREATE TABLE made.settings AS SELECT 'a' AS k, 'b' AS v`);
    await expect(importBytes(connector, [{ name: '无.duckdb', bytes: none }])).rejects.toThrow(/无\.duckdb/);
    const whole = await database('CREATE TABLE made.list AS FROM list');
    const half = whole.subarray(0, whole.length / 2);
    await expect(importBytes(connector, [{ name: '半.duckdb', bytes: half }])).rejects.toThrow(/半\.duckdb/);
  });
});

describe('several lists in one file', () => {
  const first = ROWS.filter((row) => (row[1] ?? '').includes('初'));
  const second = ROWS.filter((row) => (row[1] ?? '').includes('终'));
  const enforced = ROWS.filter((row) => (row[1] ?? '').includes('执'));

  test('each sheet is judged on its own, and a sheet of instructions is left alone', async () => {
    const bytes = makeWorkbook(
      'xlsx',
      ['填表说明', [['填表说明'], ['一行一案,日期写作 2025-01-06'], ['案号', '必填']]],
      ['一审', [LABELS, ...first]],
      ['二审', [['二审案件'], [], [...LABELS].reverse(), ...second.map((row) => [...row].reverse())]],
      ['执行', [LABELS.map((label) => (label === '经办法院' ? '执行法院' : label)), ...enforced, ['合计', 1]]],
      ['Sheet5', []],
    );
    const summary = await importBytes(connector, [{ name: '全院.xlsx', bytes }]);
    expect(await casesOf(connector)).toEqual(clean);
    expect(
      summary.files.map(({ name, sheet, headerRow, rows, loaded }) => [name, sheet, headerRow, rows, loaded]),
    ).toEqual([
      ['全院.xlsx', '一审', 1, 5, 5],
      ['全院.xlsx', '二审', 3, 1, 1],
      ['全院.xlsx', '执行', 1, 2, 1],
    ]);
  });

  test('a long table that is not recognised is named, a short one is not', () => {
    const table = (rows: number) => Array.from({ length: rows }, (_, i) => [`物品${i}`, i, i * 2]);
    const bytes = makeWorkbook('xlsx', ['一审', LIST], ['库存', table(30)], ['说明', table(5)]);
    expect(readExport({ name: 'x', bytes })).toMatchObject({
      kind: 'tables',
      tables: [{ sheet: '一审' }],
      refused: [{ member: '库存', error: 'unrelated' }],
    });
  });

  test('an archive with folders, names in GBK, a workbook, and what does not belong there', async () => {
    const bytes = makeZip(
      {
        '2025年/一审.csv': toGb18030(toCsvText([LABELS, ...first])),
        '2025年/二审.xls': makeWorkbook('biff8', ['二审', [LABELS, ...second]]),
        '执行.xlsx': makeWorkbook('xlsx', ['执行', [LABELS, ...enforced]]),
        '__MACOSX/._执行.xlsx': Uint8Array.of(0, 5, 22, 7),
        '.DS_Store': Uint8Array.of(0, 0, 0, 1),
        '空.csv': new Uint8Array(),
        '照片.csv': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46),
      },
      true,
    );
    const summary = await importBytes(connector, [{ name: '包.zip', bytes }]);
    expect(await casesOf(connector)).toEqual(clean);
    expect(summary.files.map(({ name, format, encoding, rows }) => [name, format, encoding, rows])).toEqual([
      ['包.zip › 2025年/一审.csv', 'csv', 'gb18030', 5],
      ['包.zip › 2025年/二审.xls', 'xls', null, 1],
      ['包.zip › 执行.xlsx', 'xlsx', null, 1],
    ]);
    expect(summary.refused.map(({ name, sentence }) => [name, sentence.zh])).toEqual([
      ['包.zip › 照片.csv', expect.stringContaining('JPEG 图片')],
    ]);
  });
});
