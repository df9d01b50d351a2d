import { gammaQuantile } from '../distribution/gamma.ts';
import { limitsByProbability, NO_LIMITS, type FunnelLimits } from './limits.ts';

/**
 * Within which limits chance leaves the mean of days: quantiles of a gamma distribution with mean `target` and standard
 * deviation `standardError`. Days are never negative and their long tail makes the means of few cases skew; normal limits
 * would be passed from above about three times as often as they say. Nothing is known without a positive target and error.
 */
export function meanLimits(target: number, standardError: number): FunnelLimits {
  if (!(target > 0) || !(standardError > 0)) return NO_LIMITS;
  const shape = (target / standardError) ** 2;
  return limitsByProbability((p) => (target * gammaQuantile(p, shape)) / shape);
}
