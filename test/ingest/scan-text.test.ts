import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CellIndex } from '../../src/ingest/cell-index.ts';
import { ColumnsEncoder } from '../../src/ingest/encode-columns.ts';
import type { RawTable } from '../../src/ingest/raw-table.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { scanText, type RecordSink } from '../../src/ingest/scan-text.ts';
import { buffersOfRecords } from '../../src/ingest/transfer.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from './clean-list.ts';
import { toGb18030 } from './gb18030.ts';
import { utf8 } from './import-bytes.ts';

/** Scanned in chunks of so many bytes, and encoded from what was sent; null where it has to be read as a whole. */
async function readPiped(bytes: Uint8Array, chunkBytes: number): Promise<RawTable | null> {
  let encoder: ColumnsEncoder | null = null;
  const spareBytes: Uint8Array<ArrayBuffer>[] = [];
  const spareCells: CellIndex[] = [];
  const sink: RecordSink = {
    send(sent) {
      // as between two workers: the memory goes with the message, and comes back
      const records = structuredClone(sent, { transfer: buffersOfRecords(sent) });
      encoder ??= new ColumnsEncoder(records.shape, records.expected);
      encoder.take(records.bytes, records.cells);
      const { bytes, cells } = structuredClone(records, { transfer: buffersOfRecords(records) });
      spareBytes.push(new Uint8Array(bytes.buffer));
      spareCells.push(CellIndex.of(cells));
      return Promise.resolve();
    },
    bytes(length) {
      const spare = spareBytes.pop();
      return spare !== undefined && spare.length >= length ? spare : new Uint8Array(length);
    },
    cells: () => spareCells.pop() ?? new CellIndex(),
  };
  const table = await scanText(new Blob([bytes.slice()]), undefined, sink, chunkBytes);
  const columns = (encoder as ColumnsEncoder | null)?.finish() ?? null;
  return table?.body.kind === 'clean' && columns !== null ? { ...table, body: { ...table.body, columns } } : null;
}

/** What one reader tells of the text where it is clean; its bytes are those of the file, or can be had again. */
function readWhole(bytes: Uint8Array): RawTable | null {
  const outcome = readExport({ name: 'list.csv', bytes });
  const [table] = outcome.kind === 'tables' ? outcome.tables : [];
  if (table?.body.kind !== 'clean' || table.body.columns === null) return null;
  return { ...table, body: { ...table.body, bytes: null } };
}

/** The clean list so often that it has some hundred rows. */
const LONG = Array.from({ length: 60 }, () => ROWS).flat();
const longCsv = (rows: readonly (readonly string[])[]) => toCsvText([LABELS, ...rows]);

test('what is scanned and encoded piece by piece is what is read as a whole', async () => {
  for (const bytes of [utf8(CLEAN_CSV), utf8(longCsv(LONG)), toGb18030(longCsv(LONG))]) {
    const whole = readWhole(bytes);
    expect(whole).not.toBeNull();
    for (const chunkBytes of [400, 5000, 1 << 22]) expect(await readPiped(bytes, chunkBytes)).toEqual(whole);
  }
});

test('a column of too many texts is kept cell by cell', async () => {
  const rows = (note: (i: number) => string) =>
    Array.from({ length: 140_000 }, (_, i) => [`(2025)兵9901民初${i + 1}号`, '2025-01-02', note(i)]);
  for (const note of [(i: number) => `备注${i >> 1}`, (i: number) => (i < 70_000 ? `备注${i}` : '')]) {
    const bytes = utf8(toCsvText([['案号', '立案日期', '备注'], ...rows(note)]));
    const whole = readWhole(bytes);
    expect(whole?.body).toMatchObject({ columns: [{ kind: 'numbered' }, { kind: 'coded' }, { kind: 'plain' }] });
    // the matcher takes seconds for as many cells
    expect(isDeepStrictEqual(await readPiped(bytes, 1 << 20), whole)).toBe(true);
  }
});

test('cells of several lines, broken rows, other line ends: the same as what is read as a whole, or left to that', async () => {
  const clean = fc.constantFrom('', '判决', '"两\n行"', '"a\r\nb"', '"说""了"', '合计', '7');
  const cell = fc.oneof({ weight: 200, arbitrary: clean }, fc.constantFrom('"', 'x"y', '\u001e', '"a,b\n1,2,3,4"'));
  const damage = fc.constantFrom('', '', '', '\n', 'a,b\r\n', '合计,,3\r\n', '\u0000', '\r', '"');
  const row = fc.tuple(cell, cell, damage);
  let piped = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 20, maxLength: 60 }),
      fc.integer({ min: 60, max: 3000 }),
      fc.boolean(),
      async (rows, chunkBytes, isDamaged) => {
        const body = rows.map(
          ([first, second, fault], i) =>
            `(2025)兵9901民初${i + 1}号,2025-01-02,${first},${second}\r\n${isDamaged && i % 19 === 18 ? fault : ''}`,
        );
        const bytes = utf8(`案号,立案日期,备注,说明\r\n${body.join('')}`);
        const parts = await readPiped(bytes, chunkBytes);
        if (parts === null) return;
        piped += 1;
        expect(parts).toEqual(readWhole(bytes));
      },
    ),
    { seed: 11, numRuns: 600 },
  );
  expect(piped).toBeGreaterThan(150);
});

test('a text with a row that is no case is left to who reads it as a whole', async () => {
  expect(await readPiped(utf8(`${longCsv(LONG)}合计,,,\r\n`), 5000)).toBeNull();
  // the last chunk is all that is wrong
  expect(await readPiped(utf8(`${longCsv(LONG)}合计,,,\r\n`), 400)).toBeNull();
});
