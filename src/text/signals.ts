import type { Bilingual, Locale } from './bilingual.ts';
import { formatDay, formatNumber, formatPeriod } from './format.ts';

type Grain = 'month' | 'quarter';
type Direction = 'up' | 'down';

export const SIGNALS = {
  title: { zh: '异动', en: 'Out of the ordinary' },
  none: {
    zh: '最近 3 个完整月,没有哪项指标既超出日常波动、又明显不同于上年同月,没有需要说明的异动。',
    en: 'In the last 3 complete months no figure is both beyond ordinary variation and clearly different from the same months a year before; nothing calls for an explanation.',
  },
  nothingWatched: {
    zh: '完整月份或件数不足,暂不判断异动。',
    en: 'Too few complete months or cases to tell what is out of the ordinary.',
  },
  likeLastYear: {
    zh: '有起伏,与上年同月相比未超出偶然波动',
    en: 'some variation, but not beyond chance against the same months a year before',
  },
  ofJudgments: {
    zh: '有变化,但多因判决增减,按判决计未超出偶然波动',
    en: 'some change, but it follows from the number of judgments: per judgment not beyond chance',
  },
  ordinary: { zh: '属日常波动', en: 'within ordinary variation' },
  /** The limits were made anew at a named event: what is ordinary is so at the level since. */
  ordinarySince: (event: Bilingual): Bilingual => ({
    zh: `“${event.zh}”之后属日常波动`,
    en: `within ordinary variation since "${event.en}"`,
  }),
  noLimits: { zh: '未画日常波动范围', en: 'no limits of ordinary variation' },
  band: { zh: '浅色带为日常波动范围', en: 'band: ordinary variation' },
  centre: { zh: '均线', en: 'Centre' },
  lower: { zh: '下限', en: 'Lower limit' },
  upper: { zh: '上限', en: 'Upper limit' },
  signal: { zh: '标记', en: 'Mark' },
  note: {
    zh: '浅色带内的起伏属于日常波动,不必逐月解释。圈出的点:① 超出上下限;② 连续 7 期在均线同侧;③ 连续 7 期上升或下降;④ 3 期中有 2 期接近界限。即使什么都没变,两年的图中约五分之一也会偶尔出现一次标记。',
    en: 'Ups and downs within the band are ordinary variation and need no explanation month by month. Ringed points: ① beyond a limit; ② 7 in a row on one side of the centre; ③ 7 in a row rising or falling; ④ 2 of 3 close to a limit. Even if nothing changed, one in five charts of two years carries such a mark now and then.',
  },
} satisfies Record<string, Bilingual | ((event: Bilingual) => Bilingual)>;

/** The marks of one point, by rule and side. */
export const MARKS = {
  above_limit: { zh: '高于上限', en: 'above the upper limit' },
  below_limit: { zh: '低于下限', en: 'below the lower limit' },
  trend_up: { zh: '连续上升', en: 'steady rise' },
  trend_down: { zh: '连续下降', en: 'steady fall' },
  two_of_three_above: { zh: '接近上限', en: 'close to the upper limit' },
  two_of_three_below: { zh: '接近下限', en: 'close to the lower limit' },
  shift_above: { zh: '持续高于均线', en: 'run above the centre' },
  shift_below: { zh: '持续低于均线', en: 'run below the centre' },
  common: { zh: '日常波动', en: 'ordinary' },
} satisfies Record<string, Bilingual>;

const UNITS = { month: { zh: '个月', en: 'months' }, quarter: { zh: '个季度', en: 'quarters' } } as const;

/** A signal in words, with the periods by name. */
export interface SignalWords {
  readonly rule: 'shift' | 'beyond' | 'trend' | 'two_of_three';
  readonly direction: Direction;
  readonly count: number;
  /** First days of the calendar periods after which the first and the last one are named. */
  readonly from: string;
  readonly to: string;
  readonly isCurrent: boolean;
  readonly grain: Grain;
}

