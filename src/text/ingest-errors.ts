import type { Bilingual } from './bilingual.ts';

/** Why a whole file could not be read: what, where and what to do, in one sentence that names the file. */
export const INGEST_ERRORS = {
  empty: (file: string): Bilingual => ({
    zh: `文件“${file}”是空的,没有任何内容;请从办案系统重新导出后再试。`,
    en: `The file “${file}” is empty; export it again from the case system.`,
  }),
  header_only: (file: string): Bilingual => ({
    zh: `文件“${file}”只有表头,没有案件行;请检查导出时的查询条件。`,
    en: `The file “${file}” has a header but no case rows; check the query it was exported with.`,
  }),
  no_case: (file: string): Bilingual => ({
    zh: `文件“${file}”的表头以下没有一行是案件(只有合计、备注或空行);请检查导出的内容。`,
    en: `No row below the header of “${file}” is a case (only totals, notes or blank rows); check what was exported.`,
  }),
  unrelated: (file: string): Bilingual => ({
    zh: `文件“${file}”中没有认出任何案件清单的表头(如案号、立案日期、结案日期、结案方式);请确认是案件清单。`,
    en: `No header of a case list (such as case number, filing date, closing date) was recognised in “${file}”; check that it is a list of cases.`,
  }),
  binary: (file: string): Bilingual => ({
    zh: `文件“${file}”不是表格(可能是图片、PDF 或压缩包);请导出为 .csv 或 .xlsx 后再试。`,
    en: `The file “${file}” is no table (perhaps a picture, a PDF or an archive); export it as .csv or .xlsx.`,
  }),
  parquet: (file: string): Bilingual => ({
    zh: `文件“${file}”是 Parquet 格式,目前不能读取;请导出为 .csv 或 .xlsx 后再试。`,
    en: `The file “${file}” is Parquet, which cannot be read yet; export it as .csv or .xlsx.`,
  }),
  zip: (file: string): Bilingual => ({
    zh: `文件“${file}”是压缩包;请先解压,再导入其中的表格。`,
    en: `The file “${file}” is an archive; unpack it first, then import the tables in it.`,
  }),
  password: (file: string): Bilingual => ({
    zh: `工作簿“${file}”有密码保护,无法读取;请在 Excel 或 WPS 中去掉密码另存后再试。`,
    en: `The workbook “${file}” is password-protected; save it without a password in Excel or WPS.`,
  }),
  damaged: (file: string): Bilingual => ({
    zh: `工作簿“${file}”不完整或已损坏,无法读取;请重新导出或复制后再试。`,
    en: `The workbook “${file}” is incomplete or damaged; export or copy it again.`,
  }),
  unreadable: (file: string): Bilingual => ({
    zh: `文件“${file}”无法打开(可能不存在、已被移动或正被其他程序占用);请确认后再试。`,
    en: `The file “${file}” could not be opened (missing, moved, or in use by another program); check and try again.`,
  }),
  engine: (file: string): Bilingual => ({
    zh: `文件“${file}”在载入计算引擎时出错,没有导入;请另存为 .xlsx 或 UTF-8 的 .csv 后再试。`,
    en: `The engine could not take in “${file}”; nothing of it was loaded. Save it as .xlsx or UTF-8 .csv and try again.`,
  }),
} satisfies Record<string, (file: string) => Bilingual>;

export type IngestErrorId = keyof typeof INGEST_ERRORS;
