import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { REASONS } from '../../src/text/reasons.ts';
import { casesOf, importBytes, issuesOf, rowsOf, utf8 } from './import-bytes.ts';

let connector: NodeConnector;
beforeAll(async () => {
  connector = await NodeConnector.open();
});
afterAll(() => connector.close());

const load = (text: string, name = 'list.csv') => importBytes(connector, [{ name, bytes: utf8(text) }]);
const HEAD = '案号,立案日期,结案日期,结案方式\n';

describe('values that are not taken as they stood', () => {
  const cases: readonly (readonly [string, string, readonly unknown[]])[] = [
    [
      'a zero date',
      '(2025)兵0201民初1号,1900-01-01,2025-03-01,判决',
      [2, '立案日期', '1900-01-01', 'date_zero', 'set_missing'],
    ],
    [
      'a date in the far future',
      '(2025)兵0201民初1号,4009-01-01,2025-03-01,判决',
      [2, '立案日期', '4009-01-01', 'date_far_future', 'set_missing'],
    ],
    [
      'a date after today',
      '(2025)兵0201民初1号,2025-01-01,2026-03-01,判决',
      [2, '结案日期', '2026-03-01', 'date_future', 'noted'],
    ],
    [
      'no such day',
      '(2025)兵0201民初1号,2025-02-30,2025-03-01,判决',
      [2, '立案日期', '2025-02-30', 'date_impossible', 'set_missing'],
    ],
    [
      'words for no value',
      '(2025)兵0201民初1号,undefined,2025-03-01,判决',
      [2, '立案日期', 'undefined', 'placeholder', 'set_missing'],
    ],
    [
      'a month only',
      '(2025)兵0201民初1号,2025年3月,2025-03-01,判决',
      [2, '立案日期', '2025年3月', 'date_incomplete', 'set_missing'],
    ],
    [
      'day and month that cannot be told apart',
      '(2025)兵0201民初1号,03/04/2025,2025-05-01,判决',
      [2, '立案日期', '03/04/2025', 'date_ambiguous', 'set_missing'],
    ],
    [
      'a serial number',
      '(2025)兵0201民初1号,45717,2025-05-01,判决',
      [2, '立案日期', '45717', 'date_serial', 'converted'],
    ],
    [
      'resolved before filed',
      '(2025)兵0201民初1号,2025-03-05,2025-03-01,判决',
      [2, '结案日期', '2025-03-05 → 2025-03-01', 'resolved_before_filed', 'noted'],
    ],
    [
      'an unknown closing',
      '(2025)兵0201民初1号,2025-01-05,2025-03-01,不知所云',
      [2, '结案方式', '不知所云', 'closing_unknown', 'noted'],
    ],
    [
      'closed without a date',
      '(2025)兵0201民初1号,2025-01-05,,判决',
      [2, '结案方式', '判决', 'closed_without_date', 'noted'],
    ],
    [
      'resolved without a closing',
      '(2025)兵0201民初1号,2025-01-05,2025-03-01,',
      [2, '结案方式', '2025-03-01', 'resolved_without_closing', 'noted'],
    ],
    [
      'an unreadable 案号',
      '民事判决书,2025-01-05,2025-03-01,判决',
      [2, '案号', '民事判决书', 'case_no_unparsable', 'noted'],
    ],
    ['no 案号', ',2025-01-05,2025-03-01,判决', [2, '案号', null, 'case_no_missing', 'noted']],
    [
      'several numbers in one row',
      '(2025)兵0201民初8-9号,2025-01-05,2025-03-01,判决',
      [2, '案号', '(2025)兵0201民初8-9号', 'case_no_range', 'noted'],
    ],
  ];
  for (const [name, row, issue] of cases) {
    test(name, async () => {
      const summary = await load(`${HEAD}${row}\n`);
      expect(await issuesOf(connector)).toEqual([issue]);
      expect(summary).toMatchObject({ rows: 1, loaded: 1, setAside: 0, issueCount: 1 });
    });
  }

  test('a negative duration keeps its dates and has no days', async () => {
    await load(`${HEAD}(2025)兵0201民初1号,2025-03-05,2025-03-01,判决\n`);
    expect(await rowsOf(connector, 'SELECT filed_on::VARCHAR, resolved_on::VARCHAR, days FROM cases')).toEqual([
      ['2025-03-05', '2025-03-01', null],
    ]);
  });

  test('the raw text stays beside the typed values', async () => {
    await load(`${HEAD}(2025)兵0201民初1号,45717,2025-05-01,判决\n`);
    // 45717 days after 1899-12-30
    expect(await rowsOf(connector, 'SELECT filed_on::VARCHAR FROM cases')).toEqual([['2025-03-01']]);
    const [file] = await rowsOf(connector, 'SELECT id FROM ingest_files');
    expect(await rowsOf(connector, `SELECT c1 FROM raw_${file?.[0]}`)).toEqual([['45717']]);
  });
});

