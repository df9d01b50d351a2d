import type { Label } from './label.ts';
import type { Level, Matter } from './matter.ts';
import type { Procedure } from './procedure.ts';
import type { TimeLimit } from './statutory-limit.ts';

const PRESIDENT: Label = { zh: '本院院长批准', en: 'by the president of the court' };
const HIGH_COURT: Label = { zh: '高级人民法院批准', en: 'by the high court' };
const SIX_MORE: Label = {
  zh: '本院院长批准延长 6 个月;还需延长的报上级法院',
  en: '6 months by the president; more by the upper court',
};
const ONE_MORE: Label = { zh: '本院院长批准延长 1 个月', en: '1 month by the president' };
const THREE_MORE: Label = { zh: '院长批准延长 3 个月', en: '3 months by the president' };
const CRIMINAL: Label = {
  zh: '可能判处死刑、附带民事诉讼及刑诉法 158 条情形,上一级法院批准延长 3 个月;再延长报最高法',
  en: '3 months by the upper court in the cases of art 158, death penalty or attached civil claims; then by the Supreme Court',
};
const APPEAL_CRIMINAL: Label = {
  zh: '高级法院批准延长 2 个月;再延长报最高法',
  en: '2 months by the high court; then by the Supreme Court',
};

/** When the civil procedure law gave 小额诉讼 a limit of its own (mem-M: before, that of 简易程序). */
const SMALL_CLAIMS_SINCE = '2022-01-01';

interface Row {
  readonly codes: string;
  readonly of: readonly [Matter, Level];
  readonly procedures?: readonly Procedure[];
  readonly months?: number;
  readonly days?: number;
  readonly extension?: Label;
  readonly article: readonly [string, string];
  readonly validFrom?: string;
  readonly validTo?: string;
}

const toTimeLimit = (row: Row): TimeLimit => ({
  typeCodes: row.codes.split(' '),
  matter: row.of[0],
  level: row.of[1],
  procedures: row.procedures ?? [],
  months: row.months ?? null,
  days: row.days ?? null,
  extension: row.extension ?? null,
  article: { zh: row.article[0], en: row.article[1] },
  validFrom: row.validFrom ?? null,
  validTo: row.validTo ?? null,
});

const CIVIL_FIRST = { codes: '民初 民撤 知民初', of: ['民事', '一审'] } as const;
const CRIMINAL_FIRST = { codes: '刑初', of: ['刑事', '一审'] } as const;
const ADMIN_FIRST = { codes: '行初 行赔初 知行初', of: ['行政', '一审'] } as const;
const CIVIL_RETRIAL = { codes: '民再', of: ['民事', '再审'] } as const;
const ADMIN_RETRIAL = { codes: '行再 行赔再', of: ['行政', '再审'] } as const;
const civil = (article: string): [string, string] => [
  `民事诉讼法(2023)第${article}条`,
  `Civil Procedure Law (2023) art ${article}`,
];
const criminal = (article: string): [string, string] => [
  `刑事诉讼法(2018)第${article}条`,
  `Criminal Procedure Law (2018) art ${article}`,
];
const admin = (article: string): [string, string] => [
  `行政诉讼法(2017)第${article}条`,
  `Administrative Litigation Law (2017) art ${article}`,
];
const interpretation = (law: string, english: string, article: string): [string, string] => [
  `${law}解释第${article}条`,
  `interpretation of the ${english} art ${article}`,
];

/**
 * Limits of domain.md §3.1–3.4. Where the law gives a shorter regular and a longer outer limit (刑诉法 208: 2 and at
 * the latest 3 months) the outer one stands here; where a longer one depends on the expected sentence (220, 225) the
 * regular one does. 民终 is the limit for judgments; for rulings (30 日) the export does not tell.
 */
