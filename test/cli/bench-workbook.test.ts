import { expect, test } from 'vitest';
import { toWorkbook } from '../../src/cli/bench-workbook.ts';
import { makeCaseCsv } from '../../src/cli/bench-input.ts';
import { concatBytes, decodeText } from '../../src/ingest/decode.ts';
import { readExport } from '../../src/ingest/read-export.ts';

test('the workbook of the benchmark holds the list of its CSV', () => {
  const csv = concatBytes([...makeCaseCsv(300, 7)]);
  const read = (bytes: Uint8Array) => {
    const outcome = readExport({ name: 'x', bytes });
    return outcome.kind === 'tables' ? outcome.tables[0] : undefined;
  };
  const [list, workbook] = [read(csv), read(toWorkbook(decodeText(csv).text))];
  expect(workbook).toMatchObject({ format: 'xlsx', sheet: '案件', headerRow: 1, rows: 300 });
  expect(workbook?.labels).toEqual(list?.labels);
  expect(workbook?.sample).toEqual(list?.sample);
});
