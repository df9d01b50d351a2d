import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { measureChanges, measureFirstChart, measureImport, type ChangeMeasure } from './bench-measures.ts';
import { BENCH_AS_OF } from './bench-site.ts';
import { DIST } from './build-if-outdated.ts';
import { NodeConnector } from './node-connector.ts';
import { prepareSet, type PreparedFile } from './prepare-set.ts';
import { serveSite } from './serve.ts';
import { PROJECT } from './site-files.ts';

/** What a prepared set costs the page. Times in milliseconds. */
export interface PreparedMeasure {
  readonly rows: number;
  readonly bytes: number;
  /** From asking for the page to its first chart, the set being what the site opens with. */
  readonly firstChart: number;
  /** From the drop of the file to the last chart. */
  readonly drop: number;
  readonly change: ChangeMeasure;
}

/** Prepares the list at `path`, hosts the set and drops it. @param changes of the court filter that are timed */
export async function measurePrepared(browser: Browser, path: string, changes: number): Promise<PreparedMeasure> {
  const folder = join(PROJECT, '.cache/bench/prepared');
  rmSync(folder, { recursive: true, force: true });
  const prepared = await prepare(path, join(folder, 'data'));
  const site = await serveSite({ folders: [folder, DIST], port: 0 });
  try {
    const firstChart = await measureFirstChart(browser, site.url);
    const { page, ms } = await measureImport(browser, site.url, prepared.path);
    const change = await measureChanges(page, changes);
    await page.close();
    const { facts, bytes } = prepared.report;
    return { rows: facts.summary.loaded, bytes, firstChart, drop: ms, change };
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare(path: string, out: string): Promise<PreparedFile> {
  mkdirSync(out, { recursive: true });
  const connector = await NodeConnector.open();
  try {
    const name = { zh: '基准测试数据', en: 'Benchmark data' };
    const request = {
      files: [path],
      out,
      id: 'bench',
      name,
      asOf: BENCH_AS_OF,
      ownCourt: null,
      events: [],
      roster: null,
    };
    return await prepareSet(
      connector,
      { ...request, hasRawText: true, isSynthetic: true, profiles: [], isVanishedLeftOut: false },
      BENCH_AS_OF,
    );
  } finally {
    connector.close();
  }
}
