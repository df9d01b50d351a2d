import { utils, write, type WorkSheet } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from './clean-list.ts';
import { toGb18030 } from './gb18030.ts';
import { importBytes, rowsOf, utf8 } from './import-bytes.ts';
import { makeWorkbook, makeZip, type Sheet } from './make-files.ts';
import { describeSameCases } from './same-cases.ts';

/** Exports as case systems elsewhere may write them: none of these shapes was taken from a file of this repository. */
const at = (label: string) => LABELS.indexOf(label);
const DATES = [at('立案日期'), at('结案日期')];
const NUMBERS = [at('案号'), at('原审案号')];

type Row = readonly string[];
type Change = (cell: string, row: number) => string;
const change = (columns: readonly number[], to: Change, rows: readonly Row[] = ROWS) =>
  rows.map((row, y) => row.map((cell, x) => (columns.includes(x) && cell !== '' ? to(cell, y) : cell)));
const list = (rows: readonly Row[], labels: Row = LABELS) => utf8(toCsvText([labels, ...rows]));
const renamed = (labels: Readonly<Record<string, string>>) => LABELS.map((label) => labels[label] ?? label);
const columnOf = (label: string, to: Change) => list(change([at(label)], to));
const word = (label: string, words: Readonly<Record<string, string>>) => columnOf(label, (cell) => words[cell] ?? cell);
const dated = (to: (iso: string, y: string, m: string, d: string) => string) =>
  list(change(DATES, (iso) => to(iso, iso.slice(0, 4), String(Number(iso.slice(5, 7))), String(Number(iso.slice(8))))));
const without = (label: string) => {
  const x = at(label);
  return [LABELS, ...ROWS].map((row) => row.filter((_, i) => i !== x));
};
const beside = (label: string, of: (row: Row, y: number) => string, place = 0) =>
  list(
    ROWS.map((row, y) => [...row.slice(0, place), of(row, y), ...row.slice(place)]),
    [...LABELS.slice(0, place), label, ...LABELS.slice(place)],
  );
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const total = (text: string, place: number) =>
  LABELS.map((_, x) => (x === place ? text : x === at('诉讼标的金额') ? '1038571.34' : ''));
const book = (...sheets: readonly Sheet[]) => makeWorkbook('xlsx', ...sheets);
const sheet = (change: (sheet: WorkSheet) => void, rows: readonly Row[] = [LABELS, ...ROWS]) => {
  const made = utils.aoa_to_sheet(rows.map((row) => [...row]));
  change(made);
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, made, 'Sheet1');
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }));
};
const CODES: Readonly<Record<string, string>> = {
  序号: 'XH',
  案号: 'C_AH',
  经办法院: 'C_JBFYMC',
  立案案由: 'C_LAAYMC',
  适用程序: 'C_SYCX',
  审判组织形式: 'C_SPZZXS',
  承办部门: 'C_CBBMMC',
  承办人: 'C_CBRXM',
  立案日期: 'D_LARQ',
  结案日期: 'D_JARQ',
  结案方式: 'C_JAFSMC',
  是否上诉: 'C_SFSS',
  诉讼标的金额: 'N_SSBDJE',
  原审案号: 'C_YSAH',
};
const english = {
  序号: 'No.',
  案号: 'Case Number',
  经办法院: 'Court',
  立案案由: 'Cause of Action',
  适用程序: 'Procedure',
  审判组织形式: 'Panel Type',
  承办部门: 'Department',
  承办人: 'Judge Name',
  立案日期: 'Filing Date',
  结案日期: 'Date Closed',
  结案方式: 'Disposition',
  是否上诉: 'Appealed',
  诉讼标的金额: 'Claim Amount',
  原审案号: 'Original Case Number',
};

