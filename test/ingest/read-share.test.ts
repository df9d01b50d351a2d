import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinShares } from '../../src/ingest/join-shares.ts';
import type { RawTable } from '../../src/ingest/raw-table.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { readShare } from '../../src/ingest/read-share.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from './clean-list.ts';
import { toGb18030 } from './gb18030.ts';
import { utf8 } from './import-bytes.ts';

/** Read by `of` at once, in chunks of so many bytes; null where it has to be read as a whole. */
async function readParts(bytes: Uint8Array, of: number, chunkBytes: number): Promise<RawTable | null> {
  const blob = new Blob([bytes.slice()]);
  const shares = Array.from({ length: of }, (_, index) => readShare(blob, { index, of }, undefined, chunkBytes));
  return joinShares(await Promise.all(shares));
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

test.each([1, 2, 3, 4])('what %i read at once is what one reads', async (of) => {
  for (const bytes of [utf8(CLEAN_CSV), utf8(longCsv(LONG)), toGb18030(longCsv(LONG))]) {
    const whole = readWhole(bytes);
    expect(whole).not.toBeNull();
    for (const chunkBytes of [400, 5000, 1 << 22]) expect(await readParts(bytes, of, chunkBytes)).toEqual(whole);
  }
});

test('a column of too many texts in all, or in one share only, is kept cell by cell', async () => {
  const rows = (note: (i: number) => string) =>
    Array.from({ length: 140_000 }, (_, i) => [`(2025)兵9901民初${i + 1}号`, '2025-01-02', note(i)]);
  for (const note of [(i: number) => `备注${i >> 1}`, (i: number) => (i < 70_000 ? `备注${i}` : '')]) {
    const bytes = utf8(toCsvText([['案号', '立案日期', '备注'], ...rows(note)]));
    const whole = readWhole(bytes);
    expect(whole?.body).toMatchObject({ columns: [{ kind: 'numbered' }, { kind: 'coded' }, { kind: 'plain' }] });
    // the matcher takes seconds for as many cells
    expect(isDeepStrictEqual(await readParts(bytes, 2, 1 << 20), whole)).toBe(true);
  }
});

test('cells of several lines, broken rows, other line ends: the same as one reads, or left to one', async () => {
  const clean = fc.constantFrom('', '判决', '"两\n行"', '"a\r\nb"', '"说""了"', '合计', '7');
  const cell = fc.oneof({ weight: 200, arbitrary: clean }, fc.constantFrom('"', 'x"y', '\u001e', '"a,b\n1,2,3,4"'));
  const damage = fc.constantFrom('', '', '', '\n', 'a,b\r\n', '合计,,3\r\n', '\u0000', '\r', '"');
  const row = fc.tuple(cell, cell, damage);
  let joined = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 20, maxLength: 60 }),
      fc.integer({ min: 2, max: 4 }),
      fc.integer({ min: 60, max: 3000 }),
      fc.boolean(),
      async (rows, of, chunkBytes, isDamaged) => {
        const body = rows.map(
          ([first, second, fault], i) =>
            `(2025)兵9901民初${i + 1}号,2025-01-02,${first},${second}\r\n${isDamaged && i % 19 === 18 ? fault : ''}`,
        );
        const bytes = utf8(`案号,立案日期,备注,说明\r\n${body.join('')}`);
        const parts = await readParts(bytes, of, chunkBytes);
        if (parts === null) return;
        joined += 1;
        expect(parts).toEqual(readWhole(bytes));
      },
    ),
    { seed: 11, numRuns: 600 },
  );
  expect(joined).toBeGreaterThan(50);
});

test('a text that one share cannot read is read by nobody in parts', async () => {
  const first = await readShare(new Blob([utf8(longCsv(LONG)).slice()]), { index: 0, of: 2 });
  expect(joinShares([first, null])).toBeNull();
  expect(await readParts(utf8(`${longCsv(LONG)}合计,,,\r\n`), 2, 5000)).toBeNull();
});
