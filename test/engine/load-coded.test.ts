import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { NodeFiles } from '../../src/cli/node-files.ts';
import { NodeTables } from '../../src/cli/node-tables.ts';
import type { Cell, TableStore } from '../../src/engine/connector.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { importFiles, NothingReadError } from '../../src/state/import-files.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from '../ingest/clean-list.ts';
import { AS_OF, rowsOf, utf8 } from '../ingest/import-bytes.ts';

/** How many lists were loaded as codes. */
let codedImports = 0;

const TABLES = ['cases', 'appeals', 'ingest_issues', 'ingest_files', 'case_sequels', 'case_history', 'case_lists'];

/** Everything that an import leaves behind, and the text of every row as it stood; null where nothing could be read. */
async function contentOf(bytes: Uint8Array, isCoded: boolean): Promise<Readonly<Record<string, Cell[][]>> | null> {
  const connector = await NodeConnector.open();
  try {
    return await importInto(connector, bytes, isCoded);
  } finally {
    connector.close();
  }
}

async function importInto(
  connector: NodeConnector,
  bytes: Uint8Array,
  isCoded: boolean,
): Promise<Readonly<Record<string, Cell[][]>> | null> {
  const files = new NodeFiles();
  const made: string[] = [];
  const store = new NodeTables(connector, files);
  const tables: TableStore = {
    createTable: (table, columns) => {
      if (table.endsWith('_codes')) made.push(table);
      return store.createTable(table, columns);
    },
  };
  try {
    const engine = isCoded ? { connector, files, tables } : { connector, files };
    await importFiles(engine, [{ name: 'list.csv', source: bytes }], {
      mode: 'replace',
      asOf: AS_OF,
      read: ({ name }, isCleanPathAllowed) => Promise.resolve(readExport({ name, bytes }, { isCleanPathAllowed })),
    });
  } catch (error) {
    if (error instanceof NothingReadError) return null;
    throw error;
  }
  codedImports += made.length;
  const content: Record<string, Cell[][]> = {};
  for (const table of TABLES)
    content[table] = await rowsOf(
      connector,
      `SELECT * FROM ${table} ORDER BY ${table === 'cases' ? 'case_id' : 'ALL'}`,
    );
  const [[id] = []] = await rowsOf(connector, 'SELECT id FROM ingest_files');
  const has = await rowsOf(connector, `SELECT column_name FROM duckdb_columns() WHERE table_name = 'raw_${id}'`);
  const isNumbered = has.some(([column]) => column === 'source_row');
  const cells = has.flatMap(([column]) => (/^c\d+$/.test(String(column)) ? [String(column)] : []));
  const row = isNumbered ? 'source_row' : `rowid + (SELECT header_row + 1 FROM ingest_files)`;
  content['text'] = await rowsOf(
    connector,
    `SELECT (${row})::INTEGER AS r, ${cells.join(', ')} FROM raw_${id} ORDER BY r`,
  );
  return content;
}

async function expectSame(bytes: Uint8Array): Promise<void> {
  const asText = await contentOf(bytes, false);
  expect(await contentOf(bytes, true)).toEqual(asText);
}

/** Asserts also that the list was loaded as codes. */
async function expectCoded(bytes: Uint8Array): Promise<void> {
  const before = codedImports;
  await expectSame(bytes);
  expect(codedImports).toBe(before + 1);
}

