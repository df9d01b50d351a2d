import type { Bilingual } from './bilingual.ts';
import { formatCases, formatCount, formatDays, formatNumber, formatPercent } from './format.ts';

/** Text of the page 审理周期. */
export const DURATION = {
  lead: {
    zh: '审理天数从立案日算到结案日(自然日,不减扣除、中止)。先看多长,再看是否变了、变在哪里。',
    en: 'Days run from filing to closing (calendar days, nothing deducted). First how long, then whether it changed, and where.',
  },
  leadNet: {
    zh: '审理天数按扣除后计算:结案日 − 立案日 − 扣除天数。先看多长,再看是否变了、变在哪里。',
    en: 'Days less deductions: closing − filing − days deducted. First how long, then whether it changed, and where.',
  },
  daysAs: { zh: '天数按', en: 'Days' },
  calendarDays: { zh: '自然日', en: 'calendar' },
  netDays: { zh: '扣除后', en: 'less deductions' },
  netLabel: { zh: '(扣除后)', en: ' (less deductions)' },
  netCaption: { zh: '天数按扣除后计算', en: 'days less deductions' },
  netNote: {
    zh: '本页各处的审理天数都已减去“扣除天数”(未填的按 0 计);12 个月旧案仍按自然月划分,审限内结案按届满日判断,不受此开关影响。扣除发生在哪一天没有记载,“仍未结”曲线中期间开始前立案的案件从更晚的时点看起。',
    en: 'All days of this page are less the days deducted (none stated: 0). Old cases (12 months) and time limits do not follow this switch. When days were deducted is not recorded, so in the curve older cases are observed from a later point on.',
  },
  noDeductions: {
    zh: '导入的文件没有“扣除天数”一栏,只能按自然日。',
    en: 'The files have no column of deducted days: calendar days only.',
  },
  fewDeductions: (share: string): Bilingual => ({
    zh: `本期和上年已结案件中有 ${share} 来自没有“扣除天数”一栏的清单,扣除后的天数无法比较,只按自然日。`,
    en: `Of the cases closed in the period and the year before, ${share} are from lists without a column of deducted days: calendar days only.`,
  }),
  beside: (mean: string, left: number): Bilingual => ({
    zh: `按自然日平均 ${mean}。${left > 0 ? `另有 ${left} 件扣除天数多于审理天数,不计入。` : ''}`,
    en: `In calendar days the mean is ${mean}. ${left > 0 ? `${left} cases with more deductions than days are left out.` : ''}`,
  }),
  netNumerator: {
    zh: '结案日期 − 立案日期 − 扣除天数(未填按 0;扣除多于天数的不计)',
    en: 'closing date − filing date − days deducted (none stated: 0; more deductions than days: left out)',
  },
  openOld: { zh: '查看旧案', en: 'Show the old cases' },
  closedOld: { zh: '已结旧案', en: 'closed' },
  pendingOld: { zh: '未结旧案', en: 'pending' },
  variants: { zh: '审限内结案率的几种口径', en: 'Within the time limit, counted in several ways' },
  variant: { zh: '口径', en: 'Counted as' },
  rate: { zh: '比率', en: 'Rate' },
  counts: { zh: '件数', en: 'Cases' },
  meaning: { zh: '含义', en: 'Meaning' },
  noneInClass: { zh: '没有这样的案件', en: 'no such case' },
  noChanges: { zh: '文件没有延长、扣除天数,不能区分', en: 'the files tell neither extensions nor deductions' },
  headline: { zh: '审了多久', en: 'How long' },
  population: { zh: '范围', en: 'Population' },
  byDefault: {
    zh: '本页默认范围,选择条线、审级可改',
    en: 'the default of this page; choose matter or level to change it',
  },
  noKinds: {
    zh: '数据没有条线、审级两栏,不能限定为民事一审',
    en: 'the data tell neither matter nor level, so civil first instance cannot be picked out',
  },
  trialCases: { zh: '诉讼案件', en: 'trial cases' },
  nothingByDefault: {
    zh: '这一范围和期间内没有结案。请在上方选择其他条线、审级或期间。',
    en: 'No case was closed in this population and period. Choose another matter, level or period above.',
  },
  allCases: { zh: '全部案件', en: 'all cases' },
  unknownProcedure: { zh: '程序未填', en: 'procedure not stated' },
  procedure: { zh: '程序', en: 'Procedure' },
  cases: { zh: '件数', en: 'Cases' },
  median: { zh: '中位数', en: 'Median' },
  days: { zh: '天数', en: 'Days' },
  daysAxis: { zh: '横轴:立案后天数', en: 'days since filing' },
  openAxis: { zh: '仍未结的比例,按立案后天数', en: 'share still open, by days since filing' },
  p99: { zh: '99% 在此天数内', en: '99 % within' },
  longest: { zh: '最长', en: 'Longest' },
  limit: { zh: '法定审限', en: 'Statutory limit' },
  noLimit: { zh: '无法确定', en: 'not known' },
  distributionNote: {
    zh: '虚线为法定审限(未计延长和扣除,月按平均长度折成天)',
    en: 'dashed: statutory limit (without extension or deduction, months at their mean length)',
  },
  noProcedure: {
    zh: '导入的文件没有“程序”一栏,不能分程序看;补上后即可分开',
    en: 'The files have no column for the procedure; with it this can be shown by procedure',
  },
  nothingClosed: { zh: '期间内没有能算出审理天数的结案', en: 'No case with a known duration was closed in the period' },
  fewClosed: {
    zh: '每一程序都不足 10 件,不画分布,件数见下',
    en: 'fewer than 10 cases in every procedure: no distribution is drawn',
  },
  nothingOpen: { zh: '期间内没有在审案件', en: 'No case was open in the period' },
  fewOpen: {
    zh: '观察到的案件不足 10 件,不作估计',
    en: 'Fewer than 10 cases were under observation: nothing is estimated',
  },
  closedCount: { zh: '已结', en: 'Closed' },
  pendingCount: { zh: '未结', en: 'Pending' },
  observed: { zh: '观察件数', en: 'Observed' },
  medianWithInterval: { zh: '中位数(95% 区间)', en: 'Median (95 % interval)' },
  rmst: { zh: '一年内平均在审天数', en: 'Mean days open within a year' },
  openAfter: (days: number): Bilingual => ({ zh: `满 ${days} 天仍未结`, en: `Open after ${days} days` }),
  afterCut: { zh: '不足 10 件,不估计', en: 'fewer than 10 left' },
  notReached: { zh: '未结过半,尚无法估计', en: 'over half still open' },
  notObserved: { zh: '观察未满', en: 'not observed so long' },
  curveNote: {
    zh: 'Kaplan–Meier 法,色带为 95% 区间(log-log);在审不足 10 件处截断',
    en: 'Kaplan–Meier, band: 95 % interval (log-log); cut where fewer than 10 cases are left',
  },
  lateEntry: {
    zh: '统计对象是期间内在审过的全部案件:期间内立案的从立案日看起;期间开始前立案的,从期间首日起才看得到,此前已审结的同批案件不在其中(延迟进入);期间末未结的算到截止日为止。所以曲线反映的是本期间的办案速度。',
    en: 'Counted are all cases that were open at some time of the period: those filed in it from their filing day, older ones from its first day on (late entry), those open at its end up to the last day. The curve so tells the pace of this period.',
  },
  othersInTable: { zh: '图中为件数最多的 4 种程序,全部见数据表', en: 'the 4 largest procedures; all are in the table' },
  limitSection: { zh: '审限内结案', en: 'Within the time limit' },
  within: { zh: '审限内', en: 'in time' },
  beyond: { zh: '超审限', en: 'beyond the limit' },
  unknown: { zh: '审限不明', en: 'no limit known' },
  limitNote: {
    zh: '审限不明的单列一类,不当作限内;届满当日结案算限内。',
    en: 'Cases without a known limit are a class of their own, never counted as in time; the due date itself is in time.',
  },
  ageHow: { zh: '怎样判断', en: 'How this is judged' },
  observedOf: (n: string, pending: string): Bilingual => ({
    zh: `观察 ${n},期间末未结 ${pending}`,
    en: `${n} observed, ${pending} pending at the end`,
  }),
  ageSection: { zh: '旧案的影响', en: 'The weight of old cases' },
  ageRule: {
    zh: '判断规则:与上年同期比,结案中超过 12 个月的旧案占比上升(99.8% 区间不含 0)且因此拉高了平均数,提示“清旧案拉高”;未结中超过 12 个月的占比上升(99.8% 区间不含 0),提示“旧案未结压低”——未结案件不进平均数。',
    en: 'Rule: against the same period last year, a larger share of old closings (over 12 months; 99.8 % interval without 0) that raises the mean is announced as such; so is a larger share of old pending cases, which the mean does not see.',
  },
  noWarning: {
    zh: '与上年同期比,没有发现清理旧案拉高、或旧案未结压低平均数的情形。',
    en: 'Against last year nothing shows that clearing old cases raised the mean, or that leaving them open lowered it.',
  },
  noComparison: {
    zh: '没有可比的上年同期,不作判断。',
    en: 'There is no comparable period last year; nothing is judged.',
  },
  fewForWarning: {
    zh: '结案或未结不足 10 件,不作判断。',
    en: 'Fewer than 10 closed or pending cases: nothing is judged.',
  },
  unchanged: { zh: '可能只是波动', en: 'may be chance' },
};

