import type { FunnelLimitsAt, Standing } from '../../charts/funnel/funnel-view.ts';
import { lazy } from '../../lib/lazy.ts';
import type { Better } from '../../metrics/metric.ts';
import { countRatioFunnel } from '../../statistics/funnel/count-ratio-funnel.ts';
import { estimateFunnel } from '../../statistics/funnel/estimate-funnel.ts';
import { flagOf, widestLimits, type FunnelFlag, type FunnelLimits } from '../../statistics/funnel/limits.ts';
import { meanLimits } from '../../statistics/funnel/mean-limits.ts';
import type { Overdispersion } from '../../statistics/funnel/overdispersion.ts';
import { proportionFunnel } from '../../statistics/funnel/proportion-funnel.ts';
import { ratioFunnel } from '../../statistics/funnel/ratio-funnel.ts';
import { countRatioOf, isComplement } from '../figure/evidence.ts';
import type { CourtUnit } from './court-unit.ts';
import { isMostlyAlone } from './uncompared.ts';

/** Below this many courts that can be judged there is no funnel: the variation between them cannot be told. */
export const FEWEST_PEERS = 10;

/** A court in a funnel. `limits` are those that decide: see `decide`. */
export interface OutcomeUnit {
  readonly name: string;
  readonly size: number;
  readonly value: number;
  readonly z: number;
  readonly limits: FunnelLimits;
  readonly flag: FunnelFlag;
}

/** A funnel of any kind: of rates, of means, of observed / expected. */
export interface Outcome {
  readonly target: number;
  readonly overdispersion: Overdispersion;
  /** Standard deviation between the courts in the unit of the values; 0 where none was found. */
  readonly spread: number;
  readonly units: ReadonlyMap<string, OutcomeUnit>;
  /** The curves; computed when a picture asks. */
  readonly toLimits: () => readonly FunnelLimitsAt[];
}

/**
 * The limits that decide: those widened for overdispersion, and nowhere narrower than what chance alone allows exactly.
 * The widened ones come from a normal scale, on which none of 3 expected cases would be beyond 99.8 %; it happens to every
 * twentieth court.
 */
function decide(
  value: number | null,
  adjusted: FunnelLimits,
  chance: () => FunnelLimits,
): { readonly limits: FunnelLimits; readonly flag: FunnelFlag | null } {
  const limits = lazy(() => widestLimits(adjusted, chance()));
  const first = flagOf(value, adjusted);
  return {
    get limits() {
      return limits();
    },
    // Exact limits are dear: only where the others are passed.
    flag: first === null || first === 'in' ? first : flagOf(value, limits()),
  };
}

/**
 * Exact limits of a court with upper limits of whole cases. Limits that are interpolated between two counts make smooth
 * curves, but a court would pass the upper one by the first count above it, which chance reaches oftener than it says:
 * where 98 % are in time, 150 of 150 are for every twentieth court. From below the first whole count is right as it is.
 */
function toWhole(limits: FunnelLimits, size: number): FunnelLimits {
  const whole = (limit: number | null): number | null =>
    limit === null ? null : Math.ceil(limit * size - 1e-6) / size;
  return { ...limits, upper95: whole(limits.upper95), upper998: whole(limits.upper998) };
}

/** What the flag of the deciding limits allows to be said: only beyond 99.8 %. */
export function standingOf(flag: FunnelFlag, better: Better): Standing {
  if (flag !== 'high998' && flag !== 'low998') return 'none';
  if (better === 'neither') return 'apart';
  return (flag === 'high998') === (better === 'up') ? 'better' : 'worse';
}

/** Rates or means as they are; null where fewer than ten courts can be judged. */
export function crudeOutcome(courts: readonly CourtUnit[]): Outcome | null {
  const judged = courts.filter(({ unjudged }) => unjudged === null);
  if (judged.length < FEWEST_PEERS) return null;
  if (judged[0]?.figure?.definition.unit === 'days') {
    return meanOutcome(judged, false);
  }
  return rateOutcome(judged);
}

/**
 * Observed / expected; null where fewer than ten courts can be judged or nothing is expected. A court most of whose cases
 * are of kinds that the others hardly have is expected to do what it does: it is not among them.
 */
export function adjustedOutcome(courts: readonly CourtUnit[]): Outcome | null {
  const judged = courts.filter(
    (court) => court.unjudged === null && (court.indirect?.expected ?? 0) > 0 && !isMostlyAlone(court.uncompared),
  );
  if (judged.length < FEWEST_PEERS) return null;
  if (judged[0]?.figure?.definition.unit !== 'days') return ratioOutcome(judged);
  return meanOutcome(judged, true);
}

