import type { Page } from 'playwright';

/** Nothing moves for this long = all charts are painted. It is waited for, not measured. */
const QUIET_MS = 1500;
const LIMIT_MS = 300_000;

/** Records when the screen last changed; to be called before the page is opened. */
export async function watchScreen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const screen = { changedAt: 0 };
    Object.assign(globalThis, { screenRecord: screen });
    // No named function in here: tsx would wrap it in a call that the page does not know.
    new MutationObserver(() => requestAnimationFrame(() => (screen.changedAt = performance.now()))).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
}

/** Waits until the figures stand and nothing has moved for a while; time of the last change since the page was opened, in ms. */
export async function settle(page: Page, since: number): Promise<number> {
  const handle = await page.waitForFunction(
    ([from, quiet]) => {
      const { changedAt }: { changedAt: number } = Reflect.get(globalThis, 'screenRecord');
      const isBusy = document.querySelector('[aria-busy="true"], progress, [role="progressbar"]') !== null;
      const isThere = document.querySelector('main data[data-metric]') !== null;
      return isThere && !isBusy && changedAt > from && performance.now() - changedAt > quiet ? changedAt : false;
    },
    [since, QUIET_MS] as const,
    { timeout: LIMIT_MS, polling: 100 },
  );
  return Number(await handle.jsonValue());
}

/** Time at which a mark was first set on the page, in ms since it was opened. */
export function markTime(page: Page, name: string): Promise<number> {
  return page.evaluate((wanted) => performance.getEntriesByName(wanted)[0]?.startTime ?? Number.NaN, name);
}

/** Goes to a hash of the page; time at which it was set. */
export function setHash(page: Page, hash: string): Promise<number> {
  return page.evaluate((next) => {
    const at = performance.now();
    location.hash = next;
    return at;
  }, hash);
}
