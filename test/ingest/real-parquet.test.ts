import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { decodeText } from '../../src/ingest/decode.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { tokenize } from '../../src/ingest/tokenize.ts';

const FILE = join(import.meta.dirname, '../../../shared/data/tjsp_jec/cases.parquet');
const DECIMALS = /^-?\d+\.\d+(?:e[+-]?\d+)?$/;

let connector: NodeConnector;
beforeAll(async () => {
  connector = await NodeConnector.open();
});
afterAll(() => connector.close());

test.skipIf(!existsSync(FILE))(
  'every cell of a real Parquet file is what DuckDB reads (needs ../shared/data)',
  async () => {
    const outcome = readExport({ name: 'cases.parquet', bytes: readFileSync(FILE) }, { isAnyTable: true });
    const [table] = outcome.kind === 'tables' ? outcome.tables : [];
    expect(table?.rows).toBe(48_582);
    const rows = tokenize(decodeText(table?.body.bytes ?? new Uint8Array()).text, ',').rows;
    const { names, columns } = await connector.query(`SELECT COLUMNS(*)::VARCHAR FROM read_parquet($1)`, [FILE]);
    expect(table?.labels).toEqual(names);
    // one row holds its number and nothing else that is known
    expect(table?.notes.map(({ row, action }) => [row, action])).toEqual([[31_934, 'set_aside']]);
    expect(rows).toHaveLength(48_581);
    const different = rows.flatMap(([row = '', ...cells]) =>
      cells.flatMap((cell, x) => {
        // row 2 is the first of the file
        const expected = String(columns[names[x] ?? '']?.[Number(row) - 2] ?? '').trim();
        const read = cell.trim();
        // DuckDB writes a DOUBLE of 19080 as 19080.0
        const isSame = expected === read || (DECIMALS.test(expected) && Number(expected) === Number(read));
        return isSame ? [] : [`row ${row}, ${names[x] ?? ''}: ${read} for ${expected}`];
      }),
    );
    expect(different).toEqual([]);
  },
);
