import type { Bilingual } from './bilingual.ts';

export const APP = {
  name: { zh: '审判质效', en: 'Court Metrics' },
  subtitle: { zh: '分析台', en: '审判质效分析台' },
  synthetic: { zh: '示例数据(虚构)', en: 'sample data (synthetic)' },
  syntheticNote: {
    zh: '本页显示的是由程序生成的示例数据,法院、法官和案件均为虚构。',
    en: 'What you see is generated sample data: the courts, judges and cases are invented.',
  },
  language: { zh: 'English', en: '中文' },
  projector: { zh: '投影大字', en: 'Projector size' },
  screenSize: { zh: '恢复字号', en: 'Screen size' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  navigation: { zh: '页面', en: 'Pages' },
  definition: { zh: '口径', en: 'Definition' },
  close: { zh: '关闭', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },
  retry: { zh: '重试', en: 'Try again' },
  all: { zh: '全部', en: 'All' },
  unknown: { zh: '(未填)', en: '(not stated)' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
  loading: { zh: '正在计算…', en: 'Computing…' },
  pageMissing: {
    zh: '这一页的程序文件没有读到。请刷新页面;仍然如此时,请管理员检查 assets 文件夹是否完整。',
    en: 'The script of this page could not be read. Reload; if it stays, check that the assets folder is complete.',
  },
} satisfies Record<string, Bilingual>;

export const PAGES = {
  start: { zh: '开始', en: 'Start' },
  overview: { zh: '总览', en: 'Overview' },
  trend: { zh: '趋势', en: 'Trends' },
  settlement: { zh: '调撤', en: 'Settlement' },
  duration: { zh: '审理周期', en: 'Duration' },
  reversal: { zh: '发改', en: 'Reversal' },
  pending: { zh: '未结', en: 'Pending' },
  appeal: { zh: '上诉服判', en: 'Appeals' },
  enforcement: { zh: '执行', en: 'Enforcement' },
  sequence: { zh: '案-件比', en: 'Case sequence' },
  reform: { zh: '前后对比', en: 'Before and after' },
  comparison: { zh: '对比', en: 'Courts' },
  benchmark: { zh: '对标', en: 'Benchmark' },
  data: { zh: '数据', en: 'Data' },
  definitions: { zh: '口径', en: 'Definitions' },
  cases: { zh: '案件', en: 'Cases' },
} satisfies Record<string, Bilingual>;

export const START = {
  lead: {
    zh: '把办案系统导出的案件清单拖进来,就能看到本院的调撤率、审理天数和发改率,并与其他法院对照。',
    en: 'Drop in the case lists your case system exports and see settlement, trial duration and reversal rates, beside other courts.',
  },
  privacy: {
    zh: '全部计算在这台电脑的浏览器里完成,案件数据不上传、不外发。',
    en: 'Everything is computed in this browser; no case data leaves this computer.',
  },
  drop: { zh: '将文件拖到这里,或', en: 'Drop files here, or' },
  choose: { zh: '选择文件', en: 'choose files' },
  formats: {
    zh: '支持 .xlsx .xls .csv .tsv .parquet .duckdb,以及装有它们的 .zip 或文件夹;可一次放入一审、二审、执行多个清单。格式按内容识别,编码、标题行、合计行自动处理。',
    en: '.xlsx .xls .csv .tsv .parquet .duckdb, and a .zip or folder of them; several lists at once (first instance, second instance, enforcement). Formats are told by content; encoding, title rows and totals are recognised.',
  },
  dropHere: { zh: '松开即可导入', en: 'Release to import' },
  below: { zh: '下面先以示例数据演示', en: 'Below: the sample data, to look around' },
} satisfies Record<string, Bilingual>;

export const ENGINE_STATUS = {
  starting: { zh: '正在启动计算引擎', en: 'Starting the engine' },
  opening: { zh: '正在打开数据', en: 'Opening the data' },
  reading: { zh: '正在读取文件', en: 'Reading the files' },
  loading: { zh: '正在整理案件', en: 'Loading the cases' },
  failed: { zh: '计算引擎没有启动', en: 'The engine did not start' },
  interrupted: {
    zh: '刚才的导入没有完成:计算引擎在中途停止(多半是内存不够)。原来的数据已重新载入,没有丢失。请关闭其他网页后再试,或分几次导入、用 prepare-data 预先生成。',
    en: 'The import did not finish: the engine stopped on the way (most likely for lack of memory). The earlier data are back. Close other pages and try again, import fewer files at a time, or prepare the set with prepare-data.',
  },
  restarted: {
    zh: '计算引擎曾意外停止,已重新启动,数据已重新载入。',
    en: 'The engine had stopped; it was restarted and the data loaded again.',
  },
} satisfies Record<string, Bilingual>;

export const NOTHING = {
  idle: {
    zh: '还没有数据。请到“开始”或“数据”页拖入案件清单。',
    en: 'No data yet. Drop case lists on the Start or Data page.',
  },
  busy: { zh: '数据正在打开,稍候即可显示。', en: 'The data are being opened.' },
} satisfies Record<string, Bilingual>;
