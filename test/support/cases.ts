import type { Connector } from '../../src/engine/connector.ts';
import { APPEAL_COLUMNS, CASE_COLUMNS, type ColumnDefinition } from '../../src/schema/columns.ts';
import { quoteLiteral, quoteName } from '../../src/sql/quote.ts';

type Value = string | number | boolean | null;
type Row = Readonly<Record<string, Value>>;

/** One case of the fixture; `why` says which rule it is there for. */
export interface FixtureCase {
  readonly why: string;
  readonly row: Row;
}

const CIVIL = {
  court: '甲县法院',
  type_code: '民初',
  matter: '民事',
  level: '一审',
  procedure: '简易程序',
  bench: '独任制',
  department: '民事审判庭',
  judge: '张三',
  cause: '买卖合同纠纷',
};
const APPEAL = {
  ...CIVIL,
  court: '乙中院',
  type_code: '民终',
  level: '二审',
  procedure: null,
  bench: '合议制',
  department: '民二庭',
  judge: '周八',
};
const ENFORCEMENT = {
  ...CIVIL,
  type_code: '执',
  matter: '执行',
  level: '首次执行',
  procedure: null,
  department: '执行局',
  judge: '王五',
  cause: null,
};

let count = 0;
/** @param days closing less filing date, written out by hand; null where either is missing or the order is wrong. */
function entry(
  why: string,
  filed: string | null,
  resolved: string | null,
  days: number | null,
  row: Row = CIVIL,
): FixtureCase {
  count += 1;
  return {
    why,
    row: { case_id: count, case_key: `k${count}`, filed_on: filed, resolved_on: resolved, days, file_id: 1, ...row },
  };
}
const closed = (closing: string, closing_bucket: string, more: Row = {}): Row => ({
  ...CIVIL,
  closing,
  closing_bucket,
  ...more,
});
const judged = (more: Row = {}): Row => closed('判决', '判决', more);

