import { binomialCdf, binomialQuantile } from './distribution/binomial.ts';
import type { Interval } from './interval.ts';
import { quantile, sorted } from './quantile.ts';

export interface MedianInterval {
  readonly n: number;
  /** Null without values. */
  readonly median: number | null;
  /** Null where the sample is too small (below 6 at 95 %). */
  readonly interval: (Interval & { readonly coverage: number }) | null;
}

/**
 * The median with an interval between order statistics, free of any distribution (Thompson 1936; Conover 1999, 3.2).
 * For complete samples; days to disposition with pending cases need `survivalQuantile`.
 */
export function medianInterval(values: readonly number[], confidence = 0.95): MedianInterval {
  const ascending = sorted(values);
  const n = ascending.length;
  const k = n === 0 ? 0 : binomialQuantile((1 - confidence) / 2, n, 0.5);
  const lower = ascending[k - 1];
  const upper = ascending[n - k];
  const interval =
    k === 0 || lower === undefined || upper === undefined
      ? null
      : { lower, upper, coverage: 1 - 2 * binomialCdf(k - 1, n, 0.5) };
  return { n, median: quantile(ascending, 0.5), interval };
}