describe('rows that are no cases', () => {
  test('are set aside, each with its row and reason', async () => {
    const summary = await load(
      `${HEAD}(2025)兵0201民初1号,2025-01-05,2025-03-01,判决\n,,,\n合计,1,1,\n案号,立案日期,结案日期,结案方式\n(2025)兵0201民初2号,2025-01-05,,\n制表人:某,,,\n`,
    );
    expect(summary).toMatchObject({ rows: 6, loaded: 2, setAside: 4 });
    expect((await issuesOf(connector)).map((issue) => [issue[0], issue[3], issue[4]])).toEqual([
      [3, 'row_blank', 'set_aside'],
      [4, 'row_total', 'set_aside'],
      [5, 'row_header', 'set_aside'],
      [7, 'row_footer', 'set_aside'],
    ]);
  });
});

describe('duplicates', () => {
  test('of the same content: the first stays', async () => {
    const summary = await load(
      `${HEAD}(2025)兵0201民初1号,2025-01-05,2025-03-01,判决\n（2025）兵0201民初1号,2025/1/5,2025-03-01,判决\n`,
    );
    expect(summary).toMatchObject({ rows: 2, loaded: 1, setAside: 1 });
    expect(await issuesOf(connector)).toEqual([[3, null, '（2025）兵0201民初1号', 'duplicate_identical', 'set_aside']]);
  });

  test('in conflict: the fuller row stays, and the columns that differ are named', async () => {
    await load(`${HEAD}(2025)兵0201民初1号,2025-01-05,,\n(2025)兵0201民初1号,2025-01-06,2025-03-01,判决\n`);
    expect(await rowsOf(connector, 'SELECT case_id, source_row, resolved_on::VARCHAR FROM cases')).toEqual([
      [1, 3, '2025-03-01'],
    ]);
    const [issue] = await issuesOf(connector);
    expect(issue?.[0]).toBe(2);
    expect(issue?.[3]).toBe('duplicate_conflict:filed_on、resolved_on、closing_raw、closing、closing_bucket');
  });

  test('of one old-style number at two courts: both are cases', async () => {
    const text =
      '案号,法院,立案日期\n(2013)六民初字第553号,南京市六合区人民法院,2013-01-05\n(2013)六民初字第553号,六安市人民法院,2013-02-05\n';
    expect(await load(text)).toMatchObject({ loaded: 2, setAside: 0 });
    expect((await issuesOf(connector)).map((issue) => issue[3])).toEqual(['case_no_shared:六安市人民法院']);
  });
});

test('text of a file is text, whatever it looks like', async () => {
  const nasty = `'; DROP TABLE cases; --`;
  await load(
    `案号,承办人,立案案由\n(2025)兵0201民初1号,"${nasty}",<img onerror=alert(1)>\n(2025)兵0201民初2号,=cmd|' /C calc'!A0,\u001e$1 {x}\n`,
  );
  const rows = await rowsOf(connector, 'SELECT judge, cause FROM cases ORDER BY case_id');
  expect(rows[0]).toEqual([nasty, '<img onerror=alert(1)>']);
  expect(rows[1]?.[0]).toBe(`=cmd|' /C calc'!A0`);
});

test('every reason that was seen has a sentence', async () => {
  await load(`${HEAD}x,1900-01-01,2025-02-30,y\n`);
  for (const [, , , reason] of await issuesOf(connector))
    expect(Object.keys(REASONS)).toContain(String(reason).split(':')[0]);
  expect(await casesOf(connector)).toHaveLength(1);
});
