import type { Bilingual } from './bilingual.ts';
import { formatDay, formatNumber } from './format.ts';

export const REFORM = {
  lead: {
    zh: '标出一项改革或新规的起始日,看它前后的变化:把之前的走势延长下去(虚线),与之后的实际情况比。',
    en: 'Name the day of a reform or a new rule and see what changed: its earlier course continued (dashed), beside what came.',
  },
  event: { zh: '改革、新规', en: 'Reform or rule' },
  noEvents: { zh: '(尚未标记)', en: '(none named yet)' },
  nameDay: { zh: '标记一天', en: 'Name a day' },
  day: { zh: '起始日', en: 'First day' },
  name: { zh: '名称', en: 'Name' },
  namePlaceholder: { zh: '例如:推行调解工作法', en: 'e.g. mediation method adopted' },
  add: { zh: '标记', en: 'Name it' },
  remove: { zh: '取消标记', en: 'Take back' },
  cannotAdd: { zh: '请填写日期和名称。', en: 'Give a day and a name.' },
  kept: {
    zh: '标记与这份数据一起保存在本机浏览器里,趋势图、控制限也按它分段。',
    en: 'Named days are kept in this browser with the data set; trends and control limits follow them.',
  },
  transition: { zh: '过渡期', en: 'Transition' },
  noTransition: { zh: '无', en: 'none' },
  months: (count: number): Bilingual => ({ zh: `${count} 个月`, en: count === 1 ? '1 month' : `${count} months` }),
  control: { zh: '对照法院', en: 'Court to compare with' },
  noControl: { zh: '不设对照', en: 'none' },
  allOthers: { zh: '其他法院合计', en: 'all other courts together' },
  nothingNamed: {
    zh: '还没有标记任何改革或新规。请在上面填写起始日和名称,就能看到它前后的变化。',
    en: 'No reform or rule is named yet. Give its first day and a name above to see what changed with it.',
  },
  observed: { zh: '实际', en: 'observed' },
  fitted: { zh: '拟合', en: 'fitted' },
  expected: { zh: '按原趋势推算', en: 'earlier course continued' },
  month: { zh: '月份', en: 'Month' },
  count: { zh: 'n', en: 'n' },
  quantity: { zh: '比较', en: 'Comparison' },
  estimate: { zh: '变化', en: 'Change' },
  interval: { zh: '95% 区间', en: '95% interval' },
  meaning: { zh: '怎样读', en: 'How to read it' },
  atEnd: { zh: '最近一个月,比按原趋势推算', en: 'Last month, against the earlier course' },
  level: { zh: '起步时的跳变', en: 'Jump at the start' },
  slope: { zh: '每月走势的变化', en: 'Change of the monthly slope' },
  lessOther: { zh: '扣除对照法院同期变化之后', en: 'Less what changed at the court compared with' },
  season: { zh: '前后同月份直接相比', en: 'Same months before and after' },
  seasonOther: { zh: '对照法院同样相比', en: 'The court compared with, likewise' },
  odds: { zh: '按件数加权(优势比)', en: 'Weighted by cases (odds ratio)' },
  oddsMeaning: {
    zh: '准二项回归;1 表示没有变化,每月按件数计重',
    en: 'quasi-binomial regression; 1 = no change, every month weighs as many as its cases',
  },
  mayBeChance: { zh: '可能只是波动', en: 'may be chance' },
  beyondChance: { zh: '超出偶然波动', en: 'beyond chance' },
  noInterval: { zh: '中位数等不给区间', en: 'no interval for medians' },
  cause: {
    zh: '这是时间上的先后,不能单独证明因果;同期其他变化(收案构成、人员、别的新规)也可能有影响。即使什么都没变,95% 区间也有 5%–9% 的机会不含 0,所以 99.8% 区间也不含 0 才说“超出偶然波动”。',
    en: 'This is what came after, which alone does not prove the cause: other changes of the time (kinds of cases, staff, other rules) may have had their part. Even if nothing changed, the 95 % interval excludes 0 in 5–9 of 100 cases; so a change is named only where the 99.8 % interval excludes 0 too.',
  },
  causeWithControl: {
    zh: '对照法院没有推行这项改革时,“扣除对照”的一行更可信;仍不能排除只发生在本院的其他变化。',
    en: 'Where the other court had no such reform, the row that subtracts it is more to be trusted; other changes of our own court alone cannot be ruled out.',
  },
  table: { zh: '变化有多大', en: 'How much changed' },
} as const;

/** Why there is no regression. */
export function tooShort(before: number, after: number): Bilingual {
  return {
    zh: `前后各需至少 12 个完整且件数足够的月份(现有:之前 ${before} 个,之后 ${after} 个),暂不推算趋势;可先看下面的“前后同月份直接相比”。`,
    en: `Needs 12 complete months with enough cases on either side (there are ${before} before and ${after} after); until then see the same months before and after below.`,
  };
}

/** Every month has the same value. */
export const CONSTANT: Bilingual = {
  zh: '各月数值正好落在直线上,没有波动可供估计区间。',
  en: 'The months lie on a straight line: there is no variation to make an interval of.',
};

/** The finding as a title. `change`: signed, with its unit. */
export function findingTitle(
  event: Bilingual,
  metric: Bilingual,
  change: { readonly amount: string; readonly isUp: boolean; readonly isBeyondChance: boolean },
): Bilingual {
  if (!change.isBeyondChance) {
    return {
      zh: `“${event.zh}”前后,看不出${metric.zh}偏离原来的走势`,
      en: `"${event.en}": no evidence that ${metric.en} left its earlier course`,
    };
  }
  return {
    zh: `“${event.zh}”之后,${metric.zh}比按原趋势推算${change.isUp ? '高' : '低'} ${change.amount}`,
    en: `After "${event.en}", ${metric.en} is ${change.amount} ${change.isUp ? 'above' : 'below'} its earlier course`,
  };
}

/** Under the chart: how it was reckoned. */
export function methodCaption(knownBefore: number, knownAfter: number, rho: number): Bilingual {
  return {
    zh: `分段回归(AR(1),限制性最大似然),之前 ${knownBefore} 个月、之后 ${knownAfter} 个月,相邻月误差相关 ${formatNumber(rho, 2)}`,
    en: `segmented regression with AR(1) errors (REML), ${knownBefore} months before, ${knownAfter} after, correlation of neighbouring months ${formatNumber(rho, 2)}`,
  };
}

/** The months that belong to neither side. */
export function transitionCaption(count: number): Bilingual {
  return { zh: `过渡期 ${count} 个月不参加计算`, en: `${count} months of transition left out` };
}

/** `2024年10月1日 推行调解工作法`. */
export function eventName(date: string, label: Bilingual): Bilingual {
  return { zh: `${formatDay(date, 'zh')} ${label.zh}`, en: `${formatDay(date, 'en')} ${label.en}` };
}