/** `近 7 个月持续高于以往水平`; without a subject, so that it can follow the name of a metric. */
export function signalPhrase(signal: SignalWords): Bilingual {
  return { zh: phraseZh(signal), en: phraseEn(signal) };
}

function phraseZh({ rule, direction, count, from, to, isCurrent, grain }: SignalWords): string {
  const many = `${count} ${UNITS[grain].zh}`;
  const name = (iso: string) => formatPeriod(iso, grain, 'zh');
  const when = isCurrent ? `近 ${many}` : `${name(from)}至${name(to)}连续 ${many}`;
  const isUp = direction === 'up';
  switch (rule) {
    case 'shift':
      return `${when}${isCurrent ? '持续' : ''}${isUp ? '高于' : '低于'}以往水平`;
    case 'trend':
      return `${isCurrent ? `近 ${many}连续` : when}${isUp ? '上升' : '下降'}`;
    case 'beyond':
      return `${name(to)}${isUp ? '高于' : '低于'}日常波动范围`;
    case 'two_of_three':
      return `至${name(to)}的 3 ${UNITS[grain].zh}中有 2 ${UNITS[grain].zh}接近日常波动的${isUp ? '上限' : '下限'}`;
  }
}

function phraseEn({ rule, direction, count, from, to, isCurrent, grain }: SignalWords): string {
  const unit = UNITS[grain].en;
  const name = (iso: string) => formatPeriod(iso, grain, 'en');
  const when = isCurrent ? `for the last ${count} ${unit}` : `for ${count} ${unit}, ${name(from)} to ${name(to)}`;
  const isUp = direction === 'up';
  switch (rule) {
    case 'shift':
      return `${isUp ? 'above' : 'below'} its earlier level ${when}`;
    case 'trend':
      return `${isUp ? 'rising' : 'falling'} ${when}`;
    case 'beyond':
      return `${isUp ? 'above' : 'below'} ordinary variation in ${name(to)}`;
    case 'two_of_three':
      return `close to the ${isUp ? 'upper' : 'lower'} limit in 2 of 3 ${unit} to ${name(to)}`;
  }
}

/** A step at a named event, from which the limits were made anew. */
export function levelPhrase(event: Bilingual, before: string, since: string): Bilingual {
  return {
    zh: `“${event.zh}”之后日常水平由 ${before} 变为 ${since},超出偶然波动`,
    en: `since "${event.en}" the ordinary level went from ${before} to ${since}, beyond chance`,
  };
}

/** The title of a trend that shows nothing unusual: `2025年9月调撤率 61.2%,在日常波动范围内`. */
export function ordinaryTitle(name: string, value: string, period: string): Bilingual {
  return {
    zh: `${period}${name} ${value},在日常波动范围内`,
    en: `${name}: ${value} in ${period}, within ordinary variation`,
  };
}

/** The title of a trend with marked points that announce nothing; `why`: `SIGNALS.likeLastYear` or `.ofJudgments`. */
export function silentTitle(name: string, value: string, period: string, why: Bilingual): Bilingual {
  return { zh: `${period}${name} ${value},${why.zh}`, en: `${name}: ${value} in ${period}, ${why.en}` };
}

/** Why a chart that named days divide has no limits; `count` of the longest stretch. */
export function fewInAnyStretch(grain: Grain, count: number): Bilingual {
  return {
    zh: `标记的日子把${grain === 'month' ? '月份' : '季度'}分成几段,最长的一段只有 ${count} 个完整且有数值,不足 12 个,暂不画控制限。`,
    en: `Named days divide the ${UNITS[grain].en}; the longest stretch has only ${count} complete ones with a value, fewer than 12: no control limits yet.`,
  };
}

