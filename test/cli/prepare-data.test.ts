import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { NodeFiles } from '../../src/cli/node-files.ts';
import { runPrepare } from '../../src/cli/prepare-data.ts';
import { loadDataset } from '../../src/cli/report-dataset.ts';
import { TABLES } from '../../src/engine/load-tables.ts';
import { emptyProfile } from '../../src/ingest/profile.ts';
import { toProfileFile } from '../../src/ingest/profile-json.ts';
import { compileRawKind, compileRawRow } from '../../src/query/case-detail.ts';
import { parseCatalog } from '../../src/state/catalog.ts';
import { openFiles, type PreparedShelf } from '../../src/state/open-files.ts';
import type { SourceFile } from '../../src/state/dataset-ports.ts';
import { LABELS, ROWS, toCsvText } from '../ingest/clean-list.ts';
import { rowsOf, importBytes, utf8 } from '../ingest/import-bytes.ts';

const TODAY = '2025-12-31';
const SAMPLE = ['bing9901-yishen.csv', 'bing9901-zhixing.csv', 'bing9904.xlsx', 'zhongyuan-ershen.xlsx'].map((name) =>
  join(import.meta.dirname, '../../data/sample', name),
);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'prepare-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let out = '';
beforeEach(() => {
  out = mkdtempSync(join(folder, 'out-'));
});

const connectors: NodeConnector[] = [];
afterAll(() => connectors.forEach((connector) => connector.close()));

async function engine(): Promise<NodeConnector> {
  const connector = await NodeConnector.open();
  connectors.push(connector);
  return connector;
}

async function prepare(...args: string[]): Promise<void> {
  expect(await runPrepare([...args, '--out', out], TODAY)).toMatchObject({ code: 0, err: '' });
}

function hosted() {
  const catalog = parseCatalog(readFileSync(join(out, 'catalog.json'), 'utf8'));
  const entry = catalog.datasets.find(({ id }) => id === catalog.open);
  if (entry?.prepared == null) throw new Error('nothing was prepared');
  return { entry, file: entry.prepared.file, bytes: readFileSync(join(out, entry.prepared.file)) };
}

test('--profile reads what cannot be read without it', async () => {
  const list = join(folder, 'foreign.csv');
  writeFileSync(list, 'ref,opened,ended\nA-1,01/02/2024,11/02/2024\nA-2,13/02/2024,\n');
  expect((await runPrepare([list, '--out', out], TODAY)).code).toBe(2);
  const style = { date: 'day-first' } as const;
  const profile = {
    ...emptyProfile('甲', ['ref', 'opened', 'ended']),
    columns: { opened: { target: 'filed_on', style }, ended: { target: 'resolved_on', style } } as const,
  };
  const path = join(folder, 'profile.json');
  writeFileSync(path, toProfileFile({ profiles: [profile], aliases: [] }));
  await prepare(list, '--profile', path);
  const shelf: PreparedShelf = { current: null };
  const connector = await engine();
  await open(connector, [{ name: hosted().file, blob: new Blob([hosted().bytes]) }], 'replace', shelf);
  expect(await rowsOf(connector, 'SELECT filed_on::VARCHAR, resolved_on::VARCHAR FROM cases ORDER BY 1')).toEqual([
    ['2024-02-01', '2024-02-11'],
    ['2024-02-13', null],
  ]);
});

/** Opens files as the page does. */
async function open(
  connector: NodeConnector,
  files: readonly SourceFile[],
  mode: 'replace' | 'add',
  shelf: PreparedShelf,
) {
  const importExports = async (exports: readonly SourceFile[], exportsMode: 'replace' | 'add') =>
    importBytes(
      connector,
      await Promise.all(
        exports.map(async ({ name, blob }) => ({ name, bytes: new Uint8Array(await blob.arrayBuffer()) })),
      ),
      { mode: exportsMode, asOf: TODAY },
    );
  const { signal } = new AbortController();
  return openFiles(
    files,
    mode,
    {
      engine: { connector, files: new NodeFiles() },
      importExports,
      explain: (error) => ({ zh: String(error), en: '' }),
      signal,
    },
    shelf,
  );
}

const source = (name: string, bytes: Uint8Array): SourceFile => ({ name, blob: new Blob([bytes.slice()]) });
const csv = (name: string, rows: readonly (readonly string[])[]) => source(name, utf8(toCsvText([LABELS, ...rows])));

