import { individualsChart } from '../../statistics/control-chart/individuals-chart.ts';
import { laneyChart, proportionChart } from '../../statistics/control-chart/proportion-chart.ts';
import type { ChartPoint, PointSignals } from '../../statistics/control-chart/rules.ts';
import type { ControlKind } from './control-kind.ts';
import type { ControlPeriod } from './control-series.ts';

/** Fewer complete periods give no limits. */
export const LEAST_PERIODS = 12;
/** Expected cases per period, with and without the outcome, below which limits by period mean nothing. */
const LEAST_EXPECTED = 5;

/** How limits were made. `spread`: how much wider than binomial a p′-chart is (σ_z), above 1. */
export type ControlMethod =
  | { readonly kind: 'p' }
  | { readonly kind: 'p_prime'; readonly spread: number }
  | { readonly kind: 'xmr'; readonly meanRange: number };

/** Why there are no limits. */
export type NoLimits =
  /** `isDivided`: named days divide the periods, and `count` is of the longest stretch. */
  | { readonly kind: 'few-periods'; readonly count: number; readonly isDivided?: boolean }
  | { readonly kind: 'few-cases' | 'constant' | 'stock' | 'unsuited' };

export interface PeriodLimits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

export interface JudgedPeriod extends ControlPeriod {
  /** Null where the period has no value. */
  readonly limits: PeriodLimits | null;
  readonly signals: PointSignals | null;
}

export interface Judgement {
  readonly method: ControlMethod;
  readonly periods: readonly JudgedPeriod[];
}

/** Judges `periods` by limits from the first `baseline` of them; the reason where these make none. */
export function judge(
  kind: ControlKind,
  periods: readonly ControlPeriod[],
  baseline: number,
): Judgement | { readonly reason: NoLimits } {
  if (kind === 'stock' || kind === 'unsuited') return { reason: { kind } };
  const base = periods.slice(0, baseline).filter(({ value }) => value !== null);
  if (base.length < LEAST_PERIODS) return { reason: { kind: 'few-periods', count: base.length } };
  if (!hasEnoughCases(kind, base)) return { reason: { kind: 'few-cases' } };
  return kind === 'proportion' ? judgeProportion(periods, baseline) : judgeIndividuals(periods, baseline);
}

function hasEnoughCases(kind: ControlKind, base: readonly ControlPeriod[]): boolean {
  const meanOf = (pick: (period: ControlPeriod) => number | null): number =>
    base.reduce((sum, period) => sum + (pick(period) ?? 0), 0) / base.length;
  const n = meanOf((period) => period.n);
  if (kind !== 'proportion') return n >= LEAST_EXPECTED;
  const x = meanOf((period) => period.x);
  return x >= LEAST_EXPECTED && n - x >= LEAST_EXPECTED;
}

/** p-chart, or p′ where the months vary more than chance: never narrower than binomial. */
function judgeProportion(periods: readonly ControlPeriod[], baseline: number): Judgement | { reason: NoLimits } {
  const options = { baseline };
  const laney = laneyChart(periods, options);
  const isWider = laney.sigmaZ !== null && laney.sigmaZ > 1;
  const chart = isWider ? laney : proportionChart(periods, options);
  return {
    method: isWider && laney.sigmaZ !== null ? { kind: 'p_prime', spread: laney.sigmaZ } : { kind: 'p' },
    periods: periods.map((period, i) => toJudged(period, limitsOf(chart.points[i]), chart.signals[i] ?? null)),
  };
}

function judgeIndividuals(periods: readonly ControlPeriod[], baseline: number): Judgement | { reason: NoLimits } {
  const chart = individualsChart(
    periods.map(({ value }) => value),
    { baseline },
  );
  const { mean: centre, lower, upper, meanRange } = chart;
  if (centre === null || lower === null || upper === null || meanRange === null || meanRange === 0)
    return { reason: { kind: 'constant' } };
  // Days, counts and ratios of counts are never below zero.
  const limits = { centre, lower: Math.max(0, lower), upper };
  return {
    method: { kind: 'xmr', meanRange },
    periods: periods.map((period, i) => toJudged(period, limits, chart.signals[i] ?? null)),
  };
}

function toJudged(period: ControlPeriod, limits: PeriodLimits | null, signals: PointSignals | null): JudgedPeriod {
  return { ...period, limits: period.value === null ? null : limits, signals };
}

function limitsOf(point: ChartPoint | undefined): PeriodLimits | null {
  if (point === undefined || point.centre === null || point.lower === null || point.upper === null) return null;
  return { centre: point.centre, lower: point.lower, upper: point.upper };
}