/** Why a chart has no limits. `count`: complete periods there are. */
export function noLimitsReason(
  reason: 'few-periods' | 'few-cases' | 'constant' | 'stock' | 'unsuited',
  grain: Grain,
  count: number,
): Bilingual {
  switch (reason) {
    case 'few-periods':
      return {
        zh: `完整且有数值的${grain === 'month' ? '月份' : '季度'}只有 ${count} 个,不足 12 个,暂不画控制限。`,
        en: `Only ${count} complete ${UNITS[grain].en} with a value, fewer than 12: no control limits yet.`,
      };
    case 'few-cases':
      return grain === 'month'
        ? {
            zh: '件数太少,按月不画控制限,请按季看。',
            en: 'Too few cases for limits by month; look at quarters.',
          }
        : {
            zh: '件数太少,按季也不画控制限,请看全年合计及其区间。',
            en: 'Too few cases for limits by quarter too; look at whole years with their interval.',
          };
    case 'constant':
      return {
        zh: '各期数值相同,没有波动可言,不画控制限。',
        en: 'All periods have the same value: no variation, no limits.',
      };
    case 'stock':
      return {
        zh: '含存案的指标逐期累积、前后相连,不适用控制限;变化请看新收、已结。',
        en: 'A figure that holds a stock carries over from period to period, so control limits do not apply; look at incoming and resolved.',
      };
    case 'unsuited':
      return { zh: '这项指标按年计算,不画控制限。', en: 'This figure is one per year: no control limits.' };
  }
}

/** What limits were made from. `from`, `to`: first and last period, named. `method`: how, in words. */
export function limitsFrom(from: string, to: string, count: number, grain: Grain, method: Bilingual): Bilingual {
  return {
    zh: `界限据${from}—${to} ${count} ${UNITS[grain].zh}:${method.zh}`,
    en: `limits from ${count} ${UNITS[grain].en}, ${from} – ${to}: ${method.en}`,
  };
}

export const METHODS = {
  p: { zh: 'p 图,±3σ', en: 'p-chart, ±3σ' },
  xmr: { zh: '单值图(XmR),均值 ± 2.66 × 平均移动极差', en: 'XmR chart, mean ± 2.66 × mean moving range' },
  /** `spread`: σ_z of Laney's chart. */
  pPrime: (spread: number): Bilingual => ({
    zh: `p′ 图,±3σ,各期差异大于偶然波动,已放宽至 ${formatNumber(spread, 2)} 倍`,
    en: `p′-chart, ±3σ, widened ${formatNumber(spread, 2)} times because periods differ by more than chance`,
  }),
};

/** Said where the limits from before an event go on because there are too few periods after it. */
export function limitsGoOn(label: Bilingual, date: string, count: number, grain: Grain): Bilingual {
  return {
    zh: `${formatDay(date, 'zh')}“${label.zh}”之后不足 12 ${UNITS[grain].zh}(现有 ${count} ${UNITS[grain].zh}),暂以此前的界限衡量`,
    en: `fewer than 12 ${UNITS[grain].en} (${count}) since "${label.en}" on ${formatDay(date, 'en')}: the limits from before it are used for now`,
  };
}

/** What the announcements rest on. `watched`: charts with limits. */
export function watchedNote(watched: number): Bilingual {
  return {
    zh: `只列触及最近 3 个完整月、且与上年同月相比也超出偶然波动(99.8%)的信号,共看 ${watched} 项有控制限的指标。只因偶然就出现的很少,仍宜先看图再下结论。`,
    en: `Only signals that touch the last 3 complete months and differ beyond chance (99.8 %) from the same months a year before, among ${watched} figures with control limits. Few come by chance alone; look at the chart first all the same.`,
  };
}

/** Under a sparkline: `近 24 个月 · 浅色带为日常波动范围`. */
export function sparkNote(months: Bilingual, hasBand: boolean, locale: Locale): string {
  return hasBand ? `${months[locale]} · ${SIGNALS.band[locale]}` : months[locale];
}
