import type { Bilingual } from '../text/bilingual.ts';

/** Sentences that several definitions share: the dates that decide, the populations, the sources. */
export const DECIDED_BY = {
  filed: { zh: '立案日期在期间内', en: 'filing date in the period' },
  resolved: { zh: '结案日期在期间内', en: 'closing date in the period' },
  filedAndResolved: { zh: '新收看立案日期,已结看结案日期', en: 'incoming by filing date, resolved by closing date' },
  atStart: { zh: '期间首日零时的状态', en: 'state at the start of the first day' },
  atEnd: { zh: '期间末日终了的状态', en: 'state at the end of the last day' },
  resolvedAndAtEnd: {
    zh: '结案日期在期间内;未结看期间末日终了',
    en: 'closing date in the period; pending at the end of its last day',
  },
  appealResolved: {
    zh: '分子看二审结案日期,分母看一审结案日期',
    en: 'numerator by the closing date of the appeal, denominator by that of the first instance',
  },
  appealed: {
    zh: '分子看提起上诉日期,分母看一审结案日期',
    en: 'numerator by the date of appeal, denominator by first-instance closing date',
  },
} as const satisfies Record<string, Bilingual>;

export const POPULATION = {
  all: { zh: '导入的全部案件(按所选条件)', en: 'all loaded cases (within the filter)' },
  trial: {
    zh: '诉讼案件,不含执行、保全、诉前调解',
    en: 'trial cases, without enforcement, preservation and pre-filing mediation',
  },
  civilFirst: { zh: '民事一审案件', en: 'civil first-instance cases' },
  civilFirstAndSecond: { zh: '民事一审和二审案件', en: 'civil first- and second-instance cases' },
  first: { zh: '一审案件', en: 'first-instance cases' },
  second: { zh: '二审案件', en: 'second-instance cases' },
  firstEnforcement: { zh: '首次执行案件', en: 'first enforcement cases' },
} as const satisfies Record<string, Bilingual>;

export const SOURCE = {
  provincial: { zh: '省级法院实现[R2];domain.md 2.1', en: 'a provincial implementation [R2]; domain.md 2.1' },
  zhengzhou: { zh: '郑州中院2021年上半年通报[P20]', en: 'Zhengzhou bulletin, first half of 2021 [P20]' },
  jiyuan: { zh: '济源中院2022年通报[P23]', en: 'Jiyuan bulletin 2022 [P23]' },
  wangqing: { zh: '汪清林区法院2019年上半年通报[P19]', en: 'Wangqing bulletin, first half of 2019 [P19]' },
  cepej: { zh: 'CEPEJ 司法时间管理指标', en: 'CEPEJ time management indicators' },
  spc: { zh: '最高人民法院审判质量管理指标[P1][P2]', en: 'SPC trial quality indicators [P1][P2]' },
} as const satisfies Record<string, Bilingual>;

/** The label of a metric with one definition. */
export const NO_LABEL: Bilingual = { zh: '', en: '' };
