import { negativeBinomialCdf, negativeBinomialQuantile } from '../distribution/negative-binomial.ts';
import { rateFunnel, type ProportionFunnel, type ProportionUnit, type RateScale } from './proportion-funnel.ts';

/**
 * x events over n cases that are not those of which they are events, as appeals of a period over its closings: Poisson(r·N)
 * events with N itself known by a count of n only. Given n that is a negative binomial count of mean r·n and size n; its
 * variance r·(1 + r)·n is stabilised by the inverse hyperbolic sine (Anscombe 1948, Biometrika 35:246).
 */
const COUNT_RATIOS: RateScale = {
  angle: (rate) => Math.asinh(Math.sqrt(rate)),
  rate: (angle) => Math.sinh(angle) ** 2,
  ends: [0, Infinity],
  variance: (rate) => rate * (1 + rate),
  largest: Infinity,
  cdf: (count, n, rate) => negativeBinomialCdf(count, n, rate * n),
  quantile: (p, n, rate) => negativeBinomialQuantile(p, n, rate * n),
};

/** Funnel plot of ratios of two counts about the pooled ratio; as `proportionFunnel`, with limits that are wider. */
export function countRatioFunnel(units: readonly ProportionUnit[], trim = 0.1): ProportionFunnel {
  return rateFunnel(units, COUNT_RATIOS, trim);
}
