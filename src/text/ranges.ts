import type { Bilingual } from './bilingual.ts';

export const RANGES = {
  title: { zh: '合理区间', en: 'Reasonable ranges' },
  lead: {
    zh: '由本院填写,随指标、条线和起止日期生效;在区间内即为达标,不再比较高低。程序不带任何官方区间。',
    en: 'Entered by the court, per figure, matter and validity; inside the range is good enough and is not compared further. No official range is shipped.',
  },
  none: { zh: '还没有填写任何合理区间。', en: 'No range has been entered yet.' },
  metric: { zh: '指标', en: 'Figure' },
  matter: { zh: '条线', en: 'Matter' },
  allMatters: { zh: '全部', en: 'all' },
  low: { zh: '下限', en: 'From' },
  high: { zh: '上限', en: 'To' },
  percent: { zh: '(百分数)', en: '(percent)' },
  from: { zh: '自', en: 'In force from' },
  to: { zh: '至(可空)', en: 'until (may be empty)' },
  source: { zh: '依据', en: 'Source' },
  sourcePlaceholder: { zh: '例如:本院2025年第3次审委会', en: 'e.g. decision of the court, 2025' },
  add: { zh: '填入', en: 'Enter' },
  remove: { zh: '删除', en: 'Delete' },
  refused: {
    zh: '请选择指标,填写起始日和至少一个界限;下限不能高于上限。',
    en: 'Choose a figure, give the first day and at least one bound; the lower cannot exceed the upper.',
  },
  exportAll: { zh: '导出(JSON)', en: 'Export (JSON)' },
  importFile: { zh: '导入(JSON)', en: 'Import (JSON)' },
  notRead: {
    zh: '这个文件不是合理区间的 JSON,没有采用。',
    en: 'That file is no JSON of ranges; nothing was taken from it.',
  },
  demos: {
    zh: '示例:以下是个别法院公布过的本地目标,不是全国标准,仅供试用。',
    en: 'To try with: local targets that single courts published; none is a national standard.',
  },
  imported: (count: number, refused: number): Bilingual => ({
    zh: refused === 0 ? `已导入 ${count} 条。` : `已导入 ${count} 条,${refused} 条没有采用,原因如下。`,
    en: refused === 0 ? `${count} ranges read.` : `${count} ranges read; ${refused} were left out:`,
  }),
} as const;

/** Words for where a figure stands to its range. */
export const RANGE_STATES = {
  better: { zh: '优于合理区间', en: 'better than the range' },
  inside: { zh: '区间内', en: 'inside the range' },
  short: { zh: '未达', en: 'short of the range' },
  outside: { zh: '区间外', en: 'outside the range' },
} satisfies Record<string, Bilingual>;

/** Ranges as lines: how they are written, and why a line is none. */
export const PASTED_RANGES = {
  label: { zh: '粘贴多行(或 CSV)', en: 'Paste lines (or CSV)' },
  help: {
    zh: '每行:指标、口径、条线、下限、上限、自、至、依据,用逗号或制表符隔开;比率写百分数,日期写 2025-01-01,不适用的留空。',
    en: 'Per line: figure, variant, matter, low, high, from, to, source, separated by commas or tabs; rates in percent, days as 2025-01-01, what does not apply stays empty.',
  },
  add: { zh: '填入这些行', en: 'Enter these lines' },
  line: (line: number, reason: Bilingual): Bilingual => ({
    zh: `第 ${line} 行未采用:${reason.zh}`,
    en: `Line ${line} was left out: ${reason.en}`,
  }),
  metric: (name: string): Bilingual => ({
    zh: `没有叫“${name}”的指标,请按上面列表中的名称填写。`,
    en: `there is no figure "${name}"; use a name from the list above.`,
  }),
  variant: (ids: string): Bilingual =>
    ids === ''
      ? { zh: '这个指标只有一种口径,口径请留空。', en: 'this figure has one variant only; leave the variant empty.' }
      : { zh: `口径请填其中之一:${ids}。`, en: `give one of the variants ${ids}.` },
  matter: (name: string): Bilingual => ({
    zh: `没有叫“${name}”的条线;适用全部条线的请留空。`,
    en: `there is no matter "${name}"; leave it empty for all.`,
  }),
  percent: {
    zh: '下限和上限请写成百分数,例如 40 或 40%;小于 1 的请带百分号。',
    en: 'give the bounds in percent, like 40 or 40%; below 1 with the percent sign.',
  },
  number: { zh: '下限和上限请写成数字。', en: 'give the bounds as numbers.' },
  senseless: {
    zh: '请填写起始日(如 2025-01-01)和至少一个界限;下限不能高于上限。',
    en: 'give the first day (like 2025-01-01) and at least one bound; the lower cannot exceed the upper.',
  },
} as const;

/** Why an entry of an imported file is no range. */
export const RANGE_ENTRIES = {
  entry: (place: number, reason: Bilingual): Bilingual => ({
    zh: `第 ${place} 条没有采用:${reason.zh}`,
    en: `Entry ${place} was left out: ${reason.en}`,
  }),
  noEntry: { zh: '不是一条合理区间(应为 { … })。', en: 'it is no range (should be { … }).' },
  metric: (name: string): Bilingual => ({
    zh: name === '' ? '没有写明指标(metric)。' : `没有“${name}”这个指标(metric)。`,
    en: name === '' ? 'it names no figure (metric).' : `there is no figure "${name}" (metric).`,
  }),
  variant: (name: string, ids: string): Bilingual => ({
    zh: ids === '' ? '这个指标只有一种口径,variant 应为 null。' : `没有口径“${name}”;variant 应为 ${ids} 之一。`,
    en:
      ids === ''
        ? 'this figure has one variant only; variant should be null.'
        : `there is no variant "${name}"; variant should be one of ${ids}.`,
  }),
  matter: (name: string): Bilingual => ({
    zh: `没有“${name}”这个条线;适用全部条线的 matter 应为 null。`,
    en: `there is no matter "${name}"; for all of them matter should be null.`,
  }),
  bound: (value: string): Bilingual => ({
    zh: `界限“${value}”不是数字(不加引号、不带百分号)。`,
    en: `the bound "${value}" is no number (without quotation marks or percent sign).`,
  }),
  noBound: { zh: '下限 low 和上限 high 都没有。', en: 'it has neither low nor high.' },
  fraction: {
    zh: '比率的界限应写成小数,例如 40% 写 0.4。',
    en: 'bounds of a rate are fractions: 0.4 for 40 %.',
  },
  order: (low: number, high: number): Bilingual => ({
    zh: `下限 ${low} 高于上限 ${high}。`,
    en: `the lower bound ${low} exceeds the upper ${high}.`,
  }),
  from: (value: string): Bilingual => ({
    zh: `起始日 from“${value}”不是日期,应如 2025-01-01。`,
    en: `the first day "${value}" (from) is no day like 2025-01-01.`,
  }),
  to: (value: string): Bilingual => ({
    zh: `截止日 to“${value}”不是日期,应如 2025-12-31 或 null。`,
    en: `the last day "${value}" (to) is no day like 2025-12-31, nor null.`,
  }),
  days: (from: string, to: string): Bilingual => ({
    zh: `截止日 ${to} 早于起始日 ${from}。`,
    en: `the last day ${to} is before the first, ${from}.`,
  }),
} as const;
