/** The little linear algebra that a regression with up to a dozen columns needs. A matrix is an array of rows. */

export type Matrix = readonly (readonly number[])[];

/** Pivots smaller than this share of the column's size count as 0. */
const SINGULAR = 1e-11;

/** aᵀb. */
export function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] ?? NaN) * (b[i] ?? NaN);
  return total;
}

/** vᵀMv. */
export function quadraticForm(m: Matrix, v: readonly number[]): number {
  return dot(
    v,
    m.map((row) => dot(row, v)),
  );
}

/** AB. */
export function multiply(a: Matrix, b: Matrix): number[][] {
  const columns = (b[0] ?? []).map((_, j) => b.map((row) => row[j] ?? NaN));
  return a.map((row) => columns.map((column) => dot(row, column)));
}

/** Entry by entry `factor`·M. */
export function scale(m: Matrix, factor: number): number[][] {
  return m.map((row) => row.map((value) => value * factor));
}

/** The solution of Mx = b by elimination with row pivoting; null where M is singular. */
export function solve(m: Matrix, b: readonly number[]): number[] | null {
  const rows = m.map((row, i) => [...row, b[i] ?? NaN]);
  const size = rows.length;
  const largest = Math.max(0, ...m.flatMap((row) => row.map(Math.abs)));
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++) if (absAt(rows, i, k) > absAt(rows, pivot, k)) pivot = i;
    if (!(absAt(rows, pivot, k) > SINGULAR * largest)) return null;
    const pivotRow = rows[pivot] ?? [];
    rows[pivot] = rows[k] ?? [];
    rows[k] = pivotRow;
    for (let i = k + 1; i < size; i++) subtract(rows[i] ?? [], pivotRow, k);
  }
  return backSubstitute(rows);
}

function absAt(rows: Matrix, i: number, j: number): number {
  return Math.abs(rows[i]?.[j] ?? NaN);
}

/** Takes from `row` the multiple of `pivotRow` that clears its column k. */
function subtract(row: number[], pivotRow: readonly number[], k: number): void {
  const factor = (row[k] ?? NaN) / (pivotRow[k] ?? NaN);
  for (let j = k; j < row.length; j++) row[j] = (row[j] ?? NaN) - factor * (pivotRow[j] ?? NaN);
}

/** Solves an upper triangle whose last column is the right-hand side. */
function backSubstitute(rows: Matrix): number[] {
  const size = rows.length;
  const x = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; k--) {
    const row = rows[k] ?? [];
    let rest = row[size] ?? NaN;
    for (let j = k + 1; j < size; j++) rest -= (row[j] ?? NaN) * (x[j] ?? NaN);
    x[k] = rest / (row[k] ?? NaN);
  }
  return x;
}
