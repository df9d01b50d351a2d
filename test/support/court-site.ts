import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { serveSite, type SiteServer } from '../../src/cli/serve.ts';
import { DIST } from '../../src/cli/build-if-outdated.ts';
import { launchOptions } from '../../src/cli/browser.ts';

/** A host name that is not localhost, so that the browser takes the page for what it is: plain HTTP, no secure context. */
const HOST = 'court.intra';

/** What a page did that it must not, and said that it should not. */
export interface PageRecord {
  /** Requests that left the origin; blob and data addresses stay inside. */
  readonly foreignRequests: string[];
  readonly policyViolations: string[];
  readonly errors: string[];
}

export interface OpenPage {
  readonly page: Page;
  readonly record: PageRecord;
}

export interface CourtSite {
  readonly server: SiteServer;
  /** Address of a file of the site under the court's host name. */
  address(path?: string): string;
  /** A page in a fresh profile, recorded. @param prepare runs before the page is opened, to answer requests otherwise. */
  openPage(url: string, prepare?: (page: Page) => Promise<unknown>): Promise<OpenPage>;
  close(): Promise<void>;
}

/**
 * Serves the built site under `http://court.intra/some/path/` to a browser that knows no other host.
 * @param policy Content-Security-Policy of the server. Absent = that of the hosted site.
 * @param before folders whose files stand in the place of those of the built site.
 */
export async function openCourtSite(policy?: string, before: readonly string[] = []): Promise<CourtSite> {
  const server = await serveSite({
    folders: [...before, DIST],
    port: 0,
    prefix: '/some/path/',
    ...(policy !== undefined && { policy }),
  });
  const browser = await launchWithoutNetwork();
  const origin = `http://${HOST}:${server.port}`;
  return {
    server,
    address: (path = '') => `${origin}/some/path/${path}`,
    openPage: (url, prepare) => openRecorded(browser, url, prepare),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** A browser for which every host but the court's does not exist. */
async function launchWithoutNetwork(): Promise<Browser> {
  const options = await launchOptions();
  return chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--host-resolver-rules=MAP ${HOST} 127.0.0.1, MAP * ~NOTFOUND`],
  });
}

async function openRecorded(
  browser: Browser,
  url: string,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const record = await recordPage(context, page, new URL(url));
  await prepare?.(page);
  await page.goto(url);
  return { page, record };
}

async function recordPage(context: BrowserContext, page: Page, home: URL): Promise<PageRecord> {
  const record: PageRecord = { foreignRequests: [], policyViolations: [], errors: [] };
  context.on('request', (request) => {
    if (isForeign(new URL(request.url()), home)) record.foreignRequests.push(request.url());
  });
  await context.exposeFunction('recordViolation', (text: string) => void record.policyViolations.push(text));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const told: unknown = Reflect.get(globalThis, 'recordViolation');
      if (typeof told === 'function')
        told(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  page.on('pageerror', (error) => void record.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') record.errors.push(message.text());
  });
  return record;
}

/** One file is the whole origin of a page that was opened from disk. */
function isForeign(asked: URL, home: URL): boolean {
  if (asked.protocol === 'blob:' || asked.protocol === 'data:') return false;
  return home.protocol === 'file:' ? asked.href.replace(/#.*$/, '') !== home.href : asked.origin !== home.origin;
}
