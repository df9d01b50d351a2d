import type { Target } from './target.ts';
import { withoutSpaces } from './cell-text.ts';

/**
 * Labels by which case systems name a column: Chinese labels, the pinyin initials of their tables (domain.md §5.2) and
 * plain English. The first label of each line is the usual one; within a target, an earlier label wins over a later.
 */
export const ALIASES: Readonly<Record<Target, readonly string[]>> = {
  case_no: ['案号', '案件号', '案号代码', '案件案号', '案件文号', 'ah', 'c_ah', 'ahdm', 'caseno', 'casenumber', 'docketnumber', 'docketno', 'docket', 'processnumber'],
  type_code: ['类型代字', '案件类型代字', '案件代字', 'caseword', 'c_ajlxdz', 'ajlxdz', 'typecode'],
  class: ['案件类型', '案件类别', '案件性质', '案件类型名称', '案件子类别', '案件大类', '案由类别', '条线', 'ajlx', 'ajlb', 'ajzlb', 'ajxz', 'ajlxmc', 'casetype', 'matter', 'casecategory', 'caseclass', 'area'],
  level: ['审判程序', '审理程序', '审级', '审判级别', 'spcx', 'sljd', 'level', 'instance', 'courtlevel', 'triallevel'],
  court: ['法院', '经办法院', '法院名称', '审理法院', '受理法院', '承办法院', '立案法院', '执行法院', '管辖法院', '一审法院名称', 'jbfy', 'jbfymc', 'fymc', 'fy', 'c_fy', 'court', 'courtname', 'foro'],
  court_code: ['法院代字', '法院代码', '法院编码', '法院简称代字', 'fydm', 'n_fy', 'courtcode', 'courtid'],
  procedure: ['适用程序', '程序', '程序类型', '审理适用程序', '适用审判程序', '案件适用程序', 'sycx', 'n_sycx', 'procedure', 'proceduretype', 'proceeding', 'track'],
  is_small_claims: ['是否小额诉讼', '是否小额', '小额诉讼', '是否适用小额诉讼程序', '是否适用小额诉讼', '是否小额速裁', 'sfxess', 'issmallclaims', 'smallclaims'],
  bench: ['审判组织', '审判组织形式', '审判组织类型', '组织形式', 'spzz', 'spzzxs', 'spzzlx', 'bench', 'panel', 'paneltype', 'benchtype'],
  judge: ['承办人', '承办法官', '主审法官', '主审人', '承办审判员', '承办人姓名', '承办人名称', '经办人', '独任法官', '审判员', '执行法官', 'cbr', 'cbrmc', 'cbrxm', 'zsr', 'judge', 'judgename', 'judgeid', 'presidingjudge', 'assignedjudge'],
  department: ['承办部门', '承办庭室', '承办审判庭', '庭室', '部门', '业务庭', '审判庭', '承办庭', '立案庭室', 'cbbm', 'cbbmmc', 'cbspt', 'baspt', 'department', 'division', 'chamber', 'section', 'unit'],
  cause_closed: ['结案案由', 'jaay', 'jaaymc'],
  cause: ['案由', '立案案由', '案由名称', '罪名', '案由(罪名)', '执行案由', '主要案由', '案由描述', 'ay', 'aymc', 'laay', 'laaymc', 'zzmc', 'cause', 'causeofaction', 'charge', 'subject', 'claimtype'],
  filed_on: ['立案日期', '立案时间', '立案日', '立案审批日期', '登记立案日期', '立案登记日期', '执行立案日期', '首次立案日期', 'larq', 'd_larq', 'lasj', 'lasprq', 'filingdate', 'filedon', 'datefiled', 'filed', 'filedate', 'fileddate', 'filedat', 'opendate', 'distribuicao'],
  received_on: ['收案日期', '收案时间', '受理日期', '受理时间', '收到诉状日期', '收到材料日期', 'sarq', 'd_sarq', 'slrq', 'sdszrq', 'd_sdclrq', 'receiveddate', 'datereceived', 'receivedon'],
  resolved_on: ['结案日期', '结案时间', '结案日', '审结日期', '审结时间', '办结日期', '执结日期', '执行结案日期', 'jarq', 'd_jarq', 'jasj', 'resolvedon', 'resolveddate', 'dispositiondate', 'disposedon', 'disposaldate', 'datedisposed', 'closingdate', 'closedon', 'dateclosed', 'closedate', 'closeddate', 'closed'],
  reported_on: ['报结日期', '报结时间', 'bjrq', 'd_bjrq'],
  judged_on: ['裁判日期', '判决日期', '裁判时间', '宣判日期', 'cprq', 'pjrq', 'judgmentdate', 'decisiondate'],
  due_on: ['审限届满日期', '审限届满日', '审限届满时间', '应结案日期', '应结日期', '审限到期日', '审限到期日期', '审限到期', '法定审限届满日期', '审限截止日期', '预结日期', '执行期限届满日期', 'sxjmrq', 'yjarq', 'yjrq', 'zxqxjmrq', 'duedate', 'dueon', 'deadline', 'limitdate', 'statutorydeadline'],
  appealed_on: ['上诉日期', '提起上诉日期', '上诉时间', '提起上诉日', '上诉提起日期', 'tqssrq', 'ssrq', 'appealdate', 'appealedon', 'dateappealed'],
  extension_days: ['延长审限天数', '延长天数', 'ycsxts', 'nycts', 'extensiondays'],
  deduction_days: ['扣除审限天数', '扣除天数', 'kcsxts', 'nkcts', 'deductiondays', 'excludeddays'],
  closing: ['结案方式', '新结案方式', '结案方式名称', '处理结果', '审理结果', '裁判结果', '执行结案方式', 'jafs', 'n_jafs', 'jafsmc', 'closing', 'closingmode', 'closingmethod', 'disposition', 'dispositiontype', 'outcome', 'result', 'mannerofdisposition'],
  is_appealed: ['是否上诉', '是否上(抗)诉', '是否上抗诉', '上诉', '上抗诉', 'csfss', 'sfss', 'isappealed', 'appealed'],
  is_in_court_judgment: ['是否当庭宣判', '当庭宣判', '宣判情况', '是否当庭裁判', 'csfdtxp', 'sfdtxp', 'cxpqk', 'isincourtjudgment', 'incourtjudgment'],
  amount: ['诉讼标的金额', '诉讼标的', '标的金额', '标的额', '立案标的金额', '立案标的', '起诉标的', '标的', '诉讼标的额', '案件标的', '结案标的金额', '结案标的', 'ssbdje', 'bdje', 'jabdje', 'amount', 'claimamount', 'claim', 'amountclaimed', 'claimbrl', 'valordaacao', 'disputeamount'],
  amount_applied: ['申请执行标的金额', '申请执行标的', '申请标的', '申请执行金额', '申请标的金额', '执行标的', '执行标的额', '执行标的金额', '应执行标的金额', '申请执行标的额', 'sqzxbdje', 'yzxbdje', 'amountapplied', 'enforcementamount'],
  amount_recovered: ['实际到位金额', '到位金额', '执行到位金额', '实际执行到位金额', '已执行金额', '到位标的', '执行到位标的', 'sjdwje', 'dwje', 'amountrecovered', 'recovered', 'recoveredamount'],
  original_case_no: ['原审案号', '原审案件案号', '一审案号', '原案号', '原审案件号', '原案案号', '前审案号', 'ysah', 'yah', 'originalcaseno', 'originalcasenumber', 'lowercourtcaseno', 'originalno'],
  original_court: ['原审法院', '原审法院名称', '一审法院', '原案法院', 'ysfy', 'ysfydm', 'ysfymc', 'originalcourt', 'lowercourt'],
  next_case_no: ['后续案号', '二审案号', '上诉案号', '后续案件案号', 'chxah', 'hxah', 'esah', 'appealcaseno', 'nextcaseno'],
  next_closing: ['后续结案方式', '二审结案方式', '二审结果', '二审裁判结果', '上诉结果', '二审处理结果', 'chxjafs', 'hxjafs', 'appealoutcome', 'appealresult'],
  next_filed_on: ['后续立案日期', '二审立案日期', 'dhxlarq', 'hxlarq', 'appealfilingdate'],
  next_resolved_on: ['后续结案日期', '二审结案日期', 'dhxjarq', 'hxjarq', 'appealoutcomedate', 'appealclosingdate'],
};

