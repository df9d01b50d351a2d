import { dot } from './linear-algebra.ts';
import type { Matrix } from './linear-algebra.ts';

export interface LeastSquares {
  readonly coefficients: readonly number[];
  /** (XᵀX)⁻¹. */
  readonly inverse: Matrix;
  /** ln |XᵀX|. */
  readonly logDeterminant: number;
  readonly residuals: readonly number[];
  /** Σ residuals². 0 where y is fitted to rounding error. */
  readonly residualSum: number;
}

/** Residual sums below this share of Σy² are rounding noise. */
const NOISE = 1e-24;
const SINGULAR = 1e-10;

/**
 * Least squares by Householder reflections (Golub & Van Loan 2013, 5.3.2), which keeps twice the digits of the normal
 * equations. Null where there are fewer rows than columns or the columns are linearly dependent.
 */
export function leastSquares(design: Matrix, y: readonly number[]): LeastSquares | null {
  const columnCount = design[0]?.length ?? 0;
  if (columnCount === 0 || design.length < columnCount) return null;
  const work = design.map((row, i) => [...row, y[i] ?? NaN]);
  for (let k = 0; k < columnCount; k++) reflect(work, k);
  const triangle = work.slice(0, columnCount);
  if (!isRegular(triangle, design)) return null;
  const inverseTriangle = invertUpper(triangle, columnCount);
  const rotated = triangle.map((row) => row[columnCount] ?? NaN);
  const coefficients = inverseTriangle.map((row) => dot(row, rotated));
  const residuals = design.map((row, i) => (y[i] ?? NaN) - dot(row, coefficients));
  const residualSum = dot(residuals, residuals);
  return {
    coefficients,
    inverse: inverseTriangle.map((a) => inverseTriangle.map((b) => dot(a, b))),
    logDeterminant: 2 * triangle.reduce((total, row, k) => total + Math.log(Math.abs(row[k] ?? NaN)), 0),
    residuals,
    residualSum: residualSum <= NOISE * dot(y, y) ? 0 : residualSum,
  };
}

/** Reflects rows k… so that column k becomes 0 below the diagonal. */
function reflect(rows: number[][], k: number): void {
  const tail = rows.slice(k);
  const column = tail.map((row) => row[k] ?? NaN);
  const norm = Math.sqrt(dot(column, column));
  if (norm === 0) return;
  const v = [...column];
  v[0] = (v[0] ?? NaN) + (Math.sign(v[0] ?? 0) || 1) * norm;
  const size = dot(v, v);
  const width = rows[0]?.length ?? 0;
  for (let j = k; j < width; j++) {
    const along = tail.reduce((total, row, i) => total + (row[j] ?? NaN) * (v[i] ?? NaN), 0);
    tail.forEach((row, i) => {
      row[j] = (row[j] ?? NaN) - ((2 * along) / size) * (v[i] ?? NaN);
    });
  }
}

function isRegular(triangle: Matrix, design: Matrix): boolean {
  return triangle.every((row, k) => {
    const column = design.map((row) => row[k] ?? NaN);
    return Math.abs(row[k] ?? NaN) > SINGULAR * Math.sqrt(dot(column, column));
  });
}

function invertUpper(triangle: Matrix, size: number): number[][] {
  const inverse = triangle.map(() => new Array<number>(size).fill(0));
  for (let j = 0; j < size; j++) {
    for (let i = j; i >= 0; i--) {
      const row = triangle[i] ?? [];
      let rest = i === j ? 1 : 0;
      for (let k = i + 1; k <= j; k++) rest -= (row[k] ?? NaN) * (inverse[k]?.[j] ?? NaN);
      const target = inverse[i];
      if (target !== undefined) target[j] = rest / (row[i] ?? NaN);
    }
  }
  return inverse;
}
