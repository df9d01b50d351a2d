import { describe, expect, test } from 'vitest';
import { matchLabel } from '../../src/ingest/aliases.ts';
import { targetsByWords } from '../../src/ingest/label-words.ts';
import { mapColumns } from '../../src/ingest/map-columns.ts';
import type { Target } from '../../src/ingest/target.ts';
import { LABELS, ROWS, toCsvText } from './clean-list.ts';
import { utf8 } from './import-bytes.ts';
import { describeSameCases } from './same-cases.ts';

/** Labels that no list of labels has, as engineers of case systems make them up. */
const MADE_UP: Readonly<Partial<Record<Target, string>>> = {
  case_no: '受理案号 当前案号 案号信息 标准案号 执行案号',
  court: '所属法院 办理法院 受诉法院 基层法院 经办单位 机构名称',
  department: '所属部门 审判业务庭 主办庭室 现承办部门 办理部门 团队',
  judge: '法官 责任法官 审理法官 现承办人 办案人员 主审',
  cause: '民事案由 详细案由 末级案由 刑事罪名 纠纷类型',
  procedure: '审理程序类型 程序性质 适用审理程序 诉讼程序 结案适用程序',
  bench: '审理组织 审判组织方式 独任或合议 合议庭 组成方式',
  filed_on: '立案通过日期 立案完成时间 登记立案日 正式立案时间',
  resolved_on: '审结日 实际结案日 结案完成时间 结案确认日期',
  due_on: '审限期限 到期日期 应当结案日期 审限终止日期 法定结案日期',
  closing: '审结方式 结案形式 处理情况 案件结果 办结方式',
  amount: '起诉标的额 立案标的额 诉讼金额 争议标的 标的总额',
  is_appealed: '是否提起上诉 上诉与否 上诉标志 是否已上诉',
  original_case_no: '原审文号 一审案件号 原裁判案号 原审判决案号',
  next_closing: '二审审理结果 上诉处理结果 二审结案情况 改判发回情况',
};

describe('labels that are in no dictionary', () => {
  const cases = Object.entries(MADE_UP).flatMap(([target, labels]) =>
    labels.split(' ').map((label) => [label, target] as const),
  );
  test.each(cases)('%s is most likely %s', (label, target) => {
    expect(matchLabel(label)?.target ?? targetsByWords(label)[0]).toBe(target);
  });

  test.each(
    `分案日期 开庭时间 归档日期 审限起始日期 书记员 法官助理 审判长 合议庭成员 案件名称 案件标识 预立案日期 生效日期 当事人 申请执行人
    被执行人 审理天数 超审限天数 立案人 结案审批人 人民陪审员 法庭 送达情况 调解结果 保全结果 关联案号 诉前调解案号 移送法院
    二审法院 件数 案由代码 一级案由 原案由 程序变更 是否简转普 登记人`.split(/\s+/),
  )('%s is none of the columns', (label) => {
    expect(targetsByWords(label)).toEqual([]);
  });
});

describe('a guess by words', () => {
  const dates = ['2025-01-06', '2025-02-10', '2025-03-05'];
  const targets = (labels: readonly string[], ...columns: readonly (readonly string[])[]) =>
    mapColumns(
      labels,
      (columns[0] ?? []).map((_, y) => columns.map((column) => column[y] ?? '')),
    ).map(({ target, basis }) => [target, basis]);

  test('is not believed where the values are none of the kind', () => {
    expect(targets(['结案确认日期'], dates)).toEqual([['resolved_on', 'words']]);
    expect(targets(['结案确认日期'], ['已确认', '已确认', '未确认'])).toEqual([[null, 'unknown']]);
    expect(targets(['审限期限'], ['6个月', '3个月', '3个月'])).toEqual([[null, 'unknown']]);
  });

  test('gives way to a label of the dictionary', () => {
    expect(targets(['结案确认日期', '结案日期'], dates, dates)).toEqual([
      [null, 'second-choice'],
      ['resolved_on', 'label'],
    ]);
  });

  test('单位 is the court or its department, as the values say', () => {
    expect(targets(['承办单位'], ['民一庭', '速裁庭', '民一庭'])).toEqual([['department', 'words']]);
    expect(targets(['承办单位'], ['某县人民法院', '某县人民法院', '某市中级人民法院'])).toEqual([['court', 'words']]);
  });

  test('一审 is the case itself where it has no other number, else the case that was appealed', () => {
    const numbers = ['(2024)兵0201民初1号', '(2024)兵0201民初2号', '(2024)兵0201民初3号'];
    const appeals = ['(2024)兵02民终1号', '(2024)兵02民终2号', '(2024)兵02民终3号'];
    const closings = ['判决', '判决', '判决'];
    const labels = ['一审案号', '一审结案日期', '一审结案方式', '二审案号', '二审结案方式'];
    expect(targets(labels, numbers, dates, closings, appeals, ['维持', '改判', '维持'])).toEqual([
      ['case_no', 'label'],
      ['resolved_on', 'label'],
      ['closing', 'label'],
      ['next_case_no', 'label'],
      ['next_closing', 'label'],
    ]);
    expect(targets(['案号', '一审案号', '一审结案日期', '立案日期'], appeals, numbers, dates, dates)).toEqual([
      ['case_no', 'label'],
      ['original_case_no', 'label'],
      [null, 'unknown'],
      ['filed_on', 'label'],
    ]);
  });

  test('审理程序 with procedures is 适用程序, 程序 with instances is the level', () => {
    expect(targets(['审理程序'], ['简易程序', '普通程序', '小额诉讼程序'])).toEqual([['procedure', 'values']]);
    expect(targets(['审理程序'], ['一审', '二审', '一审'])).toEqual([['level', 'label']]);
    expect(targets(['程序'], ['民事一审', '民事二审', '民事一审'])).toEqual([['level', 'values']]);
  });
});

const pick = (seed: number) =>
  LABELS.map((label) => {
    const target = matchLabel(label)?.target;
    const made = (target === undefined ? undefined : MADE_UP[target])?.split(' ') ?? [label];
    return made[seed % made.length] ?? label;
  });

describeSameCases(
  'lists whose labels are all made up give the same cases',
  Object.fromEntries(
    Array.from({ length: 6 }, (_, seed) => [
      pick(seed).join(' '),
      () => utf8(toCsvText([['案件清单'], pick(seed), ...ROWS])),
    ]),
  ),
);
