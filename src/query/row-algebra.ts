import type { Atom } from './atom.ts';
import type { Algebra } from './output.ts';

/** What was counted for one row of an answer. */
export interface CountedRow {
  /** What the atom of that name counts in the row; null where a statistic has nothing to be taken of. */
  readonly valueOf: (name: string) => number | null;
  /** The same of everything before the row (`open_at_start`), or before its end. */
  readonly before: (at: 'open_at_start' | 'open_at_end') => CountedRow;
  readonly days: number;
}

/** A published expression as arithmetic on one row. */
export type Evaluate = (row: CountedRow) => number | null;

/**
 * The SQL of `sql-algebra.ts` term by term, its NULLs too. Figures of whole months are not among what is counted so.
 * @param nameOf the name under which an atom is counted
 */
export function createRowAlgebra(nameOf: (atom: Atom) => string): Algebra<Evaluate> {
  return {
    atom: (atom) => {
      const name = nameOf(atom);
      return (row) => row.valueOf(name);
    },
    ...REST,
  };
}

const REST: Omit<Algebra<Evaluate>, 'atom'> = {
  stock: (change, at) => (row) => change(row.before(at)) ?? 0,
  change: (opening, filed, resolved) => (row) => minus(sum([opening(row), filed(row)]), resolved(row)),
  plus: (parts) => (row) => sum(parts.map((part) => part(row))),
  difference: (whole, part) => (row) => minus(whole(row), part(row)),
  over: (numerator, denominator) => (row) => over(numerator(row), denominator(row)),
  timesDays: (value) => (row) => {
    const known = value(row);
    return known === null ? null : known * row.days;
  },
  orZero: (value) => (row) => value(row) ?? 0,
  deviation: (squares, total, n) => (row) => {
    const count = n(row) ?? 0;
    const known = total(row) ?? 0;
    const spread = minus(squares(row), over(known * known, count));
    // greatest(NULL, 0) is 0.
    const variance = over(spread === null ? 0 : Math.max(spread, 0), count - 1);
    return variance === null ? null : Math.sqrt(variance);
  },
  balance: () => {
    throw new RangeError('Figures of whole months are asked apart');
  },
};

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
}

function minus(whole: number | null, part: number | null): number | null {
  return whole === null || part === null ? null : whole - part;
}

function over(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
}