/** Codes written with both a Chinese label and the same word in another sense are not listed: 案件编号, 序号, AJBS. */
const BY_LABEL: ReadonlyMap<string, { target: Target; rank: number }> = new Map(
  Object.entries(ALIASES).flatMap(([target, labels]) =>
    labels.map((label, rank) => [labelKey(label), { target: isTarget(target) ? target : 'case_no', rank }] as const),
  ),
);

export interface LabelMatch {
  readonly target: Target;
  /** 0 = the usual label of the target; higher = a less usual one. */
  readonly rank: number;
  /** The label itself is in the dictionary; else only after a unit, a bracket or a parent heading was taken off. */
  readonly isExact: boolean;
}

/** What the label of a column stands for; null = not known. */
export function matchLabel(label: string): LabelMatch | null {
  const key = labelKey(label);
  const exact = BY_LABEL.get(key);
  if (exact !== undefined) return { ...exact, isExact: true };
  const bare = key.replace(/\([^()]*\)$/, '').replace(/(?:万元|元)$/, '').replace(/^\*|[*::]$/g, '');
  const loose = BY_LABEL.get(bare);
  return loose === undefined ? null : { ...loose, isExact: false };
}

/** A label as it is compared: without white space, underscores and hyphens, half-width, lower case. */
export function labelKey(label: string): string {
  return withoutSpaces(label.normalize('NFKC')).toLowerCase().replace(/[_\-.]/g, '');
}

function isTarget(name: string): name is Target {
  return Object.hasOwn(ALIASES, name);
}
