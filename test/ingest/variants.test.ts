import { utils, write, type BookType } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NodeConnector } from '../../src/cli/node-connector.ts';
import type { Cell } from '../../src/engine/connector.ts';
import { toEpochDay } from '../../src/lib/date.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from './clean-list.ts';
import { toGb18030 } from './gb18030.ts';
import { casesOf, importBytes, issuesOf, utf8 } from './import-bytes.ts';
import { openCleanList } from './same-cases.ts';

const FILED = LABELS.indexOf('立案日期');
const RESOLVED = LABELS.indexOf('结案日期');
const AMOUNT = LABELS.indexOf('诉讼标的金额');
const TITLE = ['兵团示例市人民法院2025年案件清单'];
const TOTAL = ['合计', '', '', '', '', '', '', '', '', '', '', '', '1038571.34'];
const FOOTER = ['制表人:某某', '', '审核人:某某'];

let connector: NodeConnector;
let clean: Cell[][];

beforeAll(async () => {
  ({ connector, clean } = await openCleanList());
});
afterAll(() => connector.close());

describe('the clean list', () => {
  test('is read as it stands', async () => {
    expect(clean).toEqual([
      [
        '(2025)兵0201刑初1号',
        '示例市人民法院',
        '刑事',
        '一审',
        '盗窃罪',
        '速裁程序',
        '独任制',
        '刑庭',
        '赵六',
        '2025-02-03',
        '2025-02-11',
        '2025-02-13',
        'statute',
        8,
        '判决',
        '判决',
        false,
        null,
        null,
      ],
      // 执行 6 months: 04-01 → 10-01; 04-01 … 09-28 = 29 + 31 + 30 + 31 + 31 + 28 = 180 days
      [
        '(2025)兵0201执11号',
        '示例市人民法院',
        '执行',
        '首次执行',
        '民间借贷纠纷',
        null,
        '独任制',
        '执行局',
        '孙八',
        '2025-04-01',
        '2025-09-28',
        '2025-10-01',
        'statute',
        180,
        '终结本次执行程序',
        '终本',
        null,
        12345.67,
        null,
      ],
      [
        '(2025)兵0201民初1号',
        '示例市人民法院',
        '民事',
        '一审',
        '民间借贷纠纷',
        '简易程序',
        '独任制',
        '民一庭',
        '王芳',
        '2025-01-06',
        '2025-02-10',
        '2025-04-06',
        'statute',
        35,
        '调解',
        '调解',
        false,
        12345.67,
        null,
      ],
      [
        '(2025)兵0201民初2号',
        '示例市人民法院',
        '民事',
        '一审',
        '买卖合同纠纷',
        '普通程序',
        '合议制',
        '民二庭',
        '李明',
        '2025-01-08',
        '2025-05-20',
        '2025-07-08',
        'statute',
        132,
        '判决',
        '判决',
        true,
        500000,
        null,
      ],
      [
        '(2025)兵0201民初3号',
        '示例市人民法院',
        '民事',
        '一审',
        '离婚纠纷',
        '普通程序',
        '合议制',
        '民一庭',
        '王芳',
        '2025-03-05',
        null,
        '2025-09-05',
        'statute',
        null,
        null,
        null,
        null,
        0,
        null,
      ],
      [
        '(2025)兵0201民初4号',
        '示例市人民法院',
        '民事',
        '一审',
        '物业服务合同纠纷',
        '小额诉讼程序',
        '独任制',
        '速裁庭',
        '张三',
        '2025-03-31',
        '2025-04-15',
        '2025-05-31',
        'statute',
        15,
        '准予撤诉',
        '撤诉',
        false,
        880,
        null,
      ],
      [
        '(2025)兵02民终9号',
        '第二师中级人民法院',
        '民事',
        '二审',
        '买卖合同纠纷',
        null,
        '合议制',
        '民三庭',
        '周七',
        '2025-06-12',
        '2025-08-01',
        '2025-09-12',
        'statute',
        50,
        '改判',
        '改判',
        null,
        500000,
        '(2025)兵0201民初2号',
      ],
    ]);
  });
});

const utf16 = (text: string, isBig: boolean, hasMark: boolean) => {
  const buffer = Buffer.from(hasMark ? `\ufeff${text}` : text, 'utf16le');
  return new Uint8Array(isBig ? buffer.swap16() : buffer);
};

