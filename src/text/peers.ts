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
    zh: '每行一个法院:法院、分子、分母;或:法院、数值。可从表格软件直接复制,也可把公布的整张表连同表头粘贴进来,栏目在下面选定。指标、期间、出处用上面填写的。',
    en: 'One court per line: court, numerator, denominator; or: court, value. Copy it from a spreadsheet, or paste a published table whole, headings included, and choose its columns below. Figure, period and source as filled in above.',
  },
  columns: {
    court: { zh: '法院名称栏', en: 'Court' },
    also: { zh: '另加一栏(同名法院)', en: 'and (courts of one name)' },
    numerator: { zh: '分子栏', en: 'Numerator' },
    denominator: { zh: '分母栏', en: 'Denominator' },
    value: { zh: '或数值栏', en: 'or value' },
    none: { zh: '(无)', en: '(none)' },
    unclear: {
      zh: '没有认出分子、分母各是哪一栏,请选定。',
      en: 'Which columns are numerator and denominator was not recognised: choose them.',
    },
    preview: (figure: string, count: number, refused: number): Bilingual => ({
      zh: `例如 ${figure};共 ${count} 行可以录入${refused === 0 ? '' : `,${refused} 行不能`}。`,
      en: `For example ${figure}; ${count} lines can be added${refused === 0 ? '' : `, ${refused} cannot`}.`,
    }),
  },
  pasteAdd: { zh: '录入这些行', en: 'Add these lines' },
  pasted: (count: number, refused: number): Bilingual => ({
    zh: refused === 0 ? `已录入 ${count} 行。` : `已录入 ${count} 行;${refused} 行没有采用,留在框里,原因如下。`,
    en:
      refused === 0 ? `${count} lines added.` : `${count} lines added; ${refused} were not taken and stay in the box:`,
  }),
  moreRefused: (count: number): Bilingual => ({ zh: `……另有 ${count} 行`, en: `… and ${count} more` }),
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
    en: `"${name}" is no benchmark pack. A pack is written on the Benchmark page of another court, with the ending .json.`,
  }),
  'other-version': (name: string): Bilingual => ({
    zh: `对标包“${name}”是另一版本的程序生成的,读不了。请对方用与本院相同版本的程序重新生成。`,
    en: `The pack "${name}" was written by another version. Ask for one written by the version you use.`,
  }),
  damaged: (name: string): Bilingual => ({
    zh: `对标包“${name}”不完整或被改动过(校验不符),没有采用。请对方重新发一份。`,
    en: `The pack "${name}" is incomplete or was changed (its checksum does not fit) and was not taken. Ask for it again.`,
  }),
};

/** Why a pasted line, or what was typed, is no figure. */
export const PASTED = {
  line: (line: number, reason: Bilingual): Bilingual => ({
    zh: `第 ${line} 行没有采用:${reason.zh}`,
    en: `Line ${line} was not taken: ${reason.en}`,
  }),
  openQuote: { zh: '引号没有配对。', en: 'a quotation mark is left open.' },
  ragged: (cells: number, width: number): Bilingual => ({
    zh: `有 ${cells} 栏,应为 ${width} 栏;千分位逗号请去掉或加引号。`,
    en: `it has ${cells} cells, not ${width}; leave out thousands separators or put them in quotation marks.`,
  }),
  noCourt: { zh: '没有法院名称。', en: 'there is no name of a court.' },
  total: (name: string): Bilingual => ({
    zh: `“${name}”是合计,不是一个法院。`,
    en: `"${name}" is a total, not a court.`,
  }),
  twice: (name: string, line: number): Bilingual => ({
    zh: `“${name}”在第 ${line} 行已有。`,
    en: `"${name}" stands in line ${line} already.`,
  }),
  nothing: (cell: string): Bilingual => ({
    zh: cell === '' ? '没有数字。' : `“${cell}”表示没有数字。`,
    en: cell === '' ? 'there is no number.' : `"${cell}" stands for no number.`,
  }),
  percentForCount: (cell: string): Bilingual => ({
    zh: `“${cell}”是百分数,这里应为件数或天数。`,
    en: `"${cell}" is a percentage where a number of cases or days belongs.`,
  }),
  negative: (cell: string): Bilingual => ({ zh: `“${cell}”是负数。`, en: `"${cell}" is negative.` }),
  torn: (cell: string): Bilingual => ({
    zh: `“${cell}”像是被千分位逗号拆开的半个数字;请去掉千分位逗号。`,
    en: `"${cell}" looks like one half of a number with a thousands separator; leave the separator out.`,
  }),
  either: (cell: string): Bilingual => ({
    zh: `“${cell}”可能是千位数,也可能是小数;请去掉千分位,或少写一位小数。`,
    en: `"${cell}" may be thousands or decimals; write it without a thousands separator, or with fewer decimals.`,
  }),
  noNumber: (cell: string): Bilingual => ({ zh: `“${cell}”不是数字。`, en: `"${cell}" is no number.` }),
  whole: (cell: string): Bilingual => ({
    zh: `件数应为整数,“${cell}”不是。`,
    en: `cases are whole numbers, "${cell}" is not.`,
  }),
  percentSign: (cell: string): Bilingual => ({
    zh: `“${cell}”是百分之几还是小数?请写成带百分号的,如 61.2%。`,
    en: `"${cell}" may be a fraction or a percentage; write it with a percent sign, like 61.2%.`,
  }),
  above: (cell: string): Bilingual => ({ zh: `“${cell}”超过 100%。`, en: `"${cell}" is above 100 %.` }),
  zero: { zh: '分母为 0。', en: 'the denominator is 0.' },
  larger: (numerator: string, denominator: string): Bilingual => ({
    zh: `分子 ${numerator} 大于分母 ${denominator}。`,
    en: `the numerator ${numerator} exceeds the denominator ${denominator}.`,
  }),
  incomplete: { zh: '请填写法院和起止日期。', en: 'give the court and the first and last day.' },
} as const;
