import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineFault } from '../../src/engine/engine-error.ts';
import { ENGINE_FAULTS } from '../../src/text/engine.ts';
import { openCourtSite, type CourtSite } from '../support/court-site.ts';

let site: CourtSite;
let strict: CourtSite;

beforeAll(async () => {
  site = await openCourtSite();
  strict = await openCourtSite("default-src 'self'; style-src 'self' 'unsafe-inline'");
});

afterAll(() => Promise.all([site.close(), strict.close()]));

/** Waits until the page says the sentence of a fault. */
async function expectSentence(
  page: Awaited<ReturnType<CourtSite['openPage']>>['page'],
  fault: EngineFault,
): Promise<void> {
  await page.getByText(ENGINE_FAULTS[fault].zh).first().waitFor({ timeout: 30_000 });
}

test('a server without the engine folder, or IIS without its type', async () => {
  const { page } = await site.openPage(site.address(), (opened) =>
    opened.route('**/engine/duckdb-eh.bin', (route) => route.fulfill({ status: 404 })),
  );
  await expectSentence(page, 'asset-missing');
});

test('a login page in the place of the engine', async () => {
  const { page } = await site.openPage(site.address(), (opened) =>
    opened.route('**/engine/duckdb-eh.bin', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html>' }),
    ),
  );
  await expectSentence(page, 'asset-wrong-content');
});

test('a server that does not have the worker', async () => {
  const { page } = await site.openPage(site.address(), (opened) =>
    opened.route('**/engine/duckdb-browser-eh.worker.js', (route) => route.fulfill({ status: 404 })),
  );
  await expectSentence(page, 'asset-missing');
});

test('a server whose policy forbids the engine', async () => {
  const { page } = await strict.openPage(strict.address());
  await expectSentence(page, 'policy-blocks-wasm');
  expect(await page.locator('main').isVisible()).toBe(true);
});
