import { courtFlow } from '../court-flow.ts';
import { holtWinters, seasonalNaive } from '../forecast.ts';
import type { ForecastPoint } from '../forecast.ts';
import {
  frequencyQuantile,
  quantile as sampleQuantile,
  quantileDiscrete,
  sorted,
  weightedQuantile,
} from '../quantile.ts';
import { autoregressiveSegments } from '../segmented/autoregressive.ts';
import { SEGMENT_TERMS } from '../segmented/design.ts';
import type { EndEffect } from '../segmented/design.ts';
import { binomialSegments, poissonSegments } from '../segmented/generalised-linear.ts';
import { olsSegments } from '../segmented/newey-west.ts';
import { column, knownNumbersOf, listOf, member, numberOf, numbersOf } from './stat-case.ts';
import type { Json, StatMethod } from './stat-case.ts';

function firstAfterOf(params: Json): number {
  return numberOf(member(params, 't0')) ?? NaN;
}

function effectJson(effect: EndEffect | undefined) {
  return {
    est: effect?.estimate ?? null,
    se: effect?.standardError ?? null,
    lo: effect?.lower ?? null,
    hi: effect?.upper ?? null,
  };
}

const its_ols: StatMethod = ({ params, rows }) => {
  const fit = olsSegments(column(rows, 'y'), firstAfterOf(params), numberOf(member(params, 'lag')) ?? 0);
  return {
    n: rows.length,
    df: fit?.degrees ?? null,
    coef: SEGMENT_TERMS.map((term) => {
      const found = fit?.coefficients.find((coefficient) => coefficient.term === term);
      return {
        term,
        est: found?.estimate ?? null,
        se_ols: found?.plainError ?? null,
        se_nw: found?.standardError ?? null,
        t_nw: found?.t ?? null,
        p_nw: found?.p ?? null,
        lo_nw: found?.lower ?? null,
        hi_nw: found?.upper ?? null,
      };
    }),
    sigma: fit?.sigma ?? null,
    r2: fit?.rSquared ?? null,
    dw: fit?.durbinWatson ?? null,
    effect_end: effectJson(fit?.endEffect),
  };
};

const its_ar1: StatMethod = ({ params, rows }) => {
  const fit = autoregressiveSegments(column(rows, 'y'), firstAfterOf(params));
  return {
    n: rows.length,
    df: fit?.degrees ?? null,
    rho: fit?.rho ?? null,
    innovation_sd: fit?.innovationDeviation ?? null,
    coef: SEGMENT_TERMS.map((term) => {
      const found = fit?.coefficients.find((coefficient) => coefficient.term === term);
      const test = { t: found?.t ?? null, p: found?.p ?? null, lo: found?.lower ?? null, hi: found?.upper ?? null };
      return { term, est: found?.estimate ?? null, se: found?.standardError ?? null, ...test };
    }),
    effect_end: effectJson(fit?.endEffect),
  };
};

const its_glm: StatMethod = ({ params, rows }) => {
  const options = {
    firstAfter: firstAfterOf(params),
    hasSlope: member(params, 'slope') === true,
    harmonics: numberOf(member(params, 'harmonics')) ?? 0,
    period: numberOf(member(params, 'period')) ?? 12,
  };
  const counts = rows.map((row) => {
    const y = numberOf(row['y']);
    return row['offset'] === undefined ? { y } : { y, offset: numberOf(row['offset']) };
  });
  const shares = rows.map(({ x, n }) => ({ x: numberOf(x), n: numberOf(n) }));
  const isShare = member(params, 'family') === 'quasibinomial';
  const fit = isShare ? binomialSegments(shares, options) : poissonSegments(counts, options);
  return {
    dispersion: fit?.dispersion ?? null,
    df: fit?.degrees ?? null,
    deviance: fit?.deviance ?? null,
    coef: (fit?.coefficients ?? []).map(({ term, estimate, standardError }) => ({
      term,
      est: estimate,
      se: standardError,
    })),
  };
};

const quantile: StatMethod = ({ params, rows }) => {
  const probs = knownNumbersOf(member(params, 'probs'));
  const ascending = sorted(column(rows, 'x').filter((value) => value !== null));
  return {
    type7: probs.map((p) => sampleQuantile(ascending, p)),
    type1: probs.map((p) => quantileDiscrete(ascending, p)),
  };
};

const wtd_quantile: StatMethod = ({ params, rows }) => {
  const probs = knownNumbersOf(member(params, 'probs'));
  const values = rows.flatMap((row) => {
    const [value, weight] = [numberOf(row['x']), numberOf(row['w'])];
    return value === null || weight === null ? [] : [{ value, weight }];
  });
  return {
    inverse_ecdf: probs.map((p) => weightedQuantile(values, p)),
    freq_type7: probs.map((p) => frequencyQuantile(values, p)),
  };
};

/** CEPEJ publishes the clearance rate in percent. */
const PERCENT = 100;

const cepej: StatMethod = ({ input }) =>
  listOf(member(input, 'cases')).map((json) => {
    const given = (key: string): number | null => numberOf(member(json, key));
    const [pendingStart, incoming, resolved, days] = [
      given('pending_start'),
      given('incoming'),
      given('resolved'),
      given('days'),
    ];
    if (pendingStart === null || incoming === null || resolved === null || days === null) {
      return { pending_end: null, clearance_rate: null, disposition_time: null, turnover: null };
    }
    const flow = courtFlow({ pendingStart, incoming, resolved, days });
    return {
      pending_end: flow.pendingEnd,
      clearance_rate: flow.clearanceRate === null ? null : PERCENT * flow.clearanceRate,
      disposition_time: flow.dispositionTime,
      turnover: flow.turnover,
    };
  });

function forecastJson(points: readonly ForecastPoint[]) {
  return {
    mean: points.map(({ mean }) => mean),
    lo95: points.map(({ lower }) => lower),
    hi95: points.map(({ upper }) => upper),
  };
}

const forecast: StatMethod = ({ params, input }) => {
  const given = (key: string): number => numberOf(member(params, key)) ?? NaN;
  const series = numbersOf(member(input, 'y'));
  const horizon = given('h');
  const options = {
    alpha: given('alpha'),
    beta: given('beta'),
    gamma: given('gamma'),
    level: given('level0'),
    trend: given('trend0'),
    season: knownNumbersOf(member(params, 'season0')),
  };
  const smoothed = holtWinters(series, options, horizon);
  const nothing = { mean: null, lower: null, upper: null };
  const points = smoothed?.points ?? Array.from({ length: horizon }, () => nothing);
  return {
    snaive: forecastJson(seasonalNaive(series, given('period'), horizon)),
    hw_additive: { ...forecastJson(points), sse: smoothed?.squaredErrors ?? null },
  };
};

export const SERIES_METHODS: Readonly<Record<string, StatMethod>> = {
  its_ols,
  its_ar1,
  its_glm,
  quantile,
  wtd_quantile,
  cepej,
  forecast,
};
