import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CellIndex } from '../../src/ingest/cell-index.ts';
import { scanClean, type CleanShape } from '../../src/ingest/clean-scan.ts';
import { ColumnsEncoder } from '../../src/ingest/encode-columns.ts';
import type { EncodedColumn } from '../../src/ingest/encoded-column.ts';
import { toCsvText } from './clean-list.ts';
import { utf8 } from './import-bytes.ts';

const COMMA = 0x2c;

function encode(rows: readonly (readonly string[])[], caseNo: number | null): EncodedColumn[] | null {
  const bytes = utf8(toCsvText(rows));
  const shape = { separator: COMMA, width: rows[0]?.length ?? 0, caseNo };
  return encodeBytes(bytes, shape);
}

function encodeBytes(bytes: Uint8Array, shape: CleanShape): EncodedColumn[] | null {
  const cells = new CellIndex();
  const scan = scanClean(bytes, 0, shape, cells);
  if (scan === null) return null;
  expect(cells.count).toBe(scan.records * shape.width);
  const encoder = new ColumnsEncoder(shape, scan.records);
  encoder.take(bytes, cells);
  return encoder.finish();
}

/** The cells of a column, told back. */
function cellsOf(column: EncodedColumn): string[] {
  if (column.kind === 'plain') {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    return [...column.offsets.subarray(1)].map((end, i) =>
      decoder.decode(column.bytes.subarray(column.offsets[i], end)),
    );
  }
  return [...column.codes].map((code, row) => {
    const text = code === 0 ? '' : (column.texts[code - 1] ?? '');
    const serial = column.kind === 'numbered' ? (column.serials[row] ?? 0) : 0;
    return serial === 0 ? text : `${text}${serial}号`;
  });
}

test('texts are kept once, and the serial number of a 案号 beside what stands before it', () => {
  const encoded = encode(
    [
      ['(2025)兵9901民初7号', '判决'],
      ['(2025)兵9901民初8号', ''],
      ['(2025)兵9901民初08号', '"判,决"'],
      ['(2025)兵9901民初7号之一', '判决'],
      ['号', '调解'],
    ],
    0,
  );
  expect(encoded).toEqual([
    {
      kind: 'numbered',
      codes: Uint8Array.of(1, 1, 2, 3, 4),
      // a zero before the number would not come back, so the whole cell is the text
      texts: ['(2025)兵9901民初', '(2025)兵9901民初08号', '(2025)兵9901民初7号之一', '号'],
      serials: Int32Array.of(7, 8, 0, 0, 0),
    },
    { kind: 'coded', codes: Uint8Array.of(1, 0, 2, 1, 3), texts: ['判决', '"判,决"', '调解'] },
  ]);
});

test('more texts than codes are kept cell by cell, from the first row on', () => {
  const cells = Array.from({ length: 90_000 }, (_, i) => (i % 5 === 0 ? '' : `备注${i}`));
  const [, column] =
    encode(
      cells.map((cell, i) => [`(2025)兵9901民初${i + 1}号`, cell]),
      0,
    ) ?? [];
  expect(column?.kind).toBe('plain');
  expect(column === undefined ? [] : cellsOf(column)).toEqual(cells);
});

test('every cell is told back as it stood', () => {
  const cell = fc.oneof(
    fc.constantFrom('', '1号', '2号', '01号', '民初1号', '民初12号', '民初1234567890号', '"', 'a""b', ',', '\n', '号'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const list = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 });
  let encoded = 0;
  fc.assert(
    fc.property(list, fc.constantFrom(null, 0, 2), (rows, caseNo) => {
      const columns = encode(rows, caseNo);
      if (columns === null) return;
      encoded += 1;
      expect(columns.map(cellsOf)).toEqual([0, 1, 2].map((x) => rows.map((row) => row[x] ?? '')));
    }),
    { seed: 3, numRuns: 2000 },
  );
  expect(encoded).toBeGreaterThan(500);
});

test('bytes that are no UTF-8 are left to the reader of text, though together they would be', () => {
  // C3 | A9: either cell is broken, é only when they are put together
  const bytes = Uint8Array.of(0x61, COMMA, 0xc3, 0x0a, 0x61, COMMA, 0xa9, 0x0a);
  expect(encodeBytes(bytes, { separator: COMMA, width: 2, caseNo: null })).toBeNull();
});
