import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine, type Engine } from '../../src/engine/create-engine.ts';
import { createHostedAssets } from '../../src/engine/hosted-assets.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { importFiles } from '../../src/state/import-files.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from './clean-list.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ assets: createHostedAssets(new URL('/', location.href).href) });
});
afterAll(() => engine.terminate());

async function load(
  text: string,
  mode: 'add' | 'replace',
  source: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | Blob,
) {
  const bytes = new TextEncoder().encode(text);
  return importFiles({ connector: engine, files: engine }, [{ name: 'list.csv', source: source(bytes) }], {
    mode,
    asOf: '2025-12-31',
    read: ({ name }, isCleanPathAllowed) => Promise.resolve(readExport({ name, bytes }, { isCleanPathAllowed })),
  });
}

test('the engine of the browser takes in a clean list from a Blob and a dirty one from bytes', async () => {
  const clean = await load(CLEAN_CSV, 'replace', (bytes) => new Blob([bytes]));
  expect(clean).toMatchObject({ rows: 7, loaded: 7, setAside: 0, issueCount: 0 });
  const titled = await load(toCsvText([['案件清单'], LABELS, ...ROWS, [], ['合计']]), 'replace', (bytes) => bytes);
  // the blank row stands before the total, so both count
  expect(titled).toMatchObject({ rows: 9, loaded: 7, setAside: 2, issueCount: 2 });
  const { columns } = await engine.query(
    `SELECT sum(days)::INTEGER AS days, count(due_on)::INTEGER AS due, max(filed_on) AS last, count(closing)::INTEGER AS closed FROM cases`,
  );
  // 35 + 132 + 15 + 8 + 50 + 180
  expect(columns).toEqual({ days: [420], due: [7], last: ['2025-06-12'], closed: [6] });
});

test('a second list is added to it, and duplicates are set aside', async () => {
  await load(CLEAN_CSV, 'replace', (bytes) => bytes);
  const added = await load(toCsvText([LABELS, ...ROWS.slice(0, 2)]), 'add', (bytes) => bytes);
  expect(added).toMatchObject({ rows: 9, loaded: 7, setAside: 2 });
  expect(added.files).toHaveLength(2);
});
