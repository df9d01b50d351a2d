import type { Bilingual } from './bilingual.ts';
import { sliceSentence } from './slices.ts';
import { lackedSentence, unreadSentence } from './unread.ts';

export const FIGURES = {
  yearOnYear: { zh: '同比', en: 'Year on year' },
  periodOnPeriod: { zh: '环比', en: 'Previous period' },
  betterThanBefore: { zh: '优于以往', en: 'better than before' },
  worseThanBefore: { zh: '劣于以往', en: 'worse than before' },
  higherThanBefore: { zh: '高于以往', en: 'higher than before' },
  lowerThanBefore: { zh: '低于以往', en: 'lower than before' },
  noEvidence: { zh: '不能认定有变化', en: 'no evidence of a change' },
  fewerJudgments: {
    zh: '多因判决减少,按判决计不能认定有变化',
    en: 'from fewer judgments; no evidence per judgment',
  },
  moreJudgments: {
    zh: '多因判决增加,按判决计不能认定有变化',
    en: 'from more judgments; no evidence per judgment',
  },
  fewCases: { zh: '件数少,不列比率', en: 'too few cases for a rate' },
  interval: { zh: '区间', en: 'interval' },
  spark: { zh: '近 24 个月', en: 'Last 24 months' },
  peers: { zh: '各法院', en: 'Courts' },
  overYear: { zh: '期间超过一年,不作同比', en: 'longer than a year: not compared' },
  noEarlier: { zh: '数据里没有可比的上年同期', en: 'the data hold no comparable earlier period' },
  noPrevious: { zh: '数据里没有可比的上一期', en: 'the data hold no previous period' },
  announcedRule: {
    zh: '括号内为差值的 95% 区间;同时比较的指标多,99.8% 区间也不含 0 才说有变化',
    en: 'in brackets the 95 % interval of the difference; with so many figures compared, a change is named only where the 99.8 % interval excludes 0 too',
  },
  comparedWith: { zh: '比较期间', en: 'Compared with' },
  headlineSection: { zh: '三项主要指标', en: 'The three headline figures' },
  flowSection: { zh: '收结存', en: 'Flow' },
  timelinessSection: { zh: '审限与效率', en: 'Timeliness' },
  settlementSection: { zh: '调解与撤诉', en: 'Settlement' },
  qualitySection: { zh: '上诉与程序', en: 'Appeals and procedure' },
  enforcementSection: { zh: '执行', en: 'Enforcement' },
  identity: { zh: '旧存 + 新收 − 已结 = 未结', en: 'pending at start + incoming − resolved = pending' },
  casesUnit: { zh: '件', en: 'cases' },
} satisfies Record<string, Bilingual>;

/** Why a figure of a period so young is compared with no other. */
export function youngSentence(months: number): Bilingual {
  return {
    zh: `期末距数据截止不足 ${months} 个月,后续的上诉、二审结果还没有到齐,不作比较`,
    en: `the period ends less than ${months} months before the data do: what follows its cases is not complete, so it is not compared`,
  };
}

/** Why a figure is absent, as a clerk would say it. `column` is the label of the column that is lacking. */
export function missingSentence(reason: string, column: Bilingual | undefined): Bilingual {
  if (reason.startsWith('missing-column:')) {
    const label = column ?? { zh: reason.slice(15), en: reason.slice(15) };
    return {
      zh: `导入的文件没有“${label.zh}”一栏,或这一栏全是空白;补上后即可计算`,
      en: `The files have no column "${label.en}", or nothing in it; with it this can be computed`,
    };
  }
  if (reason.startsWith('unread:')) return unreadSentence(reason);
  if (reason.startsWith('lacked:')) return lackedSentence(reason);
  if (reason.startsWith('slice:')) return sliceSentence(reason.slice('slice:'.length));
  switch (reason) {
    case 'no-cases':
      return { zh: '所选范围和期间内没有计入的案件', en: 'No cases to count in this selection and period' };
    case 'zero-denominator':
      return { zh: '分母为 0,无法计算比率', en: 'The denominator is 0' };
    case 'period-incomplete':
      return { zh: '期间尚未结束', en: 'The period is not complete' };
    case 'before-data':
      return {
        zh: '数据里此前还没有结案记录,当时的收结案情况不明,不画作 0',
        en: 'The data hold no closing before: what came in and went out then is not known, and not drawn as 0',
      };
    case 'courts-incomplete':
      return {
        zh: '所选法院中,有的只导入了一审或只导入了二审,合计没有意义;请选定两样都有的法院',
        en: 'Of some of these courts only the first instance or only the appeals are loaded: choose courts that have both',
      };
    case 'suppressed':
      return { zh: '件数过少,不予列出', en: 'Too few cases to be shown' };
    case 'not-typed':
      return { zh: '没有录入这一项', en: 'Not typed in' };
    case 'definition':
      return { zh: '口径不同,不作比较', en: 'Defined otherwise there: not compared' };
    default:
      return { zh: '无法计算', en: 'Not available' };
  }
}

