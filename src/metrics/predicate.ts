import type { FactColumn, Predicate } from './metric.ts';

/** Every row. */
export const ALWAYS: Predicate = { kind: 'always' };

/** Rows whose `column` holds one of `values`; a row where it is not known is not among them. */
export function isIn(column: FactColumn, values: readonly (string | boolean)[]): Predicate {
  return { kind: 'in', column, values };
}

/** Rows where `column` has a value. */
export function isKnown(column: FactColumn): Predicate {
  return { kind: 'known', column };
}

/** Rows that meet every one of `of`. */
export function all(...of: readonly Predicate[]): Predicate {
  return { kind: 'all', of };
}

/** Rows that do not meet `of`; a row for which `of` cannot be told is among them. */
export function not(of: Predicate): Predicate {
  return { kind: 'not', of };
}
