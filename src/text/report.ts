import type { Bilingual } from './bilingual.ts';

/** What the command line says; each is one sentence with what to do. */
export const REPORT = {
  usage: {
    zh: '用法:npm run -s report -- [--from 2025-01-01] [--to 2025-09-30] [--by court,month] [--metric settlement_rate,…] [--variant a] [--matter 民事] [--level 一审] [--format json|csv|table] [--profile 对应关系.json] [--leave-vanished-out] 文件或文件夹…',
    en: 'Usage: npm run -s report -- [--from 2025-01-01] [--to 2025-09-30] [--by court,month] [--metric settlement_rate,…] [--variant a] [--matter 民事] [--level 一审] [--format json|csv|table] [--profile MAPPING.json] [--leave-vanished-out] FILE or FOLDER…',
  },
  noFile: {
    zh: '没有给出要读取的文件;请在命令末尾写上文件名。',
    en: 'No file was named; put the files at the end of the command.',
  },
  emptyFolder: (path: string): Bilingual => ({
    zh: `文件夹“${path}”里没有文件;请写清单所在的文件夹或文件名。`,
    en: `The folder "${path}" holds no file; name the folder or the files that hold the lists.`,
  }),
  unknownOption: (text: string): Bilingual => ({ zh: `不认识的参数:${text}。`, en: `Unknown argument: ${text}.` }),
  badDate: (option: string, text: string): Bilingual => ({
    zh: `${option} 的日期“${text}”不是 2025-01-31 这样的日期;请改正。`,
    en: `The date "${text}" of ${option} is not a day such as 2025-01-31; correct it.`,
  }),
  emptyPeriod: (from: string, to: string): Bilingual => ({
    zh: `起始日 ${from} 晚于截止日 ${to};请改正。`,
    en: `The first day ${from} is after the last day ${to}; correct it.`,
  }),
  unknownBy: (text: string, known: string): Bilingual => ({
    zh: `不能按“${text}”分组;可用:${known}。`,
    en: `Cannot group by "${text}"; known: ${known}.`,
  }),
  unknownKind: (option: string, text: string, known: string): Bilingual => ({
    zh: `${option} 里的“${text}”不认识;可用:${known}。`,
    en: `"${text}" of ${option} is not known; known: ${known}.`,
  }),
  twoGrains: (text: string): Bilingual => ({
    zh: `--by 里只能有一个时间粒度,现有:${text}。`,
    en: `--by takes one grain of time, not ${text}.`,
  }),
  unknownMetric: (text: string, known: string): Bilingual => ({
    zh: `没有指标“${text}”;可用:${known}。`,
    en: `There is no metric "${text}"; known: ${known}.`,
  }),
  unknownVariant: (text: string): Bilingual => ({
    zh: `所选指标都没有口径“${text}”;请查看指标说明。`,
    en: `None of the metrics has a variant "${text}"; see their definitions.`,
  }),
  unknownFormat: (text: string): Bilingual => ({
    zh: `不能输出为“${text}”;可用:json、csv、table。`,
    en: `Unknown format "${text}"; known: json, csv, table.`,
  }),
  profileUnreadable: (file: string): Bilingual => ({
    zh: `--profile 的文件“${file}”无法打开;请检查文件名。`,
    en: `The file "${file}" of --profile could not be opened; check its name.`,
  }),
  failed: (text: string): Bilingual => ({ zh: `没有完成:${text}`, en: `It could not be completed: ${text}` }),
  files: { zh: '文件', en: 'Files' },
  total: { zh: '合计', en: 'total' },
  columns: {
    metric: { zh: '指标', en: 'metric' },
    group: { zh: '分组', en: 'group' },
    value: { zh: '值', en: 'value' },
    numerator: { zh: '分子', en: 'numerator' },
    denominator: { zh: '分母', en: 'denominator' },
    n: { zh: '件数', en: 'n' },
    missing: { zh: '缺失原因', en: 'missing' },
  },
};
