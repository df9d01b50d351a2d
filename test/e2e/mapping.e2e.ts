import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runReport } from '../../src/cli/report.ts';
import { makeWorkbook, type Sheet } from '../ingest/make-files.ts';
import { openCourtSite, type CourtSite } from '../support/court-site.ts';
import { figuresOn, giveFiles } from '../support/screen.ts';

const rows = <T>(n: number, row: (i: number) => readonly T[]) => Array.from({ length: n }, (_, i) => row(i));

/** 24 mediated or judged cases, a sheet that is no list but looks like one, and a list whose labels nobody knows. */
const SHEETS: readonly Sheet[] = [
  ['填表说明', [['请逐案填写'], ['一行一案']]],
  [
    '民事',
    [
      ['案号', '承办人', '立案日期', '结案日期', '结案方式'],
      ...rows(24, (i) => [
        `(2025)兵0201民初${i + 1}号`,
        '张三',
        '2025-01-10',
        '2025-02-10',
        i % 3 === 0 ? '调解' : '判决',
      ]),
    ],
  ],
  ['法官情况', [['法官姓名', '案件类型', '立案日期', '件数'], ...rows(21, (i) => [`某${i}`, '民事', '2025-01-02', i])]],
  [
    '执行',
    [
      ['甲栏', '乙栏', '丙栏', '丁栏'],
      // 18 finished, 6 not
      ...rows(24, (i) => [
        `(2025)兵0201执${i + 1}号`,
        `2025-01-${String(i + 6).padStart(2, '0')}`,
        `2025-03-${String(i + 6).padStart(2, '0')}`,
        i % 4 === 0 ? '没有财产' : '都办完了',
      ]),
    ],
  ],
];

let folder: string;
let site: CourtSite;
let page: Page;
let book: string;
let saved: string;
let figures: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mapping-e2e-'));
  book = join(folder, '九月.xlsx');
  saved = join(folder, 'mapping.json');
  writeFileSync(book, makeWorkbook('xlsx', ...SHEETS));
  site = await openCourtSite();
  page = (await site.openPage(site.address('#/data'))).page;
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const takeFor = (label: string) => page.getByRole('combobox', { name: `${label}: 认作` });
const filesTable = () => page.locator('main table', { hasText: '表头行' });

test('a sheet is left out, another taken in, unknown words assigned, all in one go', async () => {
  await giveFiles(page, [book]);
  await page.evaluate(() => (location.hash = '#/data'));
  await page.getByText('有清单需要核对栏目').waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: '法官情况' })
    .filter({ hasText: '没有认出案号' })
    .getByRole('button')
    .click();
  await page.getByRole('checkbox', { name: '不读取这张表' }).check();
  await page.getByText('这张表不读取:它的各行不进入任何指标').waitFor();

  const sheets = page.getByRole('combobox', { name: '工作表或文件' });
  expect(await sheets.locator('option').allTextContents()).toEqual([
    '民事(24 行)',
    '法官情况(21 行,不读取)',
    '执行(24 行,不读取)',
  ]);
  await sheets.selectOption('执行(24 行,不读取)');
  await page.getByRole('button', { name: '内容像案号,是不是“案号”?' }).click();
  await page.getByRole('button', { name: '内容像日期,是不是“立案日期”?' }).click();
  await page.getByRole('button', { name: '内容像日期,是不是“结案日期”?' }).click();
  await takeFor('丁栏').selectOption('结案方式');
  // five samples, what they became, how many failed: all 24 closings are unknown
  await page.getByRole('row', { name: /丁栏/ }).getByText('24 / 24').waitFor();
  await page.getByText('2 个值未归类,涉及 24 件').waitFor();
  await page.getByRole('combobox', { name: '都办完了: 归入' }).fill('执行完毕');
  await page.getByRole('combobox', { name: '都办完了: 归入' }).blur();
  // an everyday word is understood too
  await page.getByRole('combobox', { name: '没有财产: 归入' }).fill('终本');
  await page.getByRole('combobox', { name: '没有财产: 归入' }).blur();
  await page.getByRole('row', { name: /丁栏/ }).getByText('0 / 24').waitFor();
  // what was said of the other sheet is still there
  await sheets.selectOption({ index: 1 });
  expect(await page.getByRole('checkbox', { name: '不读取这张表' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: '保存并重新读取' }).first().click();

  await filesTable().waitFor();
  const text = await filesTable().innerText();
  expect(text).toContain('民事');
  expect(text).toContain('执行');
  expect(text).not.toContain('法官情况');
  await page.getByText('“九月.xlsx › 法官情况”(21 行)按保存的对应关系').waitFor();
  figures = await figuresOn(page, '#/enforcement');
  expect(figures.join('\n')).toMatch(
    /data-denominator=24 data-metric=enforcement_completion_rate .*data-numerator=18 .*value=0\.75/,
  );
});

test('next month it is read so without a question, also on another computer and by the report', async () => {
  await page.evaluate(() => (location.hash = '#/data'));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出对应关系' }).click();
  await (await download).saveAs(saved);
  expect(readFileSync(saved, 'utf8')).toContain('"isLeftOut": true');

  const october = join(folder, '十月.xlsx');
  writeFileSync(october, makeWorkbook('xlsx', ...SHEETS));
  await giveFiles(page, [october]);
  expect(await figuresOn(page, '#/enforcement')).toEqual(figures);

  const other = (await site.openPage(site.address('#/data'))).page;
  await other.locator('input[type=file][accept=".json"]').setInputFiles(saved);
  await other.getByText('已导入 2 份对应关系').waitFor();
  await giveFiles(other, [october]);
  expect(await figuresOn(other, '#/enforcement')).toEqual(figures);
  await other.context().close();

  const { out } = await runReport(
    ['--profile', saved, '--metric', 'enforcement_completion_rate,settlement_rate', october],
    '2025-12-31',
  );
  expect(JSON.parse(out)).toMatchObject({
    dataset: { rows: 48, loaded: 48, set_aside: 0 },
    results: [
      { metric: 'enforcement_completion_rate', numerator: 18, denominator: 24 },
      { metric: 'settlement_rate', numerator: 8, denominator: 24 },
    ],
  });
});

test('a label that was typed is known at the next import', async () => {
  await page.evaluate(() => (location.hash = '#/data'));
  await page.getByLabel('栏名(文件里的写法)').fill('办案的人');
  await page.locator('form', { hasText: '栏名' }).getByRole('combobox').selectOption('承办法官');
  await page.getByRole('button', { name: '添加' }).click();
  await page.getByText('“办案的人” = 承办法官').waitFor();
  const list = join(folder, '小表.csv');
  writeFileSync(list, '案号,办案的人,立案日期\n(2025)兵0201民初1号,李四,2025-01-02\n');
  await giveFiles(page, [list]);
  await page.evaluate(() => (location.hash = '#/data'));
  await filesTable().getByText('3 / 3').waitFor();
});

test('the header row is pointed at', async () => {
  const list = join(folder, '表头.csv');
  writeFileSync(list, '案号,立案日期\n案号,立案日期,结案日期\n(2025)兵0201民初1号,2025-01-02,2025-02-03\n');
  await giveFiles(page, [list]);
  await page.evaluate(() => (location.hash = '#/data'));
  await filesTable().getByRole('button', { name: '核对栏目' }).click();
  await page.getByLabel('表头在第几行').fill('2');
  await page.getByLabel('表头在第几行').blur();
  await page
    .getByRole('row', { name: /结案日期/ })
    .getByText('2025-02-03')
    .first()
    .waitFor();
  await page.getByText('共 1 行案件').waitFor();
});