export const TREND = {
  fewEverywhere: {
    zh: '各期都不足 10 件,不画比率,只列件数',
    en: 'Fewer than 10 cases in every period: counts only',
  },
  metric: { zh: '指标', en: 'Metric' },
  variant: { zh: '口径', en: 'Definition' },
  grain: { zh: '按', en: 'By' },
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季', en: 'quarter' },
  year: { zh: '年', en: 'year' },
  splitBy: { zh: '分组', en: 'Split by' },
  noSplit: { zh: '不分组', en: 'no split' },
  previousYear: { zh: '上年同期', en: 'previous year' },
  beside: { zh: '并列口径', en: 'Beside it' },
  noBeside: { zh: '不并列', en: 'none' },
  besideTitle: { zh: '两种口径并列', en: 'Two definitions side by side' },
  besideNote: {
    zh: '口径不同,数值不能互相比较高低;这里只看差别从哪里来。',
    en: 'Different definitions: neither value is better than the other; see where the difference comes from.',
  },
  showPrevious: { zh: '并列上年同期', en: 'Show the previous year' },
  incomplete: { zh: '末期未满', en: 'last period incomplete' },
  others: (shown: number, all: number): Bilingual => ({
    zh: `共 ${all} 组,图中为件数最多的 ${shown} 组;全部见数据表`,
    en: `${all} groups; the ${shown} largest are drawn, all are in the table`,
  }),
  asOf: { zh: '数据截至', en: 'data to' },
};

export const COMPARISON = {
  title: (metric: string): Bilingual => ({ zh: `各法院${metric}`, en: `${metric} of each court` }),
  pooled: { zh: '全部法院合计', en: 'all courts pooled' },
  neutral: {
    zh: '法院按代字顺序排列,不按数值排序;区间重叠的法院之间不宜分高下。',
    en: 'Courts stand in the order of their names, not of their values; where intervals overlap, no difference can be told.',
  },
  intervalIs: {
    ratio: { zh: '横线为 95% Wilson 区间', en: 'bars are 95 % Wilson intervals' },
    counts: {
      zh: '分子、分母不是同一批案件,横线为两个件数之比的 95% 区间',
      en: 'numerator and denominator are different cases: bars are 95 % intervals of the ratio of two counts',
    },
    days: { zh: '横线为均值的 95% 区间', en: 'bars are 95 % intervals of the mean' },
  },
  own: { zh: '本院', en: 'our court' },
  oneCourt: {
    zh: '数据里只有一个法院。把其他法院的清单一起导入,即可对比。',
    en: 'The data hold one court only. Import lists of other courts as well to compare.',
  },
  few: { zh: '件数少于 10 件,只列件数', en: 'fewer than 10 cases: counts only' },
};

export const DEFINITIONS = {
  intro: {
    zh: '本页由指标目录自动生成,屏幕上每个数字都按这里的定义计算。换口径会同时改变所有页面。',
    en: 'This page is generated from the metric catalogue; every figure on screen is computed as defined here. Choosing a variant changes it on every page.',
  },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  counted: { zh: '计算', en: 'Computed as' },
  population: { zh: '范围', en: 'Population' },
  decidedBy: { zh: '归期依据', en: 'Period decided by' },
  direction: { zh: '方向', en: 'Direction' },
  up: { zh: '高为优', en: 'higher is favourable' },
  down: { zh: '低为优', en: 'lower is favourable' },
  neither: { zh: '不评优劣', en: 'not judged' },
  notToZero: {
    zh: '偏高宜了解原因;改判是二审依法纠错,不宜以零改判为目标,涨落不称优劣',
    en: 'a high rate is worth a look; a reversal is the law correcting itself, zero is no goal, so that a rise or fall is not called worse or better',
  },
  unit: { zh: '单位', en: 'Unit' },
  source: { zh: '依据', en: 'Source' },
  note: { zh: '提示', en: 'Note' },
  requires: { zh: '所需栏目', en: 'Columns needed' },
  range: { zh: '合理区间', en: 'Reasonable range' },
  rangeEmpty: { zh: '未设置(由本院填写)', en: 'not set (entered by the court)' },
  use: { zh: '采用此口径', en: 'Use this variant' },
  inUse: { zh: '正在采用', en: 'in use' },
  id: { zh: '标识', en: 'id' },
  units: {
    ratio: { zh: '%', en: '%' },
    days: { zh: '天', en: 'days' },
    cases: { zh: '件', en: 'cases' },
    yuan: { zh: '元', en: 'yuan' },
    index: { zh: '指数', en: 'index' },
  },
} as const;
