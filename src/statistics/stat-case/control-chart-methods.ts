import { individualsChart } from '../control-chart/individuals-chart.ts';
import type { ControlChartOptions } from '../control-chart/individuals-chart.ts';
import { laneyChart, proportionChart } from '../control-chart/proportion-chart.ts';
import type { MonthlyProportion, ProportionChart } from '../control-chart/proportion-chart.ts';
import { gapChart, timeBetweenChart } from '../control-chart/rare-event-chart.ts';
import type { PointSignals } from '../control-chart/rules.ts';
import { runsTest } from '../control-chart/runs.ts';
import { column, knownNumbersOf, member, numberOf } from './stat-case.ts';
import type { Json, StatCase, StatMethod } from './stat-case.ts';

function optionsOf({ params }: StatCase): ControlChartOptions {
  const baseline = numberOf(member(params, 'baseline'));
  const isScreened = member(params, 'screen') !== false;
  return baseline === null ? { isScreened } : { isScreened, baseline };
}

function signalsJson(signals: PointSignals | null | undefined) {
  return {
    astro: signals?.isBeyond ?? null,
    shift: signals?.isShift ?? null,
    trend: signals?.isTrend ?? null,
    two_of_three: signals?.isTwoOfThree ?? null,
    label: signals?.label ?? null,
  };
}

const xmr: StatMethod = (statCase) => {
  const chart = individualsChart(column(statCase.rows, 'y'), optionsOf(statCase));
  return {
    mean: chart.mean,
    amr: chart.meanRange,
    lpl: chart.lower,
    upl: chart.upper,
    near_lo: chart.nearLower,
    near_hi: chart.nearUpper,
    mr_upl: chart.rangeUpper,
    points: chart.signals.map(signalsJson),
  };
};

function monthsOf({ rows }: StatCase): readonly MonthlyProportion[] {
  return rows.map(({ x, n }) => ({ x: numberOf(x), n: numberOf(n) }));
}

function chartJson({ centre, sigmaZ, points, signals }: ProportionChart): Json {
  return {
    centre,
    sigma_z: sigmaZ,
    points: points.map((point, i) => ({
      y: point.value,
      lcl: point.lower,
      ucl: point.upper,
      near_lo: point.nearLower,
      near_hi: point.nearUpper,
      ...signalsJson(signals[i]),
    })),
  };
}

const p_chart: StatMethod = (statCase) => chartJson(proportionChart(monthsOf(statCase), optionsOf(statCase)));

const p_prime_chart: StatMethod = (statCase) => chartJson(laneyChart(monthsOf(statCase), optionsOf(statCase)));

const runs_anhoej: StatMethod = ({ rows }) => {
  const test = runsTest(column(rows, 'y'));
  return {
    n_useful: test.usefulCount,
    longest_run: test.longestRun,
    longest_run_max: test.longestRunLimit,
    crossings: test.crossings,
    crossings_min: test.crossingsLimit,
    signal: test.isSignal,
  };
};

const g_chart: StatMethod = ({ input }) => {
  const chart = gapChart(knownNumbersOf(member(input, 'gaps')));
  const beyond = chart.beyond.map((position) => position + 1);
  return { mean: chart.mean, median: chart.median, ucl: chart.upper, lcl: chart.lower, beyond };
};

const t_chart: StatMethod = ({ input }) => {
  const { centre, upper, lower } = timeBetweenChart(knownNumbersOf(member(input, 'days')));
  return { centre, ucl: upper, lcl: lower };
};

export const CONTROL_CHART_METHODS: Readonly<Record<string, StatMethod>> = {
  xmr,
  p_chart,
  p_prime_chart,
  runs_anhoej,
  g_chart,
  t_chart,
};
