import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright';
import {
  measureBareRead,
  measureChanges,
  measureEngineStart,
  measureFirstChart,
  measureImport,
  measureImports,
  measureLoad,
  measureSql,
  openBenchPage,
} from './bench-measures.ts';
import { measureFreeze } from './bench-freeze.ts';
import { makeDivisionFile, measureHealth, type HealthMeasure } from './bench-health.ts';
import { measurePrepared } from './bench-prepared.ts';
import { makeBenchFile, serveBenchPage, serveBuilt, serveHosting } from './bench-site.ts';
import {
  describeHealth,
  formatBars,
  formatBench,
  formatImport,
  toBars,
  toHealthBars,
  type BenchResult,
  type ImportResult,
} from './bench-table.ts';
import { makeBenchWorkbook } from './bench-workbook.ts';
import { launchOptions } from './browser.ts';
import { buildIfOutdated } from './build-if-outdated.ts';

const SEED = 20250301;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    small: { type: 'string', default: '100000' },
    changes: { type: 'string', default: '20' },
    // Five million cases take minutes to make and prepare: only where asked for.
    huge: { type: 'string' },
    division: { type: 'string', default: '500000' },
    // 'import': the import of the big list and nothing else; 'health': the health check of the division.
    only: { type: 'string' },
  },
});
const [rows, small, changes] = [Number(values.rows), Number(values.small), Number(values.changes)];

buildIfOutdated();
if (values.only === 'import') console.log(formatImport(await runImport()));
else if (values.only === 'health') console.log(await runHealth());
else {
  const result = await runBench();
  console.log(JSON.stringify(result, null, 2));
  console.log(formatBench(result, toBars(result)));
}

/** The import of the big list beside the engine's own reading of it, and where its time goes. */
async function runImport(): Promise<ImportResult> {
  const file = await makeBenchFile(rows, SEED);
  const [benchSite, built] = [await serveBenchPage(), await serveBuilt()];
  const browser = await chromium.launch(await launchOptions());
  try {
    const engine = await openBenchPage(browser, benchSite.url, file);
    await measureEngineStart(engine);
    const bareRead = await measureBareRead(engine);
    const load = await measureLoad(engine);
    await engine.close();
    const { ms, takenMs } = await measureImports(browser, built.url, file);
    return { rows, bareRead, load, taken: takenMs, import: ms };
  } finally {
    await browser.close();
    await Promise.all([benchSite.close(), built.close()]);
  }
}

/** The health check of a division and nothing else, as lines to read. */
async function runHealth(): Promise<string> {
  const browser = await chromium.launch(await launchOptions());
  const health = await measureDivision(browser).finally(() => browser.close());
  return [describeHealth(health), '', ...formatBars(toHealthBars(health))].join('\n');
}

/** Everything in one browser session, so that ratios are of one run. */
async function runBench(): Promise<BenchResult> {
  const [bigFile, smallFile] = [await makeBenchFile(rows, SEED), await makeBenchFile(small, SEED)];
  const [benchSite, hosting, built] = [await serveBenchPage(), await serveHosting(smallFile), await serveBuilt()];
  const browser = await chromium.launch(await launchOptions());
  try {
    const engine = await openBenchPage(browser, benchSite.url, bigFile);
    const engineStart = await measureEngineStart(engine);
    const bareRead = await measureBareRead(engine);
    const load = await measureLoad(engine);
    const sql = await measureSql(engine, bigFile);
    await engine.close();
    const firstChart = await measureFirstChart(browser, hosting.url);
    const smallImport = await measureImport(browser, hosting.url, smallFile);
    const smallChange = await measureChanges(smallImport.page, changes);
    await smallImport.page.close();
    const workbook = await measureFreeze(browser, hosting.url, makeBenchWorkbook(smallFile));
    const bigImport = await measureImports(browser, built.url, bigFile);
    const bigChange = await measureChanges(bigImport.page, changes);
    const prepared = await measureAllPrepared(browser, smallFile, bigFile);
    const health = await measureDivision(browser);
    return {
      machine: { cpu: cpus()[0]?.model ?? '', cores: cpus().length, browser: browser.version(), node: process.version },
      rows: { big: rows, small },
      engineStart,
      firstChart,
      bareRead,
      load,
      import: bigImport.ms,
      workbook,
      prepared,
      health,
      change: { small: smallChange, big: bigChange },
      sql,
    };
  } finally {
    await browser.close();
    await Promise.all([benchSite.close(), hosting.close(), built.close()]);
  }
}

/** The health check of a division of courts. */
async function measureDivision(browser: Browser): Promise<HealthMeasure> {
  const path = await makeDivisionFile(Number(values.division), SEED);
  const site = await serveHosting(await makeBenchFile(1000, SEED));
  return measureHealth(browser, site.url, path, Number(values.division)).finally(() => site.close());
}

/** The same lists as prepared sets, and a huge one where it was asked for. */
async function measureAllPrepared(
  browser: Browser,
  smallFile: string,
  bigFile: string,
): Promise<BenchResult['prepared']> {
  const hugeFile = values.huge === undefined ? null : await makeBenchFile(Number(values.huge), SEED);
  return {
    small: await measurePrepared(browser, smallFile, changes),
    big: await measurePrepared(browser, bigFile, changes),
    huge: hugeFile === null ? null : await measurePrepared(browser, hugeFile, changes),
  };
}
