import { MERGED, type Stratum } from './pack.ts';

/** The sums of one metric in one month and kind of case. `size`: the cases behind them. */
export interface PackRow {
  readonly month: number;
  readonly stratum: Stratum;
  readonly numerator: number;
  readonly denominator: number;
  readonly squares: number;
  readonly size: number;
}

/** Neither stands in a text of a file: control characters are folded away on import. */
const [SEPARATOR, NOT_STATED] = ['\u0001', '\u0002'];

/** Kinds of case are given up in this order: cause, procedure, level, matter. Positions in a stratum. */
const GIVEN_UP = [2, 3, 1, 0] as const;

/**
 * Puts rows of fewer than `least` cases together until none is left: first by cause, then procedure, level and matter, then
 * with the nearest month. All sums stay what they were. Empty where all rows together are too few.
 */
export function suppress(rows: readonly PackRow[], least: number): readonly PackRow[] {
  let kept: readonly PackRow[] = rows.filter(
    ({ size, numerator, denominator }) => size > 0 || numerator !== 0 || denominator !== 0,
  );
  for (const position of GIVEN_UP) kept = mergeSmall(kept, position, least);
  return absorb(kept, least);
}

/** Those of `rows` that `suppressed` does not show as they were. */
export function restsOf(rows: readonly PackRow[], suppressed: readonly PackRow[]): readonly PackRow[] {
  const shown = new Map(suppressed.map((row) => [keyOf(row), row.size]));
  return rows.filter((row) => shown.get(keyOf(row)) !== row.size);
}

/**
 * Small rows lose one dimension. Where what they become is still small it takes the smallest of its neighbours with it, so
 * that nobody can take it out by subtraction.
 */
function mergeSmall(rows: readonly PackRow[], position: number, least: number): readonly PackRow[] {
  const small = rows.filter(({ size }) => size < least);
  if (small.length === 0) return rows;
  const merged = joinRows(small.map((row) => without(row, position)));
  const large = rows.filter(({ size }) => size >= least);
  const neighbours = smallestByKey(large, position);
  const taken = new Set(merged.filter(({ size }) => size < least).flatMap((row) => neighbours.get(keyOf(row)) ?? []));
  const moved = [...taken].map((row) => without(row, position));
  return joinRows([...large.filter((row) => !taken.has(row)), ...merged, ...moved]);
}

/** The smallest row that would become each key. */
function smallestByKey(rows: readonly PackRow[], position: number): ReadonlyMap<string, PackRow> {
  const found = new Map<string, PackRow>();
  for (const row of rows) {
    const key = keyOf(without(row, position));
    const before = found.get(key);
    if (before === undefined || row.size < before.size) found.set(key, row);
  }
  return found;
}

/**
 * What is still too small lies in a month of too few cases: it joins the smallest row of the nearest month, and takes the
 * name of no kind of case. Nothing is left where there is no other row.
 */
function absorb(rows: readonly PackRow[], least: number): readonly PackRow[] {
  const kept = [...rows];
  for (let small = firstSmall(kept, least); small !== undefined; small = firstSmall(kept, least)) {
    const lone = small;
    kept.splice(kept.indexOf(lone), 1);
    const nearest = nearestTo(lone, kept);
    if (nearest === undefined) return [];
    kept.splice(kept.indexOf(nearest), 1);
    const both = sumOf({ ...nearest, stratum: nearest.stratum.map(() => MERGED) }, lone);
    const place = kept.findIndex(
      ({ month, stratum }) => month === both.month && stratum.every((part) => part === MERGED),
    );
    const there = kept[place];
    if (there === undefined) kept.push(both);
    else kept[place] = sumOf(there, both);
  }
  return kept;
}

function firstSmall(rows: readonly PackRow[], least: number): PackRow | undefined {
  return rows.find(({ size }) => size < least);
}

/** The smallest row of the nearest month, the first of equals. A court has hundreds of small months: no sorting here. */
function nearestTo({ month }: PackRow, rows: readonly PackRow[]): PackRow | undefined {
  let found = rows[0];
  for (const row of rows) {
    if (found === undefined) break;
    const closer = Math.abs(row.month - month) - Math.abs(found.month - month);
    if (closer < 0 || (closer === 0 && row.size < found.size)) found = row;
  }
  return found;
}

function sumOf(first: PackRow, second: PackRow): PackRow {
  return {
    ...first,
    numerator: first.numerator + second.numerator,
    denominator: first.denominator + second.denominator,
    squares: first.squares + second.squares,
    size: first.size + second.size,
  };
}

function without(row: PackRow, position: number): PackRow {
  return { ...row, stratum: row.stratum.map((value, i) => (i === position ? MERGED : value)) };
}

function keyOf({ month, stratum }: PackRow): string {
  return [month, ...stratum.map((value) => value ?? NOT_STATED)].join(SEPARATOR);
}

/** Rows of the same month and kind of case become one. */
export function joinRows(rows: readonly PackRow[]): readonly PackRow[] {
  const found = new Map<string, PackRow>();
  for (const row of rows) {
    const before = found.get(keyOf(row));
    found.set(keyOf(row), before === undefined ? row : sumOf(before, row));
  }
  return [...found.values()];
}
