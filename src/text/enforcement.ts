import type { Bilingual } from './bilingual.ts';
import { formatCases, formatNumber, formatPercent } from './format.ts';

/** Text of the page 执行. */
export const ENFORCEMENT = {
  lead: {
    zh: '首次执行案件怎样结案、用了多久、钱到了多少。恢复执行、执行异议复议不在其中。',
    en: 'How first enforcement cases end, how long they take, and how much is recovered. Resumed enforcement and objections are not in it.',
  },
  principle: {
    zh: '终结本次执行程序(终本)是暂时没有可执行的财产,不是案件办完;终本率低也可能只是该终本的没有终本。到位率是“到位金额之和 ÷ 申请金额之和”,一件大标的案件就能左右全院,所以旁边列出按件的中位数。',
    en: 'Terminated for now means that no assets can be found at present, not that the case is done. The recovery rate is a sum over a sum: one large case can decide it, so the median by case stands beside it.',
  },
  headline: { zh: '执行结果', en: 'Results' },
  outcomes: { zh: '怎样结案,用了多久', en: 'How they ended, and how long it took' },
  closing: { zh: '结案方式', en: 'Closing' },
  resolved: { zh: '结案件数', en: 'Closed' },
  share: { zh: '占比', en: 'Share' },
  median: { zh: '天数中位数', en: 'Median days' },
  p90: { zh: '九成在…天内', en: '90 % within' },
  mean: { zh: '平均天数', en: 'Mean days' },
  applied: { zh: '申请金额', en: 'Applied for' },
  recovered: { zh: '到位金额', en: 'Recovered' },
  total: { zh: '合计', en: 'Total' },
  unknown: { zh: '结案方式不明', en: 'closing not known' },
  none: {
    zh: '这一期间没有首次执行结案。执行案件按类型代字“执”或审判程序“首次执行”识别;若清单里有执行案件而这里没有,请在“数据”页查看识别情况。',
    en: 'No first enforcement case was closed in the period. They are told by the type code 执 or the level 首次执行; if the list holds some, see how it was read on the page Data.',
  },
  money: { zh: '执行到位', en: 'Recovery' },
  byDepartment: { zh: '按庭室、案由、承办人', en: 'By department, cause, judge' },
  noAmounts: {
    zh: '导入的文件没有“申请执行标的金额”“实际到位金额”两栏(或没有一件同时填写),不能计算执行到位率;补上后即可计算。',
    en: 'The files lack 申请执行标的金额 or 实际到位金额 (or no case has both): the recovery rate cannot be computed; with them it can.',
  },
  groupMoney: {
    zh: '到位率是金额之比,没有件数的区间,不按庭室比较。',
    en: 'A rate of money has no interval by cases and is not compared by department.',
  },
  sideBySide: { zh: '各项并列', en: 'Side by side' },
  metric: { zh: '指标', en: 'Figure' },
} satisfies Record<string, Bilingual>;

/** What stands beside the recovery rate; `largest` is the share of the largest case in the amount applied for. */
export function recoverySentence(n: number, median: number, zero: number, largest: number): Bilingual {
  return {
    zh: `两项金额都有的 ${formatCases(n, 'zh')}:按件看,到位比例的中位数是 ${formatPercent(median)};${formatCases(zero, 'zh')}一分未到;标的最大的一件占申请总额的 ${formatPercent(largest)}。`,
    en: `Of ${formatCases(n, 'en')} with both amounts the median share recovered is ${formatPercent(median)}; in ${formatCases(zero, 'en')} nothing was recovered; the largest case is ${formatPercent(largest)} of all that was applied for.`,
  };
}

/** Cases that lack an amount and so are not in the recovery rate. */
export function withoutAmounts(n: number, total: number): Bilingual {
  return {
    zh: `${formatCases(total, 'zh')}结案中有 ${formatCases(n, 'zh')}缺一项金额,不进到位率。`,
    en: `${formatCases(n, 'en')} of ${formatCases(total, 'en')} closed lack an amount and are not in the recovery rate.`,
  };
}

/** `12.3 万元`, `¥123,000`. */
export function moneyText(yuan: number, locale: 'zh' | 'en'): string {
  if (locale === 'en') return `¥${formatNumber(yuan, 0)}`;
  return Math.abs(yuan) >= 10_000 ? `${formatNumber(yuan / 10_000, 1)} 万元` : `${formatNumber(yuan, 0)} 元`;
}
