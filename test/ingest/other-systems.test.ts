import { describe, expect, test } from 'vitest';
import { matchLabel } from '../../src/ingest/aliases.ts';
import { parseDates } from '../../src/ingest/parse-date.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { parseClosing } from '../../src/court/closing.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from './clean-list.ts';
import { utf8 } from './import-bytes.ts';
import { makeBiff5, makeWorkbook } from './make-files.ts';
import { describeSameCases } from './same-cases.ts';

const at = (label: string) => LABELS.indexOf(label);
const DATES = [at('立案日期'), at('结案日期')];
const NUMBERS = [at('案号'), at('原审案号')];

type Row = readonly string[];
const change = (columns: readonly number[], to: (cell: string) => string) =>
  ROWS.map((row) => row.map((cell, x) => (columns.includes(x) && cell !== '' ? to(cell) : cell)));
const list = (rows: readonly Row[], labels: Row = LABELS) => utf8(toCsvText([labels, ...rows]));
const labelled = (to: (label: string, i: number) => string) => list(ROWS, LABELS.map(to));
const dated = (to: (iso: string, y: string, m: number, d: number) => string) =>
  list(change(DATES, (iso) => to(iso, iso.slice(0, 4), Number(iso.slice(5, 7)), Number(iso.slice(8)))));
const closing = (to: (word: string) => string) => list(change([at('结案方式')], to));
const words = (of: Readonly<Record<string, string>>) => closing((word) => of[word] ?? word);
const flags = (yes: string, no: string) => list(change([at('是否上诉')], (cell) => (cell === '是' ? yes : no)));

const ENGLISH: Readonly<Record<string, string>> = {
  案号: 'Case No',
  经办法院: 'Court',
  立案案由: 'Cause',
  适用程序: 'Procedure',
  承办部门: 'Division',
  承办人: 'Judge',
  立案日期: 'Filed',
  结案日期: 'Closed',
  结案方式: 'Outcome',
  是否上诉: 'Appealed',
  诉讼标的金额: 'Claim',
  原审案号: 'Original Case No',
};
const CODES: Readonly<Record<string, string>> = {
  案号: 'AH',
  经办法院: 'JBFYMC',
  立案案由: 'LAAYMC',
  适用程序: 'SYCX',
  审判组织形式: 'SPZZXS',
  承办部门: 'CBSPT',
  承办人: 'CBRMC',
  立案日期: 'LARQ',
  结案日期: 'JARQ',
  结案方式: 'JAFS',
  是否上诉: 'CSFSS',
  诉讼标的金额: 'SSBDJE',
  原审案号: 'YSAH',
};
const TRADITIONAL: Readonly<Record<string, string>> = {
  案号: '案號',
  经办法院: '經辦法院',
  适用程序: '適用程序',
  审判组织形式: '審判組織形式',
  承办部门: '承辦部門',
  承办人: '承辦人',
  结案日期: '結案日期',
  结案方式: '結案方式',
  是否上诉: '是否上訴',
  诉讼标的金额: '訴訟標的金額',
  原审案号: '原審案號',
};
const table = (rows: readonly Row[]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const page = (body: string) => `<html><meta charset="utf-8"><body>${body}</body></html>`;
const message = (encoding: string, body: string) =>
  utf8(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n--b--\r\n`,
  );
const quotedPrintable = (text: string) =>
  [...utf8(text)]
    .map((byte) => (byte < 127 && byte !== 0x3d ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`))
    .join('')
    .replace(/((?:=..|[^=\r\n]){70})/g, '$1=\r\n');
const records = (key: (label: string) => string) =>
  ROWS.map((row) => Object.fromEntries(LABELS.map((label, x) => [key(label), row[x] === '' ? null : row[x]])));

