import type { Page } from 'playwright';

/** Waits until nothing is under way and figures stand on the page. */
export async function charts(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('.progress') === null &&
      document.querySelector('[aria-busy=true]') === null &&
      document.querySelector('main data[data-metric]') !== null,
    null,
    { timeout: 90_000 },
  );
}

/** Every figure that a page of the site publishes, as text that names it, in the order of the page. */
export async function figuresOn(page: Page, hash: string): Promise<string[]> {
  await page.evaluate((next) => (location.hash = next), '#/definitions');
  await page.waitForFunction(() => document.querySelector('main data[data-metric]') === null);
  await page.evaluate((next) => (location.hash = next), hash);
  await charts(page);
  let before = '';
  for (;;) {
    const figures = await page.locator('main data').evaluateAll((elements) =>
      elements.map((element) =>
        [...element.attributes]
          .filter(({ name }) => name === 'value' || name.startsWith('data-'))
          .map(({ name, value }) => `${name}=${value}`)
          .sort()
          .join(' '),
      ),
    );
    if (figures.join('\n') === before) return figures;
    before = figures.join('\n');
    await charts(page);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  }
}

/** Gives files to the page as a person does, and waits until they are in or refused. */
export async function giveFiles(page: Page, files: readonly string[], isAdding = false): Promise<void> {
  await page.evaluate(() => (location.hash = '#/data'));
  const input = page.locator('main .zone input[type=file]');
  await input.waitFor({ state: 'attached' });
  if (isAdding) await page.locator('main .zone input[type=checkbox]').check();
  await page.evaluate(() => performance.clearMarks('cm:taken'));
  await input.setInputFiles([...files]);
  // Not by what is on screen: sentences of the import before stand there until this one has ended.
  await page.waitForFunction(() => performance.getEntriesByName('cm:taken').length > 0, null, { timeout: 120_000 });
  await page.waitForFunction(() => document.querySelector('.progress') === null);
}
