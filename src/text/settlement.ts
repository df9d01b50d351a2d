import type { Bilingual } from './bilingual.ts';
import { formatCases, formatCount, formatPercent } from './format.ts';

/** Text of the page 调撤. */
export const SETTLEMENT = {
  lead: {
    zh: '民事一审以调解、撤诉结案的比例。先看两种口径各是多少,再看由什么组成、为什么变、有没有批量案件、立案后怎样结束。',
    en: 'The share of civil first-instance cases closed by mediation or withdrawal: in both definitions, by its parts, why it changed, with and without batches, and how filed cases end.',
  },
  variants: { zh: '两种口径', en: 'Two definitions' },
  inForce: { zh: '全站正在采用', en: 'in use on every page' },
  choose: { zh: '采用此口径', en: 'Use this one' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  lessOpen: (count: number): Bilingual => ({
    zh: `口径 B 的分母比口径 A 少 ${formatCount(count)} 件不可调案件,两个数不可互比。`,
    en: `B leaves ${formatCases(count, 'en')} out of the denominator; the two are not comparable.`,
  }),
  withoutBatches: { zh: '已剔除批量案件', en: 'batches taken out' },
  monthsWithBatches: {
    zh: '近 24 个月的小图和打开的案件清单仍含批量案件',
    en: 'the last 24 months and the lists of cases still include batches',
  },
  parts: { zh: '由什么组成', en: 'What it is made of' },
  closing: { zh: '结案方式', en: 'Closing' },
  share: { zh: '占全部结案', en: 'Share of all resolved' },
  shareThen: { zh: '上年同期', en: 'A year ago' },
  difference: { zh: '同比(95% 区间)', en: 'Year on year (95 % interval)' },
  cases: { zh: '件数', en: 'Cases' },
  unstated: { zh: '结案方式不明', en: 'closing not known' },
  partsNote: {
    zh: '按撤诉处理(不到庭、未交费)不是调解成果,单列;只写“撤诉”未分类的也单列。各项相加等于全部结案',
    en: 'Deemed withdrawals (no show, unpaid fee) are no conciliation and stand apart; the parts add up to all resolved cases',
  },
  nothing: {
    zh: '所选范围和期间内没有民事一审结案',
    en: 'No civil first-instance case was closed in this selection',
  },
  few: { zh: '结案不足 10 件,只列件数', en: 'Fewer than 10 cases: counts only' },
  units: { zh: '分开看', en: 'One by one' },
  by: { zh: '按', en: 'By' },
  unitsTitle: (metric: string, kind: string): Bilingual => ({
    zh: `${metric}:按${kind}分开看`,
    en: `${metric} by ${kind.toLowerCase()}`,
  }),
  shrunk: { zh: '稳健估计', en: 'Shrunken value' },
  shrunkInterval: { zh: '95% 区间', en: '95 % interval' },
  raw: { zh: '实际', en: 'Observed' },
  rawInterval: { zh: '实际值的区间', en: 'Its interval' },
  weight: { zh: '自身数据权重', en: 'Weight of its own data' },
  pooled: { zh: '合计', en: 'pooled' },
  pooledStated: { zh: '合计(不含未填)', en: 'pooled (without not stated)' },
  unitsNote: {
    zh: '稳健估计:件数少的向合计靠拢,权重越低靠得越多(贝塔-二项经验贝叶斯)。不足 20 件的不单列。按件数或姓名排列,不作排名',
    en: 'Shrunken values: the fewer the cases, the closer to the pooled rate (beta-binomial empirical Bayes). Below 20 cases units are pooled. In the order of size or name: no ranking',
  },
  unitsEqual: {
    zh: '各单位之间的差别没有超出偶然波动,稳健估计都等于合计;图中为实际值和区间。',
    en: 'The units do not differ beyond chance: every shrunken value equals the pooled one; drawn are the observed values.',
  },
  unitsDiffer: {
    zh: '图中为稳健估计和区间;区间重叠的之间不宜分高下,受理案件的类型也不相同。',
    en: 'Drawn are shrunken values; where intervals overlap no difference can be told, and units get different kinds of case.',
  },
  fewUnits: { zh: '没有达到 20 件的,不单列比率', en: 'None has 20 cases: no rates are listed' },
  others: (units: number): Bilingual => ({
    zh: `其余 ${units} 个(均不足 20 件)`,
    en: `${units} others (below 20 cases each)`,
  }),
  drawn: (count: number): Bilingual => ({
    zh: `图中为件数最多的 ${count} 个,其余见数据表`,
    en: `drawn: the ${count} with most cases; all are in the table`,
  }),
  noColumn: (label: string): Bilingual => ({
    zh: `导入的文件没有“${label}”一栏,补上后即可分开看`,
    en: `The files have no column "${label}"`,
  }),
};

/** Text of batches. */
export const BATCHES = {
  section: { zh: '批量案件', en: 'Batches' },
  count: { zh: '计入批量案件', en: 'Count batches' },
  least: { zh: '至少', en: 'At least' },
  rule: (least: number): Bilingual => ({
    zh: `认定规则:同一法院、同一案由、同一结案方式,同一天结案 ${least} 件以上;或案号连续 ${least} 件以上、先后结案各不超过 7 天。系统不读取当事人姓名,所以这是线索,不是认定同一原告。`,
    en: `Rule: one court, one cause, one way of closing, and at least ${least} on one day; or at least ${least} consecutive case numbers, each closed within 7 days of the one before. Parties are not read, so this is a lead and no proof of one plaintiff.`,
  }),
  none: (least: number): Bilingual => ({
    zh: `本期没有达到 ${least} 件的批量案件,计入与否数字相同。`,
    en: `No batch of ${least} cases or more in this period: the figures are the same either way.`,
  }),
  day: { zh: '同日', en: 'one day' },
  run: { zh: '案号连续', en: 'consecutive numbers' },
  kind: { zh: '线索', en: 'Lead' },
  days: { zh: '结案日', en: 'Closed on' },
  cause: { zh: '案由', en: 'Cause' },
  closing: { zh: '结案方式', en: 'Closing' },
  size: { zh: '件数', en: 'Cases' },
  numbers: { zh: '案号', en: 'Case numbers' },
  court: { zh: '法院', en: 'Court' },
  unbroken: { zh: '连续', en: 'unbroken' },
  more: (shown: number, all: number): Bilingual => ({
    zh: `共 ${all} 批,列出最大的 ${shown} 批`,
    en: `${all} batches, the ${shown} largest are listed`,
  }),
  including: { zh: '含批量', en: 'with batches' },
  excluding: { zh: '不含批量', en: 'without batches' },
};

/** How many batches there are and what part of the resolved cases they are. */
export function batchSentence(batches: number, cases: number, settled: number, resolved: number): Bilingual {
  const part = resolved === 0 ? '—' : formatPercent(cases / resolved);
  return {
    zh: `本期有 ${formatCount(batches)} 批、共 ${formatCases(cases, 'zh')}批量案件,占民事一审结案的 ${part},其中调撤 ${formatCases(settled, 'zh')}。`,
    en: `${formatCount(batches)} batches with ${formatCases(cases, 'en')}: ${part} of the civil first-instance cases resolved; ${formatCases(settled, 'en')} of them settled.`,
  };
}

/** Text of how filed cases end. */
export const OUTCOME = {
  section: { zh: '立案后怎样结束', en: 'How filed cases end' },
  settled: { zh: '调撤', en: 'settled' },
  judged: { zh: '判决', en: 'judged' },
  other: { zh: '其他方式结案', en: 'ended otherwise' },
  pending: { zh: '仍未结', en: 'still pending' },
  axis: { zh: '占同期立案的比例,按立案后天数', en: 'share of the cases filed, by days since filing' },
  after: (days: number): Bilingual => ({ zh: `满 ${days} 天`, en: `After ${days} days` }),
  how: { zh: '结果', en: 'Outcome' },
  method: {
    zh: 'Aalen–Johansen 法:未结案件按“至今仍未结”处理,各项与未结相加为 100%;在审不足 10 件处截断',
    en: 'Aalen–Johansen: pending cases count as such; the parts and the pending add up to 100 %; cut where fewer than 10 cases are left',
  },
  nothing: { zh: '期间内没有民事一审立案', en: 'No civil first-instance case was filed in the period' },
  few: { zh: '立案不足 10 件,不作估计', en: 'Fewer than 10 cases were filed: nothing is estimated' },
  cut: { zh: '不足 10 件,不估计', en: 'fewer than 10 left' },
  then: { zh: '上年同期立案', en: 'Filed a year ago' },
};

/** The title: of the cases filed, the share settled so many days later. */
export function outcomeTitle(days: number, settled: number, judged: number, pending: number): Bilingual {
  return {
    zh: `立案满 ${days} 天:调撤 ${formatPercent(settled)},判决 ${formatPercent(judged)},仍未结 ${formatPercent(pending)}`,
    en: `${days} days after filing: ${formatPercent(settled)} settled, ${formatPercent(judged)} judged, ${formatPercent(pending)} pending`,
  };
}

/** The settled share against that of the cases filed a year before, at the same age. Amounts carry sign and unit. */
export function outcomeComparison(
  days: number,
  then: string,
  difference: string,
  range: string,
  isBeyondChance: boolean,
): Bilingual {
  return {
    zh: `上年同期立案的案件,满 ${days} 天调撤 ${then};本期 ${difference}(95% 区间 ${range}),${isBeyondChance ? '超出偶然波动(99.8% 区间也不含 0)' : '可能只是波动(99.8% 区间含 0)'}。`,
    en: `Of the cases filed a year ago, ${then} were settled after ${days} days; now ${difference} (95 % interval ${range}): ${isBeyondChance ? 'beyond chance (the 99.8 % interval excludes 0 too)' : 'may be chance (the 99.8 % interval includes 0)'}.`,
  };
}

/** Text of pre-filing mediation. */
export const PREFILING = {
  section: { zh: '诉前调解、先行调解', en: 'Pre-filing mediation' },
  none: {
    zh: '数据里没有“诉前调”案件。导入诉前调解(先行调解)清单后,这里按年列出件数和调解成功率。',
    en: 'The data hold no pre-filing mediation. With its list, counts and success rates stand here by year.',
  },
  year: { zh: '年度', en: 'Year' },
  filed: { zh: '收案', en: 'Filed' },
  resolved: { zh: '结案', en: 'Resolved' },
  agreed: { zh: '调解成功', en: 'Agreed' },
  rate: { zh: '成功率(成功 / 结案)', en: 'Success (agreed / resolved)' },
  interval: { zh: '95% 区间', en: '95 % interval' },
  untold: { zh: '结果不明', en: 'Not told' },
  before: { zh: '诉前调解(2024 年及以前)', en: 'Pre-filing mediation (to 2024)' },
  after: { zh: '先行调解(2025 年起)', en: 'Preliminary mediation (from 2025)' },
  break: {
    zh: '2025 年起统计由“诉前调解”改为“先行调解”,口径断开,前后不作同比;也不计入上面的调撤率。',
    en: 'In 2025 the statistics changed from 诉前调解 to 先行调解: the series is broken and nothing is compared across it. None of it is in the settlement rates above.',
  },
  partial: { zh: '未满一年', en: 'incomplete' },
};