const EXPORTS: Readonly<Record<string, () => Uint8Array>> = {
  'labels in traditional characters': () => labelled((label) => TRADITIONAL[label] ?? label),
  'labels with their English': () => labelled((label) => `${label} ${ENGLISH[label] ?? ''}`),
  'labels with their English below': () => labelled((label) => `${label}\n${ENGLISH[label] ?? ''}`),
  'labels with their code before': () => labelled((label) => `${CODES[label] ?? 'XH'}-${label}`),
  'labels with their code behind a bar': () => labelled((label) => `${label}|${CODES[label] ?? 'XH'}`),
  'labels with an index': () => labelled((label, i) => `${label}[${i}]`),
  'labels with notes': () => labelled((label, i) => `${label}${'①②③④⑤'[i % 5] ?? ''}`),
  'labels with 【必填】': () => labelled((label) => `【必填】${label}`),
  'labels of a sorted table': () => labelled((label, i) => `${label} ${'▲▼↑↓'[i % 4] ?? ''}`),
  'labels numbered 一、': () => labelled((label, i) => `${'一二三四五六七八九十'[i % 10] ?? ''}、${label}`),
  'labels in bold': () => labelled((label) => `<b>${label}</b>`),
  'labels behind their table': () => labelled((label) => `ajxx.jbxx.${label}`),
  'labels behind a heading': () => labelled((label) => `案件基本信息:${label}`),
  'labels behind a heading with a dash': () => labelled((label) => `案件信息-${label}`),
  'numbers named 文号': () => labelled((label) => (label === '案号' ? '文号' : label)),
  'amounts in 万元 by a comma': () =>
    list(
      change([at('诉讼标的金额')], (cell) => String(Number(cell) / 10_000)),
      LABELS.map((label) => (label === '诉讼标的金额' ? '诉讼标的金额,万元' : label)),
    ),
  'dates with hours behind 日': () => dated((_, y, m, d) => `${y}年${m}月${d}日10时20分30秒`),
  'dates 2025·1·6': () => dated((_, y, m, d) => `${y}·${m}·${d}`),
  'dates 2025_01_06': () => dated((iso) => iso.replaceAll('-', '_')),
  'dates 2025\\01\\06': () => dated((iso) => iso.replaceAll('-', '\\')),
  'dates in quotation marks': () => dated((iso) => `"${iso}"`),
  'dates /Date(…)/': () => dated((iso) => `/Date(${Date.parse(`${iso}T00:00:00+08:00`)})/`),
  'dates in seconds': () => dated((iso) => String(Date.parse(`${iso}T00:00:00+08:00`) / 1000)),
  'dates with a remark': () => dated((iso) => `${iso}(补录)`),
  'closings in traditional characters': () => words({ 调解: '調解', 判决: '判決', 准予撤诉: '准予撤訴' }),
  'closings with their matter': () => words({ 判决: '民事判决', 调解: '民事调解' }),
  'closings with their document': () => words({ 准予撤诉: '准予撤诉裁定书', 判决: '判决书', 调解: '调解书' }),
  'closings with 裁定 in brackets': () => words({ 准予撤诉: '准予撤诉(裁定)' }),
  'closings with a number glued to them': () => closing((word) => `0${word.length}${word}`),
  'closings under their list': () => closing((word) => `民事一审结案方式/${word}`),
  'closings behind 结案>': () => closing((word) => `结案>${word}`),
  案號: () => list(change(NUMBERS, (cell) => cell.replace('号', '號'))),
  'numbers with soft hyphens': () => list(change(NUMBERS, (cell) => cell.replace('兵', '兵\u00ad'))),
  'numbers between marks of direction': () => list(change(NUMBERS, (cell) => `\u202a${cell}\u202c`)),
  'numbers as links': () => list(change([at('案号')], (cell) => `=HYPERLINK("http://oa/aj?id=1,2","${cell}")`)),
  'yes and no with codes': () => flags('1-是', '2-否'),
  'yes and no with codes behind': () => flags('是(1)', '否(0)'),
  'yes and no as boxes': () => flags('☑', '☐'),
  'lines above that end otherwise': () =>
    utf8(`# 导出时间 2025-10-08\n# 用户 admin\n${toCsvText([LABELS, ...ROWS], ',', '\r\n')}`),
  'a web page with a table per page': () =>
    utf8(page([ROWS.slice(0, 4), ROWS.slice(4)].map((rows) => table([LABELS, ...rows])).join('<br>'))),
  'a web page with the header in a table of its own': () => utf8(page(table([LABELS]) + table(ROWS))),
  'a web page with tables in its cells': () =>
    utf8(page(table([LABELS, ...change([at('承办人')], (cell) => `<table><tr><td>${cell}</td></tr></table>`)]))),
  'a web page with markup within attributes': () =>
    utf8(page(table([LABELS, ...ROWS]).replaceAll('<td>', '<td title="日期<br/>→ 2025" data-v=\'a>b\'>'))),
  'Excel 95 with coded labels, code page unsaid': () =>
    makeBiff5('案件', [LABELS.map((label) => CODES[label] ?? 'XH'), ...ROWS], null),
  'a sheet that goes on with the list of the one before, without a header': () =>
    makeWorkbook('biff8', ['案件1', [LABELS, ...ROWS.slice(0, 4)]], ['案件2', [...ROWS.slice(4), ['合计', '7件']]]),
  'a web page in one file': () => message('8bit', page(table([LABELS, ...ROWS]))),
  'a web page in one file, quoted': () => message('quoted-printable', quotedPrintable(page(table([LABELS, ...ROWS])))),
  'a web page in one file, in base64': () =>
    message('base64', Buffer.from(page(table([LABELS, ...ROWS]))).toString('base64')),
  'records of JSON': () => utf8(JSON.stringify(records((label) => label))),
  'records of an answer': () =>
    utf8(JSON.stringify({ code: 0, data: { total: 7, rows: records((label) => CODES[label] ?? label) } }, null, 2)),
  'rows of JSON': () => utf8(JSON.stringify([LABELS, ...ROWS])),
  'a record of JSON a line': () =>
    utf8(
      records((label) => label)
        .map((record) => JSON.stringify(record))
        .join('\n'),
    ),
};

