import { afterEach, describe, expect, test } from 'vitest';
import type { Assets } from '../../src/engine/assets.ts';
import { createEngine, type Engine, type EngineOptions } from '../../src/engine/create-engine.ts';
import { createHostedAssets } from '../../src/engine/hosted-assets.ts';
import { EngineError } from '../../src/engine/engine-error.ts';
import { QueryError } from '../../src/engine/query-error.ts';

const SITE = new URL('/', location.href).href;
/** About 10^11 pairs: it would run for minutes. */
const ENDLESS = 'SELECT count(*) AS n FROM range(400000) a, range(400000) b WHERE (a.range * b.range) % 7 = 3';

let engine: Engine | null = null;

async function start(options: Partial<EngineOptions> = {}): Promise<Engine> {
  engine = await createEngine({ assets: createHostedAssets(SITE), ...options });
  return engine;
}

afterEach(() => {
  engine?.terminate();
  engine = null;
});

/** The site's files, with one of them answered otherwise. */
function withAsset(path: string, open: Assets['open']): Assets {
  const hosted = createHostedAssets(SITE);
  return { ...hosted, open: (asked, onBytes) => (asked === path ? open(asked, onBytes) : hosted.open(asked, onBytes)) };
}

function bytesOf(text: string): Assets['open'] {
  return async () => ({ stream: new Blob([text]).stream(), type: 'text/html' });
}

async function faultOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineError);
  return error instanceof EngineError ? error.fault : '';
}

/** The workers that the page has started since. */
function watchWorkers(): { readonly started: Worker[]; stop(): void } {
  const original = globalThis.Worker;
  const started: Worker[] = [];
  globalThis.Worker = class extends original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      started.push(this);
    }
  };
  return { started, stop: () => (globalThis.Worker = original) };
}

describe('engine in a browser', () => {
  test('starts, counts its bytes and answers in plain cells', async () => {
    const seen: (number | null)[] = [];
    const running = await start({ onProgress: ({ loadedBytes }) => seen.push(loadedBytes) });
    const table = await running.query(
      `SELECT DATE '2025-03-01' AS d, 3::BIGINT AS big, sum(x)::HUGEINT AS huge, 1.25::DECIMAL(9,2) AS money, true AS yes,
              NULL AS nothing, '调解' AS closing, $1 AS bound
       FROM (VALUES (1), (2)) t(x)`,
      ["it's $1"],
    );
    expect(table).toEqual({
      rowCount: 1,
      names: ['d', 'big', 'huge', 'money', 'yes', 'nothing', 'closing', 'bound'],
      columns: {
        d: ['2025-03-01'],
        big: [3],
        huge: [3],
        money: [1.25],
        yes: [true],
        nothing: [null],
        closing: ['调解'],
        bound: ["it's $1"],
      },
    });
    expect(seen.at(-1)).toBeGreaterThan(7_000_000);
  });

  test('refuses an ENUM, whose entries the engine would lose', async () => {
    const running = await start();
    await expect(running.query("SELECT 'a'::ENUM('a', 'b') AS kind")).rejects.toMatchObject({
      message: expect.stringMatching(/ENUM/),
    });
    expect((await running.query("SELECT 'a'::ENUM('a', 'b')::VARCHAR AS kind")).columns).toEqual({ kind: ['a'] });
  });

  test('reads a registered buffer and a registered file, and leaves the caller its bytes', async () => {
    const running = await start();
    const bytes = new TextEncoder().encode('a,b\n1,甲\n2,乙\n');
    for (const source of [bytes, new File([bytes], 'x.csv')]) {
      const file = await running.register(source, 'csv');
      const table = await running.query('SELECT a, b FROM read_csv($1, all_varchar = true, header = true) ORDER BY a', [
        file.path,
      ]);
      expect(table.columns).toEqual({ a: ['1', '2'], b: ['甲', '乙'] });
      await file.release();
    }
    expect(bytes.byteLength).toBe(16);
  });

  test('binds values too long to stand in the text', async () => {
    const running = await start();
    const long = `'$1--"`.repeat(20_000);
    const table = await running.query('SELECT length($1::VARCHAR) AS n, $2 AS short', [long, 'x']);
    expect(table.columns).toEqual({ n: [120_000], short: ['x'] });
  });

  test('a statement that fails tells its SQL, and the next one works', async () => {
    const running = await start();
    const error = await running.query('SELECT nowhere FROM nothing', []).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(QueryError);
    expect(error).toMatchObject({ sql: 'SELECT nowhere FROM nothing', params: [] });
    expect((await running.query('SELECT 1 AS one')).columns).toEqual({ one: [1] });
  });

  test('makes tables of columns; one that is refused leaves nothing behind for the next', async () => {
    const running = await start();
    const text = new TextEncoder().encode('一二');
    const columns = [
      { name: 'n', values: Int32Array.of(7, 8) },
      { name: 't', bytes: text, offsets: Int32Array.of(0, 3, 6) },
    ];
    await running.query('CREATE TABLE taken (a INTEGER)');
    // more often than there are connections
    for (const round of [1, 2, 3, 4]) {
      await expect(running.createTable('taken', columns)).rejects.toThrow();
      await running.createTable(`made_${round}`, columns);
      const { columns: told } = await running.query(`SELECT n, t FROM made_${round} ORDER BY n`);
      expect(told).toEqual({ n: [7, 8], t: ['一', '二'] });
    }
    expect((await running.query('SELECT count(*)::INTEGER AS n FROM taken')).columns['n']).toEqual([0]);
  });

  test('cancelling ends the statement and frees its connection', async () => {
    const running = await start();
    const aborts = Array.from({ length: 5 }, () => new AbortController());
    const ask = (abort: AbortController) =>
      running.query(ENDLESS, [], { signal: abort.signal }).catch((error: unknown) => error);
    const started = aborts.slice(0, 2).map(ask);
    expect((await running.query('SELECT 1 AS one')).columns).toEqual({ one: [1] });
    const asked = [...started, ...aborts.slice(2).map(ask)];
    for (const abort of aborts) abort.abort();
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ name: 'AbortError' });
    expect((await running.query('SELECT 2 AS two')).columns).toEqual({ two: [2] });
  });

  test('terminating rejects what is outstanding and what is asked later', async () => {
    const running = await start();
    const outstanding = running.query(ENDLESS).catch((error: unknown) => error);
    await running.query('SELECT 1');
    running.terminate();
    expect(await outstanding).toMatchObject({ name: 'QueryError', cause: { fault: 'engine-lost' } });
    await expect(running.query('SELECT 1')).rejects.toMatchObject({ cause: { fault: 'engine-lost' } });
  });

  test('a worker that dies rejects what is outstanding; the next statement has a new, empty engine', async () => {
    const workers = watchWorkers();
    let restarts = 0;
    let tell: () => void = () => undefined;
    const told = new Promise<void>((resolve) => (tell = resolve));
    const running = await start({
      onRestart: () => {
        restarts += 1;
        tell();
      },
    });
    await running.query('CREATE TABLE cases AS SELECT 1 AS x');
    const outstanding = running.query(ENDLESS).catch((error: unknown) => error);
    workers.started[0]?.dispatchEvent(new ErrorEvent('error', { message: 'memory access out of bounds' }));
    expect(await outstanding).toMatchObject({ name: 'QueryError', cause: { fault: 'engine-lost' } });
    await told;
    expect((await running.query('SELECT count(*) AS n FROM duckdb_tables()')).columns).toEqual({ n: [0] });
    expect({ restarts, workers: workers.started.length }).toEqual({ restarts: 1, workers: 2 });
    workers.stop();
  });

  test('never reaches for an extension', async () => {
    const running = await start();
    await expect(running.query("SELECT * FROM read_parquet('x.parquet')")).rejects.toBeInstanceOf(QueryError);
    await expect(running.query('SET autoload_known_extensions = true')).rejects.toMatchObject({
      message: expect.stringMatching(/lock/i),
    });
  });
});

