import { describe, expect, test } from 'vitest';
import { leastSquares } from '../../src/statistics/least-squares.ts';
import { solve } from '../../src/statistics/linear-algebra.ts';
import { minimise } from '../../src/statistics/minimise.ts';
import { autoregressiveSegments } from '../../src/statistics/segmented/autoregressive.ts';
import { binomialSegments, poissonSegments } from '../../src/statistics/segmented/generalised-linear.ts';
import { olsSegments } from '../../src/statistics/segmented/newey-west.ts';

/** A seeded stream of roughly normal numbers: sums of twelve uniforms of a linear congruential generator. */
function noise(seed: number): () => number {
  let state = seed;
  const uniform = () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
  return () => Array.from({ length: 12 }, uniform).reduce((sum, u) => sum + u, -6);
}

/** 10 + 0.5·t, from `firstAfter` 4 higher and 0.25 a month steeper. */
const trend = (t: number, firstAfter: number) => 10 + 0.5 * t + (t >= firstAfter ? 4 + 0.25 * (t - firstAfter) : 0);

/** Generalised least squares straight from its definition: V_ij = ρ^|i−j| / (1 − ρ²), inverted as a whole. */
function byWholeMatrix(months: readonly (number | null)[], firstAfter: number, rho: number) {
  const rows = months.flatMap((y, i) => (y === null ? [] : [{ t: i + 1, y }]));
  const x = rows.map(({ t }) => [1, t, t >= firstAfter ? 1 : 0, t >= firstAfter ? t - firstAfter : 0]);
  const y = rows.map((row) => row.y);
  const v = rows.map((a) => rows.map((b) => rho ** Math.abs(a.t - b.t) / (1 - rho * rho)));
  const weighted = [0, 1, 2, 3].map(
    (j) =>
      solve(
        v,
        x.map((row) => row[j] ?? NaN),
      ) ?? [],
  );
  const sum = (a: readonly number[], b: readonly number[]) =>
    a.reduce((total, value, i) => total + value * (b[i] ?? NaN), 0);
  const normal = weighted.map((w) =>
    [0, 1, 2, 3].map((j) =>
      sum(
        w,
        x.map((row) => row[j] ?? NaN),
      ),
    ),
  );
  const coefficients =
    solve(
      normal,
      weighted.map((w) => sum(w, y)),
    ) ?? [];
  const residuals = y.map((value, i) => value - sum(coefficients, x[i] ?? []));
  const squares = sum(residuals, solve(v, residuals) ?? []);
  const degrees = rows.length - 4;
  const inverse = [0, 1, 2, 3].map(
    (j) =>
      solve(
        normal,
        [0, 1, 2, 3].map((k) => (j === k ? 1 : 0)),
      ) ?? [],
  );
  return {
    coefficients,
    standardErrors: inverse.map((row, j) => Math.sqrt(((row[j] ?? NaN) * squares) / degrees)),
    deviance: 0.5 * (degrees * Math.log(squares) + logDeterminant(normal) + logDeterminant(v)),
  };
}

/** By elimination without exchange of rows; the matrices are positive definite. */
function logDeterminant(matrix: readonly (readonly number[])[]): number {
  const m = matrix.map((row) => [...row]);
  let total = 0;
  m.forEach((row, i) => {
    const pivot = row[i] ?? NaN;
    total += Math.log(pivot);
    for (const other of m.slice(i + 1)) {
      const factor = (other[i] ?? NaN) / pivot;
      row.forEach((value, j) => (other[j] = (other[j] ?? NaN) - factor * value));
    }
  });
  return total;
}

describe('linear algebra', () => {
  test('2x + y = 5, x + 3y = 10 has x = 1, y = 3; a singular system has no solution', () => {
    expect(
      solve(
        [
          [2, 1],
          [1, 3],
        ],
        [5, 10],
      ),
    ).toEqual([expect.closeTo(1, 14), expect.closeTo(3, 14)]);
    expect(
      solve(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 2],
      ),
    ).toBeNull();
  });

  test('line through (0, 1), (1, 2), (2, 4): slope 3/2, intercept 5/6, RSS 1/6, |XᵀX| = 3·5 − 3² = 6', () => {
    const fit = leastSquares(
      [
        [1, 0],
        [1, 1],
        [1, 2],
      ],
      [1, 2, 4],
    );
    expect(fit?.coefficients).toEqual([expect.closeTo(5 / 6, 14), expect.closeTo(3 / 2, 14)]);
    expect(fit?.residualSum).toBeCloseTo(1 / 6, 14);
    expect(Math.exp(fit?.logDeterminant ?? NaN)).toBeCloseTo(6, 12);
    expect(fit?.inverse[1]?.[1]).toBeCloseTo(3 / 6, 14);
    expect(
      leastSquares(
        [
          [1, 2],
          [2, 4],
          [3, 6],
        ],
        [1, 2, 3],
      ),
    ).toBeNull();
  });

  test('minimum of (x − 2)²', () => {
    expect(minimise((x) => (x - 2) ** 2, 0, 5, 1e-10)).toBeCloseTo(2, 7);
  });
});

