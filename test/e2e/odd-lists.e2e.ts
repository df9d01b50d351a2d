import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCourtSite, type CourtSite, type OpenPage } from '../support/court-site.ts';
import { ODD_LISTS } from '../support/odd-lists.ts';
import { giveFiles } from '../support/screen.ts';

const PAGES = [
  'overview',
  'settlement',
  'duration',
  'reversal',
  'pending',
  'appeal',
  'enforcement',
  'sequence',
] as const;
const NO_COLUMN = (label: string) => `导入的文件没有“${label}”一栏,或这一栏全是空白;补上后即可计算`;

let site: CourtSite;
let open: OpenPage;
let page: Page;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'court-metrics-odd-'));
  site = await openCourtSite();
  open = await site.openPage(site.address('#/overview'));
  page = open.page;
  await page.locator('main data[data-metric]').first().waitFor({ state: 'attached' });
});
afterAll(() => site.close());

/** What each page says of a list, once it has come to rest. */
async function readPages(name: string, query = ''): Promise<Readonly<Record<string, string>>> {
  const file = join(folder, `${name}.csv`);
  await writeFile(file, ODD_LISTS[name] ?? '');
  await giveFiles(page, [file]);
  const texts: Record<string, string> = {};
  for (const id of PAGES) {
    await page.evaluate((hash) => (location.hash = hash), `#/${id}${query}`);
    let before = '';
    for (;;) {
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
      const text = await page.locator('main').innerText();
      if (text.length > 20 && text === before) break;
      before = text;
    }
    texts[id] = before;
    expect([name, id, /NaN|undefined|Infinity|\bnull\b/.exec(before)?.[0]]).toEqual([name, id, undefined]);
    expect([name, id, await page.locator('main .better, main .worse').allInnerTexts()]).toEqual([name, id, []]);
  }
  return texts;
}

test('all cases pending: closings are what lacks, and no curve is drawn of cases that may have ended', async () => {
  const { settlement, duration, pending } = await readPages('allPending');
  expect(settlement).toContain(NO_COLUMN('结案日期'));
  expect(duration).toContain(NO_COLUMN('结案日期'));
  expect(duration).not.toContain('100.0%');
  expect(duration).not.toContain('未结旧案');
  expect(pending).toContain('未结数不能给出');
});

test('no closing mode: a reason everywhere, 0 % nowhere', async () => {
  const { settlement } = await readPages('noClosingMode');
  expect(settlement).toContain(NO_COLUMN('结案方式'));
  expect(settlement).not.toContain('没有民事一审结案');
  expect(settlement).not.toContain('0.0%');
});

test('no filing date: a reason, not the claim that nothing was closed or open', async () => {
  const { duration } = await readPages('noFilingDate');
  expect(duration).toContain(NO_COLUMN('立案日期'));
  expect(duration).not.toContain('期间内没有在审案件');
  expect(duration).not.toContain('没有结案。');
});

test('no closings in the period: no rate, no mean', async () => {
  const { settlement, duration } = await readPages('noClosings', '?from=2024-01-01&to=2024-12-03');
  expect(settlement).toContain('0 / 0 件');
  expect(duration).toContain('期间内没有能算出审理天数的结案');
  expect(await page.locator('main data[data-metric=mean_days]').count()).toBe(0);
});

test('0 of 60: the rate with its upper limit, 1 − 0.025^(1/60) by the exact method or 6.02 % by Wilson', async () => {
  const { settlement } = await readPages('noneOf60');
  expect(settlement).toContain('0 / 60 件 · 区间 0.00%–6.02%');
});

test.each(['twoCases', 'judgeOfOne', 'monthWithout', 'closedOnly', 'threeMonths', 'noJudge'])(
  '%s: no verdict, no number that is none',
  async (name) => {
    await readPages(name);
  },
);

test('nothing was reported as an error', () => {
  expect(open.record).toEqual({ foreignRequests: [], policyViolations: [], errors: [] });
});
