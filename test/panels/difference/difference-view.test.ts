import { describe, expect, test } from 'vitest';
import { toCsv } from '../../../src/lib/csv.ts';
import { toHistory } from '../../../src/panels/cases/case-history-view.ts';
import { toLinkedCases } from '../../../src/panels/cases/case-detail-view.ts';
import { toComparedPeriod } from '../../../src/panels/difference/difference-period.ts';
import { changedText, toChangeGroups, toListOptions } from '../../../src/panels/difference/difference-view.ts';
import { toMovedMetrics } from '../../../src/panels/difference/moved-view.ts';
import { toDifferenceRows } from '../../../src/panels/difference/save-difference.ts';
import type { FileSummary } from '../../../src/state/dataset.svelte.ts';
import { inOrderOfNames } from '../../../src/state/name-order.ts';
import { Selection } from '../../../src/state/selection.svelte.ts';
import { describeReason } from '../../../src/text/reasons.ts';
import { measure, resultTable } from '../../support/result-table.ts';

const file = (id: number, name: string, columns: readonly string[], sheet: string | null = null): FileSummary => ({
  id,
  name,
  format: 'csv',
  encoding: 'utf-8',
  sheet,
  headerRow: 1,
  rows: 1,
  loaded: 1,
  setAside: 0,
  mapping: columns.map((column) => ({ label: column, column })),
});
const same = (_: string, value: string | null) => value;

test('work, edits and what a list does not reach stand apart; what did not occur is left out', () => {
  const groups = toChangeGroups(
    [
      { kind: { fate: 'filed' }, n: 2 },
      { kind: { fate: 'vanished' }, n: 1 },
      { kind: { fate: 'narrower' }, n: 35 },
      { kind: { column: 'closing' }, n: 3 },
    ],
    'zh',
  );
  expect(groups.map(({ title, lines }) => [title, lines.map(({ label, n }) => `${label} ${n}`)])).toEqual([
    ['办案', ['新收案件 2']],
    ['改动', ['消失的案件 1', '结案方式有改动 3']],
    ['导出范围不同', ['新清单范围之外 35']],
  ]);
});

test('lists are chosen by name and last day; the older ones are those that share cases with the newer', () => {
  const pair = (older: number, newer: number) => ({
    older,
    newer,
    asOf: older === 1 ? '2025-07-31' : '2025-08-31',
    newerAsOf: '2025-09-30',
    shared: 8,
    smaller: 9,
  });
  const files = [file(1, '7月.csv', []), file(2, '年.xlsx', [], '8月'), file(3, '9月.csv', [])];
  const options = toListOptions([pair(2, 3), pair(1, 3)], pair(2, 3), files, 'zh');
  expect(options.newer.map(({ label }) => label)).toEqual(['9月.csv(截至2025年9月30日)']);
  expect(options.older.map(({ label }) => label)).toEqual([
    '年.xlsx · 8月(截至2025年8月31日)',
    '7月.csv(截至2025年7月31日)',
  ]);
});

test('the period ends with the last day of the older list and begins with its statistical year, or with the data', () => {
  expect(toComparedPeriod('2025-08-31', 'year', '2021-03-01', 1)).toEqual({ start: '2025-01-01', end: '2025-09-01' });
  expect(toComparedPeriod('2025-08-31', 'year', '2021-03-01', 21)).toEqual({ start: '2024-12-21', end: '2025-09-01' });
  expect(toComparedPeriod('2025-08-31', 'all', '2021-03-01', 1)).toEqual({ start: '2021-03-01', end: '2025-09-01' });
});

describe('metrics that moved', () => {
  const older = resultTable([
    measure('settlement_rate', null, [{ value: 0.4, numerator: 20, denominator: 50 }]),
    measure('incoming', null, [{ value: 90, n: 90 }]),
    measure('pending', null, [{ value: 40, n: 40 }]),
  ]);
  const newer = resultTable([
    measure('settlement_rate', null, [{ value: 0.5, numerator: 25, denominator: 50 }]),
    measure('incoming', null, [{ value: 90, n: 90 }]),
    measure('pending', null, [{ value: 38, n: 38 }]),
  ]);
  const refs = ['settlement_rate', 'incoming', 'pending'].map((id) => ({ id }));

  test('are those that the lists tell differently, rates in percentage points and counts in cases', () => {
    const moved = toMovedMetrics(refs, older, newer, 'zh');
    // 0.5 - 0.4 = 10 points; 38 - 40 = -2 cases; incoming is the same
    expect(moved.map(({ id, shift }) => [id, shift])).toEqual([
      ['settlement_rate', '+10.00 个百分点'],
      ['pending', '−2'],
    ]);
    expect(moved[0]?.older).toMatchObject({ value: 0.4, published: { metric: 'settlement_rate', group: 'older' } });
  });

  test('without a value in one of the lists there is no difference to state, but the reason', () => {
    const none = resultTable([
      measure('settlement_rate', null, [{ numerator: 0, denominator: 0, missing: 'no-cases' }]),
    ]);
    const [moved] = toMovedMetrics([{ id: 'settlement_rate' }], none, newer, 'zh');
    expect(moved?.shift).toBe('');
    expect(moved?.older.text).not.toMatch(/NaN|null/);
  });
});