/** Written by hand around the year 2025: every boundary, every unknown and every exclusion of the catalogue. */
export const CASES: readonly FixtureCase[] = [
  entry('filed the day before the period, resolved on its first day', '2024-12-31', '2025-01-01', 1, judged()),
  entry(
    'filed on the first day of the period',
    '2025-01-01',
    '2025-01-31',
    30,
    closed('调解', '调解', { due_on: '2025-04-01' }),
  ),
  entry(
    'resolved on the last day of the period, beyond its limit',
    '2025-01-10',
    '2025-12-31',
    355,
    judged({ due_on: '2025-07-10' }),
  ),
  entry('filed on the last day of the period, limit not yet over', '2025-12-31', null, null, {
    ...CIVIL,
    due_on: '2026-03-31',
  }),
  entry('resolved the day after the period: pending at its end', '2025-02-01', '2026-01-01', 334, judged()),
  entry('filed the day after the period: in no figure of it', '2026-01-01', null, null),
  entry(
    'resolved the day before the period, appealed and remanded within',
    '2024-06-30',
    '2024-12-31',
    184,
    judged({ appealed_on: '2025-01-05' }),
  ),
  entry('open for 12 months and a day at the end', '2024-12-31', null, null),
  entry('open for exactly 12 months at the end: not longer than 12 months', '2025-01-01', null, null),
  entry('open for over 36 months and long overdue', '2022-12-15', null, null, { ...CIVIL, due_on: '2023-06-15' }),
  entry('filed on a leap day; due on the last day and open at its end', '2024-02-29', null, null, {
    ...CIVIL,
    due_on: '2025-12-31',
  }),
  entry(
    'filing date not known: counts as filed before, has no duration',
    null,
    '2025-03-05',
    null,
    closed('调解', '调解'),
  ),
  entry('neither date known: in no stock', null, null, null),
  entry(
    'resolved before it was filed: no duration, identity still holds',
    '2025-06-10',
    '2025-05-20',
    null,
    closed('准予撤诉', '撤诉'),
  ),
  entry('deemed withdrawal', '2025-03-01', '2025-03-31', 30, closed('按撤诉处理', '撤诉')),
  entry(
    'small claim withdrawn on its due date: in time',
    '2025-03-03',
    '2025-04-02',
    30,
    closed('准予撤诉', '撤诉', { procedure: '小额诉讼程序', due_on: '2025-04-02' }),
  ),
  entry(
    'ordinary procedure before a bench, judgment in court, no limit known',
    '2025-04-01',
    '2025-07-10',
    100,
    judged({ procedure: '普通程序', bench: '合议制', is_in_court_judgment: true }),
  ),
  entry(
    'ordinary procedure before a single judge, altered on appeal',
    '2025-04-05',
    '2025-06-04',
    60,
    judged({ procedure: '普通程序', due_on: '2025-10-05', appealed_on: '2025-06-20', is_in_court_judgment: false }),
  ),
  entry('action dismissed: not open to mediation', '2025-05-01', '2025-05-31', 30, closed('驳回起诉', '驳回起诉')),
  entry(
    'special procedure closed by mediation: not first instance',
    '2025-05-02',
    '2025-05-12',
    10,
    closed('调解', '调解', { type_code: '民特', level: '特别程序', procedure: '特别程序' }),
  ),
  entry(
    'criminal judgment in court, upheld on appeal',
    '2025-02-10',
    '2025-03-12',
    30,
    judged({
      type_code: '刑初',
      matter: '刑事',
      department: '刑事审判庭',
      judge: '李四',
      cause: '盗窃罪',
      appealed_on: '2025-03-20',
      is_in_court_judgment: true,
    }),
  ),
  entry('appeal: altered', '2025-07-01', '2025-08-30', 60, {
    ...APPEAL,
    closing: '改判',
    closing_bucket: '改判',
    original_case_key: 'k18',
  }),
  entry('criminal appeal: upheld', '2025-04-01', '2025-05-01', 30, {
    ...APPEAL,
    type_code: '刑终',
    matter: '刑事',
    cause: '盗窃罪',
    closing: '维持',
    closing_bucket: '维持',
    original_case_key: 'k21',
  }),
  entry('appeal: remanded, of a case resolved before the period', '2025-01-15', '2025-02-14', 30, {
    ...APPEAL,
    closing: '发回重审',
    closing_bucket: '发回',
    original_case_key: 'k7',
  }),
  entry(
    'appeal: action withdrawn and judgment set aside is no reversal; original not loaded',
    '2025-08-01',
    '2025-09-30',
    60,
    {
      ...APPEAL,
      closing: '准予撤回起诉并撤销一审判决',
      closing_bucket: '其他',
      original_case_key: 'k-not-loaded',
      original_court: '甲县法院',
    },
  ),
  entry('appeal: only 判决 is told, original not known', '2025-09-01', '2025-10-01', 30, {
    ...APPEAL,
    closing: '判决',
    closing_bucket: '判决',
  }),
  entry('enforcement completed, paid in part', '2025-01-05', '2025-06-05', 151, {
    ...ENFORCEMENT,
    closing: '执行完毕',
    closing_bucket: '完毕',
    amount_applied: 100_000,
    amount_recovered: 80_000,
  }),
  entry('enforcement terminated for now, nothing paid', '2025-02-05', '2025-08-05', 181, {
    ...ENFORCEMENT,
    closing: '终结本次执行程序',
    closing_bucket: '终本',
    amount_applied: 300_000,
    amount_recovered: 0,
  }),
  entry('enforcement completed, amount applied for not known', '2025-03-01', '2025-09-01', 184, {
    ...ENFORCEMENT,
    closing: '执行完毕',
    closing_bucket: '完毕',
    amount_recovered: 5_000,
  }),
  entry('resumed enforcement: no first enforcement', '2025-05-05', '2025-05-25', 20, {
    ...ENFORCEMENT,
    type_code: '执恢',
    level: '恢复执行',
    closing: '执行完毕',
    closing_bucket: '完毕',
  }),
  entry(
    'nothing known but its dates: counts as a trial case, in the group "not known"',
    '2025-06-01',
    '2025-06-21',
    20,
    {},
  ),
  entry(
    'another court; a judge whose name looks like SQL',
    '2025-03-10',
    '2025-04-09',
    30,
    closed('调解', '调解', { court: '丙县法院', judge: "O'Brien'; DROP TABLE cases; --" }),
  ),
  entry('another court, pending', '2025-11-01', null, null, { ...CIVIL, court: '丙县法院', judge: '赵六' }),
  entry('pre-filing mediation of one day: no trial', '2025-02-01', '2025-02-02', 1, {
    ...CIVIL,
    type_code: '诉前调',
    matter: '调解',
    level: '诉前调解',
    procedure: null,
    closing: '调解',
    closing_bucket: '调解',
  }),
];

