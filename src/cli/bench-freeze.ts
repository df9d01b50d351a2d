import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { settle, watchScreen } from './bench-screen.ts';

/** What the import of a workbook costs the page that shows it. */
export interface FreezeMeasure {
  /** Longest time in which the page answered nothing while the file was read and loaded, ms. */
  readonly importTask: number;
  /** The same from the drop to the last chart, ms: the first drawing of the overview is in it. */
  readonly longestTask: number;
  /** From the drop to the last chart, ms. */
  readonly ms: number;
  /** Most memory of the tab with its workers, MB; null where the system does not say. */
  readonly peakMegabytes: number | null;
  /** The same before the file was chosen. */
  readonly idleMegabytes: number | null;
}

declare global {
  var longTasks: { start: number; duration: number }[];
}

/** Gives the workbook to the site and watches its main thread. Tasks below 50 ms are not recorded by the browser. */
export async function measureFreeze(browser: Browser, url: string, workbook: string): Promise<FreezeMeasure> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await watchScreen(page);
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) longTasks.push({ start: startTime, duration });
    }).observe({ entryTypes: ['longtask'] });
  });
  await page.goto(url);
  await settle(page, 0);
  const renderers = await listRenderers(browser);
  const idleMegabytes = peakOf(renderers);
  await page.setInputFiles('input[type=file]', workbook);
  await page.waitForFunction(() => performance.getEntriesByName('cm:drop').length > 0);
  const droppedAt = await page.evaluate(() => performance.getEntriesByName('cm:drop')[0]?.startTime ?? 0);
  await page.waitForFunction(() => location.hash.startsWith('#/overview'), null, { timeout: 300_000 });
  const loadedAt = await page.evaluate(() => performance.now());
  const settledAt = await settle(page, droppedAt);
  const [importTask, longestTask] = await longestTasks(page, droppedAt, loadedAt);
  const peakMegabytes = peakOf(renderers);
  await page.close();
  return { importTask, longestTask, ms: settledAt - droppedAt, peakMegabytes, idleMegabytes };
}

async function longestTasks(page: Page, from: number, loaded: number): Promise<[number, number]> {
  const tasks = await page.evaluate(() => longTasks);
  const longest = (until: number) =>
    Math.max(0, ...tasks.filter(({ start }) => start >= from && start < until).map(({ duration }) => duration));
  return [longest(loaded), longest(Infinity)];
}

async function listRenderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Most memory that any of the processes ever had, as Linux counts it. */
function peakOf(processes: readonly number[]): number | null {
  const peaks = processes.flatMap((id) => {
    try {
      const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
      return kilobytes === undefined ? [] : [Math.round(Number(kilobytes) / 1000)];
    } catch {
      return [];
    }
  });
  return peaks.length === 0 ? null : Math.max(...peaks);
}