test('the file has both values and both rows; a name that looks like a formula stays text, and is hidden where names are', () => {
  const row = {
    caseId: 1,
    caseNo: '(2025)兵0201民初1号',
    court: '甲',
    department: null,
    judge: '=HYPERLINK("x")',
    filedOn: '2025-01-05',
    resolvedOn: null,
    closing: null,
    oldValue: '王芳',
    newValue: '=HYPERLINK("x")',
    oldRow: 3,
    newRow: 4,
  };
  const selection = new Selection('');
  const rows = toDifferenceRows([row], { column: 'judge' }, selection);
  expect(rows[0]?.slice(0, 3)).toEqual(['案号', '法官 · 旧清单', '法官 · 新清单']);
  expect(rows[1]).toEqual([row.caseNo, '王芳', row.newValue, '甲', null, row.judge, '2025-01-05', null, null, 3, 4]);
  expect(toCsv(rows)).toContain(`"'=HYPERLINK(""x"")"`);
  selection.switchMask();
  expect(toCsv(toDifferenceRows([row], { column: 'judge' }, selection))).not.toContain('王芳');
});

test('an emptied value is said to be empty, a flag is yes or no', () => {
  expect(changedText('resolved_on', null, same, 'zh')).toBe('(空)');
  expect(changedText('is_appealed', 'true', same, 'zh')).toBe('是');
  expect(changedText('closing', '调解', same, 'en')).toBe('调解');
});

test('older rows of a case: where each stood, and what the next one changed in columns that both lists have', () => {
  const files = [
    file(1, '7月.csv', ['closing']),
    file(2, '8月.csv', ['closing', 'judge']),
    file(3, '9月.csv', ['closing', 'judge']),
  ];
  const row = { file_id: 3, closing: '调解', judge: '李明' };
  const older = [
    { file: '8月.csv', sheet: null, as_of: '2025-08-31', source_row: 9, file_id: 2, closing: '判决', judge: '李明' },
    { file: '7月.csv', sheet: null, as_of: null, source_row: 7, file_id: 1, closing: '判决', judge: null },
  ];
  expect(toHistory(row, older, files, same, 'zh').map(({ place, changes }) => [place, changes])).toEqual([
    ['8月.csv 第 9 行(清单截至2025年8月31日)', [{ id: 'closing', label: '结案方式', was: '判决', is: '调解' }]],
    ['7月.csv 第 7 行', []],
  ]);
});

test('an enforcement comes from a judgment or from a first enforcement, and its case knows it as enforcement', () => {
  const other = (matter: string, relation: string) => ({ relation, matter, case_id: 2, case_no: 'x' });
  const relation = (row: Record<string, string>, linked: ReturnType<typeof other>) =>
    toLinkedCases(row, [linked], 'zh')[0]?.relation;
  expect(relation({ matter: '执行' }, other('民事', 'original'))).toBe('执行依据');
  expect(relation({ matter: '执行' }, other('执行', 'original'))).toBe('首次执行');
  expect(relation({ matter: '民事' }, other('执行', 'later'))).toBe('执行');
  expect(relation({ matter: '民事' }, other('民事', 'original'))).toBe('原审');
});

test('columns of conflicting duplicates are named as a clerk knows them, the closing once', () => {
  expect(describeReason('duplicate_conflict:filed_on、closing_raw、closing、closing_bucket').zh).toMatch(
    /一行\(立案日期、结案方式\)$/,
  );
  expect(describeReason('superseded:9月.csv').zh).toMatch(/\(9月\.csv\)$/);
});

test('dropped files are taken in the order of their names, 9月 before 10月', () => {
  const names = ['10月.csv', '9月.csv', '2025年1月.csv'].map((name) => ({ name }));
  expect(inOrderOfNames(names)).toEqual(inOrderOfNames([...names].reverse()));
  expect(inOrderOfNames(names.slice(0, 2)).map(({ name }) => name)).toEqual(['9月.csv', '10月.csv']);
});