function workbook(
  rows: readonly (readonly (string | number | null)[])[],
  bookType: BookType,
  is1904 = false,
): Uint8Array {
  const book = utils.book_new();
  book.Workbook = { WBProps: { date1904: is1904 } };
  utils.book_append_sheet(book, utils.aoa_to_sheet([['填表说明'], ['一行一案']]), '说明');
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '案件');
  return new Uint8Array(write(book, { type: 'array', bookType }));
}

const mapDates = (convert: (iso: string) => string | number | null) =>
  ROWS.map((row) => row.map((cell, i) => ((i === FILED || i === RESOLVED) && cell !== '' ? convert(cell) : cell)));
const withDates = (convert: (iso: string) => string) =>
  toCsvText([LABELS, ...mapDates(convert).map((row) => row.map(String))]);
const parts = (iso: string) => iso.split('-').map(Number);
const html = (rows: readonly (readonly string[])[]) =>
  `<html><head><meta charset="utf-8"><style>td{mso-number-format:"\\@"}</style></head><body><table border=1><tr>${(rows[0] ?? []).map((cell) => `<th>${cell}</th>`).join('')}</tr>` +
  `${rows
    .slice(1)
    .map((row) => `<tr>${row.map((cell) => `<td>&nbsp;${cell}</td>`).join('\n')}</tr>`)
    .join('\n')}</table></body></html>`;

