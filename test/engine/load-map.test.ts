import { describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { NodeFiles } from '../../src/cli/node-files.ts';
import { NodeTables } from '../../src/cli/node-tables.ts';
import { createMap, type MapColumn } from '../../src/engine/load-map.ts';
import { rowsOf } from '../ingest/import-bytes.ts';

const COLUMNS: readonly MapColumn[] = [
  { name: 'code', type: 'INTEGER' },
  { name: 'text', type: 'VARCHAR' },
  { name: 'day', type: 'DATE' },
  { name: 'amount', type: 'DOUBLE' },
  { name: 'is_so', type: 'BOOLEAN' },
];
const TEXTS = ['民间借贷纠纷', '', null, 'n', 't', ' 判决 ', '"引"号,', '𠮷', "a'b", '\ufeffx', '0'];
/** 1100 rows: every text a hundred times. */
const ROWS = Array.from({ length: 1100 }, (_, i) => [
  String(i),
  TEXTS[i % TEXTS.length] ?? null,
  i % 3 === 0 ? null : '2025-02-28',
  i % 2 === 0 ? null : `${i}.5`,
  i % 5 === 0 ? null : String(i % 2 === 0),
]);

describe('createMap', () => {
  test('says the same whether texts are bound or come as a table in memory', async () => {
    const connector = await NodeConnector.open();
    try {
      let made = 0;
      const store = new NodeTables(connector, new NodeFiles());
      const createTable: NodeTables['createTable'] = (table, columns) => {
        made += 1;
        return store.createTable(table, columns);
      };
      await createMap(connector, 'bound', COLUMNS, ROWS, undefined);
      await createMap(connector, 'from_cells', COLUMNS, ROWS, undefined, { createTable });
      expect(made).toBe(1);
      const [bound, fromCells] = [
        await rowsOf(connector, 'SELECT * FROM bound ORDER BY rowid'),
        await rowsOf(connector, 'SELECT * FROM from_cells ORDER BY rowid'),
      ];
      expect(fromCells).toEqual(bound);
      // Row 1: i = 1, the second text, 1 mod 3 ≠ 0, odd, 1 mod 5 ≠ 0.
      expect(fromCells[1]).toEqual([1, '', '2025-02-28', 1.5, false]);
      expect(fromCells.filter(([, text]) => text === null)).toHaveLength(100);
      const left = await rowsOf(connector, 'SELECT table_name FROM duckdb_tables() ORDER BY ALL');
      expect(left).toEqual([['bound'], ['from_cells']]);
    } finally {
      connector.close();
    }
  });
});
