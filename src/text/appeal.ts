import type { Bilingual } from './bilingual.ts';
import { formatCases, formatDays, formatPercent } from './format.ts';

/** Text of the page 上诉服判. */
export const APPEAL = {
  lead: {
    zh: '上诉是当事人的权利。上诉率看有多少裁判被上诉,服判息诉率是它的反面;两者都要先看口径。',
    en: 'To appeal is a right. The appeal rate tells how many decisions were appealed, the acceptance rate is its complement; both depend on the definition.',
  },
  principle: {
    zh: '上诉滞后一到三个月,近期结案的还会有上诉,所以近期的上诉率必然偏低。小额诉讼一审终审、调解和撤诉不能上诉,它们占比升高,上诉率会自动下降,不等于裁判更服人——看口径 B(占可上诉案件)。',
    en: 'Appeals lag by one to three months, so recent rates are always too low. Small claims, settlements and withdrawals cannot be appealed: where their share grows the rate falls by itself. Variant B (of appealable closings) is free of that.',
  },
  headline: { zh: '上诉与服判', en: 'Appeals and acceptance' },
  sideBySide: { zh: '各口径并列', en: 'All definitions side by side' },
  sideNote: {
    zh: '区间为 Clopper–Pearson 精确区间。口径 A、B、C 的分子与分母不是同一批案件,只有口径 D(同批案件)是;服判息诉率的分子可从分母减去上诉的件数得到,打开的是被减去的案件。',
    en: 'Intervals are exact (Clopper–Pearson). In A, B and C numerator and denominator are different cases, in D they are the same. The acceptance rate is what is left after the appealed cases, and those are what it opens.',
  },
  delay: { zh: '一审结案到提起上诉', en: 'From closing to appeal' },
  delayNote: {
    zh: '对判决的上诉期为 15 日(民诉法 171 条,自送达起算),所以从结案日算起常超过 15 天;没有上诉日期的,用二审立案日期代替,会长出一个移送期。',
    en: 'A judgment can be appealed within 15 days of service (art. 171), so more than 15 days from closing is usual; where the date of appeal is not told, the filing date of the appeal stands for it and adds the time of transfer.',
  },
  days: { zh: '天数', en: 'Days' },
  noDelay: {
    zh: '这一期间没有带日期的上诉。',
    en: 'No appeal with a date falls into the period.',
  },
  noDateColumn: {
    zh: '导入的文件没有“提起上诉日期”一栏,也没有能对回一审的二审案件;补上任一项即可计算。',
    en: 'The files have no column for the date of appeal and no appeal that leads back to a case; either makes this possible.',
  },
  appealed: { zh: '上诉件数', en: 'Appeals' },
  unusable: {
    zh: '上诉早于结案或结案日期不明(不计入)',
    en: 'appealed before closing, or closing date unknown (left out)',
  },
} satisfies Record<string, Bilingual>;

/** Title of the section on delays: `120 件上诉:一半在结案后 14 天内提起,九成在 27 天内`. */
export function delayTitle(n: number, median: number, p90: number): Bilingual {
  return {
    zh: `${formatCases(n, 'zh')}上诉:一半在结案后 ${formatDays(median, 0, 'zh')}内提起,九成在 ${formatDays(p90, 0, 'zh')}内`,
    en: `${formatCases(n, 'en')} appealed: half within ${formatDays(median, 0, 'en')} of the closing, nine in ten within ${formatDays(p90, 0, 'en')}`,
  };
}

/** Name of a class of days: `0–10 天`, `超过 60 天`. */
export function delayClass(first: number, last: number): Bilingual {
  return Number.isFinite(last)
    ? { zh: `${first}–${last} 天`, en: `${first}–${last} days` }
    : { zh: `超过 ${first - 1} 天`, en: `over ${first - 1} days` };
}

/** `其中 12 件(10.0%)…` */
export function unusableSentence(n: number, total: number): Bilingual {
  const share = formatPercent(total === 0 ? 0 : n / total);
  return {
    zh: `另有 ${formatCases(n, 'zh')}(${share})上诉早于结案,或结案日期不明,不计入天数。`,
    en: `${formatCases(n, 'en')} more (${share}) were appealed before they were closed or have no closing date, and are left out.`,
  };
}
