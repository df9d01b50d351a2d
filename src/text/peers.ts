import type { Bilingual } from './bilingual.ts';
import { formatNumber } from './format.ts';

export const PEERS = {
  title: { zh: '与谁比', en: 'Compared with' },
  lead: {
    zh: '对照法院有四种来源:同一份数据里的其他法院;别院的清单(在“数据”页加入);别院给的对标包(只有汇总数,没有案件);通报上公布的数字(手工录入)。',
    en: 'Courts to compare with come from four places: other courts of the same data; lists of another court (add them on the Data page); a benchmark pack another court gives (sums, no cases); figures typed from a bulletin.',
  },
  cases: { zh: '案件清单', en: 'cases' },
  pack: { zh: '对标包', en: 'benchmark pack' },
  typed: { zh: '通报录入', en: 'typed from a bulletin' },
  writtenAt: { zh: '生成于', en: 'written' },
  leastCases: { zh: '最少件数', en: 'least cases per cell' },
  covers: { zh: '数据期间', en: 'covers' },
  accuracy: (days: number): Bilingual => ({
    zh: `审理天数中位数准到 ±${formatNumber(days, 1)} 天`,
    en: `median days to within ±${formatNumber(days, 1)}`,
  }),
  remove: { zh: '移除', en: 'Remove' },
  openPack: { zh: '打开对标包', en: 'Open a benchmark pack' },
  writePack: { zh: '生成本院对标包', en: 'Write our benchmark pack' },
  writeAll: { zh: '生成全部法院的对标包', en: 'Write a pack of all courts' },
  writing: (done: number, total: number): Bilingual => ({
    zh: `正在生成 ${done} / ${total}`,
    en: `writing ${done} of ${total}`,
  }),
  whatIsIn: {
    zh: '对标包只含按月、按类汇总的件数和天数,不含任何案件、案号、人名;少于最少件数的格子一律并入同类。',
    en: 'A pack holds sums of cases and days by month and kind only: no case, no number, no name; cells with fewer cases are put together.',
  },
  typeTitle: { zh: '录入公布的数字', en: 'Type in a published figure' },
  court: { zh: '法院', en: 'Court' },
  metric: { zh: '指标', en: 'Figure' },
  from: { zh: '自', en: 'From' },
  to: { zh: '至', en: 'To' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  printed: { zh: '或只有数值(率填百分数)', en: 'or the value only (rates in percent)' },
  source: { zh: '出处', en: 'Source' },
  sourcePlaceholder: { zh: '例如:某市中院2025年9月质效通报', en: 'e.g. bulletin of September 2025' },
  add: { zh: '录入', en: 'Add' },
  paste: { zh: '或粘贴多行', en: 'or paste several lines' },
  pasteHelp: {
    zh: '每行一个法院,可直接从表格软件复制两列或三列,也可用逗号分隔:法院、分子、分母;或:法院、数值。指标、期间、出处用上面填写的。',
    en: 'One court per line: two or three columns copied from a spreadsheet, or separated by commas: court, numerator, denominator; or: court, value. Figure, period and source as filled in above.',
  },
  pasteAdd: { zh: '录入这些行', en: 'Add these lines' },
  pasted: (count: number, refused: number): Bilingual => ({
    zh: refused === 0 ? `已录入 ${count} 行。` : `已录入 ${count} 行;${refused} 行没有看懂或分母为 0,留在框里。`,
    en:
      refused === 0
        ? `${count} lines added.`
        : `${count} lines added; ${refused} lines were not understood, or divide by 0, and stay in the box.`,
  }),
  notTyped: {
    zh: '请填写法院、期间,以及分子和分母(或一个数值);率的分子不能大于分母。',
    en: 'Give the court, the period, and numerator and denominator (or a value); of a rate n cannot exceed N.',
  },
  valueOnly: { zh: '只有数值,没有件数:照列,不判断差异', en: 'value only, no counts: shown, not judged' },
  otherPeriod: {
    zh: '录入的期间与当前期间不同时不参加比较;选同一期间即可。',
    en: 'Figures of another period than the one chosen are not compared; choose the same period.',
  },
  courts: (count: number): Bilingual => ({
    zh: `${count} 个法院`,
    en: count === 1 ? '1 court' : `${count} courts`,
  }),
  none: { zh: '还没有别院的对标包或录入的数字。', en: 'No packs and no typed figures yet.' },
} as const;

/** Why a file is no pack that can be read; `name` of the file. */
export const PACK_FAULTS = {
  'other-file': (name: string): Bilingual => ({
    zh: `“${name}”不是对标包。对标包由别院在“对标”页生成,扩展名为 .json。`,
    en: `“${name}” is no benchmark pack. A pack is written on the Benchmark page of another court, with the ending .json.`,
  }),
  'other-version': (name: string): Bilingual => ({
    zh: `对标包“${name}”是另一版本的程序生成的,读不了。请对方用与本院相同版本的程序重新生成。`,
    en: `The pack “${name}” was written by another version. Ask for one written by the version you use.`,
  }),
  damaged: (name: string): Bilingual => ({
    zh: `对标包“${name}”不完整或被改动过(校验不符),没有采用。请对方重新发一份。`,
    en: `The pack “${name}” is incomplete or was changed (its checksum does not fit) and was not taken. Ask for it again.`,
  }),
};