const [FIRST = []] = ROWS;
const withCell = (label: string, text: string): readonly string[] => {
  const index = LABELS.indexOf(label);
  if (index < 0) throw new Error(`No column ${label}`);
  return FIRST.map((cell, i) => (i === index ? text : cell));
};
const CASE_NUMBERS = [
  '(2025)兵0201民初7号',
  '(2025)兵0201民初7号', // again
  '(2025)兵0201民初0012号',
  '(2025)兵0201民初12号', // the one above without its zeros
  '(2025)兵0201民初0号',
  '(2025)兵0201民初1234567890号',
  '(2025)兵0201民初1234567891号',
  '(2025)兵0201民初1234567890123号',
  '(2025)兵0201民初13-15号',
  '(2025)兵0201民初16号之一',
  '(2025)兵0201民初17号 ',
  ' (2025)兵0201民初18号',
  '(2025)兵0201民初19号',
  '(2025)兵0201民初1２号',
  '(2025)兵0201执1号',
  '(2025)兵0201不知何字5号',
  '(2012)某民初字第20号',
  '(2025)兵02民终21号',
  '号',
  '5号',
  '案件号',
  '2025年第3号',
];
const CLOSINGS = [
  '判决',
  ' 判决',
  '判决 ',
  '  ',
  '调解',
  '以某种方式结案',
  '判 决',
  '维持',
  '终结本次执行',
  '\u3000',
  '',
];
const AMOUNTS = [
  '100',
  '100.00',
  '1,234.5',
  '1e3',
  '-5',
  '0.12345678',
  '12345678901234567',
  '5万元',
  '无',
  '007',
  ' 8 ',
  '',
];
const DATES = [
  '2025-01-06',
  '2025/1/6',
  '20250106',
  '45678',
  '2025-02-30',
  '1900-01-01',
  '4009-01-01',
  '无',
  '2025-1-6 16:00:00',
  '',
];

describe('a list loaded as codes is the list loaded as text', () => {
  test('clean', () => expectCoded(utf8(CLEAN_CSV)));

  test.each(Object.entries({ 案号: CASE_NUMBERS, 结案方式: CLOSINGS, 立案日期: DATES, 结案日期: DATES }))(
    'with every kind of %s',
    (label, texts) => expectCoded(utf8(toCsvText([LABELS, ...ROWS, ...texts.map((text) => withCell(label, text))]))),
  );

  test('with every kind of amount, quotation mark and line end', async () => {
    const labels = [...LABELS, '诉讼标的金额', '备注'];
    const remarks = ['', '"', 'a,b', 'a\nb', '""', '、"引号"', ' ', '合计', "'; --", '\\', '\ufeff', '🏛️'];
    const rows = AMOUNTS.map((amount, i) => [...FIRST, amount, remarks[i] ?? '']);
    await expectCoded(utf8(toCsvText([labels, ...rows])));
  });

  test('with more texts in a column than codes', async () => {
    const labels = [...LABELS, '备注', '标的额(元)'];
    const remark = (i: number) => (i % 7 === 0 ? '' : i % 11 === 0 ? `引 "${i}", 号` : `备注${i}`);
    const row = (i: number) => [...withCell('案号', `(2025)兵0201民初${i}号`), remark(i), `${i}.5`];
    await expectCoded(utf8(toCsvText([labels, ...Array.from({ length: 90_000 }, (_, i) => row(i + 1))])));
  }, 120_000);

  test('with a sign that joins texts on their way: it is left to the reader of text', async () => {
    const before = codedImports;
    await expectSame(utf8(toCsvText([LABELS, ...ROWS, withCell('承办人', '王\u001e伟')])));
    expect(codedImports).toBe(before);
  });

  test('with bytes that are no UTF-8', async () => {
    const bytes = utf8(toCsvText([LABELS, ...ROWS, withCell('承办人', '王X伟')]));
    bytes[bytes.lastIndexOf(0x58)] = 0xc3;
    await expectSame(bytes);
  });

  test('with its follow-up proceedings', () =>
    expectCoded(
      utf8(
        '案号,立案日期,结案日期,结案方式,后续案号,后续结案方式,后续结案日期\n(2025)兵0201民初2号,2025-01-08,2025-05-20,判决,(2025)兵02民终9号,发回重审,2025-08-01\n(2025)兵0201民初3号,2025-01-08,2025-05-20,判决,,,\n',
      ),
    ));

  test('however its cells are mixed', async () => {
    const cell = (label: string) => {
      if (label === '案号') return fc.constantFrom(...CASE_NUMBERS);
      if (label.endsWith('日期')) return fc.constantFrom(...DATES);
      if (label === '结案方式') return fc.constantFrom(...CLOSINGS);
      return fc.constantFrom(...new Set(ROWS.map((row) => row[LABELS.indexOf(label)] ?? '')), '无', ' 空 白 ', '"x"');
    };
    const list = fc.array(fc.tuple(...LABELS.map(cell)), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(list, (rows) => expectSame(utf8(toCsvText([LABELS, ...rows])))),
      { seed: 20_251_124, numRuns: 25 },
    );
    expect(codedImports).toBeGreaterThan(20);
  }, 120_000);
});