const appeal = (of: number, original: number | null, originalResolved: string | null, more: Row): Row => {
  const row = CASES[of - 1]?.row ?? {};
  return {
    case_id: of,
    case_key: `k${of}`,
    original_case_id: original,
    is_linked: original !== null,
    is_attributed: true,
    court: '甲县法院',
    deciding_court: '乙中院',
    type_code: row['type_code'] ?? null,
    matter: row['matter'] ?? null,
    level: '二审',
    cause: row['cause'] ?? null,
    filed_on: row['filed_on'] ?? null,
    resolved_on: row['resolved_on'] ?? null,
    original_case_key: row['original_case_key'] ?? null,
    original_resolved_on: originalResolved,
    closing: row['closing'] ?? null,
    closing_bucket: row['closing_bucket'] ?? null,
    ...more,
  };
};
const ORIGIN = { procedure: '简易程序', bench: '独任制', department: '民事审判庭', judge: '张三' };

/** The rows of `appeals` that an import makes of the second-instance cases above. */
export const APPEALS: readonly Row[] = [
  appeal(22, 18, '2025-06-04', { ...ORIGIN, procedure: '普通程序' }),
  appeal(23, 21, '2025-03-12', { ...ORIGIN, department: '刑事审判庭', judge: '李四' }),
  appeal(24, 7, '2024-12-31', ORIGIN),
  appeal(25, null, null, { department: null, judge: null }),
  appeal(26, null, null, { is_attributed: false, court: '乙中院', department: '民二庭', judge: '周八' }),
];

/** Creates `cases` and `appeals` without rows. */
export async function createTables(connector: Connector): Promise<void> {
  await connector.query(toCreate('cases', CASE_COLUMNS));
  await connector.query(toCreate('appeals', APPEAL_COLUMNS));
}

/** Creates `cases` and `appeals` and fills them with the fixture, or with the rows given. */
export async function createCases(
  connector: Connector,
  cases: readonly Row[] = CASES.map(({ row }) => row),
  appeals: readonly Row[] = APPEALS,
): Promise<void> {
  await createTables(connector);
  await insert(connector, 'cases', CASE_COLUMNS, cases);
  await insert(connector, 'appeals', APPEAL_COLUMNS, appeals);
}

/** Puts `rows` into `table`; a column that a row does not name is null. */
export async function insert(
  connector: Connector,
  table: string,
  columns: readonly ColumnDefinition[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row) => `(${columns.map(({ name }) => quoteLiteral(row[name] ?? null)).join(', ')})`);
  await connector.query(`INSERT INTO ${quoteName(table)} VALUES ${values.join(', ')}`);
}

function toCreate(table: string, columns: readonly ColumnDefinition[]): string {
  return `CREATE OR REPLACE TABLE ${quoteName(table)} (${columns.map(({ name, type }) => `${quoteName(name)} ${type}`).join(', ')})`;
}
