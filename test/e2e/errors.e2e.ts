import { appendFile, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCaseCsv } from '../../src/cli/bench-input.ts';
import { concatBytes } from '../../src/ingest/decode.ts';
import { describeRefusal, type IngestErrorId } from '../../src/text/ingest-errors.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from '../ingest/clean-list.ts';
import { toGb18030 } from '../ingest/gb18030.ts';
import { utf8 } from '../ingest/import-bytes.ts';
import { makeBiff5, makeByDuckDb, makeCompound, makeWorkbook, makeZip } from '../ingest/make-files.ts';
import { openCourtSite, type CourtSite } from '../support/court-site.ts';

let site: CourtSite;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'court-metrics-errors-'));
  site = await openCourtSite();
  page = (await site.openPage(site.address('#/data'))).page;
  await settled();
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

/** Waits until nothing is under way and a data set is loaded. */
async function settled(): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.progress') === null && document.querySelector('tfoot td') !== null,
    null,
    { timeout: 90_000 },
  );
}

async function put(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** Chooses files on the data page and waits until they are loaded or refused; `meanwhile` runs once they are chosen. */
async function choose(paths: readonly string[], meanwhile?: () => Promise<void>): Promise<void> {
  await page.evaluate(() => (location.hash = '#/data'));
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
  await page.evaluate(() => performance.clearMarks('cm:taken'));
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...paths]);
  await meanwhile?.();
  await page.waitForFunction(() => performance.getEntriesByName('cm:taken').length > 0, null, { timeout: 90_000 });
  await page.evaluate(() => (location.hash = '#/data'));
  await settled();
}

const refused = () => page.locator('[role=alert] li').allInnerTexts();
const totals = () => page.locator('tfoot td').allInnerTexts();

describe('a file that cannot be read', () => {
  const long = [LABELS, ...Array.from({ length: 300 }, (_, i) => ROWS[i % ROWS.length] ?? [])];
  const noise = (head: readonly number[]) =>
    Uint8Array.from([...head, ...Array.from({ length: 3000 }, (_, i) => (i * i) % 256)]);
  const files: Record<string, readonly [IngestErrorId, string, () => Uint8Array]> = {
    '照片.csv': ['binary', 'jpeg', () => noise([0xff, 0xd8, 0xff, 0xe0])],
    '截断.xlsx': ['damaged', '', () => makeWorkbook('xlsx', ['一审', long]).subarray(0, 9000)],
    '加密.xlsx': ['password', '', () => makeCompound({ EncryptionInfo: utf8('4'), EncryptedPackage: noise([]) })],
    '加密.xls': ['password', '', () => makeBiff5('一审', [LABELS, ...ROWS], 936, Uint8Array.of(0x2f, 0, 2, 0, 1, 2))],
    '登录.xls': [
      'web_page',
      '登录超时',
      () => utf8('<html><head><title>登录超时</title></head><body>请登录</body></html>'),
    ],
    '空.csv': ['empty', '', () => new Uint8Array()],
    '表头.csv': ['header_only', '', () => utf8(toCsvText([LABELS]))],
    '~$一审.xlsx': ['lock_file', '', () => noise([4, 0, 0, 0])],
  };

  test('is refused with its sentence, and what was loaded stays', async () => {
    const before = await totals();
    const paths = await Promise.all(Object.entries(files).map(([name, [, , make]]) => put(name, make())));
    await choose(paths);
    const expected = Object.entries(files).map(([name, [error, detail]]) => describeRefusal(name, error, detail).zh);
    expect((await refused()).sort()).toEqual(expected.sort());
    expect(await totals()).toEqual(before);
  });

  test('of 2 GB is refused before it is read; a ZIP bomb before it is unpacked', async () => {
    const large = await open(join(folder, '大.csv'), 'w');
    // sparse: takes no room on the disk
    await large.truncate(2_200_000_000);
    await large.close();
    const bomb = await put('炸弹.zip', makeZip({ 'a.csv': new Uint8Array(48 * 2 ** 20) }));
    await choose([join(folder, '大.csv'), bomb]);
    const [first = '', second = ''] = (await refused()).sort();
    expect(first + second).toContain(describeRefusal('大.csv', 'too_large', '2.2 GB').zh);
    expect(first + second).toContain('解压后大小异常');
  });
});

describe('a file that another program writes', () => {
  test('between the choice and the reading is refused as changing, and the others are loaded', async () => {
    const slow = await put('a.csv', concatBytes([...makeCaseCsv(100_000, 5)]));
    const changing = await put('b.csv', utf8(CLEAN_CSV));
    await choose([slow, changing], () => appendFile(changing, '\n'));
    expect(await refused()).toEqual([describeRefusal('b.csv', 'changing').zh]);
    expect(await totals()).toContain('100,000');
  });
});

describe('an archive', () => {
  test('of several formats is loaded list by list', async () => {
    const parquet = await makeByDuckDb('parquet', (path) => [`COPY (FROM list WHERE 案号 LIKE '%执%') TO '${path}'`]);
    const archive = makeZip(
      {
        '2025年/一审.csv': toGb18030(toCsvText([LABELS, ...ROWS.slice(0, 5)])),
        '2025年/二审.xls': makeBiff5('二审', [LABELS, ...ROWS.slice(5, 6)], 936),
        '执行.dat': parquet,
      },
      true,
    );
    await choose([await put('包.zip', archive)]);
    expect(await refused()).toEqual([]);
    const names = await page.locator('tbody th[scope=row]').allInnerTexts();
    for (const name of ['包.zip › 2025年/一审.csv', '包.zip › 2025年/二审.xls', '包.zip › 执行.dat'])
      expect(names.join('\n')).toContain(name);
    expect((await totals()).slice(0, 3)).toEqual(['7', '7', '0']);
  });
});
