import { CONFIGURATION } from './configuration.ts';
import { defineMetric, type MetricVariant, type Predicate } from './metric.ts';
import { appealsBy, casesBy, count, FIRST_INSTANCE, ONLY_AFTER_JUDGMENT } from './population.ts';
import { all, ALWAYS, isIn, isKnown, not } from './predicate.ts';
import { DECIDED_BY, POPULATION, SOURCE } from './wording.ts';

const appealable: Predicate = all(
  FIRST_INSTANCE,
  isIn('closing_bucket', CONFIGURATION.appealableBuckets.values),
  not(isIn('procedure', CONFIGURATION.smallClaimsProcedures.values)),
);
const isAppealed: Predicate = { kind: 'any', of: [isIn('is_appealed', [true]), isKnown('appealed_on')] };

const resolvedFirst = count(casesBy('resolved_on', FIRST_INSTANCE));
const appealed = count(casesBy('appealed_on', FIRST_INSTANCE));
const appealedOfCohort = count(casesBy('resolved_on', all(FIRST_INSTANCE, isAppealed)));

const ofClosings = {
  fixes: ['level'],
  denominator: { zh: '一审结案数', en: 'first-instance cases resolved' },
  population: POPULATION.first,
  decidedBy: DECIDED_BY.appealed,
  requires: ['resolved_on', 'appealed_on', 'level'],
  onlyAfter: ONLY_AFTER_JUDGMENT,
} as const;
const cohort = {
  ...ofClosings,
  id: 'd',
  label: { zh: '口径 D:同批案件', en: 'Variant D: cohort' },
  decidedBy: { zh: '分子、分母都看一审结案日期', en: 'both by the first-instance closing date' },
  requires: ['resolved_on', 'is_appealed', 'level'],
  note: {
    zh: '上诉滞后 1–3 个月,近期结案的还会有上诉',
    en: 'Appeals lag by 1 to 3 months: of recent closings more will be appealed',
  },
  source: SOURCE.practice,
  completeAfterMonths: 3,
} as const;
const BY_DATE_OF_APPEAL = { zh: '口径 A:占一审结案', en: 'Variant A: of closings' };

const OF_APPEALABLE: MetricVariant = {
  ...ofClosings,
  onlyAfter: undefined,
  id: 'b',
  label: { zh: '口径 B:占可上诉案件', en: 'Variant B: of appealable closings' },
  formula: {
    kind: 'ratio',
    numerator: [count(casesBy('appealed_on', appealable))],
    denominator: [count(casesBy('resolved_on', appealable))],
  },
  numerator: {
    zh: '期间内提起上诉的可上诉一审案件数',
    en: 'appealable first-instance cases appealed in the period',
  },
  denominator: {
    zh: '可上诉的一审结案数(判决、驳回起诉;不含小额诉讼)',
    en: 'first-instance closings that can be appealed: judgments and dismissals, not small claims',
  },
  note: {
    zh: '调解、撤诉、小额不能上诉,去掉后不受其占比影响;管辖异议裁定的上诉不在其中',
    en: 'Without what cannot be appealed, so that its share does not matter; appeals on jurisdiction are not in it',
  },
  requires: ['resolved_on', 'appealed_on', 'level', 'closing_bucket'],
  source: SOURCE.practice,
};

const BY_INTAKE: MetricVariant = {
  ...ofClosings,
  id: 'c',
  label: { zh: '口径 C:按二审收案', en: 'Variant C: by appeals filed' },
  formula: {
    kind: 'ratio',
    numerator: [count(appealsBy('filed_on', isIn('is_attributed', [true]), 'original'))],
    denominator: [resolvedFirst],
  },
  numerator: { zh: '本院一审案件的二审收案数', en: "appeals filed against this court's first-instance cases" },
  decidedBy: {
    zh: '分子看二审立案日期,分母看一审结案日期',
    en: 'numerator by the filing date of the appeal, denominator by first-instance closing date',
  },
  note: {
    zh: '比提起上诉日再晚一个移送期;须导入二审清单',
    en: 'Later than the appeal itself by the time of transfer; needs the list of appeals',
  },
  requires: ['resolved_on', 'level'],
  source: SOURCE.appealRate,
};

export const APPEAL_RATE = defineMetric({
  id: 'appeal_rate',
  kind: 'ratio',
  label: { zh: '上诉率', en: 'Appeal rate' },
  unit: 'ratio',
  better: 'down',
  digits: 2,
  variants: [
    {
      ...ofClosings,
      id: 'a',
      label: BY_DATE_OF_APPEAL,
      formula: { kind: 'ratio', numerator: [appealed], denominator: [resolvedFirst] },
      numerator: {
        zh: '期间内提起上诉的一审案件数(无上诉日期的取二审立案日期)',
        en: 'first-instance cases appealed in the period',
      },
      note: {
        zh: '上诉滞后 1–3 个月,近期偏低;小额、调解、撤诉不能上诉,其占比升高会使上诉率下降',
        en: 'Appeals lag by 1 to 3 months: recent periods are too low; cases that cannot be appealed lower the rate',
      },
      source: SOURCE.appealRate,
    },
    OF_APPEALABLE,
    BY_INTAKE,
    {
      ...cohort,
      formula: { kind: 'ratio', numerator: [appealedOfCohort], denominator: [resolvedFirst] },
      numerator: {
        zh: '期间内一审结案的案件中,迄今提起上诉的件数',
        en: 'of the first-instance cases closed in the period, those appealed so far',
      },
    },
  ],
});

