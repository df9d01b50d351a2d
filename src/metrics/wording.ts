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

/** Who defines a figure, as a person would look it up. Where no official text is public, that is said. */
export const SOURCE = {
  provincial: {
    zh: '某省高级人民法院审判绩效系统的公开实现(2017年)',
    en: "public implementation of a provincial high court's performance system (2017)",
  },
  zhengzhou: {
    zh: '郑州市中级人民法院2021年上半年审判态势通报',
    en: 'Zhengzhou Intermediate Court, bulletin for the first half of 2021',
  },
  jiyuan: {
    zh: '济源中级人民法院2022年1—8月买卖合同案件通报',
    en: 'Jiyuan Intermediate Court, bulletin for January to August 2022',
  },
  wangqing: {
    zh: '汪清林区基层法院2019年上半年通报',
    en: 'Wangqing Forest District Court, bulletin for the first half of 2019',
  },
  cepej: { zh: '欧洲司法效率委员会(CEPEJ)司法时间管理指标', en: 'CEPEJ time management indicators' },
  spc: {
    zh: '最高人民法院审判质量管理指标体系(2024年9月审管办答记者问);公式未见公开全文',
    en: 'SPC trial quality indicators (press conference of September 2024); the full formulas are not public',
  },
  spcReleases: {
    zh: '最高人民法院2024年、2025年审判执行数据发布;公式为通行做法',
    en: 'SPC releases of 2024 and 2025; the formula is common practice',
  },
  spcCore: {
    zh: '最高人民法院核心指标(2024年访谈、2026年1月数据发布);所含案件清单未公开,系推算',
    en: 'SPC core indicator (interview 2024, release of January 2026); its lists are unpublished and inferred here',
  },
  localEnforcement: {
    zh: '吴忠、西安等中级人民法院2025年通报所列指标;公式为通行做法',
    en: "listed in 2025 bulletins of Wuzhong, Xi'an and other intermediate courts; the formula is common practice",
  },
  practice: { zh: '法院通行做法,未见正式文本', en: 'common practice of the courts; no official text found' },
  balance: {
    zh: '法院均衡结案的通行做法,未见正式公式',
    en: 'common practice for even closing; no official formula found',
  },
  vendor: { zh: '法院业务系统所列指标名与分子分母', en: 'named with its parts in court case systems' },
  secondInstance: {
    zh: '全国二审改发率的统计口径(2020—2022年公开文章)',
    en: 'as in the national second-instance figures (articles of 2020 to 2022)',
  },
  appealRate: {
    zh: '《法治发展报告》(2011年);上诉以提起上诉日期计',
    en: 'Report on the rule of law (2011); appeals by their date',
  },
  settlement: {
    zh: '北京法院2003—2005年、建湖法院2009年统计及某省高级人民法院审判绩效系统',
    en: "statistics of Beijing (2003–05) and Jianhu (2009) courts and a provincial high court's performance system",
  },
  longPending: {
    zh: '最高人民法院以12个月计(2024年9月),数据发布用1、2、3年,个别省份用18个月',
    en: '12 months in the SPC set (September 2024); releases use 1, 2 and 3 years, some provinces 18 months',
  },
} as const satisfies Record<string, Bilingual>;

/** The label of a metric with one definition. */
export const NO_LABEL: Bilingual = { zh: '', en: '' };
