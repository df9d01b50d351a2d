import { kitagawa as decompose } from '../kitagawa.ts';
import { benjaminiHochberg, holm } from '../multiple-testing.ts';
import { betaBinomialFit } from '../shrinkage/beta-binomial-likelihood.ts';
import { betaBinomialShrinkage } from '../shrinkage/beta-binomial.ts';
import { normalShrinkage } from '../shrinkage/normal-shrinkage.ts';
import { directProportion, directRate } from '../standardise/direct.ts';
import { indirectRatios } from '../standardise/indirect.ts';
import { member, numberOf, numbersOf, textOf } from './stat-case.ts';
import type { CaseRow, StatMethod } from './stat-case.ts';

/** A count of a row; a missing one counts as no case. */
function count(row: CaseRow, name: string): number {
  return numberOf(row[name]) ?? 0;
}

const direct_std_rate: StatMethod = ({ params, rows }) => {
  const mult = numberOf(member(params, 'mult')) ?? 100_000;
  const times = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : value * mult;
  const result = directRate(
    rows.map((row) => ({
      count: count(row, 'count'),
      population: count(row, 'pop'),
      standardPopulation: count(row, 'stdpop'),
    })),
  );
  return {
    total_count: result.totalCount,
    total_pop: result.totalPopulation,
    crude: times(result.crude),
    dsr: times(result.standardised),
    dobson_lo: times(result.dobson?.lower),
    dobson_hi: times(result.dobson?.upper),
    fayfeuer_lo: times(result.fayFeuer?.lower),
    fayfeuer_hi: times(result.fayFeuer?.upper),
  };
};

const direct_std_prop: StatMethod = ({ rows }) => {
  const result = directProportion(
    rows.map((row) => ({ x: count(row, 'x'), n: count(row, 'n'), weight: count(row, 'w') })),
  );
  return {
    crude: result.crude,
    std: result.standardised,
    se: result.standardError,
    lo: result.interval?.lower ?? null,
    hi: result.interval?.upper ?? null,
    n_eff: result.effectiveN,
    coverage: result.coverage,
  };
};

const indirect_std: StatMethod = ({ rows }) => {
  const ratios = indirectRatios(
    rows.map((row) => ({
      unit: textOf(row['unit']),
      stratum: textOf(row['stratum']),
      x: count(row, 'x'),
      n: count(row, 'n'),
    })),
  );
  return [...ratios]
    .sort((a, b) => (a.unit < b.unit ? -1 : 1))
    .map(({ unit, observed, expected, ratio, interval }) => ({
      unit,
      observed,
      expected,
      ratio,
      lo: interval?.lower ?? null,
      hi: interval?.upper ?? null,
    }));
};

const kitagawa: StatMethod = ({ rows }) => {
  const { rate1, rate2, effects, categories } = decompose(
    rows.map((row) => ({
      category: textOf(row['category']),
      x1: count(row, 'x1'),
      n1: count(row, 'n1'),
      x2: count(row, 'x2'),
      n2: count(row, 'n2'),
    })),
  );
  return {
    rate1,
    rate2,
    total: effects?.total ?? null,
    mix: effects?.mix ?? null,
    rate: effects?.rate ?? null,
    mix_p1: effects?.fromFirst.mix ?? null,
    rate_p1: effects?.fromFirst.rate ?? null,
    interaction: effects?.fromFirst.interaction ?? null,
    categories: categories.map(({ centredMix, ...category }) => ({ ...category, mix_centred: centredMix })),
  };
};

function unitProportions(rows: readonly CaseRow[]) {
  return rows.map((row) => ({ unit: textOf(row['unit']), x: count(row, 'x'), n: count(row, 'n') }));
}

const eb_betabinom: StatMethod = ({ rows }) => {
  const result = betaBinomialShrinkage(unitProportions(rows));
  return {
    mu: result.mean,
    icc: result.intraclassCorrelation,
    heterogeneity: result.isHeterogeneous,
    strength: result.strength,
    units: result.units.map(({ unit, raw, weight, shrunk, interval }) => ({
      unit,
      raw,
      weight,
      shrunk,
      lo: interval?.lower ?? null,
      hi: interval?.upper ?? null,
    })),
  };
};

const eb_betabinom_ml: StatMethod = ({ rows }) => {
  const fit = betaBinomialFit(unitProportions(rows));
  return {
    mu: fit?.mean ?? null,
    strength: fit?.strength ?? null,
    icc: fit?.intraclassCorrelation ?? null,
    loglik: fit?.logLikelihood ?? null,
  };
};

const eb_normal: StatMethod = ({ rows }) => {
  const result = normalShrinkage(
    rows.map((row) => ({
      unit: textOf(row['unit']),
      estimate: numberOf(row['y']),
      standardError: numberOf(row['se']),
    })),
  );
  return {
    mu: result.mean,
    se_mu: result.standardError,
    tau2: result.tauSquared,
    Q: result.q,
    units: result.units.map(({ unit, weight, shrunk }) => ({ unit, weight, shrunk })),
  };
};

const p_adjust: StatMethod = ({ input }) => {
  const p = numbersOf(member(input, 'p'));
  return { bh: benjaminiHochberg(p), holm: holm(p) };
};

export const COMPARISON_METHODS: Readonly<Record<string, StatMethod>> = {
  direct_std_rate,
  direct_std_prop,
  indirect_std,
  kitagawa,
  eb_betabinom,
  eb_betabinom_ml,
  eb_normal,
  p_adjust,
};
