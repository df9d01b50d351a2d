import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../src/panels/cases/case-columns.ts';
import { toCasesHeadView, type HeadInput } from '../../../src/panels/cases/cases-head-view.ts';
import { exportCell } from '../../../src/panels/cases/cell-text.ts';
import { partToOpen } from '../../../src/panels/cases/predicate-words.ts';
import { toCsv } from '../../../src/lib/csv.ts';
import { findMetric, findVariant } from '../../../src/metrics/index.ts';
import { ALL_COLUMNS } from '../../support/measure.ts';
import { measure, resultTable, type Numbers } from '../../support/result-table.ts';

const period = { start: '2025-01-01', end: '2025-10-01' };
const plain = <T>(_: string, value: T) => value;

function input(id: string, part: 'numerator' | 'denominator', more: Partial<HeadInput['cases']> = {}): HeadInput {
  const cases = { metric: { id }, part, period, filter: {}, ...more };
  return { cases, hasAllCourts: false, answer: null, count: null, maskName: plain, locale: 'zh' };
}
const answer = (id: string, numbers: Numbers) => ({
  query: { metrics: [{ id }], groupBy: [], period, filter: {} },
  table: resultTable([measure(id, null, [numbers])]),
});
const lines = (view: ReturnType<typeof toCasesHeadView>) => view?.lines.map(({ term, text }) => `${term}:${text}`);

describe('the predicate in words', () => {
  test('what is counted, when by which date, of which cases, under which filters', () => {
    const filter = { court: ['示例垦区人民法院'], cause: ['甲', '乙', '丙', '丁'], judge: [null] };
    expect(lines(toCasesHeadView(input('settlement_rate', 'numerator', { filter })))).toEqual([
      '分子:以调解、撤诉(含按撤诉处理)结案数',
      '期间:2025年1月1日—9月30日结案',
      '范围:民事一审案件',
      '条件:法院=示例垦区人民法院;案由=甲、乙、丙等 4 项;法官=(未填)',
    ]);
  });

  test('a filter that the definition fixes is said to be set aside', () => {
    const view = toCasesHeadView(input('settlement_rate', 'denominator', { filter: { level: ['二审'] } }));
    expect(view?.lines.at(-1)?.text).toBe('审级由口径固定,不受筛选影响');
  });

  test('appeals by their own closing date, stocks by the last day, mixed parts by both', () => {
    const period = (id: string, part: 'numerator' | 'denominator') =>
      toCasesHeadView(input(id, part))?.lines.find(({ term }) => term === '期间')?.text;
    expect(period('reversal_rate', 'numerator')).toBe('2025年1月1日—9月30日二审结案');
    expect(period('pending', 'denominator')).toBe('2025年9月30日终了时未结');
    expect(period('closing_rate', 'denominator')).toBe('2025年1月1日零时未结;以及2025年1月1日—9月30日立案');
  });

  test('names are hidden where they are on screen', () => {
    const hidden = { ...input('resolved', 'denominator', { group: { judge: ['张三'] } }), maskName: () => '法官A1' };
    expect(toCasesHeadView(hidden)?.lines.at(-1)?.text).toBe('法官=法官A1');
  });
});

describe('what stands above the list', () => {
  test('the figure with its counts; no note where the list agrees with it', () => {
    const numbers = { value: 0.6, numerator: 60, denominator: 100 };
    const view = toCasesHeadView({
      ...input('settlement_rate', 'numerator'),
      answer: answer('settlement_rate', numbers),
      count: 60,
    });
    expect(view).toMatchObject({ title: '调撤率', number: '60.00%', counts: '60 / 100 件', notes: [] });
    expect(view?.published).toMatchObject({ metric: 'settlement_rate', numerator: 60, denominator: 100 });
  });

  test('a list that disagrees says so', () => {
    const view = toCasesHeadView({
      ...input('pending', 'denominator'),
      answer: answer('pending', { value: 11 }),
      count: 12,
    });
    expect(view?.notes).toEqual([expect.stringContaining('列出 12 件,数字为 11')]);
  });

  test('acceptance rate: what is listed are the cases deducted, 100 - 93 = 7', () => {
    const view = toCasesHeadView({
      ...input('acceptance_rate', 'numerator'),
      answer: answer('acceptance_rate', { value: 0.93, numerator: 93, denominator: 100 }),
      count: 7,
    });
    expect(view?.parts.map(({ label }) => label)).toEqual(['扣减的案件', '分母']);
    expect(view?.notes).toEqual(['分子 = 分母 − 扣减的案件;下面列的是扣减的案件。']);
  });

  test('a metric that the catalogue does not know has no view', () => {
    expect(toCasesHeadView(input('nothing', 'numerator'))).toBeNull();
  });
});

const variantOf = (id: string, variant?: string) => {
  const definition = findMetric(id);
  const found = definition && findVariant(definition, variant);
  if (found === undefined) throw new Error(`No ${id}`);
  return found;
};

test('a figure opens the cases that meet it', () => {
  expect(partToOpen(variantOf('settlement_rate'))).toBe('numerator');
  expect(partToOpen(variantOf('acceptance_rate'))).toBe('denominator');
  expect(partToOpen(variantOf('recovery_rate'))).toBe('denominator');
  expect(partToOpen(variantOf('mean_days'))).toBe('denominator');
});

test('columns: those that the data have, appeals with the original number, money with the amounts', () => {
  const ids = (id: string, part: 'numerator' | 'denominator', present = ALL_COLUMNS) =>
    columnsOf(variantOf(id), { part }, present).map((column) => column.id);
  expect(ids('reversal_rate', 'numerator').slice(0, 3)).toEqual(['case_no', 'original_case_key', 'court']);
  expect(ids('reversal_rate', 'denominator')).not.toContain('original_case_key');
  expect(ids('recovery_rate', 'denominator')).toContain('amount_recovered');
  expect(ids('resolved', 'denominator', ['case_no', 'days'])).toEqual(['case_no', 'days']);
});

test('a cell that looks like a formula stays text in the file, numbers stay numbers', () => {
  const cells = [exportCell('case_no', '=cmd|x', plain, 'zh'), exportCell('days', -3, plain, 'zh')];
  expect(toCsv([cells])).toBe("\uFEFF'=cmd|x,-3\r\n");
  expect(exportCell('due_basis', 'statute', plain, 'zh')).toBe('按法定审限推算');
  expect(exportCell('judge', '张三', () => '法官A1', 'zh')).toBe('法官A1');
});
