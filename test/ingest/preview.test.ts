import { describe, expect, test } from 'vitest';
import { tallyColumns } from '../../src/ingest/column-tally.ts';
import { guessContent } from '../../src/ingest/guess-target.ts';
import { toListReading } from '../../src/ingest/list-doubts.ts';
import { planIngest } from '../../src/ingest/plan.ts';
import { previewPlan } from '../../src/ingest/preview-plan.ts';
import { emptyProfile, type Profile } from '../../src/ingest/profile.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { knownValues, suggestValue } from '../../src/ingest/value-suggest.ts';
import { utf8 } from './import-bytes.ts';

const LIST = `案号,立案日期,结案方式,备注
(2024)兵9901民初1号,2024-01-02,调解,
(2024)兵9901民初2号,2024-13-02,双方握手,
(2024)兵9901民初3号,2024-01-04,双方握手,
(2024)兵9901民初4号,,其他,
`;

function tableOf(text: string) {
  const outcome = readExport({ name: 'a.csv', bytes: utf8(text) }, { isCleanPathAllowed: false });
  const table = outcome.kind === 'tables' ? outcome.tables[0] : undefined;
  if (table === undefined) throw new Error('no list');
  return table;
}

function preview(text: string, profile: Profile | null) {
  const table = tableOf(text);
  const rules = { profiles: profile === null ? [] : [profile], aliases: [] };
  return previewPlan(planIngest(table, { asOf: '2025-01-01', rules }), tallyColumns(table), profile);
}

describe('what the columns of a list become', () => {
  test('counts rows, not texts: 1 of 3 dates, 2 of 4 closings failed', () => {
    const { columns, fields, reasons, rows } = preview(LIST, null);
    expect(rows).toBe(4);
    expect(columns.map(({ target, filled, failed, blank }) => [target, filled, failed, blank])).toEqual([
      ['case_no', 4, 0, 0],
      ['filed_on', 3, 1, 1],
      ['closing', 4, 2, 0],
      [null, 0, 0, 4],
    ]);
    expect(reasons).toEqual({ date_impossible: 1, closing_unknown: 2 });
    expect(fields.map(({ field }) => field)).toEqual(['closing']);
    expect(fields[0]?.values.map(({ raw, count, isFailed }) => [raw, count, isFailed])).toEqual([
      ['双方握手', 2, true],
      ['调解', 1, false],
      ['其他', 1, false],
    ]);
  });

  test('an unknown value is nothing until it is assigned, and never 其他', () => {
    const labels = ['案号', '立案日期', '结案方式', '备注'];
    const profile = { ...emptyProfile('甲', labels), values: { closing: { 双方握手: '调解' } } };
    const before = preview(LIST, null).fields[0]?.values[0];
    expect(before).toMatchObject({ became: null, reason: 'closing_unknown', isAssigned: false });
    const after = preview(LIST, profile);
    expect(after.fields[0]?.values[0]).toMatchObject({ raw: '双方握手', became: '调解', isAssigned: true });
    expect(after.columns[2]).toMatchObject({ failed: 0 });
  });
});

describe('a list is doubted', () => {
  const readingOf = (text: string) => toListReading('a.csv', planIngest(tableOf(text), { asOf: '2025-01-01' }));

  test('not where it can be read', () => {
    expect(readingOf(LIST.replaceAll('双方握手', '判决'))).toEqual({
      file: 'a.csv',
      sheet: null,
      profile: null,
      doubts: [],
    });
  });

  test('without numbers or dates, and where many values of a column fail', () => {
    const rows = Array.from({ length: 10 }, (_, i) => `民一庭,${i < 4 ? '某事' : '判决'}`).join('\n');
    // 4 of 10 closings are unknown: more than 30 %
    expect(readingOf(`庭室,结案方式\n${rows}\n`).doubts).toEqual([
      { kind: 'no_case_no' },
      { kind: 'no_dates' },
      { kind: 'many_failures', label: '结案方式', failed: 4, filled: 10 },
    ]);
  });
});

describe('guesses are offered', () => {
  test('of a column by its content', () => {
    expect(guessContent(['(2024)兵9901民初1号', '(2024)兵9901民初2号', '(2024)兵9901民初3号'])).toBe('case_no');
    expect(guessContent(['14/08/2018 às 17:30', '03/02/2018 às 10:00', '01/02/2018 às 09:00'])).toBe('date');
    expect(guessContent(['判决', '调解', '判决'])).toBe('closing');
    expect(guessContent(['12', '13', '14'])).toBeNull();
    expect(guessContent(['判决', '调解'])).toBeNull();
  });

  test('of a value by its likeness or its meaning; no guess where there is none', () => {
    const closings = knownValues('closing').map(({ value }) => value);
    expect(suggestValue('closing', 'settled', closings)).toBe('调解');
    expect(suggestValue('closing', 'withdrawn', closings)).toBe('准予撤诉');
    expect(suggestValue('next_closing', 'reversed_in_part', closings)).toBe('改判');
    expect(suggestValue('next_closing', 'affirmed', closings)).toBe('维持');
    // 民事 事审 审判 are common to 5 and 5 pairs: 2·3/10 = 0.6; of 刑事审判庭 2 of 4 pairs: 2·2/9 = 0.44
    expect(suggestValue('department', '民事审判1庭', ['刑事审判庭', '民事审判一庭'])).toBe('民事审判一庭');
    expect(suggestValue('closing', '双方握手', closings)).toBeNull();
  });
});
