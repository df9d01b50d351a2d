import { CONFIGURATION } from './configuration.ts';
import { defineMetric, type Predicate } from './metric.ts';
import { casesBy, CIVIL_FIRST_INSTANCE, count, FIRST_INSTANCE } from './population.ts';
import { all, isIn } from './predicate.ts';
import { DECIDED_BY, NO_LABEL, POPULATION, SOURCE } from './wording.ts';

const one = { id: null, label: NO_LABEL } as const;
const civil = {
  ...one,
  population: POPULATION.civilFirst,
  decidedBy: DECIDED_BY.resolved,
  requires: ['resolved_on', 'procedure', 'matter', 'level'],
  fixes: ['matter', 'level'],
} as const;
const CIVIL_RESOLVED = { zh: '民事一审结案数', en: 'civil first-instance cases resolved' };

const share = (population: Predicate, part: Predicate) =>
  ({
    kind: 'ratio',
    numerator: [count(casesBy('resolved_on', all(population, part)))],
    denominator: [count(casesBy('resolved_on', population))],
  }) as const;

const ordinary = all(CIVIL_FIRST_INSTANCE, isIn('procedure', CONFIGURATION.ordinaryProcedures.values));
const judged = all(FIRST_INSTANCE, isIn('closing_bucket', CONFIGURATION.judgmentBuckets.values));

export const SUMMARY_RATE = defineMetric({
  id: 'summary_rate',
  kind: 'ratio',
  label: { zh: '简易程序适用率', en: 'Summary procedure rate' },
  unit: 'ratio',
  better: 'up',
  digits: 2,
  variants: [
    {
      ...civil,
      formula: share(CIVIL_FIRST_INSTANCE, isIn('procedure', CONFIGURATION.summaryProcedures.values)),
      numerator: { zh: '以简易程序(含小额诉讼)结案数', en: 'closed in summary procedure, small claims included' },
      denominator: CIVIL_RESOLVED,
      note: {
        zh: '简转普的按结案时程序计;程序不明的案件计入分母',
        en: 'By the procedure at closing; cases with an unknown procedure stay in the denominator',
      },
      source: SOURCE.jiyuan,
    },
  ],
});

export const SMALL_CLAIMS_RATE = defineMetric({
  id: 'small_claims_rate',
  kind: 'ratio',
  label: { zh: '小额诉讼适用率', en: 'Small claims rate' },
  unit: 'ratio',
  better: 'up',
  digits: 2,
  variants: [
    {
      ...civil,
      formula: share(CIVIL_FIRST_INSTANCE, isIn('procedure', CONFIGURATION.smallClaimsProcedures.values)),
      numerator: { zh: '以小额诉讼程序结案数', en: 'closed in small claims procedure' },
      denominator: CIVIL_RESOLVED,
      note: {
        zh: '有的法院以简易案件或符合条件案件为分母,不可互比',
        en: 'Some courts divide by summary or eligible cases: not comparable',
      },
      source: SOURCE.jiyuan,
    },
  ],
});

export const ORDINARY_SINGLE_JUDGE_RATE = defineMetric({
  id: 'ordinary_single_judge_rate',
  kind: 'ratio',
  label: { zh: '普通程序独任制适用率', en: 'Single judge in ordinary procedure' },
  unit: 'ratio',
  better: 'neither',
  digits: 2,
  variants: [
    {
      ...civil,
      requires: ['resolved_on', 'procedure', 'bench', 'matter', 'level'],
      formula: share(ordinary, isIn('bench', ['独任制'])),
      numerator: { zh: '以普通程序独任制结案数', en: 'ordinary procedure cases closed by a single judge' },
      denominator: { zh: '民事一审普通程序结案数', en: 'civil first-instance cases resolved in ordinary procedure' },
      note: { zh: '审判组织与审理程序是两回事', en: 'Bench and procedure are two things' },
      source: SOURCE.zhengzhou,
    },
  ],
});

const inCourt = {
  population: POPULATION.first,
  decidedBy: DECIDED_BY.resolved,
  requires: ['resolved_on', 'is_in_court_judgment', 'level'],
  fixes: ['level'],
  numerator: { zh: '当庭宣判的件数', en: 'cases with judgment given in court' },
} as const;

export const IN_COURT_JUDGMENT_RATE = defineMetric({
  id: 'in_court_judgment_rate',
  kind: 'ratio',
  label: { zh: '当庭宣判率', en: 'In-court judgment rate' },
  unit: 'ratio',
  better: 'up',
  digits: 2,
  variants: [
    {
      ...inCourt,
      id: 'judgments',
      label: { zh: '占判决结案(宣判率)', en: 'of judgments' },
      requires: ['resolved_on', 'is_in_court_judgment', 'level', 'closing_bucket'],
      formula: share(judged, isIn('is_in_court_judgment', [true])),
      denominator: { zh: '一审以判决结案数', en: 'first-instance cases resolved by judgment' },
      note: { zh: '与“当庭裁判率”分母不同', en: 'Not the rate over all closings' },
      source: SOURCE.vendor,
    },
    {
      ...inCourt,
      id: 'all',
      label: { zh: '占全部结案(裁判率)', en: 'of all closings' },
      formula: share(FIRST_INSTANCE, isIn('is_in_court_judgment', [true])),
      denominator: { zh: '一审结案数', en: 'first-instance cases resolved' },
      note: { zh: '与“当庭宣判率”分母不同', en: 'Not the rate over judgments' },
      source: SOURCE.vendor,
    },
  ],
});
