import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { concatBytes, decodeText } from '../../src/ingest/decode.ts';
import { planIngest } from '../../src/ingest/plan.ts';
import type { RawTable } from '../../src/ingest/raw-table.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { tokenize } from '../../src/ingest/tokenize.ts';
import { NothingReadError } from '../../src/state/import-files.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from './clean-list.ts';
import { damagedBytes, damagedText } from './damage.ts';
import { toGb18030 } from './gb18030.ts';
import { AS_OF, importBytes, rowsOf, utf8 } from './import-bytes.ts';
import { makeBiff5, makeByDuckDb, makeWorkbook, makeZip } from './make-files.ts';

let connector: NodeConnector;
beforeAll(async () => {
  connector = await NodeConnector.open();
});
afterAll(() => connector.close());

const CLEAN = utf8(CLEAN_CSV);
const LIST = [LABELS, ...ROWS];
const HTML = `<html><body><table>${LIST.map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`).join('')}</table></body></html>`;
const BASES: Record<string, { make: () => Uint8Array | Promise<Uint8Array>; runs: number }> = {
  'CSV in UTF-8': { make: () => CLEAN, runs: 800 },
  'CSV in GB18030': { make: () => toGb18030(CLEAN_CSV), runs: 500 },
  'tabs in UTF-16': {
    make: () => new Uint8Array(Buffer.from(`\ufeff${toCsvText(LIST, '\t', '\r\n')}`, 'utf16le')),
    runs: 400,
  },
  HTML: { make: () => utf8(HTML), runs: 400 },
  SpreadsheetML: { make: () => makeWorkbook('xlml', ['案件', LIST]), runs: 150 },
  '.xlsx': { make: () => makeWorkbook('xlsx', ['说明', [['说明']]], ['案件', LIST]), runs: 300 },
  '.xls, BIFF8': { make: () => makeWorkbook('biff8', ['案件', LIST]), runs: 400 },
  '.xls, BIFF5': { make: () => makeBiff5('案件', LIST, 936), runs: 400 },
  ZIP: { make: () => makeZip({ '一审/案件.csv': CLEAN, '案件.xls': makeBiff5('案件', LIST, 936) }), runs: 400 },
  'Parquet, brotli': {
    make: () => makeByDuckDb('parquet', (path) => [`COPY list TO '${path}' (COMPRESSION brotli)`]),
    runs: 300,
  },
  Parquet: { make: () => makeByDuckDb('parquet', (path) => [`COPY list TO '${path}'`]), runs: 400 },
};
/** Every byte of these stands under a checksum: what is read after damage is what was there before, or nothing. */
const CHECKED = new Set(['.xlsx', 'ZIP']);

/** Rows that the engine will see: each is a case or was set aside, and none is both. */
function expectAccounted(table: RawTable, bytes: Uint8Array): void {
  const plan = planIngest(table, { asOf: AS_OF });
  expect(plan.table.labels).toEqual(table.labels);
  const setAside = table.notes.filter(({ action }) => action === 'set_aside');
  expect(new Set(setAside.map(({ row }) => row)).size).toBe(setAside.length);
  if (table.body.kind === 'canonical') {
    const kept = tokenize(decodeText(table.body.bytes, 'utf-8').text, ',').rows;
    expect(kept.length + setAside.length).toBe(table.rows);
    expect(new Set(kept.map((cells) => cells.length))).toEqual(new Set([table.labels.length + 1]));
  } else {
    const records = tokenize(decodeText(table.body.bytes ?? bytes, 'utf-8').text, table.body.delimiter).rows;
    expect(records.length - table.body.skip).toBe(table.rows);
  }
}

describe('reading and planning never throw, and account for every row', () => {
  for (const [name, { make, runs }] of Object.entries(BASES)) {
    test(`${name}, ${runs} times damaged`, async () => {
      const base = await make();
      const whole = readExport({ name, bytes: base });
      const known = whole.kind === 'tables' ? whole.tables.map(({ sample }) => JSON.stringify(sample)) : [];
      expect(known.length).toBeGreaterThan(0);
      fc.assert(
        fc.property(damagedBytes(base), (bytes) => {
          const outcome = readExport({ name, bytes });
          if (outcome.kind === 'refused') return;
          for (const table of outcome.tables) {
            expect(table.rows).toBeGreaterThan(0);
            expectAccounted(table, bytes);
            if (CHECKED.has(name)) expect(known).toContain(JSON.stringify(table.sample));
          }
        }),
        { seed: 20_251_124, numRuns: runs },
      );
    });
  }

  test('cells, rows and lines of a text, 1000 times', () => {
    fc.assert(
      fc.property(damagedText(LIST), fc.boolean(), (bytes, isCleanPathAllowed) => {
        const outcome = readExport({ name: 'x', bytes }, { isCleanPathAllowed });
        if (outcome.kind === 'tables') for (const table of outcome.tables) expectAccounted(table, bytes);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });

  test('noise, 300 times', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const outcome = readExport({ name: 'x', bytes });
        if (outcome.kind === 'tables') for (const table of outcome.tables) expectAccounted(table, bytes);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

test('a damaged file is loaded or refused; rows in = loaded + set aside; what was loaded before stays', async () => {
  await importBytes(connector, [{ name: 'clean.csv', bytes: CLEAN }]);
  let before = ROWS.length;
  const gbk = toGb18030(CLEAN_CSV);
  const biff = makeBiff5('案件', LIST, 936);
  const anyFile = fc.oneof(
    damagedBytes(CLEAN),
    damagedText(LIST),
    damagedBytes(gbk),
    damagedBytes(biff),
    damagedText(LIST),
  );
  const counted = async (): Promise<number[]> => {
    const [counts = []] = await rowsOf(
      connector,
      `SELECT (SELECT count(*) FROM cases), (SELECT count(*) FROM ingest_issues WHERE action = 'set_aside')`,
    );
    return counts.map(Number);
  };
  await fc.assert(
    fc.asyncProperty(anyFile, async (bytes) => {
      try {
        const summary = await importBytes(connector, [{ name: 'damaged.csv', bytes }]);
        expect(summary.rows).toBe(summary.loaded + summary.setAside);
        expect(await counted()).toEqual([summary.loaded, summary.setAside]);
        before = summary.loaded;
      } catch (error) {
        if (!(error instanceof NothingReadError)) throw error;
        expect((await counted())[0]).toBe(before);
        expect(error.sentence.zh).toContain('damaged.csv');
      }
    }),
    { seed: 20_251_123, numRuns: 200, endOnFailure: true },
  );
}, 180_000);

test('a list whose bytes stop being UTF-8 far below its head keeps its rows; the broken one is named', async () => {
  // 20 000 rows of at least 30 bytes: the last one stands far behind what is looked at to guess the encoding
  const [first = [], second = []] = ROWS;
  const long = utf8(toCsvText([LABELS, second, ...Array.from({ length: 20_000 }, () => first)]));
  const broken = concatBytes([
    long,
    Uint8Array.of(0xc5, 0xd0, 0xbe, 0xf6),
    utf8(`,(2025)兵0201民初9号${','.repeat(LABELS.length - 2)}\r\n`),
  ]);
  const summary = await importBytes(connector, [
    { name: 'good.csv', bytes: CLEAN },
    { name: 'broken.csv', bytes: broken },
  ]);
  // 7 cases of the first file and 民初9号 of the second; 20 000 + 1 rows of the second repeat two of the first
  expect(summary).toMatchObject({ rows: 20_009, loaded: 8, setAside: 20_001 });
  expect(summary.refused).toEqual([]);
  const named = await rowsOf(connector, `SELECT "row" FROM ingest_issues WHERE reason = 'undecodable'`);
  // below one row of labels and 20 001 whole rows
  expect(named).toEqual([[20_003]]);
});
