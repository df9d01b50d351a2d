import type { Bilingual } from './bilingual.ts';

/** Words of "why did it change", and of 春节 in 同比. */
export const CHANGE = {
  section: { zh: '为什么变了', en: 'Why it changed' },
  by: { zh: '按', en: 'By' },
  then: { zh: '上年同期', en: 'A year ago' },
  now: { zh: '本期', en: 'This period' },
  thenAligned: { zh: '上年(按春节对齐)', en: 'A year ago (by Spring Festival)' },
  mixOf: (category: string): Bilingual => ({ zh: `${category} 占比变化`, en: `share of ${category}` }),
  rateOf: (category: string): Bilingual => ({ zh: `${category} 自身变化`, en: `${category} itself` }),
  otherMix: { zh: '其余各类 占比变化', en: 'shares of the others' },
  otherRate: { zh: '其余各类 自身变化', en: 'the others themselves' },
  remainder: { zh: '不能归到各类的部分', en: 'not told of any kind' },
  shareThen: { zh: '上年占比', en: 'Share then' },
  shareNow: { zh: '本期占比', en: 'Share now' },
  figureThen: { zh: '上年同期', en: 'Then' },
  figureNow: { zh: '本期', en: 'Now' },
  difference: { zh: '自身差值(95% 区间)', en: 'Own difference (95 % interval)' },
  mixEffect: { zh: '占比变化的影响', en: 'Effect of the share' },
  rateEffect: { zh: '自身变化的影响', en: 'Effect of its own change' },
  total: { zh: '合计', en: 'Total' },
  method: {
    zh: 'Kitagawa 分解(以两期平均为中心):各条相加正好等于总变化;只说明变化落在哪里,不说明原因',
    en: 'Kitagawa decomposition, centred: the bars add up to the change exactly; it tells where the change lies, not its cause',
  },
  few: { zh: '本期或上年同期不足 10 件,不作分解', en: 'Fewer than 10 cases in either period: not decomposed' },
  oneKind: { zh: '只有一类,没有构成可言', en: 'There is one kind only, and so no mix' },
  noValue: { zh: '本期或上年同期没有可比的数值', en: 'One of the two periods has no value' },
  chanceOnly: {
    zh: '差值本身可能只是波动,下图只供查看构成,不必逐条解释。',
    en: 'The difference may be chance: the bars below need no explanation one by one.',
  },
  ofJudgments: {
    zh: '下图按全部案件分解,判决减少或增加的影响也在其中,不必逐条解释。',
    en: 'The bars below are of all cases, the number of judgments included: they need no explanation one by one.',
  },
  mostlyMix: {
    zh: '变化主要来自案件构成,不是同类案件本身变了。',
    en: 'Most of it is mix: cases of one kind hardly changed.',
  },
  mostlyOwn: {
    zh: '变化主要来自同类案件本身,案件构成的影响小。',
    en: 'Most of it is the kinds of case themselves; mix matters little.',
  },
  both: {
    zh: '案件构成和同类案件本身都有影响。',
    en: 'Both the mix and the kinds of case themselves matter.',
  },
  sharesSame: {
    zh: '各程序占比没有变化。',
    en: 'The shares of the procedures are the same.',
  },
  alignFestival: { zh: '同比按春节对齐', en: 'Align with the Spring Festival' },
};

/** The title. Amounts carry sign and unit: `+14.6 个百分点`. */
export function changeTitle(metric: string, kind: string, total: string, mix: string, rate: string): Bilingual {
  return {
    zh: `${metric}同比 ${total}:${kind}构成变化 ${mix},各${kind}自身变化 ${rate}`,
    en: `${metric} ${total} on last year: mix by ${kind.toLowerCase()} ${mix}, own change ${rate}`,
  };
}

/** One procedure: `简易程序 62.1% → 65.0%,影响 −0.30 天`. */
export function shareMoved(kind: string, before: string, now: string, effect: string): Bilingual {
  return { zh: `${kind} ${before} → ${now}(${effect})`, en: `${kind} ${before} → ${now} (${effect})` };
}

/** What the shares of the procedures do to a figure; it is an effect of mix and is called one. */
export function sharesMoved(moved: readonly Bilingual[]): Bilingual {
  return {
    zh: `程序占比变化对总数的影响(属案件构成,不是同类案件变了):${moved.map(({ zh }) => zh).join('、')}。`,
    en: `What the shares of procedures do to the whole (mix, not cases of one kind): ${moved.map(({ en }) => en).join(', ')}.`,
  };
}

/** Whether the whole change may be chance; words in the place of the answer where there is more to say. `range` is `+11.0 至 +18.1 个百分点`; empty where no interval is known. */
export function changeEvidence(total: string, range: string, beyondChance: boolean | Bilingual): Bilingual {
  if (range === '') return { zh: `同比 ${total},没有可用的区间。`, en: `${total} on last year; no interval is known.` };
  const words =
    typeof beyondChance === 'object'
      ? beyondChance
      : beyondChance
        ? { zh: '超出偶然波动(99.8% 区间也不含 0)', en: 'beyond chance (the 99.8 % interval excludes 0 too)' }
        : { zh: '可能只是波动(99.8% 区间含 0)', en: 'may be chance (the 99.8 % interval includes 0)' };
  return {
    zh: `同比 ${total},95% 区间 ${range},${words.zh}。`,
    en: `${total} on last year, 95 % interval ${range}: ${words.en}.`,
  };
}

/** How 春节 falls into the two periods; days are texts. */
export function festivalSentence(
  festivals: string,
  days: number,
  daysBefore: number,
  alignedTo: string | null,
): Bilingual {
  const season = { zh: '春节前后(正月初一前 7 天至正月十五)', en: 'The weeks around the Spring Festival' };
  if (alignedTo !== null)
    return {
      zh: `已按春节(${festivals})对齐:同比的比较期间改为 ${alignedTo}。`,
      en: `Aligned with the Spring Festival (${festivals}): compared with ${alignedTo}.`,
    };
  if (days === daysBefore)
    return {
      zh: `${season.zh}两期各含 ${days} 天(${festivals}),对同比没有影响。`,
      en: `${season.en}: ${days} days in each of the two periods (${festivals}); the year-on-year figures are not affected.`,
    };
  return {
    zh: `${season.zh}本期含 ${days} 天,上年同期含 ${daysBefore} 天(${festivals}),收案、结案件数的同比会受影响。`,
    en: `${season.en}: ${days} days in this period, ${daysBefore} a year ago (${festivals}); counts year on year are affected.`,
  };
}