describe('least squares with Newey–West', () => {
  test('recovers a line without noise; then no t and no p', () => {
    const fit = olsSegments(
      Array.from({ length: 24 }, (_, i) => trend(i + 1, 13)),
      13,
      3,
    );
    expect(fit?.coefficients.map(({ estimate }) => estimate)).toEqual(
      [10, 0.5, 4, 0.25].map((b) => expect.closeTo(b, 10)),
    );
    expect(fit?.coefficients.map(({ t }) => t)).toEqual([null, null, null, null]);
    // 4 + 0.25·(24 − 13)
    expect(fit?.endEffect.estimate).toBeCloseTo(6.75, 10);
    expect(fit?.rSquared).toBeCloseTo(1, 12);
  });

  test('lag 0 is the sandwich Σe²xxᵀ·n/(n − 4): with residuals of one size it is the ordinary error', () => {
    // ±1 around the line, orthogonal to all four columns within each half
    const bump = [1, -1, -1, 1, 1, -1, -1, 1];
    const fit = olsSegments(
      [...bump, ...bump].map((e, i) => trend(i + 1, 9) + e),
      9,
      0,
    );
    expect(fit?.sigma).toBeCloseTo(Math.sqrt(16 / 12), 12);
    for (const { plainError, standardError } of fit?.coefficients ?? [])
      expect(standardError).toBeCloseTo(plainError, 10);
    // Steps of the residuals: in each half 4 changes of 2 in 7 steps, none at the seam: 8·4/16
    expect(fit?.durbinWatson).toBeCloseTo(2, 10);
  });

  test('too short, or one side empty: null; a missing month keeps its time', () => {
    expect(olsSegments([1, 2, 3, 4], 3, 1)).toBeNull();
    expect(olsSegments([1, 2, 4, 3, 5, 7, 6], 8, 1)).toBeNull();
    const series = Array.from({ length: 24 }, (_, i) => (i === 5 ? null : trend(i + 1, 13)));
    expect(olsSegments(series, 13, 3)?.coefficients[1]?.estimate).toBeCloseTo(0.5, 10);
  });
});

describe('AR(1) errors by REML', () => {
  const draw = noise(11);
  let error = 0;
  const series = Array.from({ length: 600 }, (_, i) => {
    error = 0.6 * error + draw();
    return trend(i + 1, 301) + error;
  });

  test('finds the correlation .6, the innovations’ deviation 1 and the effect at the end', () => {
    const fit = autoregressiveSegments(series, 301);
    expect(fit?.rho).toBeGreaterThan(0.5);
    expect(fit?.rho).toBeLessThan(0.7);
    expect(fit?.innovationDeviation).toBeCloseTo(1, 1);
    expect(fit?.endEffect.lower).toBeLessThan(4 + 0.25 * 299);
    expect(fit?.endEffect.upper).toBeGreaterThan(4 + 0.25 * 299);
  });

  test('adding a line and a step moves the coefficients by just that and leaves ρ', () => {
    const before = autoregressiveSegments(series.slice(280, 330), 21);
    const after = autoregressiveSegments(
      series.slice(280, 330).map((y, i) => y + 3 + 2 * (i + 1) + (i + 1 >= 21 ? 5 : 0)),
      21,
    );
    const moved = after?.coefficients.map(({ estimate }, i) => estimate - (before?.coefficients[i]?.estimate ?? NaN));
    expect(moved).toEqual([3, 2, 5, 0].map((b) => expect.closeTo(b, 5)));
    expect(after?.rho).toBeCloseTo(before?.rho ?? NaN, 6);
  });

  test('months left out keep their time: the same as restricted likelihood with the whole covariance matrix', () => {
    const gappy = series.slice(270, 310).map((y, i) => (i === 4 || (i >= 20 && i <= 22) || i === 33 ? null : y));
    const fit = autoregressiveSegments(gappy, 24);
    const best = Array.from({ length: 496 }, (_, k) => -0.99 + k / 250)
      .map((rho) => ({ rho, ...byWholeMatrix(gappy, 24, rho) }))
      .reduce((least, candidate) => (candidate.deviance < least.deviance ? candidate : least));
    expect(fit?.rho).toBeCloseTo(best.rho, 2);
    const exact = byWholeMatrix(gappy, 24, fit?.rho ?? NaN);
    expect(fit?.coefficients.map(({ estimate }) => estimate)).toEqual(
      exact.coefficients.map((b) => expect.closeTo(b, 8)),
    );
    expect(fit?.coefficients.map(({ standardError }) => standardError)).toEqual(
      exact.standardErrors.map((b) => expect.closeTo(b, 8)),
    );
  });

  test('too few months, a perfect line: null', () => {
    expect(autoregressiveSegments([1, null, 3, null, 6, 5], 4)).toBeNull();
    expect(autoregressiveSegments([1, 3, 2, 4], 3)).toBeNull();
    expect(
      autoregressiveSegments(
        Array.from({ length: 20 }, (_, i) => trend(i + 1, 11)),
        11,
      ),
    ).toBeNull();
  });
});