export const TIME_LIMIT_ROWS: readonly TimeLimit[] = (
  [
    { ...CIVIL_FIRST, procedures: ['普通程序'], months: 6, extension: SIX_MORE, article: civil('152') },
    { ...CIVIL_FIRST, procedures: ['简易程序'], months: 3, extension: ONE_MORE, article: civil('164') },
    {
      ...CIVIL_FIRST,
      procedures: ['小额诉讼程序'],
      months: 2,
      extension: ONE_MORE,
      article: civil('168'),
      validFrom: SMALL_CLAIMS_SINCE,
    },
    {
      ...CIVIL_FIRST,
      procedures: ['小额诉讼程序'],
      months: 3,
      extension: ONE_MORE,
      article: civil('164'),
      validTo: SMALL_CLAIMS_SINCE,
    },
    { codes: '民特', of: ['民事', '特别程序'], days: 30, extension: PRESIDENT, article: civil('187') },
    { codes: '民督', of: ['民事', '特别程序'], days: 15, article: civil('227') },
    { codes: '诉前调确', of: ['调解', '诉前调解'], days: 30, extension: PRESIDENT, article: civil('187') },
    { codes: '民终 知民终', of: ['民事', '二审'], months: 3, extension: PRESIDENT, article: civil('183') },
    { codes: '民辖终', of: ['民事', '管辖'], days: 30, extension: PRESIDENT, article: civil('183') },
    { codes: '民申', of: ['民事', '再审审查'], months: 3, extension: PRESIDENT, article: civil('215') },
    {
      ...CIVIL_RETRIAL,
      procedures: ['普通程序'],
      months: 6,
      extension: SIX_MORE,
      article: interpretation('民诉法', 'Civil Procedure Law', '128'),
    },
    {
      ...CIVIL_RETRIAL,
      procedures: ['二审程序'],
      months: 3,
      extension: PRESIDENT,
      article: interpretation('民诉法', 'Civil Procedure Law', '128'),
    },

    { ...CRIMINAL_FIRST, procedures: ['普通程序'], months: 3, extension: CRIMINAL, article: criminal('208') },
    { ...CRIMINAL_FIRST, procedures: ['简易程序'], days: 20, article: criminal('220') },
    { ...CRIMINAL_FIRST, procedures: ['速裁程序'], days: 10, article: criminal('225') },
    { codes: '刑终 刑没终', of: ['刑事', '二审'], months: 2, extension: APPEAL_CRIMINAL, article: criminal('243') },
    {
      codes: '刑没',
      of: ['刑事', '特别程序'],
      months: 3,
      extension: CRIMINAL,
      article: interpretation('刑诉法', 'Criminal Procedure Law', '627'),
    },
    { codes: '刑再', of: ['刑事', '再审'], months: 6, article: criminal('258') },
    {
      codes: '刑申',
      of: ['刑事', '再审审查'],
      months: 6,
      article: interpretation('刑诉法', 'Criminal Procedure Law', '457'),
    },
    { codes: '刑医', of: ['刑事', '特别程序'], months: 1, article: criminal('305') },
    {
      codes: '刑更',
      of: ['刑事', '减刑假释'],
      months: 1,
      extension: { zh: '无期、有期徒刑案情复杂的延长 1 个月', en: '1 month where complex' },
      article: interpretation('刑诉法', 'Criminal Procedure Law', '534'),
    },

    { ...ADMIN_FIRST, procedures: ['普通程序'], months: 6, extension: HIGH_COURT, article: admin('81') },
    { ...ADMIN_FIRST, procedures: ['简易程序'], days: 45, article: admin('83') },
    { codes: '行终 行赔终 知行终', of: ['行政', '二审'], months: 3, extension: HIGH_COURT, article: admin('88') },
    {
      codes: '行申 行赔申',
      of: ['行政', '再审审查'],
      months: 6,
      extension: PRESIDENT,
      article: interpretation('行诉法', 'Administrative Litigation Law', '112'),
    },
    {
      ...ADMIN_RETRIAL,
      procedures: ['普通程序'],
      months: 6,
      extension: HIGH_COURT,
      article: interpretation('行诉法', 'Administrative Litigation Law', '50'),
    },
    {
      ...ADMIN_RETRIAL,
      procedures: ['二审程序'],
      months: 3,
      extension: HIGH_COURT,
      article: interpretation('行诉法', 'Administrative Litigation Law', '50'),
    },
    {
      codes: '行审',
      of: ['行政', '非诉审查'],
      days: 7,
      article: [
        '行诉法解释第160、161条;行政强制法第57、58条',
        'interpretation of the Administrative Litigation Law art 160–161',
      ],
    },
    {
      codes: '行审复',
      of: ['行政', '非诉审查'],
      days: 30,
      article: ['行政强制法第58条', 'Administrative Compulsion Law art 58'],
    },
    {
      codes: '委赔',
      of: ['赔偿', '其他'],
      months: 3,
      extension: THREE_MORE,
      article: ['国家赔偿法(2012)第28条', 'State Compensation Law (2012) art 28'],
    },
    {
      codes: '法赔',
      of: ['赔偿', '其他'],
      months: 2,
      article: ['国家赔偿法(2012)第23条', 'State Compensation Law (2012) art 23'],
    },

    {
      codes: '执',
      of: ['执行', '首次执行'],
      months: 6,
      extension: THREE_MORE,
      article: ['执行工作若干规定(2020)第63条', 'Provisions on Enforcement (2020) art 63'],
    },
    {
      codes: '执恢',
      of: ['执行', '恢复执行'],
      months: 6,
      extension: THREE_MORE,
      article: ['执行工作若干规定(2020)第63条', 'Provisions on Enforcement (2020) art 63'],
    },
    { codes: '执异', of: ['执行', '执行审查'], days: 15, article: civil('236、238') },
    {
      codes: '执复',
      of: ['执行', '执行审查'],
      days: 30,
      extension: { zh: '院长批准延长 30 日', en: '30 days by the president' },
      article: ['执行程序解释(2020)第8条', 'interpretation on enforcement (2020) art 8'],
    },
  ] satisfies readonly Row[]
).map(toTimeLimit);
