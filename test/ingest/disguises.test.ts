import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { parseDates } from '../../src/ingest/parse-date.ts';
import { LABELS, ROWS, toCsvText } from './clean-list.ts';
import { casesOf, importBytes, issuesOf, utf8 } from './import-bytes.ts';
import { describeSameCases } from './same-cases.ts';

const at = (label: string) => LABELS.indexOf(label);
const DATES = [at('立案日期'), at('结案日期')];

type Change = (cell: string, row: number) => string;
const change = (columns: readonly number[], to: Change) =>
  ROWS.map((row, y) => row.map((cell, x) => (columns.includes(x) && cell !== '' ? to(cell, y) : cell)));
const list = (rows: readonly (readonly string[])[], labels: readonly string[] = LABELS) =>
  utf8(toCsvText([labels, ...rows]));
const renamed = (labels: Readonly<Record<string, string>>) => LABELS.map((label) => labels[label] ?? label);
const dated = (write: (year: string, month: number, day: number) => string) =>
  list(change(DATES, (iso) => write(iso.slice(0, 4), Number(iso.slice(5, 7)), Number(iso.slice(8)))));
const two = (n: number) => String(n).padStart(2, '0');

const CODES: Readonly<Record<string, string>> = {
  普通程序: '1-',
  简易程序: '2-',
  小额诉讼程序: '03_1.',
  速裁程序: '4 ',
};
const WORDS: Readonly<Record<string, string>> = { 调解: '民事调解', 判决: '09_1-判决', 准予撤诉: '民事裁定准予撤诉' };

/** A sheet on which a second list follows the first, with other columns in another order. */
function twoLists(): Uint8Array {
  const isFirst = (row: readonly string[]) => row[at('案号')]?.includes('初') === true;
  const other = [
    '结案方式',
    '案号',
    '诉讼标的金额',
    '承办人',
    '立案日期',
    '结案日期',
    '原审案号',
    '立案案由',
    '承办部门',
    '经办法院',
    '审判组织形式',
  ];
  const second = ROWS.filter((row) => !isFirst(row)).map((row) => other.map((label) => row[at(label)] ?? ''));
  return utf8(
    toCsvText([
      LABELS.filter((label) => label !== '原审案号'),
      ...ROWS.filter(isFirst).map((row) => row.slice(0, -1)),
      [],
      ['二审、执行'],
      other,
      ...second,
    ]),
  );
}

/** One cell of the department for every run of rows, as whoever lays a list out by hand merges them. */
function merged(): Uint8Array {
  const sorted = [...ROWS].sort((a, b) => (a[at('承办部门')] ?? '').localeCompare(b[at('承办部门')] ?? ''));
  const x = at('承办部门');
  const merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = [];
  const rows = sorted.map((row, y) => {
    const isSame = sorted[y - 1]?.[x] === row[x];
    const last = merges.at(-1);
    if (isSame && last !== undefined) last.e.r = y + 1;
    else merges.push({ s: { r: y + 1, c: x }, e: { r: y + 1, c: x } });
    return row.map((cell, i) => (i === x && isSame ? '' : cell));
  });
  const sheet = utils.aoa_to_sheet([LABELS, ...rows]);
  sheet['!merges'] = merges.filter(({ s, e }) => e.r > s.r);
  expect(sheet['!merges'].length).toBeGreaterThan(0);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '案件');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

function mergedHtml(): Uint8Array {
  const x = at('承办部门');
  const sorted = [...ROWS].sort((a, b) => (a[x] ?? '').localeCompare(b[x] ?? ''));
  const rows = sorted.map((row, y) =>
    row.map((cell, i) => {
      if (i !== x) return `<td>${cell}</td>`;
      const span = sorted.slice(y).findIndex((other) => other[x] !== cell);
      const height = span < 0 ? sorted.length - y : span;
      return sorted[y - 1]?.[x] === cell ? '' : `<td rowspan="${height}">${cell}</td>`;
    }),
  );
  const table = [LABELS.map((label) => `<th>${label}</th>`), ...rows].map((row) => `<tr>${row.join('')}</tr>`).join('');
  return utf8(`<html><meta charset="utf-8"><table>${table}</table></html>`);
}

