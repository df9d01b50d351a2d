import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runReport } from '../../src/cli/report.ts';
import { LABELS, ROWS, toCsvText } from '../ingest/clean-list.ts';
import { toGb18030 } from '../ingest/gb18030.ts';
import { utf8 } from '../ingest/import-bytes.ts';
import { makeByDuckDb, makeWorkbook, makeZip } from '../ingest/make-files.ts';
import { openCourtSite, type CourtSite } from '../support/court-site.ts';
import { figuresOn, giveFiles } from '../support/screen.ts';

type Row = readonly string[];

const at = (label: string) => LABELS.indexOf(label);
/** The clean list eight times, each time with numbers of its own: 56 cases. */
const CASES: readonly Row[] = Array.from({ length: 8 }, (_, k) =>
  ROWS.map((row, y) =>
    row.map((cell, x) => {
      if (x === 0) return String(k * ROWS.length + y + 1);
      return x === at('案号') || x === at('原审案号')
        ? cell.replace(/(\d+)号$/, (_, n: string) => `${Number(n) + k * 20}号`)
        : cell;
    }),
  ),
).flat();
const TABLE: readonly Row[] = [LABELS, ...CASES];
const isFirst = (row: Row) => row[at('案号')]?.includes('初') === true;
const line = (first: string) => [first, ...LABELS.slice(1).map(() => '')];
const html = (rows: readonly Row[]) =>
  `<html><head><meta charset="utf-8"></head><body><table>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table></body></html>`;

/** Title, a merged header of two levels, totals in the middle and at the end, footers. */
function formed(): Uint8Array {
  const groups = LABELS.map((_, i) => (i === 0 ? '基本信息' : i === at('立案日期') ? '办理信息' : ''));
  const rows = [
    line('示例市人民法院案件明细表'),
    line('统计期间:2025年1月至9月'),
    [],
    groups,
    LABELS,
    ...CASES.slice(0, 20),
    line('小计'),
    ...CASES.slice(20),
    LABELS.map((_, i) => (i === 1 ? '合计' : i === at('诉讼标的金额') ? '8308570.72' : '')),
    line('制表人:某某'),
    line('备注:以系统为准'),
  ];
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: LABELS.length - 1 } },
    { s: { r: 3, c: 0 }, e: { r: 3, c: at('立案日期') - 1 } },
    { s: { r: 3, c: at('立案日期') }, e: { r: 3, c: LABELS.length - 1 } },
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '明细');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

const DISGUISES: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  'title, merged header, totals, footers.xlsx': formed,
  'BIFF8.xls': () => makeWorkbook('biff8', ['案件', TABLE]),
  'a web page.xls': () => utf8(html(TABLE)),
  'GB18030.csv': () => toGb18030(toCsvText(TABLE, ',', '\r\n')),
  'UTF-16.tsv': () => Uint8Array.from(Buffer.from(`\ufeff${toCsvText(TABLE, '\t', '\r\n')}`, 'utf16le')),
  'semicolons.csv': () => utf8(`\ufeff${toCsvText(TABLE, ';')}`),
  'several.zip': () =>
    makeZip({
      '2025/一审.csv': toGb18030(toCsvText([LABELS, ...CASES.filter(isFirst)])),
      '2025/其他.xlsx': makeWorkbook('xlsx', ['a', [LABELS, ...CASES.filter((row) => !isFirst(row))]]),
      '说明.txt': utf8('请查收'),
    }),
  'two sheets.xlsx': () =>
    makeWorkbook(
      'xlsx',
      ['一审', [line('一审'), LABELS, ...CASES.filter(isFirst)]],
      ['填表说明', [['逐案填写']]],
      ['二审和执行', [LABELS, ...CASES.filter((row) => !isFirst(row))]],
    ),
  'columns.parquet': () =>
    makeByDuckDb('parquet', (path) => [`COPY list TO '${path}' (FORMAT parquet)`], toCsvText(TABLE)),
  'dates and numbers otherwise.csv': () =>
    utf8(
      toCsvText([
        LABELS,
        ...CASES.map((row) =>
          row.map((cell, x) =>
            /^\d{4}-\d\d-\d\d$/.test(cell)
              ? `${cell.slice(0, 4)}年${Number(cell.slice(5, 7))}月${Number(cell.slice(8))}日`
              : x === at('案号')
                ? cell.replace('(', '(').replace(')', ')')
                : cell,
          ),
        ),
      ]),
    ),
};

let folder: string;
let site: CourtSite;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'disguises-e2e-'));
  for (const [name, make] of Object.entries(DISGUISES)) writeFileSync(join(folder, name), await make());
  writeFileSync(join(folder, 'clean.csv'), toCsvText(TABLE));
  site = await openCourtSite();
  page = (await site.openPage(site.address('#/data'))).page;
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

let clean: readonly string[];
let reported: unknown;

test('the clean list', async () => {
  await giveFiles(page, [join(folder, 'clean.csv')]);
  clean = await figuresOn(page, '#/overview');
  reported = await reportOf('clean.csv');
  // of the 32 civil cases at first instance 24 are resolved: 8 mediated, 8 withdrawn
  expect(clean.join('\n')).toMatch(/data-denominator=24 data-metric=settlement_rate .*data-numerator=16 /);
});

test.each(Object.keys(DISGUISES))('%s gives every figure of the overview, and of the report', async (name) => {
  await giveFiles(page, [join(folder, name)]);
  expect(await figuresOn(page, '#/overview')).toEqual(clean);
  expect(await reportOf(name)).toEqual(reported);
});

async function reportOf(name: string): Promise<unknown> {
  const { out } = await runReport([join(folder, name)], '2025-12-31');
  const report: unknown = JSON.parse(out);
  return typeof report === 'object' && report !== null && 'results' in report ? report.results : null;
}
