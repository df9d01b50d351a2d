import type { Bilingual } from './bilingual.ts';
import { PREPARED_ERRORS } from './prepared.ts';

/** The sentence about a file. `detail` is a size, a title or a kind of file where the reason has one, else ''. */
type Sentence = (file: string, detail: string) => Bilingual;

/** What a file that is no table is, as the end of a sentence about its content. */
const BINARY_KINDS: Readonly<Record<string, Bilingual>> = {
  jpeg: { zh: '是 JPEG 图片', en: 'is a JPEG picture' },
  png: { zh: '是 PNG 图片', en: 'is a PNG picture' },
  gif: { zh: '是 GIF 图片', en: 'is a GIF picture' },
  webp: { zh: '是 WebP 图片', en: 'is a WebP picture' },
  bmp: { zh: '是 BMP 图片', en: 'is a BMP picture' },
  tiff: { zh: '是 TIFF 图片', en: 'is a TIFF picture' },
  heic: { zh: '是 HEIC 照片', en: 'is a HEIC photo' },
  video: { zh: '是视频', en: 'is a video' },
  audio: { zh: '是录音', en: 'is a sound recording' },
  pdf: { zh: '是 PDF 文档', en: 'is a PDF document' },
  ofd: { zh: '是 OFD 文档', en: 'is an OFD document' },
  rar: { zh: '是 RAR 压缩包(这里只能打开 ZIP)', en: 'is a RAR archive (only ZIP can be opened here)' },
  sevenzip: { zh: '是 7z 压缩包(这里只能打开 ZIP)', en: 'is a 7z archive (only ZIP can be opened here)' },
  gzip: { zh: '是 gzip 压缩包(这里只能打开 ZIP)', en: 'is a gzip archive (only ZIP can be opened here)' },
  program: { zh: '是程序', en: 'is a program' },
  sqlite: { zh: '是 SQLite 数据库', en: 'is an SQLite database' },
  office: { zh: '是 Word、演示文稿等文档', en: 'is a document of Word or a presentation' },
  other: {
    zh: '是无法识别的二进制数据(可能是图片、文档或压缩包)',
    en: 'is binary (perhaps a picture, a document or an archive)',
  },
};