describe('generalised linear models', () => {
  const plain = { firstAfter: 7, hasSlope: false, harmonics: 0, period: 12 };

  test('quasi-Poisson: counts double from month 7 on, no trend: level = ln 2', () => {
    const months = Array.from({ length: 12 }, (_, i) => ({ y: i < 6 ? 10 : 20 }));
    const fit = poissonSegments(months, plain);
    expect(fit?.coefficients.map(({ term }) => term)).toEqual(['intercept', 'time', 'level']);
    expect(fit?.coefficients.map(({ estimate }) => estimate)).toEqual(
      [Math.log(10), 0, Math.LN2].map((b) => expect.closeTo(b, 8)),
    );
    expect(fit?.deviance).toBeCloseTo(0, 10);
    expect(fit?.degrees).toBe(9);
  });

  test('at the solution residuals are orthogonal to every column (score equations), with offset and cycle', () => {
    const draw = noise(5);
    const months = Array.from({ length: 36 }, (_, i) => ({
      y: Math.round(40 + 5 * draw()),
      offset: Math.log(100 + i),
    }));
    const options = { firstAfter: 20, hasSlope: true, harmonics: 1, period: 12 };
    const b = poissonSegments(months, options)?.coefficients.map(({ estimate }) => estimate) ?? [];
    const columns = months.map((_, i) => {
      const t = i + 1;
      const angle = (2 * Math.PI * t) / 12;
      return [1, t, t >= 20 ? 1 : 0, t >= 20 ? t - 20 : 0, Math.sin(angle), Math.cos(angle)];
    });
    columns[0]?.forEach((_, j) => {
      const score = months.reduce((sum, { y, offset }, i) => {
        const row = columns[i] ?? [];
        const mean = Math.exp(offset + row.reduce((total, x, k) => total + x * (b[k] ?? NaN), 0));
        return sum + (y - mean) * (row[j] ?? NaN);
      }, 0);
      expect(score).toBeCloseTo(0, 6);
    });
  });

  test('quasi-binomial: odds 1 before, 3 after: level = ln 3; 4 and 6 of 10 in turn have Pearson χ² 6.4', () => {
    const flat = Array.from({ length: 12 }, (_, i) => ({ x: i < 6 ? 10 : 15, n: 20 }));
    expect(binomialSegments(flat, plain)?.coefficients[2]?.estimate).toBeCloseTo(Math.log(3), 8);
    // Before .5 with x = 4, 6, 6, 4, 4, 6, 6, 4 of 10; after .5 likewise: Pearson 16·1/2.5 = 6.4 over 16 − 3
    const wave = [4, 6, 6, 4, 4, 6, 6, 4, 4, 6, 6, 4, 4, 6, 6, 4].map((x) => ({ x, n: 10 }));
    expect(binomialSegments(wave, { ...plain, firstAfter: 9 })?.dispersion).toBeCloseTo(6.4 / 13, 8);
  });

  test('months without cases keep their time; a rate of 0 throughout one side is not estimable', () => {
    const months = Array.from({ length: 14 }, (_, i) =>
      i === 3 ? { x: 0, n: 0 } : { x: i < 7 ? 10 + i : 15 + i, n: 40 },
    );
    expect(binomialSegments(months, plain)?.degrees).toBe(10);
    expect(
      binomialSegments(
        months.map(({ n }, i) => ({ x: i < 6 ? 0 : 5, n })),
        plain,
      ),
    ).toBeNull();
    expect(poissonSegments([{ y: 1 }, { y: 2 }, { y: 3 }], plain)).toBeNull();
  });
});