function rateOutcome(judged: readonly CourtUnit[]): Outcome | null {
  if (judged.some(isOfTwoCounts)) return countRatioOutcome(judged);
  const funnel = proportionFunnel(
    judged.map(({ name, figure, n }) => ({ unit: name, x: figure?.numerator ?? null, n })),
  );
  const { target, overdispersion } = funnel;
  if (target === null) return null;
  const units = funnel.units.map((unit, i) =>
    toUnit(unit.unit, judged[i]?.n, unit.proportion, unit.z, unit.adjusted, () =>
      toWhole(unit.exact, judged[i]?.n ?? NaN),
    ),
  );
  const limitsAt = (size: number) => {
    const { exact, adjusted } = funnel.limitsAt(Math.round(size));
    return { chance: exact, deciding: widestLimits(adjusted, exact) };
  };
  // The arcsine scale stretches a rate by 1 / (2√(p(1 − p))).
  const spread = Math.sqrt(overdispersion.tauSquared) * 2 * Math.sqrt(target * (1 - target));
  return toOutcome(target, overdispersion, spread, units, limitsAt);
}

function isOfTwoCounts({ figure }: CourtUnit): boolean {
  return figure !== null && countRatioOf(figure) !== null;
}

/** Rates whose events are those of other cases; a complement is judged by the events that are taken off. */
function countRatioOutcome(judged: readonly CourtUnit[]): Outcome | null {
  const counts = judged.map(({ name, figure }) => {
    const { x, n } = (figure === null ? null : countRatioOf(figure)) ?? { x: null, n: null };
    return { unit: name, x, n };
  });
  const funnel = countRatioFunnel(counts);
  const { target, overdispersion } = funnel;
  if (target === null) return null;
  const isRest = judged.some(({ figure }) => figure !== null && isComplement(figure.variant));
  const sideOf = isRest ? restOf : (limits: FunnelLimits): FunnelLimits => limits;
  const units = funnel.units.map((unit, i) => {
    const n = judged[i]?.n ?? NaN;
    const chance = (): FunnelLimits => sideOf(toWhole(unit.exact, n));
    const value = unit.proportion === null || !isRest ? unit.proportion : 1 - unit.proportion;
    const z = unit.z === null || !isRest ? unit.z : -unit.z;
    return toUnit(unit.unit, n, value, z, sideOf(unit.adjusted), chance);
  });
  const limitsAt = (size: number) => {
    const { exact, adjusted } = funnel.limitsAt(Math.round(size));
    return { chance: sideOf(exact), deciding: sideOf(widestLimits(adjusted, exact)) };
  };
  // The inverse hyperbolic sine stretches a ratio by 1 / (2√(r(1 + r))).
  const spread = Math.sqrt(overdispersion.tauSquared) * 2 * Math.sqrt(target * (1 + target));
  return toOutcome(isRest ? 1 - target : target, overdispersion, spread, units, limitsAt);
}

/** The limits of 1 − rate. */
function restOf({ lower95, upper95, lower998, upper998 }: FunnelLimits): FunnelLimits {
  const rest = (limit: number | null): number | null => (limit === null ? null : 1 - limit);
  return { lower95: rest(upper95), upper95: rest(lower95), lower998: rest(upper998), upper998: rest(lower998) };
}

/**
 * How many expected cases tell as much as those expected here. All of them where each case counts or does not; where events
 * are those of other cases, the count of the cases is moved by chance as well and every kind adds rate² to the variance.
 */
function sizeOfEvidence({ figure, indirect, n }: CourtUnit): number {
  if (indirect === null) return NaN;
  const { expected, squares } = indirect;
  if (figure === null || countRatioOf(figure) === null) return expected;
  // Of Σ n·rate·(1 + rate); of a complement the rate is 1 less what is expected.
  const variance = isComplement(figure.variant) ? 2 * n - 3 * expected + squares : expected + squares;
  return Math.min(expected, expected ** 2 / variance);
}

function ratioOutcome(judged: readonly CourtUnit[]): Outcome | null {
  const sizes = judged.map(sizeOfEvidence);
  const funnel = ratioFunnel(
    judged.map(({ name, indirect }, i) => {
      const size = sizes[i] ?? NaN;
      return { unit: name, observed: (indirect?.ratio ?? NaN) * size, expected: size };
    }),
  );
  const units = funnel.units.map((unit, i) =>
    toUnit(unit.unit, sizes[i], unit.ratio, unit.z, unit.adjusted, () =>
      toWhole(unit.exact, judged[i]?.indirect?.expected ?? NaN),
    ),
  );
  const limitsAt = (size: number) => {
    const { exact, adjusted } = funnel.limitsAt(size);
    return { chance: exact, deciding: widestLimits(adjusted, exact) };
  };
  // The square-root scale stretches a ratio near 1 by 1 / 2.
  return toOutcome(1, funnel.overdispersion, 2 * Math.sqrt(funnel.overdispersion.tauSquared), units, limitsAt);
}

