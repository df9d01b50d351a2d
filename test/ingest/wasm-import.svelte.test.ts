import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine, type Engine } from '../../src/engine/create-engine.ts';
import { createHostedAssets } from '../../src/engine/hosted-assets.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { importFiles } from '../../src/state/import-files.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from './clean-list.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ assets: createHostedAssets(new URL('/', location.href).href) });
});
afterAll(() => engine.terminate());

async function load(
  text: string,
  mode: 'add' | 'replace',
  source: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | Blob,
  isCoded = false,
) {
  const bytes = new TextEncoder().encode(text);
  const stores = isCoded ? { files: engine, tables: engine } : { files: engine };
  return importFiles({ connector: engine, ...stores }, [{ name: 'list.csv', source: source(bytes) }], {
    mode,
    asOf: '2025-12-31',
    read: ({ name }, isCleanPathAllowed) => Promise.resolve(readExport({ name, bytes }, { isCleanPathAllowed })),
  });
}

test('the engine of the browser takes in a clean list from a Blob and a dirty one from bytes', async () => {
  const clean = await load(CLEAN_CSV, 'replace', (bytes) => new Blob([bytes]));
  expect(clean).toMatchObject({ rows: 7, loaded: 7, setAside: 0, issueCount: 0 });
  const titled = await load(toCsvText([['案件清单'], LABELS, ...ROWS, [], ['合计']]), 'replace', (bytes) => bytes);
  // the blank row stands before the total, so both count
  expect(titled).toMatchObject({ rows: 9, loaded: 7, setAside: 2, issueCount: 2 });
  const { columns } = await engine.query(
    `SELECT sum(days)::INTEGER AS days, count(due_on)::INTEGER AS due, max(filed_on) AS last, count(closing)::INTEGER AS closed FROM cases`,
  );
  // 35 + 132 + 15 + 8 + 50 + 180
  expect(columns).toEqual({ days: [420], due: [7], last: ['2025-06-12'], closed: [6] });
});

test('a second list is added to it, and duplicates are set aside', async () => {
  await load(CLEAN_CSV, 'replace', (bytes) => bytes);
  const added = await load(toCsvText([LABELS, ...ROWS.slice(0, 2)]), 'add', (bytes) => bytes);
  expect(added).toMatchObject({ rows: 9, loaded: 7, setAside: 2 });
  expect(added.files).toHaveLength(2);
});

test.each([
  ['and its cases as a table', 1000],
  ['and, as every 案号 is plain and comes once, its cases with ENUM behind a view', Infinity],
])(
  'a list loaded as codes %s gives the cases, issues and texts of the list loaded as text',
  async (_, range) => {
    const labels = [...LABELS, '备注'];
    const [first = []] = ROWS;
    const number = (i: number) => (i % range === 0 ? `(2025)兵0201民初${i}-${i + 1}号` : `(2025)兵0201民初${i}号`);
    // 70 000 remarks: more than codes; every tenth empty, some quoted
    const remark = (i: number) => (i % 10 === 0 ? '' : i % 7 === 0 ? `引"${i}",\n号` : `备注${i}`);
    const row = (i: number) => [...first.map((cell, x) => (LABELS[x] === '案号' ? number(i) : cell)), remark(i)];
    const text = toCsvText([labels, ...Array.from({ length: 78_000 }, (_, i) => row(i + 1))]);
    const digest = async (select: string, order: string, from: string) =>
      (
        await engine.query(
          `SELECT md5(string_agg(line, '' ORDER BY place)) AS digest FROM (SELECT concat_ws('|', ${select}) AS line, ${order} AS place FROM ${from})`,
        )
      ).columns['digest']?.[0];
    const told = async () => {
      const [id] = (await engine.query('SELECT id FROM ingest_files')).columns['id'] ?? [];
      const { columns } = await engine.query(
        `SELECT column_name FROM duckdb_columns() WHERE table_name = 'cases' AND column_name <> 'file_id' ORDER BY column_index`,
      );
      const cells = (names: readonly unknown[]) =>
        names.map((name) => `coalesce("${String(name)}"::VARCHAR, '∅')`).join(', ');
      const isNumbered =
        (await engine.query(`SELECT 1 FROM duckdb_views() WHERE view_name = 'raw_${id}'`)).rowCount > 0;
      return {
        cases: await digest(cells(columns['column_name'] ?? []), 'case_id', 'cases'),
        issues: await digest(cells(['row', 'column', 'raw', 'reason', 'action']), '"row"', 'ingest_issues'),
        texts: await digest(cells(labels.map((_, i) => `c${i}`)), isNumbered ? 'source_row - 2' : 'rowid', `raw_${id}`),
        isNumbered,
      };
    };
    const summary = await load(text, 'replace', (bytes) => bytes);
    const asText = await told();
    expect(await load(text, 'replace', (bytes) => bytes, true)).toMatchObject({
      rows: summary.rows,
      loaded: summary.loaded,
      setAside: summary.setAside,
      issueCount: summary.issueCount,
    });
    expect(await told()).toEqual({ ...asText, isNumbered: true });
    const { rowCount } = await engine.query(`SELECT 1 FROM duckdb_tables() WHERE table_name = 'cases_store'`);
    expect(rowCount).toBe(Number(range === Infinity));
    const left = await engine.query('SELECT type_name FROM duckdb_types() WHERE NOT internal');
    expect(left.rowCount).toBe(0);
    expect(asText.isNumbered).toBe(false);
  },
  300_000,
);
