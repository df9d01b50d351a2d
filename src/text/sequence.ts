import type { Bilingual } from './bilingual.ts';
import { formatCases, formatPercent } from './format.ts';

/** Text of the page 案-件比. */
export const SEQUENCE = {
  lead: {
    zh: '当事人的一个“案”,在法院可能变成几个“件”:一审、上诉、再审、执行各算一件。案-件比 = 件 ÷ 案,理想值是 1。',
    en: 'What is one dispute to the parties can become several proceedings in court: first instance, appeal, retrial and enforcement are one each. The ratio is proceedings over disputes; 1 is ideal.',
  },
  principle: {
    zh: '“案”“件”各包含哪些类型,最高人民法院没有公布全文,这里按公布的总数推算出两种口径,代字清单可以调整。二审、再审通常在上级法院,只导入本院清单时“件”数不全,数值偏低,不能与公布数直接比较。',
    en: 'Which proceedings count is not published in full; two readings were inferred from published totals. Appeals and retrials lie with upper courts: with the own list alone the figure is too low and cannot be set against published ones.',
  },
  headline: { zh: '案-件比', en: 'Case-piece ratio' },
  sideBySide: { zh: '两种口径并列', en: 'Both definitions' },
  chain: { zh: '各程序新收', en: 'Incoming by proceeding' },
  chainNote: {
    zh: '期间内各程序的新收件数,按立案日期;不同程序不是同一批案件。',
    en: 'Filed in the period; the proceedings are not those of the same disputes.',
  },
  level: { zh: '程序', en: 'Proceeding' },
  upperCourt: {
    zh: '二审(上级法院收的、归于所选法院的上诉)',
    en: 'second instance (filed in the upper court against the chosen courts)',
  },
  incoming: { zh: '新收', en: 'Incoming' },
  perFirst: { zh: '每 100 件一审', en: 'Per 100 first-instance cases' },
  followed: { zh: '同一批一审案件后来走了几步', en: 'What followed the same first-instance cases' },
  followedNote: {
    zh: '期间内结案的一审案件,逐件看后来是否上诉、再审(申请)、进入执行。靠“原审案号”关联:执行清单若没有“执行依据文号 / 原审案号”一栏,就对不上,显示为“无法关联”,不是 0。',
    en: 'First-instance cases closed in the period, one by one: were they appealed, brought to retrial, enforced? Linked by the original case number; a list of enforcement cases without it cannot be linked and says so instead of 0.',
  },
  step: { zh: '后续程序', en: 'What followed' },
  cases: { zh: '一审件数', en: 'First-instance cases' },
  share: { zh: '占一审结案', en: 'Of those closed' },
  closed: { zh: '一审结案', en: 'closed at first instance' },
  appealed: { zh: '上诉', en: 'appealed' },
  retrial: { zh: '再审审查、再审', en: 'retrial or application for it' },
  enforced: { zh: '首次执行', en: 'first enforcement' },
  cannotLink: {
    zh: '无法关联:数据里这类案件没有“原审案号”',
    en: 'cannot be linked: these cases carry no original case number',
  },
  noneLoaded: { zh: '数据里没有这类案件', en: 'no such case is loaded' },
  nothingFiled: { zh: '这一期间没有新收案件', en: 'Nothing was filed in the period' },
  codes: { zh: '代字清单', en: 'Type codes' },
  pieces: { zh: '件', en: 'Pieces' },
  entriesA: { zh: '案(口径 A)', en: 'Cases (A)' },
  entriesB: { zh: '案(口径 B)', en: 'Cases (B)' },
  byCause: { zh: '按案由', en: 'By cause' },
} satisfies Record<string, Bilingual>;

/** `本期结案的一审 1,628 件中,120 件上诉(7.4%)…`. */
export function followedTitle(closed: number, appealed: number | null): Bilingual {
  if (appealed === null || closed === 0) return SEQUENCE.followed;
  return {
    zh: `${formatCases(closed, 'zh')}一审结案中,迄今 ${formatPercent(appealed / closed)} 上诉`,
    en: `Of ${formatCases(closed, 'en')} closed at first instance ${formatPercent(appealed / closed)} were appealed so far`,
  };
}

/** The ratio with the appeals that lie with the upper court counted as pieces. */
export function withAppealsSentence(ratio: string, pieces: string, entries: string): Bilingual {
  return {
    zh: `把上级法院收的上诉也算作“件”,口径 A 为 ${ratio}(${pieces} ÷ ${entries})。上面两种口径只数所选法院自己的收案。`,
    en: `With the appeals filed in the upper court counted as pieces, variant A is ${ratio} (${pieces} ÷ ${entries}). The two definitions above count what the chosen courts filed themselves.`,
  };
}