const EXPORTS: Readonly<Record<string, () => Uint8Array>> = {
  // labels
  'codes of a vendor': () => list(ROWS, renamed(CODES)),
  'codes of a vendor in lower case': () =>
    list(
      ROWS,
      renamed(CODES).map((label) => label.toLowerCase()),
    ),
  'English labels': () => list(ROWS, renamed(english)),
  'labels with their code in brackets': () =>
    list(
      ROWS,
      LABELS.map((label) => `${label}(${CODES[label] ?? ''})`),
    ),
  'labels with full-width brackets and units': () =>
    list(ROWS, renamed({ 诉讼标的金额: '诉讼标的金额(元)', 立案日期: '立案日期(年月日)' })),
  'labels with stars for what is required': () =>
    list(
      ROWS,
      LABELS.map((label) => `*${label}`),
    ),
  'labels with stars behind': () =>
    list(
      ROWS,
      LABELS.map((label) => `${label}*`),
    ),
  'labels with colons': () =>
    list(
      ROWS,
      LABELS.map((label) => `${label}:`),
    ),
  'labels with spaces inside': () =>
    list(
      ROWS,
      LABELS.map((label) => [...label].join(' ')),
    ),
  'labels with line breaks': () =>
    list(
      ROWS,
      LABELS.map((label) => `${label.slice(0, 2)}\n${label.slice(2)}`),
    ),
  'labels with a number before them': () =>
    list(
      ROWS,
      LABELS.map((label, i) => `${i + 1}.${label}`),
    ),
  'labels in quotation marks of Chinese': () =>
    list(
      ROWS,
      LABELS.map((label) => `“${label}”`),
    ),
  'labels in brackets 【】': () =>
    list(
      ROWS,
      LABELS.map((label) => `【${label}】`),
    ),
  'labels under 案件信息 with a slash': () =>
    list(
      ROWS,
      LABELS.map((label) => (label === '序号' ? label : `案件信息/${label}`)),
    ),
  'labels as SQL writes them': () =>
    list(
      ROWS,
      LABELS.map((label) => `t.${label}`),
    ),
  'other words': () =>
    list(
      ROWS,
      renamed({
        案号: '案件文号',
        经办法院: '承办法院',
        立案案由: '案由名称',
        适用程序: '程序类型',
        审判组织形式: '审判组织',
        承办部门: '承办庭室',
        承办人: '主审法官',
        立案日期: '立案时间',
        结案日期: '结案时间',
        结案方式: '处理结果',
        是否上诉: '是否上(抗)诉',
        诉讼标的金额: '标的额',
        原审案号: '一审案号',
      }),
    ),
  'other words again': () =>
    list(
      ROWS,
      renamed({
        案号: '案件案号',
        经办法院: '审理法院',
        立案案由: '案由',
        适用程序: '审理适用程序',
        承办部门: '承办审判庭',
        承办人: '承办审判员',
        立案日期: '登记立案日期',
        结案日期: '审结日期',
        结案方式: '结案方式名称',
        诉讼标的金额: '起诉标的',
        原审案号: '原审案件案号',
      }),
    ),
  'words of 办案系统': () =>
    list(
      ROWS,
      renamed({
        案号: '案号全称',
        经办法院: '本院名称',
        立案案由: '立案案由名称',
        承办部门: '承办部门名称',
        承办人: '承办法官姓名',
        立案日期: '立案日期时间',
        结案日期: '结案日期时间',
        结案方式: '案件结案方式',
        诉讼标的金额: '诉讼标的(元)',
      }),
    ),

  // dates
  'dates 2025年01月06日 with times': () => dated((iso, y) => `${y}年${iso.slice(5, 7)}月${iso.slice(8)}日 09时30分`),
  'dates 2025年1月6日 星期一': () => dated((_, y, m, d) => `${y}年${m}月${d}日 星期一`),
  'dates 2025.1.6': () => dated((_, y, m, d) => `${y}.${m}.${d}`),
  'dates 2025-1-6 9:05': () => dated((_, y, m, d) => `${y}-${m}-${d} 9:05`),
  'dates 2025-01-06T09:05:00+08:00': () => dated((iso) => `${iso}T09:05:00+08:00`),
  'dates 2025-01-06 00:00:00.000': () => dated((iso) => `${iso} 00:00:00.000`),
  'dates 2025/01/06 上午 09:05': () => dated((iso) => `${iso.replaceAll('-', '/')} 上午 09:05`),
  'dates 20250106093000': () => dated((iso) => `${iso.replaceAll('-', '')}093000`),
  'dates 2025-01-06(星期一)': () => dated((iso) => `${iso}(星期一)`),
  'dates in full-width digits': () => dated((iso) => wide(iso)),
  'dates 2025年1月6号': () => dated((_, y, m, d) => `${y}年${m}月${d}号`),
  'dates 2025 01 06': () => dated((iso) => iso.replaceAll('-', ' ')),
  'dates 2025、1、6': () => dated((_, y, m, d) => `${y}、${m}、${d}`),
  'dates 2025—01—06': () => dated((iso) => iso.replaceAll('-', '—')),
  'dates 2025-01-06 with a full stop': () => dated((iso) => `${iso}。`),
  'dates Jan 6, 2025': () =>
    dated((iso) =>
      new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-US', {
        timeZone: 'UTC',
        month: 'short',
        day: 'numeric',
        year: 'numeric',
      }),
    ),
  'dates Mon Jan 06 00:00:00 CST 2025': () =>
    dated(
      (iso) =>
        `${new Date(`${iso}T00:00:00Z`).toUTCString().slice(0, 3)} ${new Date(`${iso}T00:00:00Z`).toUTCString().slice(8, 11)} ${iso.slice(8)} 00:00:00 CST ${iso.slice(0, 4)}`,
    ),
  'dates in milliseconds since 1970': () => dated((iso) => String(Date.parse(`${iso}T00:00:00+08:00`))),
  'dates in Chinese numerals': () =>
    dated(
      (_, y, m, d) =>
        `${[...y].map((sign) => '〇一二三四五六七八九'[Number(sign)]).join('')}年${chinese(m)}月${chinese(d)}日`,
    ),

  // numbers
  'numbers in full-width digits and brackets': () => list(change(NUMBERS, (cell) => wide(cell))),
  'numbers with 〔2025〕': () => list(change(NUMBERS, (cell) => cell.replace('(', '〔').replace(')', '〕'))),
  'numbers with [2025]': () => list(change(NUMBERS, (cell) => cell.replace('(', '[').replace(')', ']'))),
  'numbers with 第': () => list(change(NUMBERS, (cell) => cell.replace(/(\d+号)$/, '第$1'))),
  'numbers with zeros before the serial': () =>
    list(change(NUMBERS, (cell) => cell.replace(/(\d+)号$/, (_, n: string) => `${n.padStart(5, '0')}号`))),
  'numbers without 号': () => list(change(NUMBERS, (cell) => cell.replace('号', ''))),
  'numbers in book marks': () => list(change(NUMBERS, (cell) => `《${cell}》`)),
  'numbers with a tab before, as Excel is told that they are text': () => list(change(NUMBERS, (cell) => `\t${cell}`)),
  'numbers with zero-width signs': () => list(change(NUMBERS, (cell) => `\u200b${cell}\u200b`)),
  'numbers with no-break spaces': () => list(change(NUMBERS, (cell) => cell.replace('兵', '\u00a0兵\u00a0'))),
  'numbers with 年': () => list(change(NUMBERS, (cell) => cell.replace('2025', '2025年'))),

  // words
  'closings with codes behind': () => columnOf('结案方式', (cell) => `${cell}(09_05)`),
  'closings in brackets': () => columnOf('结案方式', (cell) => `[${cell}]`),
  'closings as sentences': () =>
    word('结案方式', {
      调解: '以调解方式结案',
      准予撤诉: '裁定准予撤诉',
      判决: '判决结案',
      改判: '二审改判',
      终结本次执行程序: '裁定终结本次执行程序',
    }),
  'procedures in short': () =>
    word('适用程序', { 普通程序: '普通', 简易程序: '简易', 小额诉讼程序: '小额诉讼', 速裁程序: '速裁' }),
  'procedures with instance': () =>
    word('适用程序', {
      普通程序: '一审普通程序',
      简易程序: '一审简易程序',
      小额诉讼程序: '一审小额诉讼程序',
      速裁程序: '刑事速裁程序',
    }),
  'benches in short': () => word('审判组织形式', { 独任制: '独任', 合议制: '合议庭' }),
  'yes and no as Y, N': () => word('是否上诉', { 是: 'Y', 否: 'N' }),
  'yes and no as 1, 0': () => word('是否上诉', { 是: '1', 否: '0' }),
  'yes and no as ticks': () => word('是否上诉', { 是: '√', 否: '×' }),
  'yes and no as TRUE, FALSE': () => word('是否上诉', { 是: 'TRUE', 否: 'FALSE' }),
  'yes and no as 有, 无': () => word('是否上诉', { 是: '有', 否: '无' }),
  'yes and no as 已上诉, 未上诉': () => word('是否上诉', { 是: '已上诉', 否: '未上诉' }),
  'judges with posts': () => columnOf('承办人', (cell, y) => `${cell}(${y % 2 === 0 ? '审判员' : '庭长'})`),
  'judges with numbers': () => columnOf('承办人', (cell) => `${cell}[650201001]`),
  'empty cells as —': () => list(ROWS.map((row) => row.map((cell) => (cell === '' ? '—' : cell)))),
  'empty cells as NULL': () => list(ROWS.map((row) => row.map((cell) => (cell === '' ? 'NULL' : cell)))),
  'empty cells as 无': () =>
    list(ROWS.map((row) => row.map((cell, x) => (cell === '' && x !== at('是否上诉') ? '无' : cell)))),
  'empty cells as 暂无': () => list(ROWS.map((row) => row.map((cell) => (cell === '' ? '暂无' : cell)))),
  'empty cells as N/A': () => list(ROWS.map((row) => row.map((cell) => (cell === '' ? 'N/A' : cell)))),
  'open cases with 未结案': () => columnOfEmpty('结案日期', '未结案'),
  'open cases with 0001-01-01': () => columnOfEmpty('结案日期', '0001-01-01'),
  'open cases with 1900/1/1 and a time': () => columnOfEmpty('结案日期', '1900/1/1 0:00:00'),
  'open cases with 9999-12-31': () => columnOfEmpty('结案日期', '9999-12-31'),
  'open cases with closing 未结': () => columnOfEmpty('结案方式', '未结'),
  'open cases with closing 审理中': () => columnOfEmpty('结案方式', '审理中'),

  // amounts
  'amounts with 万元 behind': () => columnOf('诉讼标的金额', (cell) => `${Number(cell) / 10_000}万元`),
  'amounts with 元 behind': () => columnOf('诉讼标的金额', (cell) => `${cell}元`),
  'amounts with 人民币': () => columnOf('诉讼标的金额', (cell) => `人民币${cell}元`),
  'amounts in full-width digits': () => columnOf('诉讼标的金额', wide),
  'amounts in 万 by a bracket of the label': () =>
    list(
      change([at('诉讼标的金额')], (cell) => String(Number(cell) / 10_000)),
      renamed({ 诉讼标的金额: '诉讼标的金额(万元)' }),
    ),
  'amounts in 万 by a slash of the label': () =>
    list(
      change([at('诉讼标的金额')], (cell) => String(Number(cell) / 10_000)),
      renamed({ 诉讼标的金额: '诉讼标的金额/万元' }),
    ),
  'amounts with separators of Chinese': () =>
    columnOf('诉讼标的金额', (cell) => Number(cell).toLocaleString('en-US').replaceAll(',', ',')),
  'amounts as powers of ten': () => columnOf('诉讼标的金额', (cell) => (cell === '500000' ? '5E5' : cell)),

  // rows and columns that are none
  'a blank first column': () =>
    list(
      ROWS.map((row) => ['', ...row]),
      ['', ...LABELS],
    ),
  'blank columns between': () =>
    list(
      ROWS.map((row) => row.flatMap((cell) => [cell, ''])),
      LABELS.flatMap((label) => [label, '']),
    ),
  'a column of ticks before': () => beside('选择', () => '□'),
  'a column of operations behind': () => beside('操作', () => '查看 修改 删除', LABELS.length),
  'a total above the rows': () => list([total('合计', 0), ...ROWS]),
  'a total named 总 计': () => list([...ROWS, total('总 计', 0)]),
  'totals per court between': () =>
    list([...ROWS.slice(0, 4), total('示例市人民法院小计', 2), ...ROWS.slice(4), total('合计:7件', 2)]),
  'a total in the second column': () => list([...ROWS, total('合计', 1)]),
  'a count below': () => list([...ROWS, ['共7条记录', ...LABELS.slice(1).map(() => '')]]),
  'a count below, in words': () => list([...ROWS, ['合计 7 件', ...LABELS.slice(1).map(() => '')]]),
  'a line below: 第1页/共1页': () => list([...ROWS, ['第1页/共1页', ...LABELS.slice(1).map(() => '')]]),
  'a line below: 打印时间': () => list([...ROWS, ['打印时间:2025-10-08 09:00:00', ...LABELS.slice(1).map(() => '')]]),
  'a line below: 统计截止日期': () => list([...ROWS, ['统计截止日期:2025年9月30日', ...LABELS.slice(1).map(() => '')]]),
  'a line of 说明 between title and header': () =>
    utf8(
      toCsvText([
        ['示例市人民法院案件明细表'],
        ['统计期间:2025-01-01 至 2025-09-30'],
        ['填报单位:审判管理办公室', '', '填报日期:2025-10-08'],
        LABELS,
        ...ROWS,
      ]),
    ),
  'a row that numbers the columns below the header': () => list([LABELS.map((_, i) => String(i + 1)), ...ROWS]),
  'a row of letters below the header': () => list([LABELS.map((_, i) => String.fromCharCode(65 + i)), ...ROWS]),
  'codes below the labels': () => list([LABELS.map((label) => CODES[label] ?? ''), ...ROWS]),
  'the header again on every page': () => list([...ROWS.slice(0, 3), LABELS, ...ROWS.slice(3)]),
  'title and header again on every page': () =>
    list([
      ...ROWS.slice(0, 3),
      ['示例市人民法院案件明细表', ...LABELS.slice(1).map(() => '')],
      LABELS,
      ...ROWS.slice(3),
    ]),
  'every row twice, one per party': () =>
    list(
      ROWS.flatMap((row, y) => [
        [...row, `甲${y}`],
        [...row, `乙${y}`],
      ]),
      [...LABELS, '当事人'],
    ),
  'every row twice, one per member of the bench': () =>
    list(
      ROWS.flatMap((row, y) => [
        [...row, `甲${y}`],
        [...row, `乙${y}`],
      ]),
      [...LABELS, '合议庭成员'],
    ),
  'rows numbered within a case': () =>
    list(ROWS.flatMap((row) => [row, row.map((cell, x) => (x === 0 ? `${cell}-2` : cell))])),
  'ten blank rows between title and header': () =>
    utf8(toCsvText([['案件清单'], ...Array.from({ length: 10 }, () => ['']), LABELS, ...ROWS])),
  'rows in reverse': () => list([...ROWS].reverse()),
  'no row numbers': () => utf8(toCsvText(without('序号'))),
  'trailing separators': () => utf8([LABELS, ...ROWS].map((row) => `${row.join(',')},,,`).join('\r\n')),
  'a line sep=,': () => utf8(`sep=,\r\n${CLEAN_CSV}`),
  'a line sep=;': () => utf8(`sep=;\r\n${toCsvText([LABELS, ...ROWS], ';', '\r\n')}`),
  'lines ended by CR': () => utf8(toCsvText([LABELS, ...ROWS], ',', '\r')),
  'separators of two signs: ||': () => utf8([LABELS, ...ROWS].map((row) => row.join('||')).join('\r\n')),
  'separators of Chinese ,': () => utf8([LABELS, ...ROWS].map((row) => row.join(',')).join('\r\n')),
  'UTF-16 without a mark, big endian': () =>
    Uint8Array.from([...CLEAN_CSV].flatMap((sign) => [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 255])),
  'GB18030 with semicolons': () => toGb18030(toCsvText([LABELS, ...ROWS], ';')),
  'a NUL at the end': () => utf8(`${CLEAN_CSV}\0`),
  'SUB at the end, as DOS wrote it': () => utf8(`${CLEAN_CSV}\u001a`),

  'a heading 金额(万元) above': () => {
    const x = at('诉讼标的金额');
    const rows = change([x], (cell) => String(Number(cell) / 10_000));
    return utf8(
      toCsvText([LABELS.map((_, i) => (i === 0 ? '基本情况' : i === x ? '金额(万元)' : '')), LABELS, ...rows]),
    );
  },
  'units in a row of their own below the labels': () => {
    const x = at('诉讼标的金额');
    const units = LABELS.map((_, i) => (DATES.includes(i) ? '(年-月-日)' : i === x ? '(万元)' : ''));
    return list([units, ...change([x], (cell) => String(Number(cell) / 10_000))]);
  },
  'hints below the labels': () =>
    list([
      LABELS.map((label) => (label === '案号' ? '必填' : label.endsWith('日期') ? '格式:2025-01-01' : '选填')),
      ...ROWS,
    ]),
  'strokes below the labels': () => list([LABELS.map(() => '---'), ...ROWS]),
  'a table of Markdown': () =>
    utf8([LABELS, LABELS.map(() => '---'), ...ROWS].map((row) => `| ${row.join(' | ')} |`).join('\n')),
  'an example in a workbook': () =>
    book(['填报', [LABELS, ['示例', '(2025)兵0201民初100号', ...LABELS.slice(2).map(() => '略')], ...ROWS]]),
  'a total in the place of the number: 共7件': () => list([...ROWS, total('共7件', 1)]),
  'a total in the place of the number, with the months': () => list([...ROWS, total('2025年1-9月合计7件', 1)]),
  'rows that a form numbers and fills in before': () =>
    list([
      ...ROWS,
      LABELS.map((label, i) =>
        i === 0 ? '8' : label === '经办法院' ? '示例市人民法院' : label === '是否上诉' ? '否' : '',
      ),
    ]),
  'years in Chinese numerals': () => list(change(NUMBERS, (cell) => cell.replace('2025', '二〇二五'))),
  'sheets of filings and of closings': () =>
    book(
      [
        '收案',
        [
          LABELS,
          ...ROWS.map((row) =>
            row.map((cell, x) => (['结案日期', '结案方式', '是否上诉'].includes(LABELS[x] ?? '') ? '' : cell)),
          ),
        ],
      ],
      ['结案', [LABELS, ...ROWS.filter((row) => row[at('结案日期')] !== '')]],
    ),

  // workbooks
  'a hidden first sheet of code lists': () =>
    book(
      [
        '代码',
        [
          ['代码', '名称'],
          ['01', '判决'],
          ['02', '调解'],
        ],
      ],
      ['案件', [LABELS, ...ROWS]],
    ),
  'sheets per kind of case': () =>
    book(
      ...['民', '刑', '终', '执'].map((kind, i): Sheet => [
        ['民事一审', '刑事一审', '二审', '执行'][i] ?? '',
        [
          ['案件清单'],
          LABELS,
          ...ROWS.filter((row) =>
            (kind === '民' ? /民初/ : new RegExp(kind === '刑' ? '刑初' : kind === '终' ? '终' : '执')).test(
              row[at('案号')] ?? '',
            ),
          ),
        ],
      ]),
    ),
  'a sheet of totals beside the list': () =>
    book(
      [
        '统计表',
        [
          ['庭室', '收案', '结案'],
          ['民一庭', 2, 1],
          ['民二庭', 1, 1],
        ],
      ],
      ['明细', [LABELS, ...ROWS]],
    ),
  'a pivot table before the list': () =>
    book(
      [
        'Sheet1',
        [
          ['求和项:诉讼标的金额', '列标签'],
          ['行标签', '调解', '判决', '总计'],
          ['民一庭', 12345.67, 0, 12345.67],
        ],
      ],
      ['Sheet2', [LABELS, ...ROWS]],
    ),
  'a title merged over the whole width': () =>
    sheet(
      (made) => (made['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: LABELS.length - 1 } }]),
      [['案件明细', ...LABELS.slice(1).map(() => '')], LABELS, ...ROWS],
    ),
  'hidden columns and rows': () =>
    sheet((made) => {
      made['!cols'] = LABELS.map((_, i) => ({ hidden: i === at('承办部门') }));
      made['!rows'] = [{}, { hidden: true }];
    }),
  'a list that starts at C5': () =>
    sheet((made) => void made, [[], [], [], [], ...[LABELS, ...ROWS].map((row) => ['', '', ...row])]),
  'numbers of rows as numbers and amounts as numbers': () =>
    book([
      'a',
      [
        LABELS,
        ...ROWS.map((row) =>
          row.map((cell, x) => ((x === 0 || x === at('诉讼标的金额')) && cell !== '' ? Number(cell) : cell)),
        ),
      ],
    ]),
  'formulas with their results': () =>
    sheet((made) => {
      for (const [y, row] of ROWS.entries())
        made[utils.encode_cell({ r: y + 1, c: at('案号') })] = {
          t: 's',
          v: row[at('案号')],
          f: `"${row[at('案号')] ?? ''}"`,
        };
    }),
  '.xlsb': () => makeWorkbook('xlsb', ['案件', [LABELS, ...ROWS]]),
  '.ods': () => makeWorkbook('ods', ['案件', [LABELS, ...ROWS]]),
  '.fods': () => makeWorkbook('fods', ['案件', [LABELS, ...ROWS]]),
  'SpreadsheetML 2003': () => makeWorkbook('xlml', ['案件', [LABELS, ...ROWS]]),
  'a ZIP of folders with what Macs add': () =>
    makeZip({
      '导出/清单.csv': utf8(CLEAN_CSV),
      '__MACOSX/导出/._清单.csv': utf8('\x00\x00mac'),
      '导出/.DS_Store': utf8('\x00\x01Bud1'),
      '导出/说明.txt': utf8('请查收'),
    }),
  'a ZIP in a ZIP': () => makeZip({ 'a.zip': makeZip({ '清单.xlsx': book(['a', [LABELS, ...ROWS]]) }) }),
};

function chinese(text: string): string {
  const n = Number(text);
  const digits = '〇一二三四五六七八九';
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${ones > 0 ? (digits[ones] ?? '') : ''}`;
}

function columnOfEmpty(label: string, text: string): Uint8Array {
  return list(ROWS.map((row) => row.map((cell, x) => (x === at(label) && cell === '' ? text : cell))));
}

describeSameCases('exports that no file of this repository has give the same cases', EXPORTS);

let connector: NodeConnector;
beforeAll(async () => {
  connector = await NodeConnector.open();
});
afterAll(() => connector.close());

test('a row without any content that is known is set aside whether its empty cells are quoted or not', async () => {
  const text = (empty: string) =>
    utf8(`编码,法院,立案日期,结案日期,案由\nA1,甲法院,2025-01-02,2025-02-03,离婚纠纷\nA2,,${empty},,\n`);
  for (const empty of ['', '""']) {
    const { rows, loaded, setAside } = await importBytes(connector, [{ name: 'a.csv', bytes: text(empty) }]);
    expect([rows, loaded, setAside]).toEqual([2, 1, 1]);
  }
});

test('一审 and 二审 side by side under one heading each: the second number, closing and dates are those of the appeal', async () => {
  const labels = ['案号', '立案日期', '结案日期', '结案方式'];
  const first = ['(2025)兵0201民初2号', '2025-01-08', '2025-05-20', '判决'];
  const second = ['(2025)兵02民终9号', '2025-06-12', '2025-08-01', '改判'];
  const rows = [
    ['一审', '', '', '', '二审', '', '', ''],
    [...labels, ...labels],
    [...first, ...second],
  ];
  await importBytes(connector, [{ name: 'a.csv', bytes: utf8(toCsvText(rows)) }]);
  expect(await rowsOf(connector, 'SELECT case_key, resolved_on::VARCHAR, closing FROM cases')).toEqual([
    ['(2025)兵0201民初2号', '2025-05-20', '判决'],
  ]);
  expect(await rowsOf(connector, 'SELECT case_key, resolved_on::VARCHAR, closing FROM appeals')).toEqual([
    ['(2025)兵02民终9号', '2025-08-01', '改判'],
  ]);
});
