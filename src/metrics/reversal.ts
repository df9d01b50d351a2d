import { CONFIGURATION } from './configuration.ts';
import { defineMetric, type MetricVariant, type Predicate } from './metric.ts';
import { appealsBy, casesBy, count, FIRST_INSTANCE, ONLY_AFTER_JUDGMENT, RESULT_KNOWN } from './population.ts';
import { all, ALWAYS, isIn } from './predicate.ts';
import { DECIDED_BY, POPULATION, SOURCE } from './wording.ts';

const altered = isIn('closing_bucket', CONFIGURATION.alteredBuckets.values);
const remanded = isIn('closing_bucket', CONFIGURATION.remandedBuckets.values);
const reversed = isIn('closing_bucket', [
  ...CONFIGURATION.alteredBuckets.values,
  ...CONFIGURATION.remandedBuckets.values,
]);
const attributed = isIn('is_attributed', [true]);
const judged = all(FIRST_INSTANCE, isIn('closing_bucket', CONFIGURATION.judgmentBuckets.values));

const resolvedFirst = count(casesBy('resolved_on', FIRST_INSTANCE));
const ownAppeals = (result: Predicate) => count(appealsBy('resolved_on', all(attributed, result), 'original'));

const common = { fixes: ['level'] } as const;
const SMALL = {
  zh: '分子、分母不是同一批案件;件数少时区间很宽,须看 n/N;与 D3 相差数倍,不可互比',
  en: 'Numerator and denominator are different cases; with few cases the interval is wide; several times smaller than D3',
};
const SECOND_RESOLVED = {
  zh: '二审结案数(结果已写明的;只写“判决”的不计)',
  en: 'second-instance cases resolved whose result is told (a bare 判决 is not)',
};

/** A rate of first-instance work: appeals by their own closing date over first-instance closings. */
const overFirstInstance = (
  id: string,
  zh: string,
  en: string,
  words: { zh: string; en: string },
  result: Predicate,
): MetricVariant => ({
  ...common,
  id,
  label: { zh, en },
  formula: { kind: 'ratio', numerator: [ownAppeals(result)], denominator: [resolvedFirst] },
  numerator: words,
  denominator: { zh: '一审结案数', en: 'first-instance cases resolved' },
  population: POPULATION.first,
  decidedBy: DECIDED_BY.appealResolved,
  note: SMALL,
  requires: ['resolved_on', 'level'],
  onlyAfter: ONLY_AFTER_JUDGMENT,
  source: SOURCE.wangqing,
});

/** A rate of second-instance work: of the appeals resolved in the period. */
const overSecondInstance = (
  id: string,
  zh: string,
  en: string,
  words: { zh: string; en: string },
  result: Predicate,
): MetricVariant => ({
  ...common,
  id,
  label: { zh, en },
  formula: {
    kind: 'ratio',
    numerator: [count(appealsBy('resolved_on', result))],
    denominator: [count(appealsBy('resolved_on', RESULT_KNOWN))],
  },
  numerator: words,
  denominator: SECOND_RESOLVED,
  population: {
    zh: '二审案件,归于原审法院;原审法院不明的归于二审法院',
    en: 'second-instance cases, by court of origin; where unknown, by deciding court',
  },
  decidedBy: { zh: '二审结案日期在期间内', en: 'closing date of the appeal in the period' },
  note: {
    zh: '衡量上级法院的纠错力度,通常为 D1 的 5–10 倍,不可互比',
    en: 'Tells how far the upper court corrects; usually 5 to 10 times D1 and not comparable with it',
  },
  requires: ['resolved_on', 'level'],
  source: SOURCE.secondInstance,
});

const COHORT_DECIDED = { zh: '分子、分母都看一审结案日期', en: 'both by the first-instance closing date' };
const COHORT_NOTE = {
  zh: '结案后约 12 个月才完整,近期必然偏低,只供分析',
  en: 'Complete after about 12 months; recent periods are too low; for analysis only',
};

/** A rate of the first-instance cases closed in the period: those of them with that result so far. */
const overCohort = (words: { zh: string; en: string }, result: Predicate): MetricVariant => ({
  ...common,
  id: 'd5',
  label: { zh: 'D5:同批案件', en: 'D5: cohort' },
  formula: {
    kind: 'ratio',
    numerator: [count(appealsBy('original_resolved_on', all(attributed, result), 'original'))],
    denominator: [resolvedFirst],
  },
  numerator: words,
  denominator: { zh: '一审结案数', en: 'first-instance cases resolved' },
  population: POPULATION.first,
  decidedBy: COHORT_DECIDED,
  note: COHORT_NOTE,
  requires: ['resolved_on', 'level'],
  onlyAfter: ONLY_AFTER_JUDGMENT,
  completeAfterMonths: 12,
  source: SOURCE.practice,
});

