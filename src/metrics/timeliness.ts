import { CONFIGURATION } from './configuration.ts';
import { defineMetric, type Formula, type MetricVariant } from './metric.ts';
import { casesBy, count, TRIAL } from './population.ts';
import { all, isKnown, not } from './predicate.ts';
import { DECIDED_BY, NO_LABEL, POPULATION, SOURCE } from './wording.ts';

const one = { id: null, label: NO_LABEL, fixes: [], population: POPULATION.trial } as const;

const statistic = (name: 'mean' | 'median' | 'p90'): Formula => ({
  kind: 'duration',
  of: casesBy('resolved_on', TRIAL),
  statistic: name,
  column: 'days',
});

const duration = {
  ...one,
  population: {
    zh: '期间内结案的诉讼案件,不含执行、保全、诉前调解;立案或结案日期不明、结案早于立案的不计',
    en: 'trial cases closed in the period, without enforcement, preservation and pre-filing mediation; cases without both dates or closed before they were filed are left out',
  },
  decidedBy: DECIDED_BY.resolved,
  requires: ['filed_on', 'resolved_on', 'days'],
} as const;

export const MEAN_DAYS = defineMetric({
  id: 'mean_days',
  kind: 'duration',
  label: { zh: '平均审理天数', en: 'Mean days to disposition' },
  unit: 'days',
  better: 'down',
  digits: 2,
  variants: [
    {
      ...duration,
      formula: statistic('mean'),
      numerator: {
        zh: '结案日期 − 立案日期的天数之和(自然日,不加 1,不减扣除)',
        en: 'sum of closing date − filing date, calendar days',
      },
      denominator: { zh: '结案数', en: 'cases resolved' },
      note: {
        zh: '小额、速裁占比提高会拉低平均数而个案并未变快,应分程序、审级看;清旧案会拉高平均数',
        en: 'A larger share of small claims lowers the mean with no case faster: look by procedure; clearing old cases raises it',
      },
      source: SOURCE.spcReleases,
    },
  ],
});

export const MEDIAN_DAYS = defineMetric({
  id: 'median_days',
  kind: 'duration',
  label: { zh: '审理天数中位数', en: 'Median days to disposition' },
  unit: 'days',
  better: 'down',
  digits: 1,
  variants: [
    {
      ...duration,
      formula: statistic('median'),
      numerator: { zh: '一半案件在此天数内审结', en: 'half of the cases took at most this many days' },
      denominator: null,
      note: { zh: '各组的中位数不能相加或平均', en: 'Medians of groups cannot be added or averaged' },
      source: { zh: 'NCSC CourTools 措施 3(审理时间)', en: 'NCSC CourTools, Measure 3 (time to disposition)' },
    },
  ],
});

export const P90_DAYS = defineMetric({
  id: 'p90_days',
  kind: 'duration',
  label: { zh: '审理天数 90 分位', en: '90th percentile of days' },
  unit: 'days',
  better: 'down',
  digits: 1,
  variants: [
    {
      ...duration,
      formula: statistic('p90'),
      numerator: { zh: '九成案件在此天数内审结', en: 'nine of ten cases took at most this many days' },
      denominator: null,
      note: { zh: '件数少时由个别案件决定', en: 'With few cases single cases decide it' },
      source: { zh: 'NCSC CourTools 措施 3(审理时间)', en: 'NCSC CourTools, Measure 3 (time to disposition)' },
    },
  ],
});

const limited = all(TRIAL, isKnown('due_on'));