/** Why a whole file could not be read: what, where and what to do, in one sentence that names the file. */
export const INGEST_ERRORS = {
  empty: (file) => ({
    zh: `文件“${file}”是空的,没有任何内容;请从办案系统重新导出后再试。`,
    en: `The file "${file}" is empty; export it again from the case system.`,
  }),
  header_only: (file) => ({
    zh: `文件“${file}”只有表头,没有案件行;请检查导出时的查询条件。`,
    en: `The file "${file}" has a header but no case rows; check the query it was exported with.`,
  }),
  no_case: (file) => ({
    zh: `文件“${file}”的表头以下没有一行是案件(只有合计、备注或空行);请检查导出的内容。`,
    en: `No row below the header of "${file}" is a case (only totals, notes or blank rows); check what was exported.`,
  }),
  unrelated: (file) => ({
    zh: `文件“${file}”中没有认出任何案件清单的表头(如案号、立案日期、结案日期、结案方式);请确认是案件清单。`,
    en: `No header of a case list (such as case number, filing date, closing date) was recognised in "${file}"; check that it is a list of cases.`,
  }),
  lost_characters: (file) => ({
    zh: `文件“${file}”里的汉字在导出或另存时已经丢失(变成了“?”或“_”),无法恢复;请从办案系统重新导出为 .xlsx,或在中文系统上另存为 UTF-8 的 .csv。`,
    en: `The Chinese characters of "${file}" were lost when it was written (they are "?" or "_" now) and cannot be restored; export it again as .xlsx, or as .csv in UTF-8.`,
  }),
  sideways: (file) => ({
    zh: `文件“${file}”的栏名是从上到下排的(每案一列或一张表),不是一行一案的清单;请从办案系统导出列表,或在 Excel、WPS 中复制后用“选择性粘贴—转置”排成一行一案再导入。`,
    en: `The labels of "${file}" stand below each other (a column or a form per case), not one case per row; export a list from the case system, or turn it in Excel by "Paste special – Transpose".`,
  }),
  binary: (file, detail) => {
    const kind = BINARY_KINDS[detail] ?? BINARY_KINDS['other'];
    return {
      zh: `文件“${file}”的内容${kind?.zh ?? ''},不是表格,改扩展名也不能读取;请从办案系统导出 .csv 或 .xlsx 后再试。`,
      en: `The content of "${file}" ${kind?.en ?? ''}, not a table, whatever its name says; export it from the case system as .csv or .xlsx.`,
    };
  },
  web_page: (file, detail) => ({
    zh: `文件“${file}”是一个网页${detail === '' ? '' : `(“${detail}”)`},里面没有案件清单,多半是登录过期或系统出错时保存的;请重新登录办案系统再导出。`,
    en: `"${file}" is a web page${detail === '' ? '' : ` ("${detail}")`} without a list of cases, probably saved when the login had expired or the system failed; log in to the case system again and export it once more.`,
  }),
  parquet: (file) => ({
    zh: `Parquet 文件“${file}”不完整、已损坏或用了不支持的压缩方式,无法读取;请用 zstd 或 snappy 压缩重新生成,或导出为 .csv 后再试。`,
    en: `The Parquet file "${file}" is incomplete, damaged or packed in an unsupported way; write it again with zstd or snappy, or export it as .csv.`,
  }),
  duckdb: (file) => ({
    zh: `DuckDB 数据库“${file}”中没有可以读取的案件清单,或文件已损坏、由更新版本的 DuckDB 写成;请从中导出 .csv 或 .parquet 后再试。`,
    en: `No list of cases could be read from the DuckDB database "${file}": it has none, is damaged, or was written by a newer DuckDB; export it as .csv or .parquet.`,
  }),
  prepared: PREPARED_ERRORS.alone,
  reader: (file) => ({
    zh: `读取“${file}”的程序没有启动或中途停止(这台电脑内存不足,或网站缺少文件);请刷新页面后再试,仍然不行请按年度分开导出。`,
    en: `The program that reads "${file}" did not start or stopped half-way (this computer is short of memory, or the site lacks a file); reload the page and try again, or export the list year by year.`,
  }),
  zip_empty: (file) => ({
    zh: `压缩包“${file}”里没有文件;请检查打包时是否选对了文件夹。`,
    en: `The archive "${file}" holds no file; check which folder was packed.`,
  }),
  zip_damaged: (file) => ({
    zh: `压缩包“${file}”不完整或已损坏(可能没有下载完或没有复制完);请重新下载或复制后再试。`,
    en: `The archive "${file}" is incomplete or damaged (perhaps the download or copy was cut off); fetch it again.`,
  }),
  zip_member: (file) => ({
    zh: `“${file}”在压缩包中已损坏(校验不符或压缩方式不支持),没有读取;请重新打包后再试。`,
    en: `"${file}" is damaged inside the archive (its checksum does not fit, or its packing is not supported); pack it again.`,
  }),
  zip_password: (file) => ({
    zh: `压缩包中的“${file}”设有密码,无法读取;请先用密码解压,再导入其中的表格。`,
    en: `"${file}" in the archive is protected by a password; unpack it with the password first, then import the tables in it.`,
  }),
  zip_nested: (file) => ({
    zh: `“${file}”是压缩包里的压缩包,层数太多,没有再打开;请先解压,再导入其中的表格。`,
    en: `"${file}" is an archive too deep inside archives and was not opened; unpack it first, then import the tables in it.`,
  }),
  bomb: (file, detail) => ({
    zh: `文件“${file}”解压后大小异常${detail === '' ? '' : `(${detail})`},为保护这台电脑没有打开;如果确实是案件清单,请按年度分开导出为 .csv 后再试。`,
    en: `"${file}" would be abnormally large when unpacked${detail === '' ? '' : ` (${detail})`}; it was not opened, to protect this computer. If it really is a list of cases, export it year by year as .csv.`,
  }),
  too_large: (file, detail) => ({
    zh: `文件“${file}”有 ${detail},太大,没有读取;请按年度或按庭室分开导出,每个文件不超过 1 GB。`,
    en: `The file "${file}" has ${detail}, which is too much, and was not read; export it in parts of at most 1 GB, by year or by division.`,
  }),
  workbook_too_large: (file) => ({
    zh: `文件“${file}”的内容太多,超过了浏览器一次能读取的限度;请另存为 .csv 后再试(.csv 可以大得多),或按年度分开导出。`,
    en: `The file "${file}" holds more than a browser can read at once; save it as .csv, which may be much larger, or export it year by year.`,
  }),
  changing: (file) => ({
    zh: `文件“${file}”在读取时发生了变化(可能 Excel 或 WPS 正在保存,或还没有复制完);请保存并关闭它,等几秒后重新选择。`,
    en: `The file "${file}" changed while it was read (Excel or WPS may be saving it, or it is still being copied); save and close it, then choose it again.`,
  }),
  lock_file: (file) => ({
    zh: `“${file}”是 Excel 或 WPS 打开文件时留下的临时文件,不是清单;请选择名称前没有“~$”的那个文件。`,
    en: `"${file}" is a temporary file that Excel or WPS leaves while a workbook is open, not the list; choose the file of the same name without "~$".`,
  }),
  password: (file) => ({
    zh: `工作簿“${file}”有密码保护,无法读取;请在 Excel 或 WPS 中去掉密码另存后再试。`,
    en: `The workbook "${file}" is password-protected; save it without a password in Excel or WPS.`,
  }),
  damaged: (file) => ({
    zh: `工作簿“${file}”不完整或已损坏,无法读取;请重新导出或复制后再试。`,
    en: `The workbook "${file}" is incomplete or damaged; export or copy it again.`,
  }),
  unreadable: (file) => ({
    zh: `文件“${file}”无法打开(可能不存在、已被移动或正被其他程序占用);请确认后再试。`,
    en: `The file "${file}" could not be opened (missing, moved, or in use by another program); check and try again.`,
  }),
  engine: (file) => ({
    zh: `文件“${file}”在载入计算引擎时出错,没有导入;请另存为 .xlsx 或 UTF-8 的 .csv 后再试。`,
    en: `The engine could not take in "${file}"; nothing of it was loaded. Save it as .xlsx or UTF-8 .csv and try again.`,
  }),
} satisfies Record<string, Sentence>;

export type IngestErrorId = keyof typeof INGEST_ERRORS;

/** The sentence that says why `file` was refused. */
export function describeRefusal(file: string, error: IngestErrorId, detail = ''): Bilingual {
  const sentence: Sentence = INGEST_ERRORS[error];
  return sentence(file, detail);
}