/** Ways to count 审限内结案率; the first is that of the catalogue. */
export const LIMIT_VARIANTS = {
  known: {
    label: { zh: '有审限的(本系统默认)', en: 'With a limit (default)' },
    words: {
      zh: '结案不晚于届满日(届满日已含文件所载的延长、扣除) ÷ 有届满日的结案',
      en: 'closed by the due date (extensions and deductions of the files included) ÷ closed with a due date',
    },
  },
  strict: {
    label: { zh: '不明的算超', en: 'Unknown counted as late' },
    words: { zh: '分母为全部结案,审限不明的不算限内', en: 'of all closings; without a limit = not in time' },
  },
  loose: {
    label: { zh: '不明的算限内', en: 'Unknown counted as in time' },
    words: {
      zh: '部分系统把没有届满日的算作限内,会虚高,只供对照',
      en: 'some systems count cases without a due date as in time; inflates the rate, for comparison only',
    },
  },
  normal: {
    label: { zh: '正常审限内', en: 'Without changes of the limit' },
    words: {
      zh: '只看没有延长、扣除的案件(有届满日)',
      en: 'only cases with a due date and without extension or deduction',
    },
  },
  first: {
    label: { zh: '原审限内', en: 'Within the limit as it first was' },
    words: {
      zh: '结案不晚于“届满日 − 延长 − 扣除”,即不算延长和扣除',
      en: 'closed by the due date less extension and deduction',
    },
  },
} as const satisfies Record<string, { readonly label: Bilingual; readonly words: Bilingual }>;

