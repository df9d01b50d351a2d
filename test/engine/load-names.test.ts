import { expect, test } from 'vitest';
import { baseName, nameApart } from '../../src/engine/load-names.ts';
import type { LoadPart } from '../../src/engine/load-request.ts';
import { planIngest } from '../../src/ingest/plan.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { CLEAN_CSV } from '../ingest/clean-list.ts';
import { utf8 } from '../ingest/import-bytes.ts';

const read = readExport({ name: 'x.csv', bytes: utf8(CLEAN_CSV) }, { isCleanPathAllowed: true });
const [table] = read.kind === 'refused' ? [] : read.tables;

function part(file: string, source: Uint8Array): LoadPart {
  if (table === undefined) throw new Error('the list could not be read');
  return { file, source, plan: planIngest(table, { asOf: null }) };
}
const named = (parts: readonly LoadPart[], taken: readonly string[] = []) =>
  nameApart(parts, taken).map(({ file }) => file);

test('a file that bears the name of a loaded one, or of another in the same import, gets a number', () => {
  const [a, b, c] = [utf8('a'), utf8('b'), utf8('c')];
  expect(named([part('8月.csv', a), part('8月.csv', b), part('9月.csv', c)], [])).toEqual([
    '8月.csv',
    '8月.csv (2)',
    '9月.csv',
  ]);
  expect(named([part('8月.csv', a)], ['8月.csv', '8月.csv (2)'])).toEqual(['8月.csv (3)']);
});

test('the sheets of one workbook keep one name, the files of one archive theirs', () => {
  const [book, archive] = [utf8('a'), utf8('b')];
  expect(named([part('年.xlsx', book), part('年.xlsx', book)], ['年.xlsx'])).toEqual(['年.xlsx (2)', '年.xlsx (2)']);
  expect(named([part('z.zip › 1.csv', archive), part('z.zip › 2.csv', archive)])).toEqual([
    'z.zip › 1.csv',
    'z.zip › 2.csv',
  ]);
});

test('the name that a file came with', () => {
  expect(['8月.csv', '8月.csv (2)', '8月 (2).csv'].map(baseName)).toEqual(['8月.csv', '8月.csv', '8月 (2).csv']);
});
