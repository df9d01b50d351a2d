import type { Browser, Page } from 'playwright';
import { CATALOG } from '../metrics/index.ts';
import { compileMetricQuery } from '../query/compile.ts';
import type { MetricQuery } from '../query/metric-query.ts';
import { BENCH_AS_OF } from './bench-site.ts';
import type { BenchPage } from './bench-page.ts';
import { markTime, setHash, settle, watchScreen } from './bench-screen.ts';
import { median, quantile } from './bench-statistics.ts';
import { NodeConnector } from './node-connector.ts';
import { loadDataset } from './report-dataset.ts';

const REPEATS = 3;

declare global {
  var bench: BenchPage;
}

/** A page with the engine and no screens, and the list chosen in it. */
export async function openBenchPage(browser: Browser, url: string, file: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${url}bench.html`);
  await page.setInputFiles('input', file);
  await page.waitForFunction(() => 'bench' in globalThis);
  return page;
}

/** Median time of the engine's bare start; the first one, which also fills the browser's caches, does not count. */
export async function measureEngineStart(page: Page): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= REPEATS; i++) times.push(await page.evaluate(() => bench.startEngine()));
  return median(times.slice(1));
}

/** Times of one and the same work, ms. An engine compiles itself while it works: the first time takes about twice as long. */
export interface WarmMeasure {
  /** Median of the first times in engines that have just been started, as a person's drop is. */
  readonly first: number;
  /** Median in an engine that has done it before. */
  readonly again: number;
}

async function measureWarming(page: Page, work: () => Promise<number>): Promise<WarmMeasure> {
  const first: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    await page.evaluate(() => bench.startEngine());
    first.push(await work());
  }
  const again: number[] = [];
  for (let i = 0; i <= REPEATS; i++) again.push(await work());
  return { first: median(first), again: median(again.slice(1)) };
}

/** Time of `read_csv` of the chosen file into a typed table. */
export function measureBareRead(page: Page): Promise<WarmMeasure> {
  return measureWarming(page, () => page.evaluate(() => bench.readTyped()));
}

/** Time from asking for the page to its first chart, with the hosted data set of the site. */
export async function measureFirstChart(browser: Browser, url: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= REPEATS; i++) {
    const page = await openSite(browser, url);
    await settle(page, 0);
    times.push(await markTime(page, 'cm:charts'));
    await page.close();
  }
  return median(times.slice(1));
}

/** A page of the site, watched. */
async function openSite(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await watchScreen(page);
  await page.goto(url);
  return page;
}

export interface ImportMeasure {
  readonly page: Page;
  /** From the drop to the last chart, ms. */
  readonly ms: number;
  /** From the drop to the moment at which the data set is there and its figures are asked for, ms. */
  readonly takenMs: number;
}

/** The median of imports by pages that have just been opened; the last stays open. */
export async function measureImports(browser: Browser, url: string, file: string): Promise<ImportMeasure> {
  const measures: ImportMeasure[] = [];
  for (let i = 0; i < REPEATS; i++) {
    await measures[i - 1]?.page.close();
    measures.push(await measureImport(browser, url, file));
  }
  const page = measures.at(-1)?.page;
  if (page === undefined) throw new Error('Nothing was imported');
  return { page, ms: median(measures.map(({ ms }) => ms)), takenMs: median(measures.map(({ takenMs }) => takenMs)) };
}

/** Gives the file to the site; the page stays open on the overview. */
export async function measureImport(browser: Browser, url: string, file: string): Promise<ImportMeasure> {
  const page = await openSite(browser, url);
  await settle(page, 0);
  await page.setInputFiles('input[type=file]', file);
  await page.waitForFunction(() => performance.getEntriesByName('cm:drop').length > 0);
  const droppedAt = await markTime(page, 'cm:drop');
  await page.waitForFunction(() => location.hash.startsWith('#/overview'), null, { timeout: 300_000 });
  const ms = (await settle(page, droppedAt)) - droppedAt;
  return { page, ms, takenMs: (await markTime(page, 'cm:taken')) - droppedAt };
}

export interface ChangeMeasure {
  readonly p50: number;
  readonly p95: number;
  readonly changes: number;
}

/** Time from a change of the court filter to the last chart of the overview, for one court after the other. */
export async function measureChanges(page: Page, changes: number): Promise<ChangeMeasure> {
  const times: number[] = [];
  for (let i = 0; i < changes; i++) {
    const at = await setHash(page, `#/overview?court=${encodeURIComponent(`示例${9901 + i}法院`)}`);
    times.push((await settle(page, at)) - at);
  }
  return { p50: median(times), p95: quantile(times, 0.95), changes };
}

/** One statement in both engines, medians in ms. */
export interface SqlMeasure {
  readonly query: string;
  readonly browser: number;
  readonly native: number;
  readonly ratio: number;
}

/** Time of the import of the chosen file, without any screen; its cases stay for `measureSql`. */
export function measureLoad(page: Page): Promise<WarmMeasure> {
  return measureWarming(page, () => page.evaluate((asOf) => bench.importChosen(asOf), BENCH_AS_OF));
}

/** The catalogue's own statements on the same cases, in the page and in native DuckDB with one thread. */
export async function measureSql(page: Page, file: string): Promise<SqlMeasure[]> {
  const connector = await NodeConnector.open({ threads: 1 });
  await loadDataset(connector, [file], BENCH_AS_OF);
  const measures: SqlMeasure[] = [];
  for (const [query, asked] of Object.entries(QUERIES)) {
    const { sql, params } = compileMetricQuery(asked);
    const inBrowser = await page.evaluate((ask) => bench.timeQuery(ask.sql, ask.params, ask.times), {
      sql,
      params,
      times: REPEATS + 1,
    });
    const inNode = await timeNative(connector, sql, params);
    const [browser, native] = [median(inBrowser.slice(1)), median(inNode.slice(1))];
    measures.push({ query, browser, native, ratio: browser / native });
  }
  connector.close();
  return measures;
}

async function timeNative(
  connector: NodeConnector,
  sql: string,
  params: Parameters<NodeConnector['query']>[1],
): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i <= REPEATS; i++) {
    const start = performance.now();
    await connector.query(sql, params);
    times.push(performance.now() - start);
  }
  return times;
}

const YEAR = { start: '2025-01-01', end: '2025-10-01' };
const BASE: MetricQuery = { metrics: CATALOG.map(({ id }) => ({ id })), groupBy: [], period: YEAR, filter: {} };

const QUERIES: Readonly<Record<string, MetricQuery>> = {
  'every metric, one year': BASE,
  'every metric by court': { ...BASE, groupBy: ['court'] },
  'every metric by month of three years': {
    ...BASE,
    grain: 'month',
    period: { start: '2023-01-01', end: '2025-10-01' },
  },
  'settlement and days by judge': {
    ...BASE,
    metrics: [{ id: 'settlement_rate' }, { id: 'mean_days' }],
    groupBy: ['judge'],
  },
};
