import { estimateFunnel } from '../funnel/estimate-funnel.ts';
import type { FunnelLimits } from '../funnel/limits.ts';
import type { Overdispersion } from '../funnel/overdispersion.ts';
import { proportionFunnel } from '../funnel/proportion-funnel.ts';
import type { ProportionLimits } from '../funnel/proportion-funnel.ts';
import { ratioFunnel } from '../funnel/ratio-funnel.ts';
import { knownNumbersOf, member, numberOf, textOf } from './stat-case.ts';
import type { Json, StatCase, StatMethod } from './stat-case.ts';

function trimOf({ params }: StatCase): number {
  return numberOf(member(params, 'trim')) ?? 0.1;
}

function limitsJson(
  prefix: string,
  { lower95, upper95, lower998, upper998 }: FunnelLimits,
): Readonly<Record<string, Json>> {
  return {
    [`${prefix}lo95`]: lower95,
    [`${prefix}hi95`]: upper95,
    [`${prefix}lo998`]: lower998,
    [`${prefix}hi998`]: upper998,
  };
}

function spreadJson({ unitCount, rawPhi, phi, threshold, isOverdispersed, tauSquared }: Overdispersion) {
  const tests = { phi_threshold: threshold, overdispersed: isOverdispersed };
  return { I: unitCount, phi_raw: rawPhi, phi, ...tests, tau2: tauSquared };
}

function proportionLimitsJson({ exact, adjusted, inflated }: ProportionLimits): Readonly<Record<string, Json>> {
  return { ...limitsJson('exact_', exact), ...limitsJson('od_', adjusted), ...limitsJson('phi_', inflated) };
}

const funnel_prop: StatMethod = (statCase) => {
  const units = statCase.rows.map(({ unit, x, n }) => ({ unit: textOf(unit), x: numberOf(x), n: numberOf(n) }));
  const funnel = proportionFunnel(units, trimOf(statCase));
  return {
    target: funnel.target,
    ...spreadJson(funnel.overdispersion),
    units: funnel.units.map((unit) => ({
      unit: unit.unit,
      p: unit.proportion,
      z: unit.z,
      ...proportionLimitsJson(unit),
      flag_exact: unit.exactFlag,
      flag_od: unit.adjustedFlag,
    })),
    curve: knownNumbersOf(member(statCase.params, 'grid')).map((n) => ({
      n,
      ...proportionLimitsJson(funnel.limitsAt(n)),
    })),
  };
};

const funnel_ratio: StatMethod = (statCase) => {
  const units = statCase.rows.map(({ unit, observed, expected }) => ({
    unit: textOf(unit),
    observed: numberOf(observed),
    expected: numberOf(expected),
  }));
  const funnel = ratioFunnel(units, trimOf(statCase));
  return {
    ...spreadJson(funnel.overdispersion),
    units: funnel.units.map((unit) => ({
      unit: unit.unit,
      ratio: unit.ratio,
      z: unit.z,
      ...limitsJson('exact_', unit.exact),
      ...limitsJson('od_', unit.adjusted),
      flag_exact: unit.exactFlag,
      flag_od: unit.adjustedFlag,
    })),
  };
};

const funnel_normal: StatMethod = (statCase) => {
  const units = statCase.rows.map(({ unit, y, se }) => ({
    unit: textOf(unit),
    estimate: numberOf(y),
    standardError: numberOf(se),
  }));
  const funnel = estimateFunnel(units, trimOf(statCase));
  return {
    target: funnel.target,
    ...spreadJson(funnel.overdispersion),
    units: funnel.units.map((unit) => ({
      unit: unit.unit,
      z: unit.z,
      ...limitsJson('', unit.plain),
      ...limitsJson('od_', unit.adjusted),
    })),
  };
};

export const FUNNEL_METHODS: Readonly<Record<string, StatMethod>> = { funnel_prop, funnel_ratio, funnel_normal };
