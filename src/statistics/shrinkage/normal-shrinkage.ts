import { sum } from '../sample.ts';

export interface UnitEstimate {
  readonly unit: string;
  readonly estimate: number | null;
  readonly standardError: number | null;
}

export interface ShrunkEstimate {
  readonly unit: string;
  /** τ² / (τ² + se²); null where the unit has no usable estimate. */
  readonly weight: number | null;
  readonly shrunk: number | null;
}

export interface NormalShrinkage {
  /** Random-effects mean; null below two units. */
  readonly mean: number | null;
  readonly standardError: number | null;
  readonly tauSquared: number | null;
  /** Cochran's Q; null without units. */
  readonly q: number | null;
  readonly units: readonly ShrunkEstimate[];
}

/**
 * Random-effects mean and shrinkage of estimates with standard errors (DerSimonian & Laird 1986, Control Clin Trials
 * 7:177). Units without a finite estimate and a positive standard error do not count.
 */
export function normalShrinkage(units: readonly UnitEstimate[]): NormalShrinkage {
  const known = units.flatMap(({ estimate, standardError }) =>
    isUsable(estimate) && isUsable(standardError) && standardError > 0
      ? [{ y: estimate, variance: standardError ** 2 }]
      : [],
  );
  const weights = known.map(({ variance }) => 1 / variance);
  const total = sum(weights);
  const fixed = sum(known.map(({ y, variance }) => y / variance)) / total;
  const q = sum(known.map(({ y, variance }) => (y - fixed) ** 2 / variance));
  if (known.length < 2) {
    const nothing = units.map(({ unit }) => ({ unit, weight: null, shrunk: null }));
    return { mean: null, standardError: null, tauSquared: null, q: known.length === 0 ? null : q, units: nothing };
  }
  const spread = total - sum(weights.map((weight) => weight ** 2)) / total;
  const tauSquared = Math.max(0, (q - (known.length - 1)) / spread);
  const precision = sum(known.map(({ variance }) => 1 / (variance + tauSquared)));
  const mean = sum(known.map(({ y, variance }) => y / (variance + tauSquared))) / precision;
  return {
    mean,
    standardError: Math.sqrt(1 / precision),
    tauSquared,
    q,
    units: units.map(({ unit, estimate, standardError }) => {
      if (!isUsable(estimate) || !isUsable(standardError) || standardError <= 0)
        return { unit, weight: null, shrunk: null };
      const weight = tauSquared / (tauSquared + standardError ** 2);
      return { unit, weight, shrunk: mean + weight * (estimate - mean) };
    }),
  };
}

function isUsable(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
}