export const ACCEPTANCE_RATE = defineMetric({
  id: 'acceptance_rate',
  kind: 'ratio',
  label: { zh: '服判息诉率', en: 'Acceptance rate' },
  unit: 'ratio',
  better: 'up',
  digits: 2,
  variants: [
    {
      ...ofClosings,
      id: 'a',
      label: BY_DATE_OF_APPEAL,
      formula: { kind: 'ratio', numerator: [appealed], denominator: [resolvedFirst], isComplement: true },
      numerator: {
        zh: '一审结案数 − 期间内提起上诉的一审案件数',
        en: 'first-instance cases resolved less those appealed in the period',
      },
      note: {
        zh: '= 1 − 上诉率(口径 A);上诉与结案不是同一批案件,件数少时可能为负',
        en: '1 − appeal rate (variant A); appeals and closings are different cases: may be negative with few cases',
      },
      source: SOURCE.wangqing,
    },
    {
      ...cohort,
      formula: { kind: 'ratio', numerator: [appealedOfCohort], denominator: [resolvedFirst], isComplement: true },
      numerator: {
        zh: '期间内一审结案的案件中,迄今没有上诉的件数',
        en: 'of the first-instance cases closed in the period, those not appealed so far',
      },
    },
  ],
});

/** A count of appeals by the day they were resolved. */
const appealCount = (id: string, label: { zh: string; en: string }, words: { zh: string; en: string }, of: Predicate) =>
  ({
    id,
    label,
    formula: { kind: 'sum', parts: [count(appealsBy('resolved_on', of))] },
    numerator: words,
    denominator: null,
    population: {
      zh: '二审案件,归于原审法院;原审法院不明的归于二审法院',
      en: 'second-instance cases, by court of origin; where unknown, by deciding court',
    },
    decidedBy: { zh: '二审结案日期在期间内', en: 'closing date of the appeal in the period' },
    note: {
      zh: '按原审案号关联;案号写错、一审案件未导入都会关联不上',
      en: 'Linked by the original case number; a wrong number or a first instance that is not loaded breaks the link',
    },
    requires: ['resolved_on', 'level'],
    fixes: ['level'],
    source: SOURCE.practice,
  }) as const satisfies MetricVariant;

/** Of the first months' appeals the first instance was closed before the lists begin: those of later months are all loaded. */
const FROM_SECOND_YEAR = { completeFromMonths: 12 } as const;

/** Appeals as such, whatever their result: what can be followed back is counted among them. */
export const APPEALS_RESOLVED = defineMetric({
  id: 'appeals_resolved',
  kind: 'flow',
  label: { zh: '上诉案件二审结案', en: 'Appeals resolved' },
  unit: 'cases',
  better: 'neither',
  digits: 0,
  variants: [
    appealCount(
      'all',
      { zh: '全部', en: 'all' },
      {
        zh: '期间内二审结案的件数,不论结果是否写明',
        en: 'appeals resolved in the period, whether or not the result is told',
      },
      ALWAYS,
    ),
    {
      ...appealCount(
        'linked',
        { zh: '一审案件在数据内', en: 'first instance loaded' },
        {
          zh: '期间内二审结案、且原审案件在已导入数据内的件数',
          en: 'appeals resolved in the period whose first-instance case is loaded',
        },
        isIn('is_linked', [true]),
      ),
      ...FROM_SECOND_YEAR,
    },
  ],
});

/** Appeals that cannot be followed back to their judgment: what a rate of reversals by judge or department leaves out. */
export const UNLINKED_APPEALS = defineMetric({
  id: 'unlinked_appeals',
  kind: 'flow',
  label: { zh: '未关联的二审案件', en: 'Unlinked appeals' },
  unit: 'cases',
  better: 'neither',
  digits: 0,
  variants: [
    {
      ...appealCount(
        'a',
        { zh: '一审案件不在数据内', en: 'first instance not loaded' },
        {
          zh: '期间内二审结案、但原审案件不在已导入数据内的件数',
          en: 'appeals resolved in the period whose first-instance case is not loaded',
        },
        not(isIn('is_linked', [true])),
      ),
      ...FROM_SECOND_YEAR,
    },
    appealCount(
      'b',
      { zh: '原审法院不明', en: 'court of origin unknown' },
      {
        zh: '期间内二审结案、但既无原审法院又无可用原审案号的件数',
        en: 'appeals resolved in the period with neither a court of origin nor a usable original case number',
      },
      not(isIn('is_attributed', [true])),
    ),
  ],
});
