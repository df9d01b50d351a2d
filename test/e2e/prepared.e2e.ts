import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DuckDBInstance } from '@duckdb/node-api';
import { runPrepare } from '../../src/cli/prepare-data.ts';
import { openCourtSite, type CourtSite, type OpenPage } from '../support/court-site.ts';
import { charts, figuresOn, giveFiles } from '../support/screen.ts';

const SAMPLE = join(import.meta.dirname, '../../data/sample');
const NAMES = [
  'bing9901-yishen.csv',
  'bing9901-zhixing.csv',
  'zhongyuan-ershen.xlsx',
  'bing9903.xlsx',
  'bing9904.xlsx',
];
const EVENT = { date: '2025-03-01', label: { zh: '推行调解工作法', en: '推行调解工作法' } };
const ABOUT = { name: { zh: '示例', en: '示例' }, synthetic: false, asOf: '2025-09-30', ownCourt: '示例垦区人民法院' };

let folder: string;
let prepared: CourtSite;
let exported: CourtSite;
const open: { prepared?: OpenPage; exported?: OpenPage } = {};

/** Serves `catalog` and its files as the data of a site. */
function host(name: string, write: (data: string) => void): Promise<CourtSite> {
  const data = join(folder, name, 'data');
  mkdirSync(data, { recursive: true });
  write(data);
  return openCourtSite(undefined, [join(folder, name)]);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prepared-e2e-'));
  const files = NAMES.map((name) => join(SAMPLE, name));
  const data = join(folder, 'prepared/data');
  const options = [
    '--name',
    '示例',
    '--own-court',
    ABOUT.ownCourt,
    '--as-of',
    ABOUT.asOf,
    '--event',
    '2025-03-01=推行调解工作法',
  ];
  expect(await runPrepare([...files, '--out', data, ...options], '2026-11-24')).toMatchObject({ code: 0 });
  prepared = await host('prepared', () => undefined);
  exported = await host('exported', (own) => {
    for (const name of NAMES) cpSync(join(SAMPLE, name), join(own, name));
    const entry = { id: 'text', ...ABOUT, files: NAMES, events: [EVENT] };
    writeFileSync(join(own, 'catalog.json'), JSON.stringify({ version: 1, open: 'text', datasets: [entry] }));
  });
  open.prepared = await prepared.openPage(prepared.address('#/overview'));
  open.exported = await exported.openPage(exported.address('#/overview'));
  await Promise.all([charts(open.prepared.page), charts(open.exported.page)]);
});
afterAll(async () => {
  await Promise.all([prepared.close(), exported.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const page = (): Page => {
  if (open.prepared === undefined) throw new Error('not open');
  return open.prepared.page;
};
const database = (): string => {
  const { datasets } = JSON.parse(readFileSync(join(folder, 'prepared/data/catalog.json'), 'utf8'));
  return join(folder, 'prepared/data', datasets[0].prepared.file);
};

describe('a prepared set at an address', () => {
  test.each([
    '#/overview',
    '#/trend',
    '#/duration',
    '#/benchmark',
    '#/comparison',
    '#/overview?court=&from=2023-01-01&to=2024-12-31',
  ])('%s shows the figures of the same files imported', async (hash) => {
    if (open.exported === undefined) throw new Error('not open');
    const figures = await figuresOn(page(), hash);
    expect(figures.length).toBeGreaterThan(3);
    expect(figures).toEqual(await figuresOn(open.exported.page, hash));
  });

  test('its first figures stand while the engine is still on its way, and filters wait for it', async () => {
    const wanted = await figuresOn(page(), '#/overview');
    const filtered = await figuresOn(page(), '#/overview?matter=%E6%B0%91%E4%BA%8B');
    let arrive: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (arrive = resolve));
    const { page: early } = await prepared.openPage(prepared.address('#/overview'), (own) =>
      own.route('**/engine/duckdb-eh.bin', async (route) => {
        await held;
        await route.continue();
      }),
    );
    const figures = early.locator('main data[data-metric]');
    await figures.first().waitFor();
    expect(await figures.count()).toBe(wanted.length);
    await early.evaluate(() => (location.hash = '#/overview?matter=%E6%B0%91%E4%BA%8B'));
    await early.locator('main [aria-busy=true]').waitFor();
    arrive();
    await charts(early);
    expect(await figuresOn(early, '#/overview?matter=%E6%B0%91%E4%BA%8B')).toEqual(filtered);
    expect(await figuresOn(early, '#/overview')).toEqual(wanted);
    await early.close();
  });

  test('where the engine cannot start, no figure is left standing that nothing can be asked about', async () => {
    const { page: without } = await prepared.openPage(prepared.address('#/overview'), (own) =>
      own.route('**/engine/duckdb-eh.bin', (route) => route.fulfill({ status: 404 })),
    );
    await without.locator('[role=alert]').first().waitFor();
    await expect.poll(() => without.locator('main data[data-metric]').count()).toBe(0);
    await without.close();
  });

  test('a number opens its cases, and a case shows its row as it stood', async () => {
    await figuresOn(page(), '#/overview');
    await page().locator('main a[href*="#/cases"]').first().click();
    await page().waitForFunction(() => location.hash.startsWith('#/cases'));
    const dialog = page().locator('dialog[open]');
    // A row that is still on its way opens nothing: it is clicked until it is there.
    await expect
      .poll(
        async () => {
          if ((await dialog.count()) === 0) await page().locator('main .row.case').first().click({ timeout: 5_000 });
          return dialog.locator('td.raw').count();
        },
        { timeout: 60_000, interval: 1_000 },
      )
      .toBeGreaterThan(0);
    const number = await dialog.locator('h2').textContent();
    expect(await dialog.locator('td.raw').allTextContents()).toContain(number);
    await page().keyboard.press('Escape');
  });

  test('the engine dies, and the set is opened again', async () => {
    const { page: fresh } = await prepared.openPage(prepared.address('#/overview'), (own) =>
      own.addInitScript(() => {
        const workers: Worker[] = [];
        Object.assign(globalThis, {
          engineWorkers: workers,
          Worker: class extends Worker {
            constructor(url: string | URL, options?: WorkerOptions) {
              super(url, options);
              workers.push(this);
            }
          },
        });
      }),
    );
    await charts(fresh);
    const before = await figuresOn(fresh, '#/trend');
    await fresh.evaluate(() => {
      const [worker]: Worker[] = Reflect.get(globalThis, 'engineWorkers');
      worker?.dispatchEvent(new ErrorEvent('error', { message: 'unreachable' }));
    });
    await fresh.waitForFunction(() => Reflect.get(globalThis, 'engineWorkers').length > 1);
    expect(await figuresOn(fresh, '#/overview')).toEqual(await figuresOn(page(), '#/overview'));
    expect(await figuresOn(fresh, '#/trend')).toEqual(before);
    await fresh.close();
  });

  test('nothing left the origin and the policy was kept', () => {
    expect(open.prepared?.record).toEqual({ foreignRequests: [], policyViolations: [], errors: [] });
  });
});

describe('a prepared set as a file', () => {
  test('opens with what its maker said of it, survives a reload, and takes further lists', async () => {
    const wanted = await figuresOn(page(), '#/overview');
    const dropped = (await exported.openPage(exported.address('#/overview'))).page;
    await charts(dropped);
    await giveFiles(dropped, [database()]);
    expect(await figuresOn(dropped, '#/overview')).toEqual(wanted);
    await dropped.locator('main').evaluate(() => (location.hash = '#/data'));
    await dropped.getByText('保存在本浏览器。').waitFor();
    await dropped.reload();
    expect(await figuresOn(dropped, '#/overview')).toEqual(wanted);
    await giveFiles(dropped, [join(SAMPLE, 'xin9905.csv')], true);
    expect(await dropped.locator('header').first().textContent()).toContain('示例垦区');
    const more = await figuresOn(dropped, '#/benchmark');
    const whole = join(folder, 'whole/data');
    const files = [...NAMES, 'xin9905.csv'].map((name) => join(SAMPLE, name));
    await runPrepare([...files, '--out', whole, '--own-court', ABOUT.ownCourt], '2026-11-24');
    const site = await openCourtSite(undefined, [join(folder, 'whole')]);
    const other = await site.openPage(site.address('#/benchmark'));
    await charts(other.page);
    expect(more).toEqual(await figuresOn(other.page, '#/benchmark'));
    await site.close();
  });

  test('a foreign database and a file that was cut off are refused in one sentence, and nothing is lost', async () => {
    const foreign = join(folder, 'foreign.duckdb');
    const instance = await DuckDBInstance.create(foreign);
    const connection = await instance.connect();
    await connection.run('CREATE TABLE t AS SELECT 1 AS a');
    connection.closeSync();
    instance.closeSync();
    const cut = join(folder, 'cut.duckdb');
    writeFileSync(cut, readFileSync(database()).subarray(0, 300_000));
    const wanted = await figuresOn(page(), '#/overview');
    for (const [file, words] of [
      [foreign, '没有可以读取的案件清单'],
      [cut, '打不开'],
    ] as const) {
      await giveFiles(page(), [file]);
      await page().locator('[role=alert]', { hasText: words }).waitFor();
    }
    expect(await figuresOn(page(), '#/overview')).toEqual(wanted);
  });

  test('a hosted set that was copied in part is named, with what to do', async () => {
    const short = join(folder, 'short/data');
    cpSync(join(folder, 'prepared/data'), short, { recursive: true });
    const file = database().replace(/^.*\//, '');
    writeFileSync(join(short, file), readFileSync(database()).subarray(0, 300_000));
    const site = await openCourtSite(undefined, [join(folder, 'short')]);
    const { page: broken } = await site.openPage(site.address('#/overview'));
    await broken.getByText('不完整:应为').first().waitFor();
    await site.close();
  });
});
