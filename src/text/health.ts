import type { Bilingual } from './bilingual.ts';

/** What a check of 数据体检 found, what was decided about it, and what the clerk can do. */
export interface FaultText {
  readonly label: Bilingual;
  readonly decision: Bilingual;
  readonly mend: Bilingual;
}

const KEPT = { zh: '已入库,按原样计算', en: 'loaded and counted as it stands' };
const MISSING = { zh: '该日期置为缺失,案件照常入库', en: 'the date is set to missing, the case is loaded' };
const CHECK_DATES = { zh: '核对并改正日期', en: 'check and correct the dates' };

/** Keyed by the id of the check. */
export const FAULTS: Readonly<Record<string, FaultText>> = {
  serial_gap: {
    label: { zh: '案件编号有缺号,清单可能不全', en: 'Numbers missing from the sequence: the list may be incomplete' },
    decision: { zh: '缺少的案件无法计入', en: 'cases that are not there cannot be counted' },
    mend: {
      zh: '核对这些案号是否漏导、作废或属于另一清单',
      en: 'see whether these cases were left out, voided or are in another list',
    },
  },
  case_no_missing: {
    label: { zh: '没有案号', en: 'No case number' },
    decision: { zh: '已入库,条线和审级取自其他栏目', en: 'loaded; matter and level taken from other columns' },
    mend: { zh: '补填案号', en: 'enter the case number' },
  },
  case_no_unparsable: {
    label: { zh: '案号无法识别', en: 'The case number could not be read' },
    decision: { zh: '已入库,条线和审级取自其他栏目', en: 'loaded; matter and level taken from other columns' },
    mend: { zh: '改正案号', en: 'correct the case number' },
  },
  year_unfit: {
    label: {
      zh: '案号年度与立案日期相差一年以上',
      en: 'Year of the case number and filing date differ by more than a year',
    },
    decision: { zh: '按立案日期计算', en: 'the filing date is used' },
    mend: { zh: '核对案号年度和立案日期', en: 'check the year and the filing date' },
  },
  duplicate_conflict: {
    label: { zh: '案号重复而内容不一致', en: 'Same case number, different content' },
    decision: { zh: '保留信息较全的一行,其余未入库', en: 'the fuller row is kept, the others are set aside' },
    mend: { zh: '确认哪一行正确,删去其余', en: 'see which row is right and remove the others' },
  },
  duplicate_identical: {
    label: { zh: '案号和内容都重复', en: 'Same case number and content' },
    decision: { zh: '只留一行,其余未入库;不影响任何指标', en: 'one row is kept; no figure is touched' },
    mend: { zh: '无需处理', en: 'nothing to do' },
  },
  filed_missing: {
    label: { zh: '没有立案日期', en: 'No filing date' },
    decision: { zh: '已入库,不计入新收和审理天数', en: 'loaded; not in incoming or durations' },
    mend: { zh: '补填立案日期', en: 'enter the filing date' },
  },
  date_unreadable: {
    label: { zh: '日期无法识别', en: 'Dates that could not be read' },
    decision: MISSING,
    mend: CHECK_DATES,
  },
  date_zero: {
    label: { zh: '零日期(1950年以前)', en: 'Zero dates (before 1950)' },
    decision: MISSING,
    mend: CHECK_DATES,
  },
  date_far_future: {
    label: { zh: '日期远在将来', en: 'Dates in the far future' },
    decision: MISSING,
    mend: CHECK_DATES,
  },
  date_future: { label: { zh: '日期晚于今天', en: 'Dates after today' }, decision: KEPT, mend: CHECK_DATES },
  resolved_before_filed: {
    label: { zh: '结案早于立案', en: 'Resolved before filed' },
    decision: { zh: '计入收结案,不计审理天数', en: 'counted in flow, not in durations' },
    mend: CHECK_DATES,
  },
  appealed_before_resolved: {
    label: { zh: '上诉早于结案', en: 'Appealed before resolved' },
    decision: KEPT,
    mend: CHECK_DATES,
  },
  due_before_filed: {
    label: { zh: '审限届满早于立案', en: 'Due before filed' },
    decision: KEPT,
    mend: { zh: '核对审限届满日期', en: 'check the due date' },
  },
  limit_unknown: {
    label: { zh: '审限不明', en: 'No time limit known' },
    decision: { zh: '不计入审限内结案率,另列“审限不明”', en: 'left out of the rate and counted apart' },
    mend: { zh: '补填审限届满日期或适用程序', en: 'enter the due date or the procedure' },
  },
  closed_without_date: {
    label: { zh: '有结案方式但没有结案日期', en: 'A closing mode without a closing date' },
    decision: { zh: '按未结计算', en: 'counted as pending' },
    mend: { zh: '补填结案日期', en: 'enter the closing date' },
  },
  resolved_without_closing: {
    label: { zh: '有结案日期但没有结案方式', en: 'A closing date without a closing mode' },
    decision: { zh: '按已结计算,不计入调解、撤诉等', en: 'counted as resolved, in no group of closings' },
    mend: { zh: '补填结案方式', en: 'enter the closing mode' },
  },
  closing_unknown: {
    label: { zh: '结案方式不在词表中', en: 'Closing modes that are not in the vocabulary' },
    decision: { zh: '按已结计算,不归入任何一类', en: 'counted as resolved, in no group' },
    mend: { zh: '改用规范的结案方式', en: 'use a closing mode of the vocabulary' },
  },
  procedure_unfit: {
    label: { zh: '适用程序与案件类型不符', en: 'A procedure that the type of case cannot have' },
    decision: KEPT,
    mend: { zh: '核对适用程序', en: 'check the procedure' },
  },
  word_unknown: {
    label: { zh: '程序、审级、类型或审判组织不在词表中', en: 'Words that are not in the vocabulary' },
    decision: { zh: '该值置为缺失,案件照常入库', en: 'the value is set to missing, the case is loaded' },
    mend: { zh: '改用规范的写法', en: 'use the words of the vocabulary' },
  },
};