describe('what is wrong is named', () => {
  test('engine file not there', async () => {
    const assets = withAsset('engine/duckdb-eh.bin', (_, onBytes) =>
      createHostedAssets(SITE).open('engine/no-such-file.bin', onBytes),
    );
    expect(await faultOf(createEngine({ assets }))).toMatch(/asset-(missing|wrong-content)/);
  });

  test('a page instead of the engine', async () => {
    const assets = withAsset('engine/duckdb-eh.bin', bytesOf('<!doctype html><title>登录</title>'));
    expect(await faultOf(createEngine({ assets }))).toBe('asset-wrong-content');
  });

  test('a damaged engine file', async () => {
    const whole = await new Response((await createHostedAssets(SITE).open('engine/duckdb-eh.bin')).stream).blob();
    const assets = withAsset('engine/duckdb-eh.bin', async () => ({
      stream: whole.slice(0, 1_000_000).stream(),
      type: '',
    }));
    expect(await faultOf(createEngine({ assets }))).toBe('asset-damaged');
  });

  test('a worker that does not run', async () => {
    const hosted = createHostedAssets(SITE);
    const broken: Assets = { ...hosted, scriptUrl: async () => new URL('engine/no-such-worker.js', SITE).href };
    expect(await faultOf(createEngine({ assets: broken, watchdogMs: 10_000 }))).toMatch(
      /worker-failed|worker-wrong-type|asset-missing/,
    );
  });

  test('a worker that never answers', async () => {
    const silent = URL.createObjectURL(new Blob(['self.onmessage = () => {}'], { type: 'text/javascript' }));
    const assets: Assets = { ...createHostedAssets(SITE), scriptUrl: async () => silent };
    expect(await faultOf(createEngine({ assets, watchdogMs: 200 }))).toBe('start-timeout');
  });
});
