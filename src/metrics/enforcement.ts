import { CONFIGURATION } from './configuration.ts';
import { defineMetric } from './metric.ts';
import { casesBy, count, FIRST_ENFORCEMENT } from './population.ts';
import { all, isIn, isKnown } from './predicate.ts';
import { DECIDED_BY, NO_LABEL, POPULATION, SOURCE } from './wording.ts';

const common = {
  id: null,
  label: NO_LABEL,
  population: POPULATION.firstEnforcement,
  decidedBy: DECIDED_BY.resolved,
  fixes: ['matter', 'level'],
} as const;
const RESOLVED = { zh: '首次执行结案数', en: 'first enforcement cases resolved' };

const share = (buckets: readonly string[]) =>
  ({
    kind: 'ratio',
    numerator: [count(casesBy('resolved_on', all(FIRST_ENFORCEMENT, isIn('closing_bucket', buckets))))],
    denominator: [count(casesBy('resolved_on', FIRST_ENFORCEMENT))],
  }) as const;

export const ENFORCEMENT_COMPLETION_RATE = defineMetric({
  id: 'enforcement_completion_rate',
  kind: 'ratio',
  label: { zh: '执行完毕率', en: 'Enforcement completion rate' },
  unit: 'ratio',
  better: 'up',
  digits: 2,
  variants: [
    {
      ...common,
      formula: share(CONFIGURATION.completedBuckets.values),
      numerator: { zh: '首次执行以“执行完毕”结案数', en: 'first enforcement cases closed as completed' },
      denominator: RESOLVED,
      note: {
        zh: '长期履行的和解可能以终结执行结案,不计入',
        en: 'Settlements paid over years may be closed as ended and do not count',
      },
      requires: ['resolved_on', 'closing_bucket', 'matter', 'level'],
      source: SOURCE.localEnforcement,
    },
  ],
});

export const ENFORCEMENT_TERMINATED_RATE = defineMetric({
  id: 'enforcement_terminated_rate',
  kind: 'ratio',
  label: { zh: '终本率', en: 'Enforcement terminated for now' },
  unit: 'ratio',
  better: 'down',
  digits: 2,
  variants: [
    {
      ...common,
      formula: share(CONFIGURATION.terminatedBuckets.values),
      numerator: {
        zh: '首次执行以“终结本次执行程序”结案数',
        en: 'first enforcement cases closed as terminated for now',
      },
      denominator: RESOLVED,
      note: {
        zh: '与“无财产可供执行案件终本率”(合规指标)不是一回事',
        en: 'Not the compliance indicator on cases without assets',
      },
      requires: ['resolved_on', 'closing_bucket', 'matter', 'level'],
      source: SOURCE.localEnforcement,
    },
  ],
});

const withAmounts = casesBy(
  'resolved_on',
  all(FIRST_ENFORCEMENT, isKnown('amount_applied'), isKnown('amount_recovered')),
);

export const RECOVERY_RATE = defineMetric({
  id: 'recovery_rate',
  kind: 'ratio',
  label: { zh: '执行到位率', en: 'Recovery rate' },
  unit: 'ratio',
  better: 'up',
  digits: 2,
  variants: [
    {
      ...common,
      formula: {
        kind: 'ratio',
        numerator: [{ of: withAmounts, sum: 'amount_recovered' }],
        denominator: [{ of: withAmounts, sum: 'amount_applied' }],
      },
      numerator: { zh: '实际到位金额之和(元)', en: 'sum of the amounts recovered, yuan' },
      denominator: {
        zh: '申请执行标的金额之和(元),两项金额均有的首次执行结案',
        en: 'sum of the amounts applied for, yuan, over resolved first enforcement cases with both amounts',
      },
      note: {
        zh: '一件大标的案件可左右全院;含利息时可超过 100%,未设上限',
        en: 'One large case decides it; may exceed 100 % with interest, not capped',
      },
      requires: ['resolved_on', 'amount_applied', 'amount_recovered', 'matter', 'level'],
      source: SOURCE.spc,
    },
  ],
});
