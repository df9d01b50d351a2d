import type { Bilingual } from './bilingual.ts';

/** Why a DuckDB file was not opened: what, and what to do, in one sentence that names the file. */
export const PREPARED_ERRORS = {
  newer: (file: string): Bilingual => ({
    zh: `“${file}”由更新版本的程序整理,这个版本打不开;请更新本站,或用本版本的 npm run prepare-data 重新整理。`,
    en: `"${file}" was prepared by a newer version of the program; update this site, or prepare the files again with npm run prepare-data of this version.`,
  }),
  unreadable: (file: string): Bilingual => ({
    zh: `“${file}”是 DuckDB 数据库,但打不开(复制不完整、已损坏、加了密码,或由更新版本的 DuckDB 写成);请重新复制或重新整理。`,
    en: `"${file}" is a DuckDB database that cannot be opened (copied in part, damaged, encrypted, or written by a newer DuckDB); copy it or prepare it again.`,
  }),
  alone: (file: string): Bilingual => ({
    zh: `“${file}”是整理好的数据集,只能单独打开,不能并入别的数据;请选“替换”打开它,再把其他清单添加进去。`,
    en: `"${file}" is a prepared data set and cannot be merged into other data; open it with "replace", then add other lists to it.`,
  }),
  notAdded: (file: string, cause: Bilingual): Bilingual => ({
    zh: `文件“${file}”没有加入整理好的数据集:${cause.zh}`,
    en: `"${file}" was not added to the prepared data set: ${cause.en}`,
  }),
  incomplete: (file: string, got: number, expected: number): Bilingual => ({
    zh: `服务器上的数据集“${file}”不完整:应为 ${expected} 字节,收到 ${got} 字节。请管理员重新复制 data 文件夹(FTP 请用二进制方式)。`,
    en: `The data set "${file}" on the server is incomplete: ${got} bytes instead of ${expected}. The administrator should copy the data folder again (FTP in binary mode).`,
  }),
};

/** What the screen says of a prepared set. */
export const PREPARED = {
  noRawText: {
    zh: '这个数据集整理时没有带上原始文本,只能看到换算后的内容;原文请查原清单的这一行。',
    en: 'This data set was prepared without raw text, so only the converted values can be shown; see this row of the list for the text as it stood.',
  },
};
