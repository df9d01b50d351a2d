import type { Bilingual } from './bilingual.ts';
import { formatCases, formatCount, formatMonth, formatNumber, formatPercent } from './format.ts';

/** Text of the page 未结. */
export const PENDING = {
  lead: (day: Bilingual): Bilingual => ({
    zh: `未结案件有多少、立案多久、离审限还有几天,以 ${day.zh} 终了时为准。每个数字都能打开它的案件。`,
    en: `How many cases are pending, for how long, and how many days are left, at the end of ${day.en}. Every number opens its cases.`,
  }),
  population: {
    zh: '范围:诉讼案件(不含执行、保全、诉前调解)',
    en: 'Population: trial cases (without enforcement, preservation and pre-filing mediation)',
  },
  others: (count: number): Bilingual => ({
    zh: `筛选范围内另有非诉讼未结案件 ${formatCount(count)} 件(执行、保全等),不在本页。`,
    en: `${formatCases(count, 'en')} of other kinds (enforcement, preservation) are pending too and are not on this page.`,
  }),
  nonePending: {
    zh: '这一天没有未结的诉讼案件。',
    en: 'No trial case was pending on this day.',
  },
  noneEverClosed: {
    zh: '所选范围的数据里没有一件已结:请核对导出时是否只选了未结。',
    en: 'No case in this selection is resolved: check whether only pending cases were exported.',
  },
  withheld: { zh: '未结数不能给出', en: 'The pending stock is withheld' },
  beyondData: {
    zh: '所选期间晚于数据的最后一天,没有可看的未结。',
    en: 'The chosen period lies after the last day of the data.',
  },
  board: { zh: '未结概况', en: 'Pending cases' },
  allPending: { zh: '未结(诉讼)', en: 'Pending (trial)' },
  overMonths: (months: number): Bilingual => ({ zh: `超 ${months} 个月`, en: `Over ${months} months` }),
  overdue: { zh: '超审限', en: 'Beyond the limit' },
  near: { zh: '临近审限', en: 'Near the limit' },
  nearWithin: (days: number): Bilingual => ({ zh: `${days} 天内届满`, en: `due within ${days} days` }),
  nearUnit: { zh: '天内届满', en: 'days or less' },
  nearField: { zh: '临近天数', en: 'Days of notice' },
  unlimited: { zh: '审限不明', en: 'No limit known' },
  ofPending: (share: number): Bilingual => ({
    zh: `占未结 ${formatPercent(share)}`,
    en: `${formatPercent(share)} of pending`,
  }),
  lastYear: (count: string): Bilingual => ({ zh: `上年同日 ${count}`, en: `a year before: ${count}` }),
  boardNote: {
    zh: '超几个月按对应日计算,未剔除中止、扣除;以末日终了时为准,当日届满而仍未结的算超审限;没有届满日的不计入超审限和临近审限。',
    en: 'Months by corresponding days, suspension and deductions not removed; read at the end of the last day: a case due on it and still open is beyond its limit; cases without a due date are neither beyond nor near the limit.',
  },
  noDueDates: {
    zh: '导入的文件没有审限届满日,也推算不出,超审限、临近审限无法计算。',
    en: 'The files hold no due dates and none can be derived: nothing can be said about limits.',
  },
  ages: { zh: '未结案件的案龄', en: 'Age of pending cases' },
  agesBy: { zh: '横向按', en: 'Side by side by' },
  age: { zh: '立案至今', en: 'Since filing' },
  total: { zh: '合计', en: 'Total' },
  otherGroups: { zh: '其他', en: 'Others' },
  agesCaption: {
    zh: '横条长度为件数,各列同一尺度;点数字或横条看案件',
    en: 'Bars are numbers of cases on one scale; choose one to see its cases',
  },
  axis: { zh: '件', en: 'cases' },
  byDepartment: { zh: '按庭室', en: 'By department' },
  byJudge: { zh: '按承办法官', en: 'By judge' },
  unitsNote: {
    zh: '按名称排列,只列件数,不排名次:分案数量、案件难易不同,未结多少不能直接比较。',
    en: 'In the order of names, counts only, no ranking: assignments and difficulty differ, so the numbers do not compare directly.',
  },
  unitCount: (count: number): Bilingual => ({ zh: `${count} 个`, en: String(count) }),
  list: { zh: '案件清单', en: 'List of cases' },
  lists: { zh: '列出', en: 'Show' },
  everyPending: { zh: '全部未结', en: 'All pending' },
  none: { zh: '没有这样的案件。', en: 'There is no such case.' },
  ahead: { zh: '向前看', en: 'Looking ahead' },
  wholePopulation: {
    zh: '本节按筛选范围内的全部案件计算(与结案率同一范围)。',
    en: 'This section counts every case of the filters (as the closing rate does).',
  },
  noFlow: {
    zh: '所选范围内没有既有收案又有结案的完整统计月,不作推算。',
    en: 'No whole month with both filings and closings: nothing is expected.',
  },
  expected: { zh: '推算', en: 'expected' },
  history: { zh: '未结', en: 'Pending' },
  month: { zh: '月末', en: 'End of' },
  range80: { zh: '80% 范围', en: '80 % range' },
  range95: { zh: '95% 范围', en: '95 % range' },
  targetTitle: { zh: '达到年底目标,每月要结多少', en: 'Closings per month to reach a target' },
  targetRate: { zh: '年底结案率达到(%)', en: "Closing rate at year's end (%)" },
  targetStock: { zh: '年底未结不超过(件)', en: "Pending at year's end (cases)" },
  targetNone: { zh: '填入目标即可计算;目标只保存在本浏览器。', en: 'Type a target; it is kept in this browser only.' },
  rateNow: { zh: '本年至今结案率', en: 'Closing rate of the year so far' },
  targetWrong: {
    zh: '请填 0–100 之间的百分数,或不小于 0 的件数。',
    en: 'Type a percentage from 0 to 100, or a number of cases.',
  },
  springFestival: {
    zh: '按去年同月推算,只认公历月份,不随春节移动。收案政策、分案和人员变化不在推算之内。',
    en: 'Expected from the same calendar months of last year; the moving Spring Festival, policies and staff are not taken into account.',
  },
} as const;

