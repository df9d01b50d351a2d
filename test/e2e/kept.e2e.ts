import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBenchFile } from '../../src/cli/bench-site.ts';
import { DIST } from '../../src/cli/build-if-outdated.ts';
import { openCourtSite, type CourtSite } from '../support/court-site.ts';
import { charts, figuresOn, giveFiles } from '../support/screen.ts';

const HEADER = '案号,法院,承办人,立案日期,结案日期,结案方式';
/** Of `cases` first-instance cases every second is mediated. */
const list = (court: string, code: string, cases: number) =>
  [
    HEADER,
    ...Array.from(
      { length: cases },
      (_, i) => `(2025)${code}民初${i + 1}号,${court},张三,2025-01-10,2025-02-10,${i % 2 === 0 ? '调解' : '判决'}`,
    ),
  ].join('\n');

let folder: string;
let site: CourtSite;
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-e2e-'));
  writeFileSync(path('wusheng.csv'), list('武胜县人民法院', '川1622', 40));
  writeFileSync(path('wanzhou.csv'), list('万州区人民法院', '渝0101', 30));
  site = await openCourtSite();
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until what was imported is kept. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/data'));
  await page.getByText('保存在本浏览器。').waitFor();
}

const setRows = (page: Page) => page.locator('main tbody tr', { has: page.getByRole('button', { name: '改名' }) });

describe.each([
  ['http://court.intra', () => site.address('#/overview'), false],
  ['one file from disk', () => `${pathToFileURL(join(DIST, 'court-metrics.html')).href}#/overview`, true],
] as const)('on %s', (_, address, isSecure) => {
  let page: Page;
  let figures: string[];
  beforeAll(async () => {
    page = (await site.openPage(address())).page;
    await charts(page);
  });
  afterAll(() => page.context().close());

  test('a set survives a reload', async () => {
    expect(await page.evaluate(() => window.isSecureContext)).toBe(isSecure);
    await giveFiles(page, [path('wusheng.csv')]);
    figures = await figuresOn(page, '#/overview');
    // 20 of 40 mediated
    expect(figures).toContain(
      'data-denominator=40 data-metric=settlement_rate data-n=40 data-numerator=20 data-variant=a value=0.5',
    );
    await kept(page);
    await page.reload();
    expect(await figuresOn(page, '#/overview')).toEqual(figures);
    expect(await page.locator('header').first().textContent()).toContain('已打开上次保存的数据集');
  });

  test('a second import stands beside it, and each opens', async () => {
    await giveFiles(page, [path('wanzhou.csv')]);
    await kept(page);
    await expect.poll(() => setRows(page).count()).toBe(2);
    const older = setRows(page).filter({ hasText: '武胜县人民法院' });
    await older.getByRole('button', { name: '打开' }).click();
    await older.getByText('正在使用').waitFor();
    expect(await figuresOn(page, '#/overview')).toEqual(figures);
  });

  test('a tab that is closed in the middle of an import leaves what was there', async () => {
    const context = page.context();
    const other = await context.newPage();
    await other.goto(address());
    expect(await figuresOn(other, '#/overview')).toEqual(figures);
    await other.evaluate(() => (location.hash = '#/data'));
    await other.locator('main .zone input[type=file]').setInputFiles(await makeBenchFile(100_000, 20250301));
    await other.locator('.progress').waitFor();
    await other.close();
    await page.reload();
    expect(await figuresOn(page, '#/overview')).toEqual(figures);
    await page.evaluate(() => (location.hash = '#/data'));
    await expect.poll(() => setRows(page).count()).toBe(2);
  });

  test('one key wipes everything, and says so', async () => {
    await page.evaluate(() => (location.hash = '#/data'));
    await page.getByRole('button', { name: '清除本浏览器中的全部数据' }).click();
    await page.getByRole('button', { name: '确认清除' }).click();
    await page.getByText('不再保存任何数据').waitFor();
    expect(await setRows(page).count()).toBe(0);
    const databases = () => page.evaluate(() => indexedDB.databases().then((all) => all.map(({ name }) => name)));
    expect(await databases()).toEqual([]);
    // nor is one made when the hosted data have taken the place of what was open
    const hosted = page.locator('header', { hasText: '示例' }).first();
    await hosted.waitFor();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await databases()).toEqual([]);
    await page.reload();
    await hosted.waitFor();
  });
});

/** Lets the browser refuse files as one that is full does. Chromium does not hold IndexedDB to the quota of its protocol. */
const setFull = (page: Page, isFull: boolean) => page.evaluate((full) => Object.assign(globalThis, { full }), isFull);

describe('where the browser has no room left', () => {
  test('the import can be used, a sentence says what to do, and the sets of before are still there', async () => {
    const { page } = await site.openPage(site.address('#/overview'), (own) =>
      own.addInitScript(() => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
          if (this.name === 'files' && Reflect.get(globalThis, 'full') === true)
            throw new DOMException('no room', 'QuotaExceededError');
          return put.call(this, value, key);
        };
      }),
    );
    await charts(page);
    await giveFiles(page, [path('wusheng.csv')]);
    await kept(page);
    await setFull(page, true);
    await giveFiles(page, [path('wanzhou.csv')]);
    expect((await figuresOn(page, '#/overview')).join('\n')).toContain(
      'data-denominator=30 data-metric=settlement_rate',
    );
    await page.evaluate(() => (location.hash = '#/data'));
    await page.locator('[role=alert]', { hasText: '浏览器存储空间不足' }).waitFor();
    expect(await setRows(page).count()).toBe(1);
    await setFull(page, false);
    await page.getByRole('button', { name: '再次尝试保存' }).click();
    await expect.poll(() => setRows(page).count(), { timeout: 20_000 }).toBe(2);
    await page.reload();
    expect((await figuresOn(page, '#/overview')).join('\n')).toContain(
      'data-denominator=30 data-metric=settlement_rate',
    );
    await page.context().close();
  });
});
