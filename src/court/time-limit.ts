import { TIME_LIMIT_ROWS } from './time-limit-table.ts';
import type { TimeLimit } from './statutory-limit.ts';

export type { TimeLimit } from './statutory-limit.ts';

/** domain.md §3 as data. Editable: a court that applies another limit changes a row. */
export const TIME_LIMITS: readonly TimeLimit[] = TIME_LIMIT_ROWS;

/** What decides a limit; null = not known. */
export interface TimeLimitQuestion {
  readonly typeCode: string | null;
  readonly matter: string | null;
  readonly level: string | null;
  readonly procedure: string | null;
  readonly filedOn: string;
}

/**
 * The limit of a case, or null where none is known: no procedure told where it decides (民初, 刑初, 行初), a procedure
 * without a limit (公示催告), or a code outside 审限 (破产, 诉前调). The 类型代字 decides; matter and level only where
 * there is no code. 涉外 cases are not subject to limits (民诉法 287): the caller, who knows, does not ask.
 */
export function findTimeLimit(question: TimeLimitQuestion): TimeLimit | null {
  const { typeCode, matter, level, procedure, filedOn } = question;
  const applicable = TIME_LIMITS.filter(
    (limit) =>
      (typeCode === null ? limit.matter === matter && limit.level === level : limit.typeCodes.includes(typeCode)) &&
      (limit.validFrom === null || filedOn >= limit.validFrom) &&
      (limit.validTo === null || filedOn < limit.validTo),
  );
  const own = applicable.filter((limit) => limit.procedures.some((each) => each === procedure));
  const candidates = own.length > 0 ? own : applicable.filter((limit) => limit.procedures.length === 0);
  const [first, ...others] = candidates;
  // Without a code two kinds of case may share matter and level (民特 30 日, 民督 15 日): not guessed.
  return first !== undefined && others.every((other) => other.months === first.months && other.days === first.days)
    ? first
    : null;
}