/**
 * Means of days about the common mean, or observed / expected days about 1. The standard error is that of a court with the
 * spread common to all: limits say what chance would do to an average court, and with every court's own spread the fast
 * ones, whose days vary less, would draw the target towards themselves. The size is the number of cases; for
 * observed / expected it is converted to cases of average expected length, so that the curves drawn are the limits that decide.
 */
function meanOutcome(judged: readonly CourtUnit[], isAdjusted: boolean): Outcome | null {
  const deviation = commonDeviation(judged);
  const total = (of: (court: CourtUnit) => number): number => judged.reduce((sum, court) => sum + of(court), 0);
  const meanExpected = isAdjusted ? total(({ indirect }) => indirect?.expected ?? 0) / total(({ n }) => n) : 1;
  const estimates = judged.map(({ name, figure, n, indirect }) => {
    const expected = isAdjusted ? (indirect?.expected ?? NaN) / n : 1;
    const size = n * (expected / meanExpected) ** 2;
    const estimate = (isAdjusted ? indirect?.ratio : figure?.value) ?? null;
    return { unit: name, size, estimate, standardError: deviation / (meanExpected * Math.sqrt(size)) };
  });
  const funnel = estimateFunnel(estimates);
  const { target, overdispersion } = funnel;
  if (target === null) return null;
  const chanceAt = (error: number) => meanLimits(target, error);
  const units = funnel.units.map((unit, i) => {
    const estimate = estimates[i];
    const chance = () => chanceAt(estimate?.standardError ?? NaN);
    return toUnit(unit.unit, estimate?.size, estimate?.estimate ?? null, unit.z, unit.adjusted, chance);
  });
  const limitsAt = (size: number) => {
    const error = deviation / (meanExpected * Math.sqrt(size));
    const chance = chanceAt(error);
    return { chance, deciding: widestLimits(funnel.limitsAt(error).adjusted, chance) };
  };
  return toOutcome(target, overdispersion, Math.sqrt(overdispersion.tauSquared), units, limitsAt);
}

/** Standard deviation of the days within the courts, pooled over them. */
function commonDeviation(judged: readonly CourtUnit[]): number {
  let [squares, degrees] = [0, 0];
  for (const { figure, n } of judged) {
    squares += (n - 1) * (figure?.deviation ?? 0) ** 2;
    degrees += n - 1;
  }
  return Math.sqrt(squares / degrees);
}

function toUnit(
  name: string,
  size: number | undefined,
  value: number | null,
  z: number | null,
  adjusted: FunnelLimits,
  chance: () => FunnelLimits,
): OutcomeUnit | null {
  const decided = decide(value, adjusted, chance);
  const { flag } = decided;
  if (size === undefined || value === null || z === null || flag === null) return null;
  return {
    name,
    size,
    value,
    z,
    get limits() {
      return decided.limits;
    },
    flag,
  };
}

type LimitsAt = (size: number) => { readonly chance: FunnelLimits; readonly deciding: FunnelLimits };

function toOutcome(
  target: number,
  overdispersion: Overdispersion,
  spread: number,
  units: readonly (OutcomeUnit | null)[],
  limitsAt: LimitsAt,
): Outcome {
  const known = units.filter((unit) => unit !== null);
  return {
    target,
    overdispersion,
    spread,
    units: new Map(known.map((unit) => [unit.name, unit])),
    toLimits: () =>
      toLimits(
        known.map(({ size }) => size),
        limitsAt,
      ),
  };
}

const CURVE_STEPS = 64;

/** The limits at sizes that are evenly spaced on the square-root scale of the drawing. */
function toLimits(sizes: readonly number[], limitsAt: LimitsAt): readonly FunnelLimitsAt[] {
  const [first, last] = [Math.sqrt(Math.max(1, Math.min(...sizes) / 2)), Math.sqrt(Math.max(...sizes))];
  return Array.from({ length: CURVE_STEPS + 1 }, (_, i) => (first + ((last - first) * i) / CURVE_STEPS) ** 2).flatMap(
    (size) => {
      const { chance, deciding } = limitsAt(size);
      const decidingBand = bandOf(deciding.lower998, deciding.upper998);
      const chance998 = bandOf(chance.lower998, chance.upper998);
      const chance95 = bandOf(chance.lower95, chance.upper95);
      if (decidingBand === null || chance998 === null || chance95 === null) return [];
      return [{ size, deciding: decidingBand, chance998, chance95 }];
    },
  );
}

function bandOf(lower: number | null, upper: number | null): { lower: number; upper: number } | null {
  return lower === null || upper === null ? null : { lower, upper };
}
