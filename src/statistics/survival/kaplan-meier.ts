import { criticalValue } from '../interval.ts';
import { atRiskAt, firstRowAt } from './risk-table.ts';
import type { RiskTable } from './risk-table.ts';

/** The curve at and after one event time. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  /** Share still pending. */
  readonly survival: number;
  /** Σ d / (n(n − d)) up to here; ∞ once nothing is pending. */
  readonly hazardVariance: number;
}

export interface SurvivalCurve {
  /** Event times only, ascending. */
  readonly steps: readonly SurvivalStep[];
  /** Last time at which a case was seen; null without cases. */
  readonly lastTime: number | null;
  readonly table: RiskTable;
}

/** Share pending at a time, with its 95 % log(−log) limits. Null where not estimable. */
export interface SurvivalAt {
  readonly time: number;
  readonly survival: number | null;
  /** Greenwood's; null where nothing is pending. */
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly atRisk: number;
}

export type LimitScale = 'loglog' | 'log' | 'plain';

const Z95 = criticalValue(0.95);

/**
 * Kaplan–Meier curve of the share still pending (Kaplan & Meier 1958, JASA 53:457) with Greenwood's variance. Late
 * entry is in the table's `atRisk`.
 */
export function kaplanMeier(table: RiskTable): SurvivalCurve {
  let survival = 1;
  let hazardVariance = 0;
  const steps: SurvivalStep[] = [];
  for (const { time, atRisk, events } of table) {
    if (events === 0) continue;
    survival *= (atRisk - events) / atRisk;
    hazardVariance += events / (atRisk * (atRisk - events));
    steps.push({ time, atRisk, events, survival, hazardVariance });
  }
  return { steps, lastTime: table.at(-1)?.time ?? null, table };
}

/** Greenwood's standard error after a step; null where nothing is pending. */
export function standardErrorOf(step: SurvivalStep): number | null {
  return step.survival > 0 ? step.survival * Math.sqrt(step.hazardVariance) : null;
}

/** 95 % limits of the share pending after a step; null at shares of 0 and 1. */
export function limitsOf(
  step: SurvivalStep,
  scale: LimitScale = 'loglog',
): { lower: number | null; upper: number | null } {
  const { survival, hazardVariance } = step;
  if (survival <= 0 || survival >= 1) return { lower: null, upper: null };
  const error = Math.sqrt(hazardVariance);
  const at = (z: number): number => {
    if (scale === 'plain') return Math.min(1, Math.max(0, survival * (1 + z * error)));
    if (scale === 'log') return Math.min(1, survival * Math.exp(z * error));
    return survival ** Math.exp((-z * error) / -Math.log(survival));
  };
  return { lower: at(-Z95), upper: at(Z95) };
}

/** Index of the last step at or before `time`; −1 where the curve has not moved yet. */
export function lastStepAt(curve: SurvivalCurve, time: number): number {
  let low = 0;
  let high = curve.steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((curve.steps[middle]?.time ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The share pending at `time`. Null beyond the last observed time while cases are pending, and without cases. */
export function survivalAt(curve: SurvivalCurve, time: number): SurvivalAt {
  const atRisk = atRiskAt(curve.table, time);
  const isObserved = firstRowAt(curve.table, time) < curve.table.length;
  const nothing = { time, survival: null, standardError: null, lower: null, upper: null, atRisk };
  if (!isObserved && !isExhausted(curve)) return nothing;
  const step = curve.steps[lastStepAt(curve, time)];
  if (step === undefined) return { ...nothing, survival: 1, standardError: 0 };
  return { time, survival: step.survival, standardError: standardErrorOf(step), ...limitsOf(step), atRisk };
}

/** The curve has come down to 0: every case was seen closing. */
export function isExhausted(curve: SurvivalCurve): boolean {
  return curve.steps.at(-1)?.survival === 0;
}
