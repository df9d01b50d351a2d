import { CONFIGURATION } from './configuration.ts';
import { defineMetric, type Predicate } from './metric.ts';
import { casesBy, CIVIL_FIRST_AND_SECOND, CIVIL_FIRST_INSTANCE, count } from './population.ts';
import { all, isIn, not } from './predicate.ts';
import { DECIDED_BY, POPULATION, SOURCE } from './wording.ts';

const settledBuckets = [...CONFIGURATION.mediatedBuckets.values, ...CONFIGURATION.withdrawnBuckets.values];
const settled = isIn('closing_bucket', settledBuckets);
const mediated = isIn('closing_bucket', CONFIGURATION.mediatedBuckets.values);
const withdrawn = isIn('closing_bucket', CONFIGURATION.withdrawnBuckets.values);
const mediable = all(
  not(isIn('closing_bucket', CONFIGURATION.unmediableBuckets.values)),
  not(isIn('type_code', CONFIGURATION.unmediableTypeCodes.values)),
  not(isIn('cause', CONFIGURATION.unmediableCauses.values)),
);

const share = (population: Predicate, part: Predicate) =>
  ({
    kind: 'ratio',
    numerator: [count(casesBy('resolved_on', all(population, part)))],
    denominator: [count(casesBy('resolved_on', population))],
  }) as const;

const common = {
  population: POPULATION.civilFirst,
  decidedBy: DECIDED_BY.resolved,
  requires: ['resolved_on', 'closing_bucket', 'matter', 'level'],
  fixes: ['matter', 'level'],
} as const;
const CIVIL_RESOLVED = { zh: '民事一审结案数', en: 'civil first-instance cases resolved' };

export const SETTLEMENT_RATE = defineMetric({
  id: 'settlement_rate',
  kind: 'ratio',
  label: { zh: '调撤率', en: 'Settlement rate' },
  unit: 'ratio',
  better: 'up',
  digits: 2,
  variants: [
    {
      ...common,
      id: 'a',
      label: { zh: '口径 A:全部结案', en: 'A: all resolved' },
      formula: share(CIVIL_FIRST_INSTANCE, settled),
      numerator: {
        zh: '以调解、撤诉(含按撤诉处理)结案数',
        en: 'closed by mediation or withdrawal, deemed withdrawals included',
      },
      denominator: CIVIL_RESOLVED,
      note: {
        zh: '按撤诉处理并非调解成果;批量撤诉会左右全院数字;结案方式不明的案件计入分母',
        en: 'A deemed withdrawal is no conciliation; batches dominate; cases with an unknown closing stay in the denominator',
      },
      source: SOURCE.settlement,
    },
    {
      ...common,
      id: 'b',
      label: { zh: '口径 B:可调结案', en: 'B: open to mediation' },
      formula: share(all(CIVIL_FIRST_INSTANCE, mediable), settled),
      numerator: {
        zh: '可调案件中以调解、和解、撤诉结案数',
        en: 'of these, closed by mediation, conciliation or withdrawal',
      },
      denominator: {
        zh: '可调结案数:不含特别程序、督促、公示催告、驳回起诉、不予受理、移送,以及确认合同效力和身份关系案件',
        en: 'resolved cases open to mediation: without special procedures, dismissals, transfers, and causes on validity or status',
      },
      note: {
        zh: '可调案件的排除清单各院不同,可调整;与口径 A 不可互比',
        en: 'Courts differ in what they exclude; not comparable with A',
      },
      source: SOURCE.vendor,
    },
  ],
});

export const MEDIATION_RATE = defineMetric({
  id: 'mediation_rate',
  kind: 'ratio',
  label: { zh: '调解率', en: 'Mediation rate' },
  unit: 'ratio',
  better: 'up',
  digits: 2,
  variants: [
    {
      ...common,
      id: 'a',
      label: { zh: '口径 A:民事一审', en: 'A: civil first instance' },
      formula: share(CIVIL_FIRST_INSTANCE, mediated),
      numerator: { zh: '以调解结案数', en: 'closed by mediation' },
      denominator: CIVIL_RESOLVED,
      note: { zh: '司法确认、诉前调书若计入会抬高数字', en: 'Judicial confirmations, where counted, raise the figure' },
      source: SOURCE.jiyuan,
    },
    {
      ...common,
      id: 'b',
      label: { zh: '口径 B:民事一审、二审', en: 'B: civil first and second instance' },
      formula: share(CIVIL_FIRST_AND_SECOND, mediated),
      numerator: { zh: '一审、二审以调解结案数', en: 'first and second instance, closed by mediation' },
      denominator: { zh: '民事一审、二审结案数', en: 'civil first- and second-instance cases resolved' },
      population: POPULATION.civilFirstAndSecond,
      note: { zh: '与口径 A 不可互比', en: 'Not comparable with A' },
      source: SOURCE.jiyuan,
    },
  ],
});

const closedAs = (closings: readonly string[]) => isIn('closing', closings);

export const WITHDRAWAL_RATE = defineMetric({
  id: 'withdrawal_rate',
  kind: 'ratio',
  label: { zh: '撤诉率', en: 'Withdrawal rate' },
  unit: 'ratio',
  better: 'neither',
  digits: 2,
  variants: [
    {
      ...common,
      id: 'all',
      label: { zh: '全部撤诉', en: 'all' },
      formula: share(CIVIL_FIRST_INSTANCE, withdrawn),
      numerator: { zh: '准予撤诉与按撤诉处理结案数', en: 'withdrawals granted and deemed withdrawals' },
      denominator: CIVIL_RESOLVED,
      note: { zh: '逐项列举结案方式,不以“撤”字匹配', en: 'Closings are enumerated, never matched by the character 撤' },
      source: SOURCE.provincial,
    },
    {
      ...common,
      id: 'granted',
      label: { zh: '准予撤诉', en: 'granted' },
      formula: share(CIVIL_FIRST_INSTANCE, closedAs(CONFIGURATION.grantedWithdrawals.values)),
      numerator: { zh: '以准予撤诉结案数', en: 'withdrawals granted' },
      denominator: CIVIL_RESOLVED,
      note: { zh: '只写“撤诉”而未分类的,两项都不计', en: 'A closing that only says 撤诉 is in neither part' },
      source: SOURCE.practice,
    },
    {
      ...common,
      id: 'deemed',
      label: { zh: '按撤诉处理', en: 'deemed' },
      formula: share(CIVIL_FIRST_INSTANCE, closedAs(CONFIGURATION.deemedWithdrawals.values)),
      numerator: { zh: '以按撤诉处理结案数', en: 'deemed withdrawals' },
      denominator: CIVIL_RESOLVED,
      note: { zh: '不到庭、未交费所致,不是调解成果', en: 'No show or unpaid fee: no conciliation' },
      source: SOURCE.practice,
    },
  ],
});