/** `一半案件的审理天数:简易程序 45 天,普通程序 121 天`. */
export function distributionTitle(parts: readonly { label: string; median: number }[]): Bilingual {
  const days = (value: number, locale: 'zh' | 'en') => formatDays(value, Number.isInteger(value) ? 0 : 1, locale);
  return {
    zh: `一半案件在多少天内审结:${parts.map(({ label, median }) => `${label} ${days(median, 'zh')}`).join(',')}`,
    en: `Half of the cases were closed within: ${parts.map(({ label, median }) => `${label} ${days(median, 'en')}`).join(', ')}`,
  };
}

/** What the axis does not show: `另有 21 件超过 420 天,最长 812 天`. */
export function beyondText(count: number, end: number, longest: number): Bilingual {
  return {
    zh: `另有 ${formatCases(count, 'zh')}超过 ${formatCount(end)} 天未画出,最长 ${formatCount(longest)} 天`,
    en: `${formatCases(count, 'en')} took more than ${formatCount(end)} days and are not drawn, the longest ${formatCount(longest)}`,
  };
}

/** `审限 6 个月`, `审限 30 天`. */
export function limitText(limit: { readonly months: number | null; readonly days: number | null }): Bilingual {
  return limit.months === null
    ? { zh: `审限 ${limit.days} 天`, en: `limit ${limit.days} days` }
    : { zh: `审限 ${limit.months} 个月`, en: `limit ${limit.months} months` };
}

/** Title of the curve; `median` null: not reached. `open`: the share open at the latest age that can be told. */
export function openShareTitle(
  median: number | null,
  open: { readonly days: number; readonly share: number } | null,
): Bilingual {
  const half =
    median === null
      ? { zh: '未结比例过半,中位数尚无法估计', en: 'Over half are still open: no median yet' }
      : {
          zh: `估计一半案件在 ${formatNumber(median, 0)} 天内审结`,
          en: `Half of the cases are estimated to close within ${formatNumber(median, 0)} days`,
        };
  if (open === null) return half;
  return {
    zh: `${half.zh},满 ${open.days} 天仍有 ${formatPercent(open.share)} 未结`,
    en: `${half.en}; ${formatPercent(open.share)} are open after ${open.days} days`,
  };
}

/** How pending cases enter the estimate. */
export function censoredSentence(pending: number): Bilingual {
  if (pending === 0)
    return {
      zh: '期间末没有未结案件,曲线与只算已结案件相同;如果清单只导出了已结案件,实际周期会比这里长。',
      en: 'No case is pending at the end, so the curve is that of the closed cases; if the list holds closed cases only, real durations are longer.',
    };
  return {
    zh: `已把 ${formatCases(pending, 'zh')}未结案件计入(按“至今仍未结”处理)。`,
    en: `${formatCases(pending, 'en')} still pending are counted (as "open so far").`,
  };
}