/** `超 12 至 18 个月`: a band of ages; `to` null = no end. */
export function bandText(over: number, to: number | null): Bilingual {
  if (over === 0) return { zh: `${to} 个月以内`, en: `up to ${to} months` };
  if (to === null) return { zh: `超 ${over} 个月`, en: `over ${over} months` };
  return { zh: `超 ${over} 至 ${to} 个月`, en: `over ${over} to ${to} months` };
}

/** A band of cases whose filing date is not known. */
export const UNKNOWN_BAND: Bilingual = { zh: '立案日不明', en: 'filing date not known' };

/** `未结诉讼案件 812 件,立案超过 12 个月的 31 件,占 3.8%`. */
export function agesTitle(count: number, old: number): Bilingual {
  return {
    zh: `未结诉讼案件 ${formatCases(count, 'zh')},立案超过 12 个月的 ${formatCases(old, 'zh')},占 ${formatPercent(old / count)}`,
    en: `${formatCount(count)} trial cases are pending, ${formatCount(old)} of them (${formatPercent(old / count)}) for over 12 months`,
  };
}

/** Title of the forecast: `若照去年同月的节奏,2025年12月末未结约 912 件(95% 范围 820–1,004 件)`. */
export function aheadTitle(month: string, stock: number, low: number, high: number): Bilingual {
  const [value, from, to] = [stock, low, high].map((count) => formatNumber(count, 0));
  return {
    zh: `若照去年同月的节奏,${formatMonth(month, 'zh')}末未结约 ${value} 件(95% 范围 ${from}–${to} 件)`,
    en: `As in the same months of last year, about ${value} cases would be pending at the end of ${formatMonth(month, 'en')} (95 % range ${from}–${to})`,
  };
}

/** How the forecast was found. */
export const METHOD = {
  seasonal: (months: number, pairs: number): Bilingual => ({
    zh: `季节性朴素法:余下各月的收结差额取去年同月之和;误差取自 ${pairs} 组同比差(${months} 个完整统计月)${months < 36 ? ',不足 36 个月,范围偏粗' : ''}`,
    en: `Seasonal naive: the net flow of the same months of last year; error from ${pairs} year-on-year differences (${months} whole months)${months < 36 ? '; fewer than 36 months, so the range is rough' : ''}`,
  }),
  short: (months: number): Bilingual => ({
    zh: `只有 ${months} 个完整统计月,不足以估计同月之间的波动:余下各月取去年同月之和,误差按近 12 个月的起伏估计,范围偏宽`,
    en: `${months} whole months are too few to tell how the same months differ: last year's months are expected, with the spread of a whole year, which is rather too wide`,
  }),
};

/** Why nothing is expected. */
export function tooShort(months: number): Bilingual {
  return {
    zh: `只有 ${months} 个完整统计月,不足 12 个月,不作推算;需要去年同月的收结数。`,
    en: `${months} whole months: fewer than 12, nothing is expected without the same months of last year.`,
  };
}

/** `结案率 92%:余下 3 个月每月需结 159 件(95% 范围 150–168 件),共 477 件`. */
export function neededSentence(
  needed: { readonly total: number; readonly perMonth: number; readonly lower: number; readonly upper: number },
  months: number,
): Bilingual {
  if (needed.total === 0)
    return { zh: '照预计的收案,这一目标已经达到。', en: 'With the cases expected, this target is reached already.' };
  const [perMonth, low, high, total] = [needed.perMonth, needed.lower, needed.upper, needed.total].map((count) =>
    formatNumber(Math.ceil(count), 0),
  );
  return {
    zh: `余下 ${months} 个月每月需结 ${perMonth} 件(收案的 95% 范围:${low}–${high} 件),共 ${total} 件。`,
    en: `${perMonth} closings a month are needed in the ${months} months left (95 % range of incoming cases: ${low}–${high}), ${total} altogether.`,
  };
}

/** How the number needed compares with the pace so far. */
export function paceSentence(perMonth: number, pace: number, months: number): Bilingual {
  const ratio = pace > 0 ? formatNumber(perMonth / pace, 2) : null;
  const times =
    ratio === null ? { zh: '', en: '' } : { zh: `,需要的是它的 ${ratio} 倍`, en: `; ${ratio} times that is needed` };
  return {
    zh: `近 ${months} 个月平均每月结案 ${formatNumber(pace, 1)} 件${times.zh}。`,
    en: `In the last ${months} months ${formatNumber(pace, 1)} cases were closed a month${times.en}.`,
  };
}

/** What the other target would then be. */
export function thenSentence(kind: 'closing_rate' | 'pending', value: number | null): Bilingual {
  if (value === null) return { zh: '', en: '' };
  return kind === 'pending'
    ? {
        zh: `那时年底未结约 ${formatNumber(value, 0)} 件。`,
        en: `About ${formatNumber(value, 0)} cases would then be pending.`,
      }
    : {
        zh: `那时年底结案率约 ${formatPercent(value)}。`,
        en: `The closing rate would then be about ${formatPercent(value)}.`,
      };
}