const REVERSED = {
  zh: '本院一审案件被二审改判、发回重审的件数(指令审理、二审调解、撤回起诉并撤销一审判决不计)',
  en: 'first-instance cases of this court altered or remanded on appeal',
};

export const REVERSAL_RATE = defineMetric({
  id: 'reversal_rate',
  kind: 'ratio',
  label: { zh: '发改率', en: 'Reversal rate' },
  unit: 'ratio',
  better: 'down',
  isZeroNoGoal: true,
  digits: 2,
  variants: [
    overFirstInstance('d1', 'D1:占一审结案', 'D1: of first-instance closings', REVERSED, reversed),
    {
      ...common,
      id: 'd2',
      label: { zh: 'D2:占一审判决', en: 'D2: of first-instance judgments' },
      formula: {
        kind: 'ratio',
        numerator: [ownAppeals(reversed)],
        denominator: [count(casesBy('resolved_on', judged))],
      },
      numerator: REVERSED,
      denominator: { zh: '一审以判决结案数', en: 'first-instance cases resolved by judgment' },
      population: POPULATION.first,
      decidedBy: DECIDED_BY.appealResolved,
      note: { zh: '调撤率高的法院 D2 明显高于 D1', en: 'Well above D1 where many cases settle' },
      requires: ['resolved_on', 'level', 'closing_bucket'],
      source: SOURCE.vendor,
    },
    overSecondInstance(
      'd3',
      'D3:占二审结案',
      'D3: of appeals resolved',
      { zh: '二审改判、发回重审件数', en: 'appeals altered or remanded' },
      reversed,
    ),
    {
      ...common,
      id: 'd4',
      label: { zh: 'D4:占上诉案件', en: 'D4: of appeals filed' },
      formula: {
        kind: 'ratio',
        numerator: [count(appealsBy('resolved_on', reversed))],
        denominator: [count(appealsBy('filed_on', ALWAYS))],
      },
      numerator: { zh: '二审改判、发回重审件数', en: 'appeals altered or remanded' },
      denominator: { zh: '二审收案数', en: 'appeals filed' },
      population: POPULATION.second,
      decidedBy: {
        zh: '分子看二审结案日期,分母看二审立案日期',
        en: 'numerator by closing date, denominator by filing date of the appeal',
      },
      note: { zh: '约等于 D3;收案骤增时偏低', en: 'Close to D3; low while appeals are rising' },
      requires: ['filed_on', 'resolved_on', 'level'],
      source: SOURCE.practice,
    },
    overCohort(
      {
        zh: '期间内一审结案的案件中,迄今被改判、发回的件数',
        en: 'of the first-instance cases closed in the period, those reversed so far',
      },
      reversed,
    ),
  ],
});

export const ALTERATION_RATE = defineMetric({
  id: 'alteration_rate',
  kind: 'ratio',
  label: { zh: '改判率', en: 'Alteration rate' },
  unit: 'ratio',
  better: 'down',
  isZeroNoGoal: true,
  digits: 2,
  variants: [
    overFirstInstance(
      'd1',
      'D1:占一审结案',
      'D1: of first-instance closings',
      { zh: '本院一审案件被二审改判的件数', en: 'first-instance cases altered on appeal' },
      altered,
    ),
    overSecondInstance(
      'd3',
      'D3:占二审结案',
      'D3: of appeals resolved',
      { zh: '二审改判件数', en: 'appeals altered' },
      altered,
    ),
    overCohort(
      {
        zh: '期间内一审结案的案件中,迄今被改判的件数',
        en: 'of the first-instance cases closed in the period, those altered so far',
      },
      altered,
    ),
  ],
});

export const REMAND_RATE = defineMetric({
  id: 'remand_rate',
  kind: 'ratio',
  label: { zh: '发回重审率', en: 'Remand rate' },
  unit: 'ratio',
  better: 'down',
  isZeroNoGoal: true,
  digits: 2,
  variants: [
    overFirstInstance(
      'd1',
      'D1:占一审结案',
      'D1: of first-instance closings',
      { zh: '本院一审案件被二审发回重审的件数', en: 'first-instance cases remanded on appeal' },
      remanded,
    ),
    overSecondInstance(
      'd3',
      'D3:占二审结案',
      'D3: of appeals resolved',
      { zh: '二审发回重审件数', en: 'appeals remanded' },
      remanded,
    ),
    overCohort(
      {
        zh: '期间内一审结案的案件中,迄今被发回重审的件数',
        en: 'of the first-instance cases closed in the period, those remanded so far',
      },
      remanded,
    ),
  ],
});