/** The estimated median in words. `interval` is ready text or empty. */
export function medianSentence(median: number | null, isFew: boolean, interval: string): Bilingual {
  if (median !== null) {
    const days = formatNumber(median, 0);
    const range = interval === '' ? { zh: '', en: '' } : { zh: `(95% 区间 ${interval})`, en: ` (95 % ${interval})` };
    return {
      zh: `中位数 ${days} 天${range.zh}:估计一半案件在 ${days} 天内审结。`,
      en: `Median ${days} days${range.en}: half of the cases are estimated to close within ${days} days.`,
    };
  }
  return isFew
    ? { zh: '案件太少,中位数不作估计。', en: 'Too few cases for a median.' }
    : {
        zh: '未结比例过半,中位数尚无法估计。',
        en: 'More than half are still open: the median cannot be estimated yet.',
      };
}

/** How the median of closed cases alone compares with the estimate. */
export function closedOnlySentence(closed: number, estimated: number): Bilingual {
  const [days, gap] = [formatNumber(closed, 1), formatNumber(Math.abs(estimated - closed), 1)];
  if (Math.abs(estimated - closed) < 0.5)
    return {
      zh: `只算期间内已结案件,中位数为 ${days} 天,两者相同。`,
      en: `Closed cases alone: median ${days} days, the same.`,
    };
  return estimated > closed
    ? {
        zh: `若只算期间内已结案件,中位数为 ${days} 天,偏短 ${gap} 天。`,
        en: `Closed cases alone would give ${days} days, ${gap} too short.`,
      }
    : {
        zh: `若只算期间内已结案件,中位数为 ${days} 天,偏长 ${gap} 天(结案中旧案较多时会这样)。`,
        en: `Closed cases alone would give ${days} days, ${gap} more (as happens when many old cases are closed).`,
      };
}

/** The restricted mean in words; `interval` is ready text. */
export function restrictedMeanSentence(mean: number, interval: string): Bilingual {
  const days = formatNumber(mean, 0);
  return {
    zh: `立案后一年内,平均每件案件处于在审状态 ${days} 天(95% 区间 ${interval};满一年仍未结的按 365 天计)。`,
    en: `Within a year of filing a case is open for ${days} days on average (95 % ${interval}; one that is open after the year counts 365).`,
  };
}

/** Share of old cases now and last year: `结案中立案超过 12 个月的 31 件,占 4.2%(上年同期 2.9%)`. */
export function oldShareSentence(
  kind: 'closed' | 'open',
  old: number,
  share: number | null,
  before: number | null,
): Bilingual {
  const what = kind === 'closed' ? { zh: '结案', en: 'closed' } : { zh: '期末未结', en: 'pending' };
  const now =
    share === null ? { zh: '', en: '' } : { zh: `,占 ${formatPercent(share)}`, en: `, ${formatPercent(share)}` };
  const then =
    before === null
      ? { zh: '', en: '' }
      : { zh: `(上年同期 ${formatPercent(before)})`, en: ` (last year ${formatPercent(before)})` };
  return {
    zh: `${what.zh}中立案超过 12 个月的 ${formatCases(old, 'zh')}${now.zh}${then.zh}`,
    en: `${formatCount(old)} of the ${what.en} cases older than 12 months${now.en}${then.en}`,
  };
}

/** Mean of the closed cases without the old ones: `不计这些旧案,平均 52.1 天(上年同期 58.3 天)`. */
export function youngMeanSentence(now: number, before: number | null): Bilingual {
  const then =
    before === null
      ? { zh: '', en: '' }
      : { zh: `(上年同期 ${formatDays(before, 1, 'zh')})`, en: ` (last year ${formatDays(before, 1, 'en')})` };
  return {
    zh: `不计这些旧案,平均 ${formatDays(now, 1, 'zh')}${then.zh}`,
    en: `without them the mean is ${formatDays(now, 1, 'en')}${then.en}`,
  };
}

/** Warning: clearing old cases raises the mean by `days`. */
export function clearingWarning(days: string): Bilingual {
  return {
    zh: `清理旧案拉高了平均数:结案中旧案的占比高于上年同期,使平均审理天数多 ${days} 天。这是清理积案的结果,不等于办案变慢。`,
    en: `Clearing old cases raised the mean: their share among the closings is above last year's and adds ${days} days. That is the backlog being cleared, not cases getting slower.`,
  };
}

/** Warning: old cases stay open, which the mean does not see. */
export const LEAVING_WARNING: Bilingual = {
  zh: '旧案未结,压低了平均数:未结案件中旧案的占比高于上年同期,而未结案件不进平均审理天数。平均数即使下降,也可能只是旧案没有结;待其审结,平均数会上升。',
  en: "Old cases stay open and keep the mean low: their share among the pending cases is above last year's, and pending cases are not in the mean. It will rise when they close.",
};
