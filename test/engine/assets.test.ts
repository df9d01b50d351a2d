import { createServer, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAsset, readAssetIfPresent, type Assets } from '../../src/engine/assets.ts';
import { createEmbeddedAssets } from '../../src/engine/embedded-assets.ts';
import { EngineError } from '../../src/engine/engine-error.ts';
import { loadModule } from '../../src/engine/engine-module.ts';
import { createHostedAssets } from '../../src/engine/hosted-assets.ts';
import { encodeBase85 } from '../../src/lib/base85.ts';

/** The head of a WebAssembly module, and something behind it. */
const MODULE = Uint8Array.from([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...new Array<number>(1000).fill(7)]);
const PACKED = gzipSync(MODULE);

/** What the server of these tests answers, by path. */
const ANSWERS: Record<string, { status: number; headers: Record<string, string>; body: Uint8Array }> = {
  '/good/engine/duckdb-eh.bin': { status: 200, headers: { 'content-length': String(PACKED.length) }, body: PACKED },
  '/unpacked/engine/duckdb-eh.bin': { status: 200, headers: { 'content-encoding': 'gzip' }, body: PACKED },
  '/login/engine/duckdb-eh.bin': {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: Buffer.from('<!doctype html>'),
  },
  '/other/engine/duckdb-eh.bin': { status: 200, headers: {}, body: gzipSync('no module') },
  '/cut/engine/duckdb-eh.bin': { status: 200, headers: {}, body: PACKED.subarray(0, 30) },
  '/empty/engine/duckdb-eh.bin': { status: 200, headers: {}, body: new Uint8Array() },
  '/iis/engine/duckdb-eh.bin': { status: 404, headers: {}, body: Buffer.from('404.3') },
};

let server: Server;
let site = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = ANSWERS[request.url ?? ''] ?? { status: 404, headers: {}, body: new Uint8Array() };
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  site = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/`;
});

afterAll(() => server.close());

const hosted = (folder: string): Assets => createHostedAssets(`${site}${folder}/`);

async function faultOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof EngineError ? error.fault : String(error);
}

describe('hosted', () => {
  test('the module is unpacked here, with its bytes counted', async () => {
    const seen: unknown[] = [];
    const module = await loadModule(hosted('good'), (progress) => seen.push(progress));
    expect(new Uint8Array(await module.arrayBuffer())).toEqual(MODULE);
    expect(module.type).toBe('application/wasm');
    expect(seen.at(-1)).toEqual({ loadedBytes: PACKED.length, totalBytes: PACKED.length });
  });

  test('a server that unpacked it on the way is understood, its length is not believed', async () => {
    const seen: unknown[] = [];
    const module = await loadModule(hosted('unpacked'), (progress) => seen.push(progress));
    expect(module.size).toBe(MODULE.length);
    expect(seen.at(-1)).toEqual({ loadedBytes: MODULE.length, totalBytes: null });
  });

  test.each([
    ['login', 'asset-wrong-content'],
    ['other', 'asset-wrong-content'],
    ['empty', 'asset-wrong-content'],
    ['cut', 'asset-damaged'],
    ['iis', 'asset-missing'],
  ])('%s: %s', async (folder, fault) => {
    expect(await faultOf(loadModule(hosted(folder)))).toBe(fault);
  });

  test('a server that is not there', async () => {
    expect(await faultOf(loadModule(createHostedAssets('http://127.0.0.1:1/')))).toBe('asset-unreachable');
  });

  test('a file that may be missing is null then', async () => {
    expect(await readAssetIfPresent(hosted('good'), 'data/catalog.json')).toBeNull();
  });
});

describe('embedded', () => {
  const files = new Map([
    ['data/a.csv', { text: encodeBase85(gzipSync('案号\n')), isGzip: true }],
    ['engine/duckdb-eh.bin', { text: encodeBase85(PACKED), isGzip: false }],
  ]);
  const assets = createEmbeddedAssets((path) => files.get(path) ?? null);

  test('gives what a server would', async () => {
    expect(await (await readAsset(assets, 'data/a.csv')).text()).toBe('案号\n');
    expect((await loadModule(assets)).size).toBe(MODULE.length);
    expect(await readAssetIfPresent(assets, 'data/b.csv')).toBeNull();
  });
});