const DISGUISES: Record<string, () => Uint8Array> = {
  'UTF-8 with BOM and CRLF': () => utf8(`\ufeff${toCsvText([LABELS, ...ROWS], ',', '\r\n')}`),
  GB18030: () => toGb18030(CLEAN_CSV),
  'GB18030, tab-separated, named .xls': () => toGb18030(toCsvText([LABELS, ...ROWS], '\t')),
  'UTF-16 little endian with mark': () => utf16(CLEAN_CSV, false, true),
  'UTF-16 big endian with mark': () => utf16(CLEAN_CSV, true, true),
  'UTF-16 little endian without mark': () => utf16(toCsvText([LABELS, ...ROWS], '\t', '\r\n'), false, false),
  semicolons: () => utf8(toCsvText([LABELS, ...ROWS], ';')),
  bars: () => utf8(toCsvText([LABELS, ...ROWS], '|')),
  'every cell quoted': () =>
    utf8([LABELS, ...ROWS].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')),
  'title rows, blank rows, total and footer': () =>
    utf8(toCsvText([TITLE, [], LABELS, ...ROWS.slice(0, 3), [], ...ROWS.slice(3), TOTAL, FOOTER])),
  'totals between and before': () =>
    utf8(
      toCsvText([
        LABELS,
        ['小 计', '', '', '', '', '', '', '', '', '', '', '', '3'],
        ...ROWS.slice(0, 4),
        TOTAL,
        LABELS,
        ...ROWS.slice(4),
      ]),
    ),
  'two-level header': () =>
    utf8(
      toCsvText([
        TITLE,
        LABELS.map((label) => (label === '立案日期' ? '审理期间' : label === '结案日期' ? '' : label)),
        LABELS.map((label) => (label === '立案日期' || label === '结案日期' ? label : '')),
        ...ROWS,
      ]),
    ),
  'heading joined with the label below': () =>
    utf8(
      toCsvText([
        LABELS.map((label) =>
          label === '立案日期' ? '立案信息' : label === '结案日期' ? '结案信息' : label === '结案方式' ? '' : label,
        ),
        LABELS.map((label) =>
          label === '立案日期' || label === '结案日期' ? '日期' : label === '结案方式' ? '方式' : '',
        ),
        ...ROWS,
      ]),
    ),
  'dates 2025年1月6日': () => utf8(withDates((iso) => `${parts(iso)[0]}年${parts(iso)[1]}月${parts(iso)[2]}日`)),
  'dates 2025/1/6': () => utf8(withDates((iso) => parts(iso).join('/'))),
  'dates 2025.01.06': () => utf8(withDates((iso) => iso.replaceAll('-', '.'))),
  'dates 20250106': () => utf8(withDates((iso) => iso.replaceAll('-', ''))),
  'dates with midnight': () => utf8(withDates((iso) => `${iso} 00:00:00.0`)),
  'dates 06/01/2025': () => utf8(withDates((iso) => `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`)),
  'Beijing midnight written in UTC': () =>
    utf8(withDates((iso) => `${new Date((toEpochDay(iso) - 1) * 86_400_000).toISOString().slice(0, 10)}T16:00:00`)),
  'serial numbers as text': () => utf8(withDates((iso) => String(toEpochDay(iso) + 25_569))),
  'every style in turn': () => {
    const styles = [
      (iso: string) => iso,
      (iso: string) => iso.replaceAll('-', '/'),
      (iso: string) => iso.replaceAll('-', ''),
      (iso: string) => String(toEpochDay(iso) + 25_569),
    ];
    let i = 0;
    return utf8(withDates((iso) => (styles[i++ % styles.length] ?? String)(iso)));
  },
  'full-width brackets and digits': () =>
    utf8(
      CLEAN_CSV.replace(
        /\((\d{4})\)(\S+?)(\d+)号/g,
        (_, year: string, middle: string, serial: string) => `（${year}）${middle}${serial}号`,
      ),
    ),
  'spaces in numbers and names': () =>
    utf8(
      toCsvText([
        LABELS,
        ...ROWS.map((row) =>
          row.map((cell, i) =>
            i === 1 ? ` (2025) ${cell.slice(6)}　` : i === 7 ? `${cell[0]}  ${cell.slice(1)}` : ` ${cell}\t`,
          ),
        ),
      ]),
    ),
  'judges with roles': () =>
    utf8(toCsvText([LABELS, ...ROWS.map((row) => row.map((cell, i) => (i === 7 ? `${cell}(审判员)` : cell)))])),
  'amounts with separators and signs': () =>
    utf8(
      toCsvText([
        LABELS,
        ...ROWS.map((row) =>
          row.map((cell, i) =>
            i === AMOUNT && cell !== ''
              ? `￥${Number(cell).toLocaleString('en-US', { maximumFractionDigits: 2 })}元`
              : cell,
          ),
        ),
      ]),
    ),
  'amounts in 万元 by the heading': () =>
    utf8(
      toCsvText([
        LABELS.map((label) => (label === '诉讼标的金额' ? '诉讼标的金额(万元)' : label)),
        ...ROWS.map((row) =>
          row.map((cell, i) => (i === AMOUNT && cell !== '' ? String(Number(cell) / 10_000) : cell)),
        ),
      ]),
    ),
  'pinyin initials': () => {
    const codes: Record<string, string> = {
      案号: 'AH',
      经办法院: 'JBFY',
      立案案由: 'LAAY',
      适用程序: 'SYCX',
      审判组织形式: 'SPZZXS',
      承办部门: 'CBBM',
      承办人: 'CBR',
      立案日期: 'D_LARQ',
      结案日期: 'JARQ',
      结案方式: 'JAFS',
      是否上诉: 'CSFSS',
      诉讼标的金额: 'SSBDJE',
      原审案号: 'YSAH',
    };
    return utf8(toCsvText([LABELS.map((label) => codes[label] ?? label), ...ROWS]));
  },
  'columns in another order': () => utf8(toCsvText([LABELS, ...ROWS].map((row) => [...row].reverse()))),
  '.xlsx': () => workbook([TITLE, [], LABELS, ...ROWS, [], TOTAL], 'xlsx'),
  '.xlsx with serial numbers': () => workbook([LABELS, ...mapDates((iso) => toEpochDay(iso) + 25_569)], 'xlsx'),
  '.xlsx counting from 1904': () =>
    workbook([LABELS, ...mapDates((iso) => toEpochDay(iso) + 25_569 - 1462)], 'xlsx', true),
  '.xls BIFF8': () => workbook([LABELS, ...ROWS], 'biff8'),
  SpreadsheetML: () => workbook([LABELS, ...ROWS], 'xlml'),
  'HTML named .xls': () => utf8(html([LABELS, ...ROWS])),
  'HTML in GB18030': () => toGb18030(html([LABELS, ...ROWS]).replace('utf-8', 'gb2312')),
};

describe('the same list in disguise gives the same cases', () => {
  for (const [name, make] of Object.entries(DISGUISES)) {
    test(name, async () => {
      const summary = await importBytes(connector, [{ name: 'list.xls', bytes: make() }]);
      expect(await casesOf(connector)).toEqual(clean);
      expect(summary.loaded).toBe(ROWS.length);
      expect(summary.rows).toBe(summary.loaded + summary.setAside);
      const setAside = (await issuesOf(connector)).filter((issue) => issue[4] === 'set_aside');
      expect(setAside).toHaveLength(summary.setAside);
    });
  }
});