const DISGUISES: Readonly<Record<string, () => Uint8Array>> = {
  'an apostrophe before digits': () =>
    list(change([...DATES, at('案号'), at('原审案号'), at('承办人')], (cell) => `'${cell}`)),
  'cells as ="…"': () => utf8([LABELS, ...ROWS].map((row) => row.map((cell) => `="${cell}"`).join(',')).join('\r\n')),
  'cells as "=""…"""': () =>
    utf8([LABELS, ...ROWS].map((row) => row.map((cell) => `"=""${cell}"""`).join(',')).join('\r\n')),
  'dates of Oracle': () => dated((year, month, day) => `${two(day)}-${month}月 -${year.slice(2)}`),
  'dates 10-FEB-25': () =>
    dated(
      (year, month, day) =>
        `${two(day)}-${['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP'][month - 1] ?? ''}-${year.slice(2)}`,
    ),
  'dates 25年2月10日': () => dated((year, month, day) => `${year.slice(2)}年${month}月${day}日`),
  'dates 25-2-10': () => dated((year, month, day) => `${year.slice(2)}-${month}-${day}`),
  'dates 2/10/25': () => dated((year, month, day) => `${month}/${day}/${year.slice(2)}`),
  '(2025年) in numbers': () => list(change([at('案号'), at('原审案号')], (cell) => cell.replace(')', '年)'))),
  'the court before the number': () =>
    list(change([at('案号')], (cell, y) => `${ROWS[y]?.[at('经办法院')] ?? ''}${cell}`)),
  'the judgment behind the original number': () =>
    list(change([at('原审案号')], (cell) => `示例市人民法院${cell}民事判决`)),
  'codes before words': () =>
    list(
      ROWS.map((row) =>
        row.map((cell, x) =>
          x === at('适用程序')
            ? (CODES[cell] ?? '') + cell
            : x === at('立案案由')
              ? `9003.${cell}`
              : x === at('结案方式')
                ? (WORDS[cell] ?? cell)
                : cell,
        ),
      ),
    ),
  'labels with 名称 and type marks': () =>
    list(
      ROWS,
      renamed({
        适用程序: '适用程序名称',
        承办部门: '承办部门名称',
        结案方式: 'C_JAFS',
        立案日期: 'DT_LARQ',
        立案案由: 'N_LAAY',
      }),
    ),
  '单位:万元 above the header': () =>
    utf8(
      toCsvText([
        ['案件一览表'],
        ['单位:万元'],
        LABELS,
        ...change([at('诉讼标的金额')], (cell) => String(Number(cell) / 10_000)),
      ]),
    ),
  'a second list below, under its own header': twoLists,
  'merged cells of .xlsx': merged,
  'merged cells of HTML': mergedHtml,
};

describeSameCases('further disguises give the same cases', DISGUISES);

let connector: NodeConnector;
beforeAll(async () => {
  connector = await NodeConnector.open();
});
afterAll(() => connector.close());

describe('a year of two digits', () => {
  const read = (...texts: string[]) =>
    parseDates(texts, { asOf: '2025-12-31', is1904: false, mayBeFuture: false }).map(
      ({ values, reason }) => reason ?? values[0],
    );

  test('is told by the whole column', () => {
    // 24 and 31 are no months; a year 31 has not come
    expect(read('3/5/24', '1/31/25')).toEqual(['2024-03-05', '2025-01-31']);
    expect(read('5/3/24', '31/1/25')).toEqual(['2024-03-05', '2025-01-31']);
    expect(read('24-3-5', '25-1-31')).toEqual(['2024-03-05', '2025-01-31']);
  });
  test('is not guessed where two orders fit', () => {
    expect(read('3/5/24', '1/2/25')).toEqual(['date_ambiguous', 'date_ambiguous']);
  });
  test('of a named month is of this century up to next year', () => {
    expect(read('05-MAR-24', '05-3月 -99', '30-2月-24')).toEqual(['2024-03-05', '1999-03-05', 'date_impossible']);
  });
});

test('a row of several cases is not taken for the first of them', async () => {
  const rows = ROWS.map((row, y) => row.map((cell, x) => (x === at('案号') && y === 0 ? `${cell}等5件` : cell)));
  await importBytes(connector, [{ name: 'list.csv', bytes: list(rows) }]);
  expect((await casesOf(connector)).map((row) => row[0])).not.toContain('(2025)兵0201民初1号');
});

describe('a list in blocks, whose court and department stand in the first row of each only', () => {
  const [court, department] = [at('经办法院'), at('承办部门')];
  /** Twenty of every row of the clean list, sorted into blocks. */
  const whole = Array.from({ length: 20 }, (_, i) =>
    ROWS.map((row) => row.map((cell, x) => (x === at('案号') ? cell.replace(/(\d+)号$/, `${i + 1}0$1号`) : cell))),
  )
    .flat()
    .sort((a, b) => blockOf(a).localeCompare(blockOf(b)));
  function blockOf(row: readonly string[]): string {
    return `${row[court] ?? ''} ${row[department] ?? ''}`;
  }
  const inBlocks = whole.map((row, y) => {
    const above = whole[y - 1] ?? [];
    const isSameCourt = above[court] === row[court];
    return row.map((cell, x) => {
      if (x === court) return isSameCourt ? '' : cell;
      return x === department && isSameCourt && above[department] === row[department] ? '' : cell;
    });
  });
  const told = async (rows: readonly (readonly string[])[]) => {
    const summary = await importBytes(connector, [{ name: 'list.csv', bytes: list(rows) }]);
    return { summary, cases: await casesOf(connector) };
  };

  test('is read as the list without blocks, and every first row is noted', async () => {
    const { cases } = await told(whole);
    const blocks = await told(inBlocks);
    expect(blocks.cases).toEqual(cases);
    const noted = (await issuesOf(connector)).filter((issue) => issue[3] === 'filled_down');
    expect(noted.map(([row, , raw]) => [row, raw])).toEqual(
      inBlocks.flatMap((row, y) =>
        row[department] === '' ? [] : [[y + 2, [row[court], row[department]].filter(Boolean).join(' | ')]],
      ),
    );
  });

  test('is not seen where a department comes twice within a court: the others are not known', async () => {
    const sparse = inBlocks.map((row, y) => row.map((cell, x) => (x === department && y === 5 ? '民三庭' : cell)));
    const { cases } = await told(
      sparse.map((row, y) => row.map((cell, x) => (x === department && y === 9 ? '民三庭' : cell))),
    );
    const departments = cases.map((row) => row[7]);
    expect(departments.filter((name) => name === null).length).toBeGreaterThan(100);
  });
});
