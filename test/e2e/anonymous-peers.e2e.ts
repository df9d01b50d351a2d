import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCourtSite, type CourtSite, type OpenPage } from '../support/court-site.ts';

const OWN = '示例垦区人民法院';
const PEER = '示例庚县人民法院';
/** Everything is on that prints courts: ranks, and a gap against one of them. */
const ADDRESS = `#/benchmark?from=2025-01-01&to=2025-09-30&ranks=yes&against=${encodeURIComponent(PEER)}`;

let site: CourtSite;
let open: OpenPage;
let page: Page;
beforeAll(async () => {
  site = await openCourtSite();
  open = await site.openPage(site.address(ADDRESS));
  page = open.page;
  await page.locator('.sections[aria-busy=false]').waitFor({ state: 'attached', timeout: 90_000 });
  await page.locator('.subtitle', { hasText: `${OWN} — 法院 ` }).waitFor({ state: 'attached', timeout: 90_000 });
  await page.waitForFunction(() => document.querySelector('.sections [aria-busy=true]') === null);
});
afterAll(() => site.close());

/** The names of courts in text and attributes of all sections, without the controls that choose a court. */
function namesOnPage(): Promise<readonly string[]> {
  return page.evaluate(() => {
    const copy = document.querySelector('.sections')?.cloneNode(true) as Element;
    copy.querySelectorAll('select').forEach((control) => control.remove());
    return [...new Set(copy.outerHTML.match(/示例[^\s<>"·]*?法院/gu) ?? [])];
  });
}

test('with the names switched off no picture, table or machine-readable group names a peer', async () => {
  expect(await namesOnPage()).toEqual([OWN]);
  const groups = await page
    .locator('.sections data[data-metric=settlement_rate]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-group')));
  expect(groups).toContain(OWN);
  expect(groups).toContain('法院 1');
});

test('a court has one number in all sections', async () => {
  const of = (selector: string) =>
    page
      .locator(`${selector} data[data-metric=settlement_rate][data-group^="法院 "]`)
      .evaluateAll((cells) =>
        Object.fromEntries(cells.map((cell) => [cell.getAttribute('data-group'), cell.getAttribute('value')])),
      );
  const rug = await of('.health-check');
  expect(Object.keys(rug).length).toBeGreaterThan(9);
  const figures = await of('figure');
  expect(Object.keys(figures).length).toBeGreaterThan(9);
  expect(rug).toMatchObject(figures);
});

test('switched on, every court of the health check is named', async () => {
  await page.getByLabel('显示法院名称').check();
  await page.locator(`.health-check data[data-group="${PEER}"]`).first().waitFor({ state: 'attached' });
  expect((await namesOnPage()).length).toBeGreaterThan(9);
  expect(open.record).toEqual({ foreignRequests: [], policyViolations: [], errors: [] });
});
