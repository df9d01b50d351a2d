import type { SampleCase } from './sample-case.ts';

/** A cell before it is written: a day stays a day, so that each format writes it in its own way. */
export type SampleCell = string | number | { readonly day: number } | null;

/** A column as it is labelled in a list, and what stands in it. */
export interface SampleColumn {
  readonly label: string;
  readonly toCell: (one: SampleCase, index: number) => SampleCell;
}

const MATTERS = { 民: '民事', 刑: '刑事', 行: '行政', 执: '执行' } as const;
const LEVELS: Readonly<Record<SampleCase['type'], string>> = {
  民初: '一审',
  刑初: '一审',
  行初: '一审',
  民终: '二审',
  刑终: '二审',
  行终: '二审',
  执: '首次执行',
  执恢: '恢复执行',
};

function matterOf(one: SampleCase): string {
  const first = one.type.slice(0, 1);
  return first === '民' || first === '刑' || first === '行' || first === '执' ? MATTERS[first] : '';
}

/**
 * The columns of every list, by the label that the list prints.
 * @param lastDay day of the export: a later resolution is not known yet.
 */
export function defineColumns(lastDay: number) {
  const isKnown = (one: SampleCase) => one.resolvedOn <= lastDay;
  const isEnforcement = (one: SampleCase) => one.type === '执' || one.type === '执恢';
  return {
    index: { label: '序号', toCell: (_one, index) => index + 1 },
    caseNumber: { label: '案号', toCell: (one) => one.caseNumber },
    court: { label: '经办法院', toCell: (one) => (one.original === null ? one.court.name : one.court.superior.name) },
    matter: { label: '案件类型', toCell: matterOf },
    level: { label: '审判程序', toCell: (one) => LEVELS[one.type] },
    cause: { label: '立案案由', toCell: (one) => one.cause },
    procedure: { label: '适用程序', toCell: (one) => one.procedure },
    bench: { label: '审判组织形式', toCell: (one) => one.bench },
    department: { label: '承办部门', toCell: (one) => one.department },
    judge: { label: '承办人', toCell: (one) => one.judge },
    filed: { label: '立案日期', toCell: (one) => ({ day: one.filedOn }) },
    due: { label: '审限届满日期', toCell: (one) => ({ day: one.dueOn }) },
    resolved: { label: '结案日期', toCell: (one) => (isKnown(one) ? { day: one.resolvedOn } : null) },
    closing: { label: '结案方式', toCell: (one) => (isKnown(one) ? one.closing : null) },
    amount: { label: '诉讼标的金额', toCell: (one) => (isEnforcement(one) ? null : one.amount) },
    applied: { label: '申请执行标的金额', toCell: (one) => (isEnforcement(one) ? one.amount : null) },
    recovered: { label: '实际到位金额', toCell: (one) => (isKnown(one) ? one.recovered : null) },
    appealed: {
      label: '提起上诉日期',
      toCell: (one) => (one.appealedOn === null || one.appealedOn > lastDay ? null : { day: one.appealedOn }),
    },
    originalNumber: { label: '原审案号', toCell: (one) => one.original?.caseNumber ?? null },
    originalCourt: { label: '原审法院', toCell: (one) => one.original?.court.name ?? null },
  } satisfies Readonly<Record<string, SampleColumn>>;
}
