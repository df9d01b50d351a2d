import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Browser } from 'playwright';
import { DIVISION_AS_OF, makeDivisionCsv } from './bench-division.ts';
import { measureImport } from './bench-measures.ts';
import { median } from './bench-statistics.ts';
import { setHash, settle } from './bench-screen.ts';
import { PROJECT } from './site-files.ts';

const FOLDER = join(PROJECT, '.cache/bench');
const COURTS = 330;
const REPEATS = 3;

/** What the health check of a whole division costs the page. Times in milliseconds. */
export interface HealthMeasure {
  readonly rows: number;
  readonly courts: number;
  readonly figures: number;
  /** From the click, on data that are loaded, until values of all figures stand in the window. */
  readonly values: number;
  /** Until it is said of them what may be said. */
  readonly judged: number;
  /** Until every row of the table and every section of the page stands. */
  readonly whole: number;
  /** While the whole table is scrolled through: the longest time between two frames. */
  readonly longestFrame: number;
}

/** Path of the lists of a division of 330 courts over five years; made once per size. */
export async function makeDivisionFile(rows: number, seed: number): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `division-${rows}-${seed}.csv`);
  if (!existsSync(path)) await pipeline(Readable.from(makeDivisionCsv(rows, COURTS, seed)), createWriteStream(path));
  return path;
}

/** Gives the lists to the site and opens the health check of one year after the other. */
export async function measureHealth(browser: Browser, url: string, path: string, rows: number): Promise<HealthMeasure> {
  const { page } = await measureImport(browser, url, path);
  const times: Record<'values' | 'judged' | 'whole', number[]> = { values: [], judged: [], whole: [] };
  let table = { courts: 0, figures: 0 };
  let longestFrame = 0;
  for (let i = 0; i < REPEATS; i++) {
    // After the import the overview is there already.
    if (i > 0) await settle(page, await setHash(page, '#/overview'));
    await page.evaluate(WATCH_TABLE);
    const year = Number(DIVISION_AS_OF.slice(0, 4)) - i;
    const at = await setHash(page, `#/benchmark?from=${year}-01-01&to=${year}-12-31`);
    const whole = await settle(page, at);
    const marks: Record<string, number> = await page.evaluate('globalThis.tableMarks');
    for (const mark of ['values', 'judged'] as const) times[mark].push((marks[mark] ?? NaN) - at);
    times.whole.push(whole - at);
    table = await page.evaluate<typeof table>(COUNT_TABLE);
    longestFrame = Math.max(longestFrame, await page.evaluate<number>(SCROLL_TABLE));
  }
  await page.close();
  const [values, judged, whole] = [median(times.values), median(times.judged), median(times.whole)];
  return { rows, ...table, values, judged, whole, longestFrame };
}

/*
 * What runs in the page, as text: functions would be changed by the loader of this program. A mark is set after the frame
 * that shows it has been painted.
 */
const WATCH_TABLE = `(() => {
  const marks = (globalThis.tableMarks = {});
  const mark = (name) => {
    if (name in marks) return;
    marks[name] = NaN;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (marks[name] = performance.now());
      port2.postMessage(0);
    });
  };
  const watch = new MutationObserver(() => {
    const section = document.querySelector('.health-check');
    if (section === null || section.querySelectorAll('tbody tr').length < 12) return;
    mark('values');
    if (section.querySelector('td.none, td.better, td.worse') === null) return;
    mark('judged');
    if (!Number.isNaN(marks.judged)) watch.disconnect();
  });
  watch.observe(document, { subtree: true, childList: true, attributes: true });
})()`;

const COUNT_TABLE = `({
  courts: document.querySelectorAll('.health-check tbody tr').length - 1,
  figures: document.querySelectorAll('.health-check thead th').length - 1,
})`;

/** Scrolls through the table, a quarter of its window every frame. */
const SCROLL_TABLE = `new Promise((resolve) => {
  const box = document.querySelector('.health-check .scroll');
  let [last, longest] = [0, 0];
  const step = (time) => {
    if (last > 0) longest = Math.max(longest, time - last);
    last = time;
    const before = box.scrollTop;
    box.scrollTop += box.clientHeight / 4;
    if (box.scrollTop > before) requestAnimationFrame(step);
    else resolve(longest);
  };
  box.scrollTop = 0;
  requestAnimationFrame(step);
})`;
