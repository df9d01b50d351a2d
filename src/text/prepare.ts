import type { Bilingual } from './bilingual.ts';

/** What `npm run prepare-data` says. */
export const PREPARE = {
  help: {
    zh: `用法:npm run prepare-data -- 文件… --out 目录 [选项]
把案件清单整理成一个紧凑的数据集,放到网站的 data 文件夹下,法官打开网址就能看到。
  --out 目录          写到这里(必填):数据集 .duckdb、目录 catalog.json、质量报告 .html 和 .json、校验和 .sha256
  --name 名称         数据集的名称;不写时由法院和期间组成
  --id 标识           数据集的标识,字母、数字、连字符;同一标识再次整理即替换。默认 data
  --own-court 法院    本院的名称,与“经办法院”一致
  --as-of 日期        清单导出的日期,如 2025-09-30;未结和审限按这一天计算
  --event 日期=名称   图上标出的日子,可写多次,如 --event 2025-03-01=推行调解工作法
  --mask              法官姓名换成固定的化名;对照表写在 --roster 指定的文件里
  --roster 文件       化名对照表,默认当前目录下 judges-roster.txt;请妥善保管,不要放到网站上
  --profile 文件      “核对栏目”里导出的对应关系(JSON),可写多次;不认识的栏目和值照此读取
  --leave-vanished-out  较新的清单里已没有的案件不计入;不写则仍按旧清单的一行计入
  --no-raw            不带原始文本:文件更小,但案件详情里看不到原文
  --synthetic         标明是示例数据
  --help              显示这段说明
当事人等个人信息列一律不带入。`,
    en: `Usage: npm run prepare-data -- FILE… --out DIR [options]
Makes one compact data set of case lists. Put DIR on the site as its data folder: whoever opens the address sees it.
  --out DIR           written there (required): the set .duckdb, catalog.json, the quality report .html and .json, .sha256
  --name NAME         name of the data set; by default made of its courts and months
  --id ID             letters, digits, hyphens; the same id replaces the set. Default: data
  --own-court COURT   our court, as it stands in the lists
  --as-of DAY         day of the export, such as 2025-09-30: pending cases and time limits are read on it
  --event DAY=NAME    a day marked in the charts; may be given several times
  --mask              judges' names are replaced by stable pseudonyms; the key is kept in the file of --roster
  --roster FILE       that key; default: judges-roster.txt in the current folder. Keep it safe and off the site
  --profile FILE      mappings exported from "Check columns" (JSON), may be given several times
  --leave-vanished-out  cases that a newer list no longer has are not counted
  --no-raw            leave the raw text out: a smaller file, but a case cannot be seen as it stood
  --synthetic         mark the set as sample data
  --help              this text
Columns with parties and other personal details are never taken along.`,
  },
  noOut: {
    zh: '没有写输出目录;请加上 --out 目录。',
    en: 'No folder to write to; add --out DIR.',
  },
  badId: (text: string): Bilingual => ({
    zh: `标识“${text}”只能用字母、数字和连字符;请改正。`,
    en: `The id "${text}" may hold letters, digits and hyphens only; correct it.`,
  }),
  badEvent: (text: string): Bilingual => ({
    zh: `--event“${text}”应写成 2025-03-01=名称;请改正。`,
    en: `--event "${text}" should read 2025-03-01=NAME; correct it.`,
  }),
  rosterInside: (path: string): Bilingual => ({
    zh: `化名对照表“${path}”在输出目录里,会随网站公开;请用 --roster 换一个地方。`,
    en: `The key "${path}" of the pseudonyms lies in the output folder and would be published; name another place with --roster.`,
  }),
  unknownCourt: (court: string, known: string): Bilingual => ({
    zh: `清单里没有法院“${court}”;有:${known}。请改正 --own-court。`,
    en: `No list names the court "${court}"; they name ${known}. Correct --own-court.`,
  }),
  badCatalog: (path: string, cause: string): Bilingual => ({
    zh: `“${path}”不是有效的数据目录(${cause});请改正或移走后再试。`,
    en: `"${path}" is no valid catalogue (${cause}); correct it or move it away.`,
  }),
  done: (path: string, cases: string, megabytes: string): Bilingual => ({
    zh: `已写好 ${path}:${cases} 件,${megabytes} MB。把整个目录放到网站的 data 文件夹即可。`,
    en: `Wrote ${path}: ${cases} cases, ${megabytes} MB. Put the folder on the site as its data folder.`,
  }),
  balance: (rows: string, loaded: string, setAside: string): Bilingual => ({
    zh: `清单 ${rows} 行 = 入库 ${loaded} 件 + 未入库 ${setAside} 行`,
    en: `${rows} rows = ${loaded} loaded + ${setAside} set aside`,
  }),
};

/** Headings of the quality report. */
export const PREPARE_REPORT = {
  title: { zh: '数据质量报告', en: 'Data quality report' },
  set: { zh: '数据集', en: 'Data set' },
  file: { zh: '数据文件', en: 'Data file' },
  checksum: { zh: '校验和(SHA-256)', en: 'Checksum (SHA-256)' },
  asOf: { zh: '截止日期', en: 'As of' },
  span: { zh: '期间', en: 'Span' },
  rawText: { zh: '原始文本', en: 'Raw text' },
  withRaw: { zh: '已带入', en: 'included' },
  withoutRaw: { zh: '未带入', en: 'left out' },
  names: { zh: '法官姓名', en: "Judges' names" },
  masked: { zh: '已换成化名', en: 'replaced by pseudonyms' },
  plain: { zh: '未隐去', en: 'as they stand' },
  leftOut: { zh: '未带入的列(个人信息)', en: 'Columns left out (personal details)' },
  none: { zh: '无', en: 'none' },
  files: { zh: '清单', en: 'Lists' },
  sheet: { zh: '工作表', en: 'Sheet' },
  rows: { zh: '行数', en: 'Rows' },
  loaded: { zh: '入库', en: 'Loaded' },
  setAside: { zh: '未入库', en: 'Set aside' },
  refused: { zh: '没有读取的文件', en: 'Files not read' },
  issues: { zh: '未按原样采用的行和值,按原因', en: 'Rows and values not taken as they stood, by reason' },
  reason: { zh: '原因', en: 'Reason' },
  action: { zh: '处理', en: 'What was done' },
  count: { zh: '处数', en: 'Count' },
  findings: { zh: '数据体检', en: 'Health check' },
  noFindings: { zh: '没有发现问题。', en: 'Nothing was found.' },
  slices: { zh: '不完整的清单', en: 'Incomplete lists' },
};
