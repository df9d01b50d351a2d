import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCourtSite, type CourtSite, type OpenPage } from '../support/court-site.ts';

const OWN_LIST = join(import.meta.dirname, '../../data/sample/bing9901-yishen.csv');
const PEER = '示例庚县人民法院';
const NINE_MONTHS = 'from=2025-01-01&to=2025-09-30&names=yes';

let site: CourtSite;
let open: OpenPage;
let page: Page;
let folder: string;
let pack: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'court-metrics-peers-'));
  pack = join(folder, 'pack.json');
  site = await openCourtSite();
  open = await site.openPage(site.address(`#/benchmark?${NINE_MONTHS}`));
  page = open.page;
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

/** The settlement of the peer as the health table of the page publishes it. */
async function settlementOfPeer(): Promise<readonly (string | null)[]> {
  const cell = page.locator(`table data[data-metric=settlement_rate][data-group="${PEER}"]`).first();
  await cell.waitFor({ state: 'attached', timeout: 90_000 });
  return Promise.all(['value', 'data-numerator', 'data-denominator'].map((name) => cell.getAttribute(name)));
}

async function drop(path: string): Promise<void> {
  await page.evaluate(() => (location.hash = '#/data'));
  await page.locator('.zone input[type=file]').waitFor({ state: 'attached' });
  await page.locator('.zone input[type=file]').setInputFiles(path);
}

describe('a benchmark pack', () => {
  let fromCases: readonly (string | null)[];

  test('is written with one click', async () => {
    fromCases = await settlementOfPeer();
    const writing = page.waitForEvent('download', { timeout: 90_000 });
    await page.locator('summary', { hasText: '与谁比' }).click();
    await page.getByRole('button', { name: '生成全部法院的对标包' }).click();
    await (await writing).saveAs(pack);
    expect(await readFile(pack, 'utf8')).toMatch(/^\{"format":"court-metrics-benchmark","version":2,/);
  });

  test('is dropped in by another court, whose own list is loaded: the peer has the very figures of its cases', async () => {
    await drop(OWN_LIST);
    await page.waitForFunction(() => location.hash.startsWith('#/overview'), null, { timeout: 90_000 });
    await drop(pack);
    await page.waitForFunction(() => location.hash.startsWith('#/benchmark'));
    await page.evaluate((hash) => (location.hash = hash), `#/benchmark?${NINE_MONTHS}`);
    expect(await settlementOfPeer()).toEqual(fromCases);
  });

  test('is still there after a reload', async () => {
    await page.reload();
    expect(await settlementOfPeer()).toEqual(fromCases);
  });

  test('that was changed on the way is refused in a sentence', async () => {
    const forged = join(folder, 'forged.json');
    await writeFile(forged, (await readFile(pack, 'utf8')).replace('"leastCases":5', '"leastCases":4'));
    await drop(forged);
    await page.locator('[role=alert]', { hasText: '不完整或被改动过' }).waitFor();
  });
});

describe('a figure of a bulletin', () => {
  test('is typed in and stands among the courts, with its counts', async () => {
    await page.evaluate((hash) => (location.hash = hash), `#/benchmark?${NINE_MONTHS}`);
    await page.locator('summary', { hasText: '录入公布的数字' }).click();
    await page.getByLabel('法院', { exact: true }).fill('武胜县人民法院');
    await page.getByLabel('分子').fill('612');
    await page.getByLabel('分母').fill('1000');
    await page.getByRole('button', { name: '录入', exact: true }).click();
    const cell = page.locator('table data[data-metric=settlement_rate][data-group="武胜县人民法院"]').first();
    await cell.waitFor({ state: 'attached' });
    expect(await cell.getAttribute('value')).toBe('0.612');
    expect(await cell.getAttribute('data-denominator')).toBe('1000');
  });
});

test('nothing left the origin and the policy was kept', () => {
  expect(open.record).toEqual({ foreignRequests: [], policyViolations: [], errors: [] });
});
