import type { ControlBand } from '../../charts/line/line-view.ts';
import type { SparkBand } from '../../charts/spark/spark-view.ts';
import { namedAfter } from '../trend/trend-query.ts';
import type { ControlChart } from './control-chart.ts';
import type { JudgedPeriod, PeriodLimits } from './control-limits.ts';

/** The judged periods of all stretches by their first day. */
export function judgedByStart({ stretches }: ControlChart): ReadonlyMap<string, JudgedPeriod> {
  return new Map(stretches.flatMap(({ periods }) => periods.map((period) => [period.start, period] as const)));
}

/** One of the four rules marks the period. */
export function isMarked(period: JudgedPeriod | undefined): boolean {
  return period !== undefined && period.signals !== null && period.signals.label !== 'common';
}

/** The limits over the periods that start on `starts`, as bands of a line chart; neighbours with equal limits are one. */
export function toControlBands(
  chart: ControlChart,
  starts: readonly string[],
  monthStartDay: number,
): readonly ControlBand[] {
  return toRuns(chart, starts).map(({ first, last, limits }) => ({
    from: namedAfter(starts[first] ?? '', monthStartDay),
    to: namedAfter(starts[last] ?? '', monthStartDay),
    low: limits.lower,
    high: limits.upper,
    centre: limits.centre,
  }));
}

/** The same for a sparkline of the periods that start on `starts`. */
export function toSparkBands(chart: ControlChart, starts: readonly string[]): readonly SparkBand[] {
  return toRuns(chart, starts).map(({ first, last, limits }) => ({
    first,
    last,
    low: limits.lower,
    high: limits.upper,
    centre: limits.centre,
  }));
}

interface Run {
  readonly first: number;
  readonly last: number;
  readonly limits: PeriodLimits;
}

function toRuns(chart: ControlChart, starts: readonly string[]): readonly Run[] {
  const judged = judgedByStart(chart);
  const runs: Run[] = [];
  starts.forEach((start, i) => {
    const limits = judged.get(start)?.limits ?? null;
    if (limits === null) return;
    const run = runs.at(-1);
    if (run !== undefined && run.last === i - 1 && isSame(run.limits, limits))
      runs[runs.length - 1] = { ...run, last: i };
    else runs.push({ first: i, last: i, limits });
  });
  return runs;
}

function isSame(a: PeriodLimits, b: PeriodLimits): boolean {
  return a.lower === b.lower && a.upper === b.upper && a.centre === b.centre;
}
