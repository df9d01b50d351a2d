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
  sheet: (name: string): Bilingual => ({ zh: `工作表“${name}”`, en: `sheet “${name}”` }),
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
