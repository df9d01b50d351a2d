import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { concatBytes } from '../../src/ingest/decode.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { NothingReadError } from '../../src/state/import-files.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from './clean-list.ts';
import { importBytes, rowsOf, utf8 } from './import-bytes.ts';

let connector: NodeConnector;
beforeAll(async () => {
  connector = await NodeConnector.open();
});
afterAll(() => connector.close());

const CLEAN = utf8(CLEAN_CSV);
const damagedBytes = fc
  .array(fc.tuple(fc.nat(CLEAN.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 12 })
  .map((edits) => {
    const bytes = CLEAN.slice();
    for (const [at, value] of edits) bytes[at] = value;
    return bytes;
  });
const cutBytes = fc
  .tuple(fc.nat(CLEAN.length), fc.nat(CLEAN.length))
  .map(([from, to]) => CLEAN.slice(Math.min(from, to), Math.max(from, to)));
const oddCell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('"', ',', '\n', '合计', '45717', '', '(2025)兵0201民初1号', '1900-01-01', "'; --", '\u001e', '\0'),
);
const damagedCells = fc
  .array(fc.tuple(fc.nat(ROWS.length), fc.nat(LABELS.length - 1), oddCell), { maxLength: 8 })
  .map((edits) => {
    const rows = [LABELS, ...ROWS].map((row) => [...row]);
    for (const [y, x, text] of edits) {
      const row = rows[y];
      if (row !== undefined) row[x] = text;
    }
    return utf8(toCsvText(rows));
  });
const anyFile = fc.oneof(damagedBytes, cutBytes, damagedCells, fc.uint8Array({ maxLength: 400 }));

test('a damaged file is read or refused, and every row is accounted for', async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, async (bytes) => {
      try {
        const summary = await importBytes(connector, [{ name: 'damaged.csv', bytes }]);
        expect(summary.rows).toBe(summary.loaded + summary.setAside);
        const [counts] = await rowsOf(
          connector,
          `SELECT (SELECT count(*) FROM cases), (SELECT count(*) FROM ingest_issues WHERE action = 'set_aside')`,
        );
        expect(counts).toEqual([summary.loaded, summary.setAside]);
      } catch (error) {
        if (!(error instanceof NothingReadError)) throw error;
      }
    }),
    { seed: 20_251_123, numRuns: 150 },
  );
});

test('reading never throws', () => {
  fc.assert(
    fc.property(anyFile, (bytes) => {
      const outcome = readExport({ name: 'x', bytes });
      if (outcome.kind === 'tables') for (const table of outcome.tables) expect(table.rows).toBeGreaterThan(0);
    }),
    { seed: 7, numRuns: 1500 },
  );
});

test('a list whose bytes stop being UTF-8 far below its head is refused, and the others are loaded', async () => {
  // 20 000 rows of at least 30 bytes: the last one stands far behind what is looked at to guess the encoding
  const [first = []] = ROWS;
  const long = utf8(toCsvText([LABELS, ...Array.from({ length: 20_000 }, () => first)]));
  const broken = concatBytes([
    long,
    Uint8Array.of(0xc5, 0xd0, 0xbe, 0xf6),
    utf8(`${','.repeat(LABELS.length - 1)}\r\n`),
  ]);
  const summary = await importBytes(connector, [
    { name: 'good.csv', bytes: CLEAN },
    { name: 'broken.csv', bytes: broken },
  ]);
  expect(summary).toMatchObject({ rows: 7, loaded: 7, setAside: 0 });
  expect(summary.refused.map(({ name }) => name)).toEqual(['broken.csv']);
  await expect(importBytes(connector, [{ name: 'broken.csv', bytes: broken }])).rejects.toThrow(NothingReadError);
});
