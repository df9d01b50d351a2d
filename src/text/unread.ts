import type { Bilingual } from './bilingual.ts';
import { COLUMN_LABELS } from './filters.ts';

const COLUMNS: Readonly<Record<string, Bilingual>> = {
  closing: { zh: '结案方式', en: 'manner of closing' },
  procedure: { zh: '适用程序', en: 'procedure' },
};

const columnName = (column: string): Bilingual =>
  COLUMNS[column] ?? COLUMN_LABELS[column] ?? { zh: column, en: column };

/** Why a figure is withheld: of too many cases the word that decides it is not known. @param reason `unread:COLUMN:PERCENT` */
export function unreadSentence(reason: string): Bilingual {
  const [, column = '', percent = ''] = reason.split(':');
  const { zh, en } = columnName(column);
  return {
    zh: `${percent}% 的已结案件“${zh}”没有认出或空着,算出来会偏;在“数据”页“核对栏目”里归类后即可计算`,
    en: `Of ${percent} % of the resolved cases the ${en} is unknown or empty, so the rate would be wrong; assign the words under "Check columns" on the Data page`,
  };
}

/** Why a figure is withheld: too many of its cases are from lists without such a column. @param reason `lacked:COLUMN:PERCENT` */
export function lackedSentence(reason: string): Bilingual {
  const [, column = '', percent = ''] = reason.split(':');
  const { zh, en } = columnName(column);
  return {
    zh: `${percent}% 的已结案件所在清单没有“${zh}”一栏,合起来算会偏;请选定有这一栏的法院、年度,或补上后重新导入`,
    en: `${percent} % of the resolved cases are from lists without a column "${en}", so the rate would be wrong; choose courts and years that have it, or add it and import again`,
  };
}

export const UNREAD = {
  /** One line of the banner: what is not known, and of how many. */
  title: (kind: Bilingual, column: string, share: string): Bilingual => ({
    zh: `${kind.zh}:${share} 的已结案件${columnName(column).zh}没有认出或空着`,
    en: `${kind.en}: of ${share} of the resolved cases the ${columnName(column).en} is unknown or empty`,
  }),
  appeals: { zh: '二审案件', en: 'second-instance cases' },
  withheld: (metrics: Bilingual): Bilingual => ({
    zh: `不计算:${metrics.zh}。在“核对栏目”里把这些写法归类,或在办案系统补填后重新导出。`,
    en: `Withheld: ${metrics.en}. Assign the words under "Check columns", or fill them in in the case system and export again.`,
  }),
  shown: (metrics: Bilingual, share: string): Bilingual => ({
    zh: `照常计算,但最多可能偏 ${share.replace('%', '')} 个百分点:${metrics.zh}。`,
    en: `Computed, but they may be off by up to ${share.replace('%', '')} percentage points: ${metrics.en}.`,
  }),
};
