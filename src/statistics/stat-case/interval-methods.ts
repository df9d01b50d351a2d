import { betaQuantile } from '../distribution/beta.ts';
import { binomialCdf, binomialQuantile } from '../distribution/binomial.ts';
import { logBeta } from '../distribution/gamma-function.ts';
import { chiSquareQuantile, chiSquareUpper } from '../distribution/gamma.ts';
import { normalCdf, normalQuantile } from '../distribution/normal.ts';
import { poissonCdf, poissonQuantile } from '../distribution/poisson.ts';
import { studentQuantile } from '../distribution/student.ts';
import * as interval from '../interval.ts';
import { medianInterval } from '../median-interval.ts';
import { ratioOrNull } from '../sample.ts';
import { knownNumbersOf, listOf, member, numberOf, numbersOf } from './stat-case.ts';
import type { Json, StatMethod } from './stat-case.ts';

const DISTRIBUTIONS: Readonly<Record<string, (a: number, b: number, c: number) => number>> = {
  qnorm: normalQuantile,
  pnorm: normalCdf,
  qchisq: chiSquareQuantile,
  qbeta: betaQuantile,
  qt: studentQuantile,
  pbinom: binomialCdf,
  qbinom: binomialQuantile,
  ppois: poissonCdf,
  qpois: poissonQuantile,
  pchisq_upper: chiSquareUpper,
  lbeta: logBeta,
};

const dist: StatMethod = ({ input }) => {
  const results = Object.entries(DISTRIBUTIONS).map(([name, evaluate]): [string, Json] => [
    name,
    listOf(member(input, name)).map((args) => {
      const [a = null, b = null, c = null] = numbersOf(args);
      return evaluate(a ?? NaN, b ?? NaN, c ?? NaN);
    }),
  ]);
  return Object.fromEntries(results);
};

/** Number `key` of a case, NaN where missing, so that a formula without it has no result. */
function given(json: Json, key: string): number {
  return numberOf(member(json, key)) ?? NaN;
}

function confidenceOf(json: Json): number {
  return numberOf(member(json, 'conf')) ?? 0.95;
}

const prop_ci: StatMethod = ({ input }) =>
  listOf(member(input, 'cases')).map((json) => {
    const [x, n] = [given(json, 'x'), given(json, 'n')];
    const wilson = interval.wilsonInterval(x, n, confidenceOf(json));
    const exact = interval.clopperPearsonInterval(x, n, confidenceOf(json));
    return {
      p: n > 0 ? ratioOrNull(x, n) : null,
      wilson_lo: wilson?.lower ?? null,
      wilson_hi: wilson?.upper ?? null,
      exact_lo: exact?.lower ?? null,
      exact_hi: exact?.upper ?? null,
    };
  });

const prop_diff: StatMethod = ({ input }) =>
  listOf(member(input, 'cases')).map((json) => {
    const first = { x: given(json, 'x1'), n: given(json, 'n1') };
    const second = { x: given(json, 'x2'), n: given(json, 'n2') };
    const result = interval.newcombeInterval(first, second, confidenceOf(json));
    return { diff: result?.difference ?? null, lo: result?.lower ?? null, hi: result?.upper ?? null };
  });

const poisson_ci: StatMethod = ({ input }) =>
  listOf(member(input, 'cases')).map((json) => {
    const x = given(json, 'x');
    const confidence = confidenceOf(json);
    const exact = interval.poissonExactInterval(x, confidence);
    const byar = interval.byarInterval(x, confidence);
    const hybrid = interval.countInterval(x, confidence);
    return {
      x: numberOf(x),
      exact_lo: exact?.lower ?? null,
      exact_hi: exact?.upper ?? null,
      byar_lo: byar?.lower ?? null,
      byar_hi: byar?.upper ?? null,
      hybrid_lo: hybrid?.lower ?? null,
      hybrid_hi: hybrid?.upper ?? null,
    };
  });

const median_ci: StatMethod = ({ input }) => {
  const { n, median, interval } = medianInterval(knownNumbersOf(member(input, 'x')));
  const limits = { lo: interval?.lower ?? null, hi: interval?.upper ?? null, coverage: interval?.coverage ?? null };
  return { n, median, ...limits };
};

export const INTERVAL_METHODS: Readonly<Record<string, StatMethod>> = {
  dist,
  prop_ci,
  prop_diff,
  poisson_ci,
  median_ci,
};
