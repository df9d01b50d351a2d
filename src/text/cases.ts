import type { Bilingual } from './bilingual.ts';

export const CASES = {
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  deducted: { zh: '扣减的案件', en: 'Cases deducted' },
  counted: { zh: '计入的案件', en: 'Cases counted' },
  behind: { zh: '涉及的案件', en: 'Cases behind the sum' },
  stock: { zh: '未结案件', en: 'Cases pending' },
  flow: { zh: '已结案件', en: 'Cases resolved' },
  parts: { zh: '查看', en: 'Show' },
  open: { zh: '查看案件', en: 'Show the cases' },
  noneOpen: {
    zh: '点任何数字旁的件数,或图上的一点、一行,就能看到它由哪些案件构成。',
    en: 'Choose the counts beside a figure, or a point or row of a chart, to see the cases behind it.',
  },
  noCases: { zh: '没有符合条件的案件。', en: 'No case meets these conditions.' },
  failed: { zh: '案件没有读出来:', en: 'The cases could not be read: ' },
  download: { zh: '导出全部(CSV)', en: 'Download all (CSV)' },
  print: { zh: '打印整份清单', en: 'Print the whole list' },
  preparing: { zh: '正在准备打印…', en: 'Preparing to print…' },
  rowNumber: { zh: '序号', en: 'No.' },
  dataTo: { zh: '数据截至', en: 'Data to' },
  cutOff: (printed: number, left: number): Bilingual => ({
    zh: `只打印前 ${printed} 件,余下 ${left} 件请用“导出全部”`,
    en: `the first ${printed} are printed; download the list for the other ${left}`,
  }),
  saving: (done: number, all: number): Bilingual => ({
    zh: `正在导出 ${done} / ${all} 件`,
    en: `Writing ${done} of ${all}`,
  }),
  back: (page: string): Bilingual => ({ zh: `返回${page}`, en: `Back to ${page}` }),
  list: (subject: string): Bilingual => ({ zh: `${subject}的案件`, en: `Cases of ${subject}` }),
  keys: {
    zh: '上下键移动,回车打开案件,点列名排序',
    en: 'Arrow keys move, Enter opens a case, column names sort',
  },
  period: { zh: '期间', en: 'Period' },
  population: { zh: '范围', en: 'Population' },
  conditions: { zh: '条件', en: 'Conditions' },
  narrowed: { zh: '其中', en: 'Of these' },
  allCourts: { zh: '全部法院', en: 'all courts' },
  fixed: (names: string): Bilingual => ({
    zh: `${names}由口径固定,不受筛选影响`,
    en: `${names}: fixed by the definition, whatever is filtered`,
  }),
  and: { zh: ';以及', en: '; and ' },
  more: (shown: string, count: number): Bilingual => ({
    zh: `${shown}等 ${count} 项`,
    en: `${shown} and others (${count})`,
  }),
  sumOfMoney: {
    zh: '这个数字是金额之和,下面是金额计入其中的案件。',
    en: 'The figure is a sum of money; these are the cases whose amounts are in it.',
  },
  complement: {
    zh: '分子 = 分母 − 扣减的案件;下面列的是扣减的案件。',
    en: 'Numerator = denominator − cases deducted; the cases deducted are listed.',
  },
  differs: (listed: number, published: number): Bilingual => ({
    zh: `列出 ${listed} 件,数字为 ${published}:结案早于立案的案件在未结数中互相抵销,在清单中照列。`,
    en: `${listed} cases are listed, the figure says ${published}: cases resolved before they were filed cancel out in the stock, but are listed.`,
  }),
  told: {
    zh: '只见于一审清单后续栏的上诉,没有自己的一行,列的是其一审案件。',
    en: 'An appeal that only the first-instance row tells of is listed by that row.',
  },
  detail: { zh: '案件', en: 'Case' },
  columns: { zh: '各栏', en: 'Columns' },
  asItStood: { zh: '文件中的原文', en: 'The row as it stood in the file' },
  label: { zh: '文件栏名', en: 'Label in the file' },
  rawText: { zh: '原文', en: 'Text' },
  takenFor: { zh: '识别为', en: 'Taken for' },
  notUsed: { zh: '未使用', en: 'not used' },
  place: (file: string, row: number): Bilingual => ({
    zh: `来自 ${file} 第 ${row} 行`,
    en: `From ${file}, row ${row}`,
  }),
  sheet: (name: string): Bilingual => ({ zh: `工作表“${name}”`, en: `sheet "${name}"` }),
  issues: { zh: '导入时的提示', en: 'Notes from the import' },
  noIssues: { zh: '这一行没有提示。', en: 'No note on this row.' },
  linked: { zh: '关联案件', en: 'Linked proceedings' },
  noLinked: { zh: '没有关联到其他案件。', en: 'No other proceeding is linked.' },
  original: { zh: '原审', en: 'Original' },
  later: { zh: '后续', en: 'Later' },
  toldOnly: { zh: '后续(无单独记录)', en: 'Later (no row of its own)' },
  notLoaded: { zh: '未导入', en: 'not loaded' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  loading: { zh: '…', en: '…' },
};

/** Headings of the list, shorter than the names of the columns. */
export const CASE_HEADINGS: Readonly<Record<string, Bilingual>> = {
  filed_on: { zh: '立案', en: 'Filed' },
  age_days: { zh: '已审天数', en: 'Days so far' },
  days_left: { zh: '剩余天数', en: 'Days left' },
  deduction_days: { zh: '扣除天数', en: 'Deducted' },
  resolved_on: { zh: '结案', en: 'Resolved' },
  due_on: { zh: '审限届满', en: 'Due' },
  days: { zh: '天数', en: 'Days' },
  amount_applied: { zh: '申请标的(元)', en: 'Applied for (yuan)' },
  amount_recovered: { zh: '到位(元)', en: 'Recovered (yuan)' },
};

/** Where a limit comes from, in words. */
export const DUE_BASIS: Readonly<Record<string, Bilingual>> = {
  file: { zh: '文件', en: 'from the file' },
  statute: { zh: '按法定审限推算', en: 'derived from the statutory limit' },
};

/** The event by which cases fall into a period; `when` is a range of days, for stocks one day. */
export const EVENT_WORDS = {
  cases: {
    filed_on: (when: string): Bilingual => ({ zh: `${when}立案`, en: `filed ${when}` }),
    resolved_on: (when: string): Bilingual => ({ zh: `${when}结案`, en: `resolved ${when}` }),
    appealed_on: (when: string): Bilingual => ({ zh: `${when}提起上诉`, en: `appealed ${when}` }),
    original_resolved_on: (when: string): Bilingual => ({
      zh: `${when}一审结案`,
      en: `resolved at first instance ${when}`,
    }),
  },
  appeals: {
    filed_on: (when: string): Bilingual => ({ zh: `${when}二审立案`, en: `appeal filed ${when}` }),
    resolved_on: (when: string): Bilingual => ({ zh: `${when}二审结案`, en: `appeal resolved ${when}` }),
    appealed_on: (when: string): Bilingual => ({ zh: `${when}提起上诉`, en: `appealed ${when}` }),
    original_resolved_on: (when: string): Bilingual => ({
      zh: `${when}一审结案、其后上诉`,
      en: `resolved at first instance ${when} and then appealed`,
    }),
  },
  openAtStart: (day: string): Bilingual => ({ zh: `${day}零时未结`, en: `pending at the start of ${day}` }),
  openAtEnd: (day: string): Bilingual => ({ zh: `${day}终了时未结`, en: `pending at the end of ${day}` }),
};

const RANGE_SUBJECTS = {
  days: { zh: '审理天数', en: 'days from filing to closing' },
  net_days: { zh: '扣除后审理天数(自然日 − 扣除天数)', en: 'days less deductions' },
  observed_days: { zh: '期间内在审、立案后天数', en: 'open in the period, days since filing' },
  net_observed_days: {
    zh: '期间内在审、立案后天数(扣除后)',
    en: 'open in the period, days since filing less deductions',
  },
  days_left: { zh: '距审限届满', en: 'days to the due date' },
  overrun_days: { zh: '结案晚于审限届满', en: 'days from the due date to the closing' },
  appeal_days: { zh: '一审结案至上诉', en: 'days from the first-instance closing to the appeal' },
};

/** The reason of a reversal to which a list is narrowed; null: the lists give none. */
export function reasonText(reason: string | null): Bilingual {
  if (reason === null) return { zh: '未写明改判、发回原因', en: 'no reason of the reversal stated' };
  return { zh: `改判、发回原因:${reason}`, en: `reason of the reversal: ${reason}` };
}

/** A range of days or ages in words; it always holds for trial cases. `isPending`: read at the end of the period. */
export function rangeText(
  range: { readonly kind: string; readonly from: number | null; readonly to: number | null },
  isPending: boolean,
): Bilingual {
  const trial = { zh: '诉讼案件', en: 'trial cases' };
  const words = rangeWords(range, isPending);
  return words === null ? trial : { zh: `${trial.zh},${words.zh}`, en: `${trial.en}, ${words.en}` };
}

function rangeWords(
  { kind, from, to }: { readonly kind: string; readonly from: number | null; readonly to: number | null },
  isPending: boolean,
): Bilingual | null {
  if (kind === 'any') return null;
  if (kind === 'age_unknown') return { zh: '立案日期不明', en: 'filing date not known' };
  if (kind === 'age_months') return monthsText(from, to, isPending);
  if (kind === 'unbatched')
    return { zh: `不计批量案件(${from} 件以上)`, en: `without batches of ${from} cases or more` };
  if (kind === 'retried') return { zh: '之后申请再审或进入再审', en: 'followed by a retrial or a petition for one' };
  if (kind === 'enforced') return { zh: '之后申请首次执行', en: 'followed by enforcement' };
  if (kind === 'unchanged')
    return { zh: '有审限、没有延长或扣除', en: 'with a due date, without extension or deduction' };
  if (kind === 'risk_days' || kind === 'net_risk_days') return riskText(from ?? 0, kind === 'net_risk_days');
  const subject = Object.entries(RANGE_SUBJECTS).find(([id]) => id === kind)?.[1] ?? { zh: kind, en: kind };
  return { zh: `${subject.zh} ${boundsText(from, to).zh}`, en: `${subject.en}: ${boundsText(from, to).en}` };
}

function riskText(age: number, isNet: boolean): Bilingual {
  return {
    zh: `期间内在审,立案满 ${age} 天${isNet ? '(扣除后)' : ''}时仍未结`,
    en: `open in the period, still open ${age} days after filing${isNet ? ' (less deductions)' : ''}`,
  };
}

function monthsText(from: number | null, to: number | null, isPending: boolean): Bilingual {
  const [zh, en] = isPending ? ['立案至今', 'filed'] : ['立案到结案', 'from filing to closing'];
  const over = from === null ? null : { zh: `超过 ${from} 个月`, en: `over ${from} months` };
  const within = to === null ? null : { zh: `不超过 ${to} 个月`, en: `not over ${to} months` };
  const parts = [over, within].filter((part) => part !== null);
  return {
    zh: `${zh}${parts.map((part) => part.zh).join('、')}`,
    en: `${en} ${parts.map((part) => part.en).join(', ')}`,
  };
}

function boundsText(from: number | null, to: number | null): Bilingual {
  if (from === null && to === null) return { zh: '已知', en: 'known' };
  if (from === null) return { zh: `不超过 ${to} 天`, en: `at most ${to}` };
  if (to === null) return { zh: `${from} 天以上`, en: `${from} or more` };
  return from === to ? { zh: `${from} 天`, en: String(from) } : { zh: `${from}–${to} 天`, en: `${from} to ${to}` };
}
