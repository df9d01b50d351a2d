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
    zh: refused === 0 ? `已导入 ${count} 条。` : `已导入 ${count} 条,${refused} 条不成立,未采用。`,
    en: refused === 0 ? `${count} ranges read.` : `${count} ranges read; ${refused} made no sense and were left out.`,
  }),
} as const;

/** Words for where a figure stands to its range. */
export const RANGE_STATES = {
  better: { zh: '优于合理区间', en: 'better than the range' },
  inside: { zh: '区间内', en: 'inside the range' },
  short: { zh: '未达', en: 'short of the range' },
  outside: { zh: '区间外', en: 'outside the range' },
} satisfies Record<string, Bilingual>;
