import { logBeta } from '../distribution/gamma-function.ts';
import { minimise } from '../minimise.ts';
import { sum } from '../sample.ts';
import type { UnitProportion } from './beta-binomial.ts';

export interface BetaBinomialFit {
  readonly mean: number;
  /** Null where the likelihood only grows as the units become equal. */
  readonly strength: number | null;
  readonly intraclassCorrelation: number;
  readonly logLikelihood: number;
}

/** Logarithms of the strengths searched. Above the strongest, rounding of ln B hides what is left of the likelihood. */
const STRONGEST = Math.log(1e7);
const WEAKEST = Math.log(1e-4);
const TOLERANCE = 1e-9;
/** A gain in log-likelihood over equal units that is not more than this is none. */
const LEAST_GAIN = 1e-6;

/**
 * Beta-binomial distribution by maximum likelihood (Griffiths 1973, Biometrics 29:637), as a check of the moment
 * estimate: the strength is searched, and for each strength the best mean. Null without cases or where all or none of
 * them are x.
 */
export function betaBinomialFit(units: readonly UnitProportion[]): BetaBinomialFit | null {
  const known = units.filter(({ n }) => n > 0);
  const pooled = sum(known.map(({ x }) => x)) / sum(known.map(({ n }) => n));
  if (!(pooled > 0 && pooled < 1)) return null;
  const bestMean = (strength: number): number => {
    const logit = minimise((value) => -logLikelihood(known, inverseLogit(value), strength), -20, 20, TOLERANCE);
    return inverseLogit(logit);
  };
  const profile = (logStrength: number): number => {
    const strength = Math.exp(logStrength);
    return -logLikelihood(known, bestMean(strength), strength);
  };
  const logStrength = minimise(profile, WEAKEST, STRONGEST, TOLERANCE);
  const strength = Math.exp(logStrength);
  const mean = bestMean(strength);
  const fitted = logLikelihood(known, mean, strength);
  const equal = binomialLogLikelihood(known, pooled);
  if (fitted <= equal + LEAST_GAIN)
    return { mean: pooled, strength: null, intraclassCorrelation: 0, logLikelihood: equal };
  return { mean, strength, intraclassCorrelation: 1 / (1 + strength), logLikelihood: fitted };
}

function inverseLogit(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function logChoose(n: number, x: number): number {
  return -Math.log(n + 1) - logBeta(x + 1, n - x + 1);
}

function logLikelihood(units: readonly UnitProportion[], mean: number, strength: number): number {
  const a = mean * strength;
  const b = (1 - mean) * strength;
  return sum(units.map(({ x, n }) => logChoose(n, x) + logBeta(x + a, n - x + b) - logBeta(a, b)));
}

function binomialLogLikelihood(units: readonly UnitProportion[], mean: number): number {
  return sum(units.map(({ x, n }) => logChoose(n, x) + x * Math.log(mean) + (n - x) * Math.log1p(-mean)));
}
