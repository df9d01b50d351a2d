import { CASE_TYPE_ROWS } from './case-type-table.ts';
import type { Label } from './label.ts';
import type { Level, Matter } from './matter.ts';

export { parseLevel, parseMatter } from './case-wording.ts';
export { LEVELS, MATTERS, type Level, type Matter } from './matter.ts';

/** One 类型代字. */
export interface CaseType {
  readonly code: string;
  readonly matter: Matter;
  readonly level: Level;
  readonly label: Label;
  /** 诉讼案件: criminal, civil or administrative with an instance, a special procedure or a question of venue. */
  readonly isLitigation: boolean;
  /** 计审限: domain.md §3 names a limit for at least one procedure under this code. */
  readonly isTimeLimited: boolean;
}

const LITIGATION_MATTERS: readonly Matter[] = ['刑事', '民事', '行政'];
const LITIGATION_LEVELS: readonly Level[] = ['一审', '二审', '再审审查', '再审', '复核', '特别程序', '管辖'];

const TIME_LIMITED = new Set(
  (
    '民初 民撤 民终 民辖终 民特 民申 民再 民督 知民初 知民终 诉前调确 ' +
    '刑初 刑终 刑再 刑申 刑医 刑更 刑没 刑没终 ' +
    '行初 行终 行申 行再 行赔初 行赔终 行赔申 行赔再 知行初 知行终 行审 行审复 委赔 法赔 执 执恢 执异 执复'
  ).split(' '),
);

/** Every 类型代字 known here: the list of 2015 and later additions. */
export const CASE_TYPES: readonly CaseType[] = CASE_TYPE_ROWS.map(([code, matter, level, zh, en]) => ({
  code,
  matter,
  level,
  label: { zh, en },
  isLitigation: LITIGATION_MATTERS.includes(matter) && LITIGATION_LEVELS.includes(level),
  isTimeLimited: TIME_LIMITED.has(code),
}));

/** The codes with the longest first, so that an alternation finds 委赔监 before 委赔 and 民辖终 before 民辖. */
export const CODES_LONGEST_FIRST: readonly string[] = CASE_TYPES.map((type) => type.code).sort(
  (a, b) => b.length - a.length,
);

const BY_CODE = new Map(CASE_TYPES.map((type) => [type.code, type]));

/** The case type of a whole code, or null: 刑 alone is none. */
export function findCaseType(code: string): CaseType | null {
  return BY_CODE.get(code) ?? null;
}