/** Every row of every table of the data set. */
async function contents(connector: NodeConnector) {
  const tables: Record<string, unknown> = {};
  for (const [table, columns] of Object.entries(TABLES)) {
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    tables[table] = await rowsOf(connector, `SELECT ${names} FROM ${table} ORDER BY ALL`);
  }
  return tables;
}

describe('a prepared set', () => {
  test('holds row for row what an import of the same files gives', async () => {
    await prepare(...SAMPLE, '--as-of', '2025-09-30');
    const [imported, opened] = [await engine(), await engine()];
    const summary = await loadDataset(imported, SAMPLE, '2025-09-30');
    const { file, bytes } = hosted();
    const { loaded, refused } = await open(opened, [source(file, bytes)], 'replace', { current: null });
    expect(refused).toEqual([]);
    expect(loaded?.summary).toEqual(summary);
    expect(await contents(opened)).toEqual(await contents(imported));
  });

  test('shows the text of a row as it stood in its file', async () => {
    await prepare(...SAMPLE, '--as-of', '2025-09-30');
    const [imported, opened] = [await engine(), await engine()];
    await loadDataset(imported, SAMPLE, '2025-09-30');
    const { file, bytes } = hosted();
    await open(opened, [source(file, bytes)], 'replace', { current: null });
    const places = await rowsOf(
      imported,
      `SELECT file_id, source_row, f.header_row, f.name FROM cases c JOIN ingest_files f ON f.id = c.file_id
        WHERE case_id % 997 = 1 ORDER BY ALL`,
    );
    expect(places.length).toBeGreaterThan(10);
    for (const [fileId, row, headerRow, name] of places) {
      const place = {
        fileId: Number(fileId),
        row: Number(row),
        headerRow: Number(headerRow),
        file: String(name),
        sheet: null,
      };
      const text = async (connector: NodeConnector) => {
        const kind = compileRawKind(place);
        const { columns } = await connector.query(kind.sql, kind.params);
        const raw = compileRawRow(place, 8, columns['is_numbered']?.[0] === true);
        return (await connector.query(raw.sql, raw.params)).columns;
      };
      const stood = await text(imported);
      expect(stood['c1']).toHaveLength(1);
      expect(await text(opened)).toEqual(stood);
    }
  });

  test('says in the catalogue and the report what it holds, and bears its checksum', async () => {
    await prepare(
      ...SAMPLE,
      '--as-of',
      '2025-09-30',
      '--own-court',
      '示例垦区人民法院',
      '--event',
      '2025-03-01=新办法',
      '--synthetic',
    );
    const { entry, file, bytes } = hosted();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(file).toBe(`data-${sha256.slice(0, 8)}.duckdb`);
    expect(readFileSync(join(out, 'data.sha256'), 'utf8')).toBe(`${sha256}  ${file}\n`);
    expect(entry).toMatchObject({
      ownCourt: '示例垦区人民法院',
      asOf: '2025-09-30',
      isSynthetic: true,
      events: [{ date: '2025-03-01', label: { zh: '新办法', en: '新办法' } }],
      prepared: { bytes: bytes.length },
    });
    expect(entry.prepared?.opening).toBe(file.replace('.duckdb', '-opening.json'));
    const report = JSON.parse(readFileSync(join(out, 'data-report.json'), 'utf8'));
    expect(report).toMatchObject({ sha256, bytes: bytes.length, raw_text: true, masked: false, set_aside: 7 });
    expect(report.rows).toBe(report.loaded + report.set_aside);
    expect(report.files.reduce((sum: number, own: { loaded: number }) => sum + own.loaded, 0)).toBe(report.loaded);
    const setAside = report.issues.filter(({ action }: { action: string }) => action === 'set_aside');
    expect(setAside.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(report.set_aside);
    const reversed = report.findings.find(({ id }: { id: string }) => id === 'resolved_before_filed');
    // two planted in bing9901-yishen.csv
    expect(reversed).toMatchObject({ n: 2 });
    expect(reversed.bounds[0].low).toBeLessThanOrEqual(reversed.bounds[0].value);
    const page = readFileSync(join(out, 'data-report.html'), 'utf8');
    expect(page).toContain('数据质量报告');
    expect(page).toContain(sha256);
  });

  test('takes the place of the set of the same id, and leaves other entries alone', async () => {
    const path = join(folder, 'month.csv');
    writeFileSync(path, toCsvText([LABELS, ...ROWS]));
    const other = { id: 'other', name: { zh: '别的', en: 'other' }, files: ['x.csv'], remark: 'kept' };
    writeFileSync(join(out, 'catalog.json'), JSON.stringify({ version: 1, open: 'other', datasets: [other] }));
    await prepare(path);
    const first = hosted().file;
    writeFileSync(path, toCsvText([LABELS, ...ROWS.slice(1)]));
    await prepare(path);
    expect(hosted().file).not.toBe(first);
    expect(existsSync(join(out, first))).toBe(false);
    expect(readdirSync(out).filter((name) => name.endsWith('.duckdb'))).toEqual([hosted().file]);
    expect(readdirSync(out).filter((name) => name.endsWith('-opening.json'))).toEqual([
      hosted().entry.prepared?.opening,
    ]);
    const catalog = JSON.parse(readFileSync(join(out, 'catalog.json'), 'utf8'));
    expect(catalog.open).toBe('data');
    expect(catalog.datasets).toHaveLength(2);
    expect(catalog.datasets[0]).toEqual(other);
  });
});

describe('what stays behind', () => {
  const labels = [...LABELS, '原告', '书记员'];
  const rows = ROWS.map((row, i) => [...row, `当事人${i}`, `书记员${i}`]);
  const everything = async (connector: NodeConnector) =>
    JSON.stringify([await contents(connector), await rowsOf(connector, 'SELECT * FROM raw_1')]);

  async function opened(...args: string[]) {
    const path = join(folder, 'people.csv');
    writeFileSync(path, toCsvText([labels, ...rows, ['合计', '当事人甲']]));
    await prepare(path, ...args);
    const connector = await engine();
    const { file, bytes } = hosted();
    const outcome = await open(connector, [source(file, bytes)], 'replace', { current: null });
    return { connector, outcome };
  }

  test('parties always; other columns go along', async () => {
    const { connector } = await opened();
    const text = await everything(connector);
    expect(text).not.toContain('当事人');
    expect(text).toContain('书记员0');
    expect(JSON.parse(readFileSync(join(out, 'data-report.json'), 'utf8')).left_out).toEqual(['原告']);
  });

  test('every name with --mask: pseudonyms are the same next time, and their key is not published', async () => {
    const roster = join(folder, 'roster.txt');
    const first = await opened('--mask', '--roster', roster);
    const names = readFileSync(roster, 'utf8').trim().split('\n');
    const text = await everything(first.connector);
    for (const name of [...names, '当事人0', '书记员0']) expect(text).not.toContain(`"${name}`);
    const judges = await rowsOf(first.connector, 'SELECT case_key, judge FROM cases ORDER BY case_key');
    expect(new Set(judges.map(([, judge]) => judge)).size).toBe(names.length);
    const again = await opened('--mask', '--roster', roster);
    expect(await rowsOf(again.connector, 'SELECT case_key, judge FROM cases ORDER BY case_key')).toEqual(judges);
    expect(readdirSync(out).some((name) => name.includes('roster'))).toBe(false);
    expect(await runPrepare(['x.csv', '--out', out, '--mask', '--roster', join(out, 'key.txt')], TODAY)).toMatchObject({
      code: 2,
    });
  });

  test('raw text with --no-raw, and the page is told', async () => {
    const { connector, outcome } = await opened('--no-raw');
    expect(outcome.loaded?.hasRawText).toBe(false);
    expect(await rowsOf(connector, `SELECT view_name FROM duckdb_views() WHERE view_name LIKE 'raw%'`)).toEqual([]);
  });
});

describe('with a prepared set open', () => {
  async function openMonth(connector: NodeConnector, shelf: PreparedShelf, ...args: string[]) {
    const path = join(folder, 'january.csv');
    writeFileSync(path, toCsvText([LABELS, ...ROWS.slice(0, 4)]));
    await prepare(path, ...args);
    const { file, bytes } = hosted();
    const set = source(file, bytes);
    await open(connector, [set], 'replace', shelf);
    return set;
  }
  const attached = (connector: NodeConnector) =>
    rowsOf(connector, `SELECT count(*)::INTEGER FROM duckdb_databases() WHERE database_name LIKE 'prepared%'`);

  test.each([[[]], [['--no-raw']]])('further lists are added as to an import (%j)', async (options) => {
    const connector = await engine();
    const shelf: PreparedShelf = { current: null };
    const set = await openMonth(connector, shelf, ...options);
    const more = csv('february.csv', ROWS.slice(3));
    const { loaded } = await open(connector, [more], 'add', shelf);
    // 4 + 4 rows of 7 cases: the fourth is in both lists
    expect(loaded?.summary).toMatchObject({ rows: 8, loaded: 7, setAside: 1 });
    expect(await attached(connector)).toEqual([[1]]);
    const both = await engine();
    await importBytes(
      both,
      [
        { name: 'january.csv', bytes: utf8(toCsvText([LABELS, ...ROWS.slice(0, 4)])) },
        { name: 'february.csv', bytes: utf8(toCsvText([LABELS, ...ROWS.slice(3)])) },
      ],
      { asOf: TODAY },
    );
    expect(await rowsOf(connector, 'SELECT * EXCLUDE (file_id) FROM cases ORDER BY case_id')).toEqual(
      await rowsOf(both, 'SELECT * EXCLUDE (file_id) FROM cases ORDER BY case_id'),
    );
    // as after a reload: the set and the list, from nothing
    const reopened = await engine();
    const outcome = await open(reopened, [set, more], 'replace', { current: null });
    expect(outcome.refused).toEqual([]);
    expect(await contents(reopened)).toEqual(await contents(connector));
  });

  test('an import takes its place, and lets go of the file', async () => {
    const connector = await engine();
    const shelf: PreparedShelf = { current: null };
    await openMonth(connector, shelf);
    const { loaded } = await open(connector, [csv('new.csv', ROWS)], 'replace', shelf);
    expect(loaded?.summary.loaded).toBe(7);
    expect(await attached(connector)).toEqual([[0]]);
    expect(await rowsOf(connector, `SELECT view_name FROM duckdb_views() WHERE sql LIKE '%FROM prepared_%'`)).toEqual(
      [],
    );
  });

  test('another set takes its place', async () => {
    const connector = await engine();
    const shelf: PreparedShelf = { current: null };
    await openMonth(connector, shelf);
    await openMonth(connector, shelf);
    expect(await attached(connector)).toEqual([[1]]);
    expect(await rowsOf(connector, 'SELECT count(*)::INTEGER FROM cases')).toEqual([[4]]);
  });

  test('a file that is none, a foreign database and a second set are refused, and it stays', async () => {
    const connector = await engine();
    const shelf: PreparedShelf = { current: null };
    const set = await openMonth(connector, shelf);
    const foreignPath = join(folder, 'foreign.duckdb');
    await connector.query(`ATTACH '${foreignPath}' AS f; CREATE TABLE f.cases AS SELECT 1 AS a; DETACH f;`);
    const foreign = source('foreign.duckdb', readFileSync(foreignPath));
    const cut = source('cut.duckdb', new Uint8Array(await set.blob.slice(0, 5000).arrayBuffer()));
    for (const [file, words] of [
      [foreign, '没有可以读取的案件清单'],
      [cut, '打不开'],
      [source('photo.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47])), 'photo.csv'],
    ] as const) {
      const { loaded, refused } = await open(connector, [file], 'replace', shelf);
      expect(loaded).toBeNull();
      expect(refused).toHaveLength(1);
      expect(refused[0]?.sentence.zh).toContain(words);
    }
    const added = await open(connector, [{ ...set, name: 'second.duckdb' }], 'add', shelf);
    expect(added.loaded).toBeNull();
    expect(added.refused[0]?.sentence.zh).toContain('只能单独打开');
    expect(await rowsOf(connector, 'SELECT count(*)::INTEGER FROM cases')).toEqual([[4]]);
    expect(await attached(connector)).toEqual([[1]]);
  });
});

describe('the command line', () => {
  test.each([
    [['--help'], 0, '--out'],
    [['a.csv'], 2, '--out'],
    [['--out', 'x'], 2, '文件'],
    [['a.csv', '--out', 'x', '--id', '../x'], 2, '../x'],
    [['a.csv', '--out', 'x', '--event', '2025-02-30=x'], 2, '2025-02-30'],
    [['a.csv', '--out', 'x', '--event', 'reform'], 2, 'reform'],
    [['a.csv', '--out', 'x', '--as-of', 'today'], 2, 'today'],
    [['/nowhere/a.csv', '--out', 'x'], 2, 'a.csv'],
  ] as const)('%j ends with %d', async (args, code, words) => {
    const run = await runPrepare(args, TODAY);
    expect(run.code).toBe(code);
    expect(code === 0 ? run.out : run.err).toContain(words);
    if (code === 2) expect(run.err.trim().split('\n')).toHaveLength(1);
  });

  test('names a court that no list knows', async () => {
    const run = await runPrepare([...SAMPLE.slice(2, 3), '--out', out, '--own-court', '某院'], TODAY);
    expect(run).toMatchObject({ code: 2 });
    expect(run.err).toContain('示例丙垦区');
    expect(readdirSync(out)).toEqual([]);
  });
});
