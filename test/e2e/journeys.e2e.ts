import { existsSync } from 'node:fs';
import { writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCourtSite, type CourtSite, type OpenPage } from '../support/court-site.ts';
import { runReport } from '../../src/cli/report.ts';
import { charts, giveFiles } from '../support/screen.ts';

const WENSHU = join(import.meta.dirname, '../../../shared/data/wenshu');
const HOSTILE = [
  '案号,法院,立案日期,结案日期,结案方式,承办人,案由',
  '(2024)兵9901民初1号,<img src=x onerror=window.hacked=1>,2024-01-02,2024-02-01,调解,"=cmd|calc","\'; DROP TABLE cases; --"',
  '(2024)兵9901民初2号,<img src=x onerror=window.hacked=1>,2024-01-05,2024-03-05,判决,张三,民间借贷纠纷',
  '(2024)兵9901民初3号,<img src=x onerror=window.hacked=1>,2024-01-05,不详,,@SUM(A1),民间借贷纠纷',
].join('\n');

let site: CourtSite;
let open: OpenPage;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'court-metrics-journeys-'));
  site = await openCourtSite();
  open = await site.openPage(site.address('#/overview'));
  page = open.page;
  await charts(page);
});
afterAll(() => site.close());

/** The first published total of a metric on the page. */
async function figure(metric: string): Promise<{ value: number; numerator: number; denominator: number }> {
  const found = page.locator(`data[data-metric=${metric}]:not([data-group])`).first();
  await found.waitFor({ state: 'attached' });
  const read = (name: string) => found.getAttribute(name).then(Number);
  return {
    value: await read('value'),
    numerator: await read('data-numerator'),
    denominator: await read('data-denominator'),
  };
}

const drop = (...files: readonly string[]) => giveFiles(page, files);

describe('a judge', () => {
  test('sees the known number of the sample: 814 of 1,448', async () => {
    expect(await figure('settlement_rate')).toEqual({ value: 814 / 1448, numerator: 814, denominator: 1448 });
  });

  test('filters by period in the address, sees it change, and finds it again after a reload', async () => {
    await page.evaluate(() => (location.hash = '#/overview?from=2024-01-01&to=2024-12-31'));
    await page.waitForFunction(() => !document.body.textContent.includes('814 / 1,448'));
    await charts(page);
    const filtered = await figure('settlement_rate');
    expect(filtered.denominator).not.toBe(1448);
    await page.reload();
    await charts(page);
    expect(page.url()).toContain('from=2024-01-01');
    expect(await figure('settlement_rate')).toEqual(filtered);
  });

  test('opens the definition of a number by keyboard alone', async () => {
    const chip = page.locator('button[aria-haspopup=dialog]').first();
    await chip.focus();
    await page.keyboard.press('Enter');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('民事一审');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' }).catch(() => undefined);
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });
});

describe('a clerk', () => {
  test('is told in one sentence what is wrong with a file, and loses nothing', async () => {
    const photo = join(folder, 'photo.csv');
    await writeFile(photo, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xd8]));
    await drop(photo);
    await page.locator('[role=alert]', { hasText: 'photo.csv' }).waitFor();
    await page.evaluate(() => (location.hash = '#/overview'));
    await charts(page);
    expect((await figure('settlement_rate')).denominator).toBeGreaterThan(1000);
  });

  test('markup, SQL and formulas in cells are text', async () => {
    const hostile = join(folder, 'hostile.csv');
    await writeFile(hostile, HOSTILE);
    await drop(hostile);
    await page.waitForFunction(() => location.hash.startsWith('#/overview'));
    await charts(page);
    expect(await figure('settlement_rate')).toEqual({ value: 0.5, numerator: 1, denominator: 2 });
    expect(await page.evaluate(() => Reflect.get(globalThis, 'hacked'))).toBeUndefined();
    expect(await page.locator('header').first().textContent()).toContain('<img src=x');
    expect(await page.locator('img[src=x]').count()).toBe(0);
  });

  test.skipIf(!existsSync(WENSHU))('drops real judgments in GB18030 and sees what `report` prints', async () => {
    const file = join(WENSHU, 'cases_gbk.csv');
    await drop(file);
    await page.waitForFunction(() => location.hash.startsWith('#/overview'));
    await charts(page);
    const report = await runReport(['--metric', 'settlement_rate,median_days', file], '2026-11-23');
    const { results } = JSON.parse(report.out);
    const printed = (metric: string) => results.find((row: { metric: string }) => row.metric === metric).value;
    expect((await figure('settlement_rate')).value).toBe(printed('settlement_rate'));
    expect((await figure('median_days')).value).toBe(printed('median_days'));
  });

  test('nothing left the origin and the policy was kept', () => {
    expect(open.record).toEqual({ foreignRequests: [], policyViolations: [], errors: [] });
  });
});
