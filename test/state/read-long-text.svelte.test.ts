import { expect, test } from 'vitest';
import EncodeWorker from '../../src/ingest/encode.worker.ts?worker';
import IngestWorker from '../../src/ingest/ingest.worker.ts?worker';
import ScanWorker from '../../src/ingest/scan.worker.ts?worker';
import { readExport } from '../../src/ingest/read-export.ts';
import { readFile, type ReadWorkers } from '../../src/state/read-long-text.ts';

const LABELS = '案号,经办法院,立案日期,结案日期,结案方式,备注';
/** Over 8 MB: long enough to be read by two workers. */
const LINES = Array.from({ length: 110_000 }, (_, i) => {
  const day = `2024-0${1 + (i % 9)}-1${i % 10}`;
  const note = i % 1000 === 7 ? `"第${i}件,\n分两行"` : ['', '调解室主持', '当庭履行完毕'][i % 3];
  return `(2024)兵990${1 + (i % 4)}民初${1 + (i >> 2)}号,示例990${1 + (i % 4)}法院,${day},${day},${['判决', '调解', '准予撤诉'][i % 3]},${note}`;
});

/** The workers that were made, in their order. */
function watched(): ReadWorkers & { readonly made: string[] } {
  const made: string[] = [];
  const make = (kind: string, create: () => Worker) => () => {
    made.push(kind);
    return create();
  };
  return {
    made,
    whole: make('whole', () => new IngestWorker()),
    scan: make('scan', () => new ScanWorker()),
    encode: make('encode', () => new EncodeWorker()),
  };
}

function requestOf(lines: readonly string[]): { bytes: Uint8Array; request: Parameters<typeof readFile>[1] } {
  const bytes = new TextEncoder().encode(`${[LABELS, ...lines].join('\n')}\n`);
  return { bytes, request: { name: 'list.csv', blob: new Blob([bytes]), isCleanPathAllowed: true } };
}

test('a long text that two workers read is the one that is read as a whole', async () => {
  const { bytes, request } = requestOf(LINES);
  expect(bytes.length).toBeGreaterThan(8 * 2 ** 20);
  const workers = watched();
  const outcome = await readFile(workers, request, undefined);
  expect(workers.made).toEqual(['scan', 'encode']);
  const whole = readExport({ name: 'list.csv', bytes });
  const [read, expected] = [outcome, whole].map((one) => (one.kind === 'tables' ? one.tables[0] : undefined));
  expect(read?.rows).toBe(110_000);
  expect(read?.labels).toEqual(expected?.labels);
  const columnsOf = (table: typeof read) => (table?.body.kind === 'clean' ? table.body.columns : null);
  expect(columnsOf(read)).not.toBeNull();
  expect(columnsOf(read)).toEqual(columnsOf(expected));
});

test('a long text with a row that is no case is read again as a whole, and the row is said', async () => {
  const { request } = requestOf([...LINES, '合计,,,,110000,']);
  const workers = watched();
  const outcome = await readFile(workers, request, undefined);
  expect(workers.made).toEqual(['scan', 'encode', 'whole']);
  const [table] = outcome.kind === 'tables' ? outcome.tables : [];
  expect(table?.rows).toBe(110_001);
  expect(table?.notes).toMatchObject([{ action: 'set_aside' }]);
});

test('reading that is cancelled rejects, and no worker goes on', async () => {
  const { request } = requestOf(LINES);
  const [workers, abort] = [watched(), new AbortController()];
  const reading = readFile(workers, request, abort.signal);
  setTimeout(() => abort.abort(), 20);
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers.made).not.toContain('whole');
});

test('where the worker that encodes dies, the text is read as a whole', async () => {
  const { request } = requestOf(LINES);
  const script = URL.createObjectURL(new Blob(['onmessage = () => { throw new RangeError("out of memory"); }']));
  const workers = { ...watched(), encode: () => new Worker(script) };
  const outcome = await readFile(workers, request, undefined);
  expect(workers.made).toEqual(['scan', 'whole']);
  expect(outcome).toMatchObject({ kind: 'tables', tables: [{ rows: 110_000 }] });
});
