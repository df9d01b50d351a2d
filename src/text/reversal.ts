import type { Bilingual } from './bilingual.ts';
import { formatCases, formatCount, formatNumber, formatPercent } from './format.ts';

/** Text of the page 发改, and of what the pages 上诉服判, 执行 and 案-件比 share with it. */
export const REVERSAL = {
  lead: {
    zh: '“发改率”有五种口径,同一个法院可以相差数倍。先认口径,再看数;每个数都可以打开它的案件。',
    en: 'There are five definitions of the reversal rate, several times apart for one court. First the definition, then the number; every number opens its cases.',
  },
  principle: {
    zh: '改判、发回是法律纠正自己,是审级制度在起作用;零发改不是目标。本页用来找出值得研究的案件类型和环节,不用来排名,也不评价个人。',
    en: 'A reversal is the law correcting itself: it is what the second instance is for, and zero is no goal. This page is for finding the kinds of case worth studying, not for ranking, and not for judging persons.',
  },
  headline: { zh: '改判与发回', en: 'Altered and remanded' },
  sideBySide: { zh: '五种口径并列', en: 'All five definitions side by side' },
  definition: { zh: '口径', en: 'Definition' },
  value: { zh: '比率', en: 'Rate' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  exact: { zh: '95% 精确区间', en: '95 % exact interval' },
  lastYear: { zh: '上年同期', en: 'Same period last year' },
  pooled: { zh: '多年合计', en: 'Years pooled' },
  adjusted: { zh: '按下列选择计', en: 'With the choice below' },
  sideNote: {
    zh: '区间为 Clopper–Pearson 精确区间。D1、D2 的分子按二审结案日期、分母按一审结案日期,不是同一批案件,区间只作参考;不同口径之间不可互比。',
    en: 'Intervals are exact (Clopper–Pearson). Numerator and denominator of D1 and D2 are different cases, so the interval is a guide; definitions are not comparable with each other.',
  },
  excluded: { zh: '哪些结果算“发改”', en: 'Which results count as a reversal' },
  excludedHow: {
    zh: '统计口径只算改判、发回重审。下面的结果各地有争议,默认如方框所示;勾选只影响本页的“按下列选择计”,不改变其他页面。',
    en: 'The definition counts altered and remanded only. The results below are treated differently from court to court; the boxes change this page only.',
  },
  noneOfKind: { zh: '本期没有', en: 'none in the period' },
  evidenceUnknown: {
    zh: '新证据改判、发回:导入的文件没有“改判原因”“发回重审原因”一栏,无法区分;补上后可在此剔除',
    en: 'Reversed on new evidence: the files have no column for the reason (改判原因, 发回重审原因); with it these can be taken out here',
  },
  groups: { zh: '来自哪里', en: 'Where they come from' },
  groupNote: {
    zh: '件数少,所以把本年和前两年合计;横线为 95% 精确区间,区间重叠的不宜分高下。分母不足 30 件的只列件数。',
    en: 'Counts are small, so three years are pooled; bars are exact 95 % intervals, and where they overlap no difference can be told. Below 30 cases only counts are given.',
  },
  byCount: { zh: '按件数多少排列,不按比率', en: 'in the order of the number of cases, not of the rate' },
  byName: { zh: '按姓名排列,不按比率', en: 'in the order of the names, not of the rate' },
  fewInGroup: { zh: '不足 30 件,只列件数', en: 'below 30 cases: counts only' },
  allFew: { zh: '每组都不足 30 件,不列比率,件数如下', en: 'fewer than 30 cases in every group: counts only, below' },
  noGroups: { zh: '这一期间没有可分组的案件', en: 'No cases to group in this period' },
  allTogether: { zh: '合计', en: 'together' },
  cohort: { zh: '同批案件:一审结案之后怎样了', en: 'Cohorts: what became of the first-instance closings' },
  month: { zh: '一审结案月', en: 'Month closed' },
  closed: { zh: '一审结案', en: 'Closed' },
  appealedSoFar: { zh: '迄今上诉', en: 'Appealed so far' },
  alteredSoFar: { zh: '迄今改判', en: 'Altered so far' },
  remandedSoFar: { zh: '迄今发回', en: 'Remanded so far' },
  shareSoFar: { zh: '迄今发改(D5)', en: 'Reversed so far (D5)' },
  state: { zh: '是否审完', en: 'State' },
  mature: { zh: '基本审完', en: 'settled' },
  immature: { zh: '上诉尚未审完', en: 'appeals still under way' },
  altered: { zh: '改判', en: 'altered' },
  remanded: { zh: '发回重审', en: 'remanded' },
  noMature: {
    zh: '数据里还没有一个月的案件,其上诉已经基本审完',
    en: 'No month of the data is old enough for its appeals to have ended',
  },
  gap: { zh: '两次发改之间隔了多少件判决', en: 'Judgments between reversals' },
  gapHow: {
    zh: 'g 图:把一审判决按日期排成一列,数相邻两件被发改判决之间隔了多少件。只用上诉已基本审完的月份;上限为均值加三个标准差(几何分布),超过上限表示比以往隔得更久。',
    en: 'g-chart: first-instance judgments in a row by date, and how many lie between two reversed ones. Settled months only; the upper limit is the mean plus three standard deviations (geometric); beyond it, the gap was longer than usual.',
  },
  gapAxis: { zh: '间隔的判决件数', en: 'judgments in between' },
  gapMean: { zh: '平均', en: 'mean' },
  gapUpper: { zh: '上限', en: 'upper limit' },
  gapTooFew: {
    zh: '被发改的判决不足 10 件,画不出有意义的 g 图,件数见下',
    en: 'Fewer than 10 reversed judgments: no g-chart; the counts are below',
  },
  judgmentOf: { zh: '一审判决日期', en: 'Judgment of' },
  caseNo: { zh: '一审案号', en: 'Case' },
  judgmentsBetween: { zh: '此前间隔', en: 'Judgments before it' },
  firstKnown: { zh: '数据中第一件', en: 'first in the data' },
  outcomes: { zh: '二审结果', en: 'Results of the appeals' },
  outcomeOf: { zh: '二审结案方式', en: 'Result' },
  counted: { zh: '是否计入', en: 'Counts' },
  countsAs: { zh: '计入发改', en: 'as a reversal' },
  notCounted: { zh: '不计入', en: 'does not count' },
  untold: { zh: '结果未写明', en: 'result not told' },
  untoldNote: { zh: '不进 D3 分母', en: 'not in the denominator of D3' },
  ownAppeals: { zh: '归于所选法院', en: 'Of the chosen courts' },
  appealsResolved: { zh: '二审结案', en: 'Appeals resolved' },
  share: { zh: '占比', en: 'Share' },
  noAppeals: {
    zh: '这一期间没有已审结的二审案件。基层法院自己的清单里没有二审结果:请导入中级法院的二审清单(有“原审案号”一栏),或带“后续案号、后续结案方式”的一审清单。',
    en: "No appeal was resolved in the period. A basic-level court's own list does not hold them: load the list of appeals of the intermediate court (with 原审案号), or a first-instance list with 后续 columns.",
  },
  reasons: { zh: '改判、发回的原因', en: 'Reasons' },
  reason: { zh: '原因(原文)', en: 'Reason (as it stood)' },
  noReason: { zh: '未填', en: 'not stated' },
  noReasonColumn: {
    zh: '导入的文件没有“改判原因”“发回重审原因”一栏,不能按原因看;案件系统的“案后信息”可以导出这两栏。',
    en: 'The files have no column for the reason (改判原因, 发回重审原因); the case system can export both.',
  },
  links: { zh: '上诉案件能否对回一审', en: 'Whether appeals can be followed back' },
  appeals: { zh: '件数', en: 'Appeals' },
  linked: { zh: '对回一审案件(原审案号在数据内)', en: 'followed back to the case (its number is loaded)' },
  attributedOnly: {
    zh: '知道原审法院,但一审案件不在数据内',
    en: 'court of origin known, the case itself not loaded',
  },
  unattributed: {
    zh: '原审法院也不明(不限所选法院)',
    en: 'court of origin unknown too (whatever court is chosen)',
  },
  linkNote: {
    zh: '对不回的二审案件不能归到案由、庭室、法官,也不进 g 图;知道原审法院的仍计入 D1、D2。',
    en: 'What cannot be followed back belongs to no cause, department or judge and is not in the g-chart; where the court of origin is known it still counts for D1 and D2.',
  },
  open: { zh: '打开案件', en: 'Open the cases' },
  few: { zh: '件数少', en: 'few cases' },
  dimensions: {
    cause: { zh: '案由', en: 'cause' },
    department: { zh: '庭室', en: 'department' },
    judge: { zh: '法官', en: 'judge' },
  },
} as const;

/** Results whose treatment is in dispute: what a box says, and why. */
export const DISPUTED = {
  ordered: {
    label: { zh: '计入“指令审理、指令受理”', en: 'Count "trial ordered"' },
    why: { zh: '撤销的是程序性裁定,实体未审', en: 'a procedural ruling was set aside, the merits were not tried' },
  },
  withdrawn: {
    label: { zh: '计入“撤回起诉并撤销一审”', en: 'Count "action withdrawn on appeal, judgment set aside"' },
    why: {
      zh: '当事人撤诉,法院依法一并撤销一审裁判(民诉法解释 336 条)',
      en: 'the party withdrew, and the judgment falls with it by law (art. 336 of the interpretation)',
    },
  },
  dismissed: {
    label: { zh: '计入“撤销原判并驳回起诉”', en: 'Count "set aside, action dismissed"' },
    why: { zh: '有的法院计为改判', en: 'some courts count it as altered' },
  },
  evidence: {
    label: { zh: '剔除“新证据”改判、发回', en: 'Leave out reversals on new evidence' },
    why: { zh: '二审出现一审没有的证据', en: 'evidence that the first instance did not have' },
  },
} as const satisfies Record<string, { readonly label: Bilingual; readonly why: Bilingual }>;

/** `D1 按所选计:1.62%(28 / 1,731 件,95% 区间 1.08%–2.33%),口径本身 1.50%`. */
export function adjustedSentence(
  label: string,
  adjusted: string,
  count: string,
  interval: string,
  own: string,
): Bilingual {
  return {
    zh: `${label},按所选计:${adjusted}(${count}${interval === '' ? '' : `,95% 精确区间 ${interval}`});按口径本身:${own}。`,
    en: `${label} with this choice: ${adjusted} (${count}${interval === '' ? '' : `, 95 % exact ${interval}`}); by the definition itself: ${own}.`,
  };
}

/** Title of a chart of one rate by groups: `发改率 · D1:按案由,近三年合计 1.6%`. */
export function groupTitle(metric: string, dimension: string, total: string): Bilingual {
  return {
    zh: `${metric}:按${dimension}看${total === '' ? '' : `(合计 ${total})`}`,
    en: `${metric}, by ${dimension}${total === '' ? '' : ` (together ${total})`}`,
  };
}

/** Title of the cohort chart; `share` is ready text or empty. */
export function cohortTitle(share: string, until: string): Bilingual {
  return share === ''
    ? REVERSAL.cohort
    : {
        zh: `${until}及以前结案的,上诉已基本审完,其中 ${share} 被改判、发回`,
        en: `Of what was closed up to ${until}, whose appeals have nearly all ended, ${share} was reversed`,
      };
}

/** How maturity was told. `p95` null: a fixed number of months. */
export function maturitySentence(n: number, p95: number | null, months: number): Bilingual {
  return p95 === null
    ? {
        zh: `结案满 ${months} 个月的月份算“基本审完”(能量出上诉时长的案件只有 ${formatCases(n, 'zh')},不足 30 件,用固定月数)。灰色斜纹的月份上诉尚未审完,比率还会上升,不计入标题中的比率。`,
        en: `A month counts as settled ${months} months after its end (only ${formatCases(n, 'en')} have a known delay, so a fixed number is used). Hatched months are not settled: their rate will rise, and it is left out of the rate in the title.`,
      }
    : {
        zh: `数据中 95% 的上诉在一审结案后 ${formatNumber(p95, 0)} 天内审结(n = ${formatCount(n)},只看结案满 18 个月的),所以结案满 ${months} 个月的月份算“基本审完”。灰色斜纹的月份上诉尚未审完,比率还会上升,不计入标题中的比率。`,
        en: `95 % of the appeals ended within ${formatNumber(p95, 0)} days of the first-instance closing (n = ${formatCount(n)}, closings at least 18 months old), so a month counts as settled ${months} months after its end. Hatched months are not settled: their rate will rise, and it is left out of the rate in the title.`,
      };
}

/** What the g-chart says. `expected`: how many gaps chance alone puts beyond the limit. */
export function gapSentence(
  mean: number,
  beyond: number,
  gaps: number,
  expected: number,
  isSignal: boolean,
): Bilingual {
  const every = formatNumber(mean + 1, 0);
  const chance = formatNumber(expected, 1);
  const base = {
    zh: `平均每 ${every} 件判决有 1 件被改判或发回。${gaps} 个间隔中有 ${beyond} 个超过上限,单凭偶然约有 ${chance} 个`,
    en: `One judgment in ${every} was altered or remanded. ${beyond} of ${gaps} gaps lie beyond the limit; chance alone puts about ${chance} there`,
  };
  return isSignal
    ? {
        zh: `${base.zh},多于偶然:这些时段发改比以往少。`,
        en: `${base.en}, so these are more than chance: reversals were rarer then.`,
      }
    : { zh: `${base.zh},没有超出偶然波动。`, en: `${base.en}: nothing beyond chance.` };
}

/** How far the present run goes: `最近一件之后已有 63 件判决未被发改(其中较近的上诉可能未审完)`. */
export function sinceSentence(since: number): Bilingual {
  return {
    zh: `最近一件被发改的判决之后,又有 ${formatCount(since)} 件判决(已基本审完的月份内)没有被发改。`,
    en: `Since the last reversed judgment ${formatCount(since)} judgments of settled months were not reversed.`,
  };
}

/** A rate of 0 of n: what may be said of it. `upper` is the upper bound of the exact interval. */
export function zeroSentence(n: number, upper: number): Bilingual {
  return {
    zh: `${formatCount(n)} 件中 0 件:不等于不会发生,真实比率可能在 0 到 ${formatPercent(upper)} 之间(95% 精确区间)。`,
    en: `0 of ${formatCount(n)}: that does not mean never; the true rate may lie between 0 and ${formatPercent(upper)} (95 % exact interval).`,
  };
}