export const WITHIN_LIMIT_RATE = defineMetric({
  id: 'within_limit_rate',
  kind: 'ratio',
  label: { zh: '审限内结案率', en: 'Resolved within the time limit' },
  unit: 'ratio',
  better: 'up',
  digits: 2,
  variants: [
    {
      ...one,
      formula: {
        kind: 'ratio',
        numerator: [
          count(
            casesBy('resolved_on', all(limited, { kind: 'compare', left: 'resolved_on', op: '<=', right: 'due_on' })),
          ),
        ],
        denominator: [count(casesBy('resolved_on', limited))],
      },
      numerator: {
        zh: '结案日期不晚于审限届满日的案件数(届满当日为限内)',
        en: 'closed on or before the due date (the due date is in time)',
      },
      denominator: { zh: '有审限届满日的结案数', en: 'resolved cases with a known due date' },
      decidedBy: DECIDED_BY.resolved,
      note: {
        zh: '没有审限届满日的案件不计入,另列“审限不明”;文件无届满日时按法定审限推算,未计延长和扣除',
        en: 'Cases without a due date are left out and shown as "no limit known"; due dates derived from statute know no extension or deduction',
      },
      requires: ['resolved_on', 'due_on'],
      source: SOURCE.spc,
    },
  ],
});

export const LIMIT_UNKNOWN = defineMetric({
  id: 'limit_unknown',
  kind: 'flow',
  label: { zh: '审限不明', en: 'No limit known' },
  unit: 'cases',
  better: 'neither',
  digits: 0,
  variants: [
    {
      ...one,
      formula: { kind: 'sum', parts: [count(casesBy('resolved_on', all(TRIAL, not(isKnown('due_on')))))] },
      numerator: { zh: '已结的诉讼案件中没有审限届满日的件数', en: 'resolved trial cases without a due date' },
      denominator: null,
      decidedBy: DECIDED_BY.resolved,
      note: { zh: '把这些案件算作限内会虚高审限内结案率', en: 'Counting these as in time would inflate the rate' },
      requires: ['resolved_on'],
      source: SOURCE.practice,
    },
  ],
});

export const OVERDUE_PENDING = defineMetric({
  id: 'overdue_pending',
  kind: 'stock',
  label: { zh: '超审限未结', en: 'Pending beyond the time limit' },
  unit: 'cases',
  better: 'down',
  digits: 0,
  variants: [
    {
      ...one,
      formula: {
        kind: 'sum',
        parts: [count({ relation: 'cases', event: 'open_at_end', where: TRIAL, isOverdue: true })],
      },
      numerator: {
        zh: '期末未结且审限届满日已过的诉讼案件数',
        en: 'trial cases pending at the end whose due date has passed',
      },
      denominator: null,
      decidedBy: DECIDED_BY.atEnd,
      note: {
        zh: '以期间末日终了为准,不以今天为准;没有届满日的不计',
        en: 'As of the end of the last day, never today; cases without a due date are not counted',
      },
      requires: ['filed_on', 'due_on'],
      source: SOURCE.provincial,
    },
  ],
});

const longPending = (months: number): MetricVariant => ({
  ...one,
  id: String(months),
  label: { zh: `超 ${months} 个月`, en: `over ${months} months` },
  formula: {
    kind: 'sum',
    parts: [count({ relation: 'cases', event: 'open_at_end', where: TRIAL, minAgeMonths: months })],
  },
  numerator: {
    zh: `期末未结、立案已超过 ${months} 个月的诉讼案件数`,
    en: `trial cases pending at the end that were filed more than ${months} months before`,
  },
  denominator: null,
  decidedBy: DECIDED_BY.atEnd,
  note: {
    zh: '按月的对应日计算(1 月 31 日满 1 个月为 2 月末日);中止、扣除的案件未剔除,各地做法不同',
    en: 'Counted by corresponding days of months; suspended cases are not removed, local rules differ',
  },
  requires: ['filed_on'],
  source: SOURCE.longPending,
});

const [shortest, ...longer] = CONFIGURATION.longPendingMonths.values;

export const LONG_PENDING = defineMetric({
  id: 'long_pending',
  kind: 'stock',
  label: { zh: '长期未结', en: 'Long pending' },
  unit: 'cases',
  better: 'down',
  digits: 0,
  variants: [longPending(shortest), ...longer.map(longPending)],
});