describeSameCases('exports of still other systems give the same cases', EXPORTS);

describe('what is taken off a label is never the word that names another case', () => {
  test.each([
    ['案号(原审)', 'original_case_no'],
    ['结案方式(二审)', 'next_closing'],
    ['二审/承办人', undefined],
    ['承办人(原审)', undefined],
    ['原审 法院', 'original_court'],
    ['案号(一审)', 'case_no'],
    ['appeal closing', undefined],
    ['上诉日期 195676.94', undefined],
  ])('%s', (label, target) => {
    expect(matchLabel(label)?.target).toBe(target);
  });
});

test('a number of ten digits that starts with a day is that day and its hour, not seconds', () => {
  const options = { asOf: '2025-12-31', is1904: false, mayBeFuture: false };
  expect(parseDates(['2025010609', '1736126400'], options).map(({ values }) => values[0])).toEqual([
    '2025-01-06',
    // 1736126400 s = 2025-01-06T01:20:00Z
    '2025-01-06',
  ]);
});

test('of two words in one cell none is taken for the closing', () => {
  expect(parseClosing('调解/撤诉')).toBeNull();
  expect(parseClosing('判决>改判')).toBeNull();
});

describe('what cannot be read is refused with a sentence of its own', () => {
  const refusal = (bytes: Uint8Array) => {
    const outcome = readExport({ name: 'list', bytes });
    return outcome.kind === 'refused' ? outcome.error : outcome.tables.length;
  };
  const turned = LABELS.map((label, x) => [label, ...ROWS.map((row) => row[x] ?? '')]);

  test('labels below each other', () => {
    expect(refusal(utf8(toCsvText(turned)))).toBe('sideways');
    expect(refusal(makeWorkbook('xlsx', ['a', turned]))).toBe('sideways');
    const forms = ROWS.map((row) => LABELS.map((label, x) => `${label}:${row[x] ?? ''}`).join('\n'));
    expect(refusal(utf8(forms.join('\n\n')))).toBe('sideways');
  });
  test('Chinese that was lost where the file was written', () => {
    expect(refusal(makeWorkbook('biff5', ['a', [LABELS, ...ROWS]]))).toBe('lost_characters');
    expect(refusal(utf8(CLEAN_CSV.replace(/[\u4e00-\u9fff]/g, '?')))).toBe('lost_characters');
  });
  test('XML that is no page', () => {
    expect(refusal(utf8('<?xml version="1.0"?><ROWSET><ROW><AH>1</AH></ROW></ROWSET>'))).toBe('unrelated');
  });
});