export const HEALTH = {
  title: { zh: '数据体检', en: 'Data check' },
  allPassed: (checks: number): Bilingual => ({
    zh: `全部通过:${checks} 项检查没有发现问题。`,
    en: `All ${checks} checks passed.`,
  }),
  summary: (kinds: number, checks: number): Bilingual => ({
    zh: `${checks} 项检查中有 ${kinds} 项发现问题,影响大的在前;其余全部通过。`,
    en: `${kinds} of ${checks} checks found something, the gravest first; all others passed.`,
  }),
  fault: { zh: '问题', en: 'Fault' },
  count: { zh: '件数', en: 'Cases' },
  decision: { zh: '如何处理', en: 'What was done' },
  mend: { zh: '应改正', en: 'To correct' },
  toMend: (what: string): Bilingual => ({ zh: `应改正:${what}`, en: `To correct: ${what}` }),
  effect: { zh: '最多影响', en: 'At most' },
  touched: { zh: '涉及指标', en: 'Figures touched' },
  none: { zh: '不影响指标', en: 'no figure' },
  bound: (metric: string, value: string, low: string, high: string): Bilingual => ({
    zh: `${metric}现为 ${value},实际在 ${low} 与 ${high} 之间`,
    en: `${metric} is ${value}; truly between ${low} and ${high}`,
  }),
  steady: (metric: string, value: string): Bilingual => ({
    zh: `${metric} ${value},看不出影响`,
    en: `${metric} ${value}: no visible effect`,
  }),
  boundless: {
    zh: '缺的案件比入库的还多,清单不能代表全部案件,所有指标只反映清单本身',
    en: 'More cases are missing than loaded: every figure describes this list only',
  },
  boundNote: {
    zh: '按数据全部期间、全部法院计算:把有问题的案件全部算入分子或全部不算,指标就在这两个数之间。',
    en: 'Over the whole span and all courts: with every case at fault in the numerator, or none, the figure lies between these two.',
  },
  rows: { zh: '查看所在行', en: 'Show the rows' },
  values: { zh: '原值', en: 'Raw values' },
  weight: { zh: '件', en: 'cases' },
  fixList: { zh: '改正清单', en: 'Fix list' },
  download: { zh: '下载改正清单(XLSX)', en: 'Download the fix list (XLSX)' },
  downloadCsv: { zh: 'CSV', en: 'CSV' },
  incomplete: { zh: '数据有缺口', en: 'Gaps in the data' },
  sliceNote: {
    zh: '数据有缺口,部分指标已停用或可能有偏差',
    en: 'The data have gaps: some figures are withheld or may be off',
  },
  sliceOf: (courts: string, name: string, rows: string): Bilingual => ({
    zh: `${courts}:${name}(${rows} 件)`,
    en: `${courts}: ${name} (${rows} cases)`,
  }),
  whichCourts: { zh: '哪些法院', en: 'Which courts' },
  courts: (n: number): Bilingual => ({ zh: `${n} 个法院`, en: `${n} courts` }),
  noCourt: { zh: '法院不明的案件', en: 'cases without a court' },
  shareOnly: {
    zh: '调撤率、平均审理天数等只反映清单中的案件。',
    en: 'Rates and durations describe the cases of this list only.',
  },
};
