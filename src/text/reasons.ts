import type { Bilingual } from './bilingual.ts';
import { COLUMN_LABELS } from './filters.ts';

/** Why a value or row was not taken as it stood. A reason in `ingest_issues` is one of these ids, or `id:detail`. */
export const REASONS = {
  row_blank: { zh: '空行', en: 'blank row' },
  row_total: { zh: '合计、小计或总计行,不是案件', en: 'a row of totals, not a case' },
  row_footer: {
    zh: '表尾说明(制表人、审核人、备注等),不是案件',
    en: 'a footer (prepared by, checked by, remarks), not a case',
  },
  row_header: { zh: '表内重复的表头', en: 'the header repeated within the list' },
  filled_down: {
    zh: '法院或部门只写在每段的第一行:以下各行按它读取',
    en: 'court or department stands in the first row of its block only: the rows below were read by it',
  },
  row_no_case: { zh: '这一行没有案件内容', en: 'the row holds no case' },
  extra_cells: {
    zh: '这一行的单元格比表头多,多出的没有读取',
    en: 'more cells than the header has columns; the rest was not read',
  },
  unclosed_quote: { zh: '引号没有成对,按普通字符读取', en: 'a quotation mark without a partner, read as a character' },
  undecodable: {
    zh: '这一行有无法解码的字符(显示为 �),可能编码混杂,请核对',
    en: 'characters of this row could not be decoded (shown as �); its encoding may be mixed, please check',
  },
  case_no_missing: { zh: '没有案号', en: 'no case number' },
  case_no_unparsable: { zh: '案号无法识别', en: 'the case number could not be read' },
  case_no_range: { zh: '一行中有多个案号,按一件计', en: 'several case numbers in one row, counted as one case' },
  case_no_shared: {
    zh: '旧式案号相同但法院不同,按不同案件处理',
    en: 'same old-style case number at different courts, kept as different cases',
  },
  duplicate_identical: { zh: '与另一行案号和内容相同,重复行未入库', en: 'same case number and content as another row' },
  duplicate_conflict: {
    zh: '与另一行案号相同但内容不一致,保留信息较全(相同则靠前)的一行',
    en: 'same case number as another row with different content; the fuller (else the earlier) row is kept',
  },
  vanished: {
    zh: '较新的清单里已没有这个案件,按选择不计入',
    en: 'the newer list no longer has this case; left out, as chosen',
  },
  superseded: {
    zh: '同一案件在较新的清单中有新的一行,以新的为准,这一行留作历史',
    en: 'a newer list has a newer row of the same case, which counts; this row is kept as history',
  },
  list_replaced: {
    zh: '同一份清单后来又导入过一次,这一份由新的一份代替',
    en: 'the same list was imported again later; this copy was replaced by the later one',
  },
  placeholder: { zh: '用符号或文字表示的空值', en: 'a sign or word that stands for no value' },
  date_unparsable: { zh: '日期无法识别', en: 'not a date' },
  date_incomplete: { zh: '日期缺少日或月', en: 'the date lacks a day or month' },
  date_impossible: { zh: '没有这一天', en: 'there is no such day' },
  date_ambiguous: { zh: '日、月次序无法判断', en: 'day and month cannot be told apart' },
  date_zero: { zh: '零日期(1950年以前),视为空', en: 'a zero date (before 1950), taken as empty' },
  date_far_future: { zh: '日期远在将来,视为空', en: 'a date in the far future, taken as empty' },
  date_future: { zh: '日期晚于今天,请核对', en: 'a date after today, please check' },
  date_serial: { zh: 'Excel 日期序号,已换算为日期', en: 'an Excel serial number, converted to a date' },
  date_shifted: {
    zh: '世界协调时(UTC)时间,已换算为北京时间的日期',
    en: 'a UTC timestamp, converted to the day in Beijing',
  },
  date_style: { zh: '日期写法已统一换算(举一例)', en: 'dates in another style, converted (one example)' },
  resolved_before_filed: {
    zh: '结案日期早于立案日期,不计审理天数',
    en: 'resolved before filed; not counted in durations',
  },
  due_before_filed: { zh: '审限届满日早于立案日期', en: 'due before filed' },
  closing_unknown: { zh: '结案方式不在词表中,未归类', en: 'a closing mode that is not in the vocabulary' },
  closed_without_date: {
    zh: '有结案方式但没有结案日期,按未结处理',
    en: 'a closing mode without a closing date; counted as pending',
  },
  resolved_without_closing: { zh: '有结案日期但没有结案方式', en: 'a closing date without a closing mode' },
  procedure_unknown: { zh: '适用程序不在词表中', en: 'a procedure that is not in the vocabulary' },
  level_unknown: { zh: '审级不在词表中', en: 'a level that is not in the vocabulary' },
  class_unknown: { zh: '案件类型不在词表中', en: 'a class of case that is not in the vocabulary' },
  type_unknown: { zh: '类型代字不在词表中', en: 'a type code that is not in the vocabulary' },
  bench_unknown: { zh: '审判组织不在词表中', en: 'a kind of bench that is not in the vocabulary' },
  amount_unparsable: { zh: '金额无法识别', en: 'not an amount' },
  amount_negative: { zh: '金额为负数', en: 'a negative amount' },
  amount_unit: { zh: '以万元(或亿元)计的金额,已换算为元', en: 'an amount in 万元 (or 亿元), converted to yuan' },
  days_unit: {
    zh: '以月计的时间,已按每月 30 天换算为天',
    en: 'a length of time in months, converted at 30 days a month',
  },
  value_assigned: { zh: '按对应关系归入指定的值', en: 'assigned to another value by the mapping' },
  days_unparsable: { zh: '天数无法识别', en: 'not a number of days' },
  flag_unparsable: { zh: '是/否无法识别', en: 'neither yes nor no' },
  judge_first_of_several: { zh: '有几名承办人,取第一名', en: 'several judges, the first is taken' },
  original_case_no_unparsable: {
    zh: '原审案号无法识别,不能关联',
    en: 'the original case number could not be read; not linked',
  },
  basis_not_a_case: {
    zh: '执行依据不是法院案号(仲裁裁决、公证文书等),不关联案件',
    en: 'what is enforced has no court case number (an award, a notarial deed); not linked to a case',
  },
  court_name_unified: { zh: '同一法院的简称,已统一为全称', en: 'a short name of a court, taken for its full name' },
  more_of_the_same: {
    zh: '同类换算还有更多行,不再逐行列出',
    en: 'more rows were converted in the same way; not listed one by one',
  },
} satisfies Record<string, Bilingual>;

export type ReasonId = keyof typeof REASONS;

/** Columns that say one thing in several ways: they are named as one. */
const SAME_AS: Readonly<Record<string, string>> = { closing_raw: 'closing', closing_bucket: 'closing' };

/** The sentence of a reason as it stands in `ingest_issues.reason`: `id` or `id:detail`, the detail in brackets. */
export function describeReason(reason: string): Bilingual {
  const [id = '', ...rest] = reason.split(':');
  const pair = isReason(id) ? REASONS[id] : { zh: id, en: id };
  const detail = rest.join(':');
  if (detail === '') return pair;
  const told = id === 'duplicate_conflict' ? columnNames(detail) : { zh: detail, en: detail };
  return { zh: `${pair.zh}(${told.zh})`, en: `${pair.en} (${told.en})` };
}

/** Ids of columns, joined by 、, as a clerk knows them. */
function columnNames(detail: string): Bilingual {
  const ids = new Set(detail.split('、').map((id) => SAME_AS[id] ?? id));
  const labels = [...ids].map((id) => COLUMN_LABELS[id] ?? { zh: id, en: id });
  return { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') };
}

function isReason(id: string): id is ReasonId {
  return Object.hasOwn(REASONS, id);
}
