import type { ControlChart } from './control-chart.ts';
import type { JudgedPeriod } from './control-limits.ts';
import type { ControlGrain } from '../../statistics/control-chart/most-periods.ts';

export type Rule = 'shift' | 'beyond' | 'trend' | 'two_of_three';

/** What may be said of the course of a figure: a signal that touches the latest complete periods. */
export interface Finding {
  readonly rule: Rule;
  readonly direction: 'up' | 'down';
  /** Periods of the run, the trend, or the marked points of the latest periods. */
  readonly count: number;
  /** First day of the first and of the last period of it. */
  readonly from: string;
  readonly to: string;
  /** It reaches to the last complete period. */
  readonly isCurrent: boolean;
}

/**
 * A signal is announced only where it touches so many of the last complete periods. With all four rules and limits from
 * the same 24 to 36 months this is false for 3 to 4 of 100 charts in which nothing changed; while limits from before an event go on, for 5 to 8.
 */
export const ANNOUNCED_PERIODS: Readonly<Record<ControlGrain, number>> = { month: 3, quarter: 1 };

/** In this order where two end in the same period. */
const RULES: readonly Rule[] = ['shift', 'beyond', 'trend', 'two_of_three'];

/** The latest signal worth announcing; null where the last periods are within ordinary variation. */
export function findingOf({ grain, stretches }: ControlChart): Finding | null {
  const periods = stretches.at(-1)?.periods ?? [];
  const recent = periods.length - ANNOUNCED_PERIODS[grain];
  const found = RULES.flatMap((rule) => {
    const last = periods.map((period) => isMarkedBy(period, rule)).lastIndexOf(true);
    return last < 0 || last < recent ? [] : [{ rule, last }];
  });
  const latest = found.reduce<(typeof found)[number] | null>(
    (best, one) => (best === null || one.last > best.last ? one : best),
    null,
  );
  return latest === null ? null : toFinding(periods, latest.rule, latest.last);
}

function toFinding(periods: readonly JudgedPeriod[], rule: Rule, last: number): Finding | null {
  const end = periods[last];
  if (end === undefined) return null;
  const marked = stretchOf(periods, rule, last);
  const start = marked[0] ?? end;
  const isRise = rule === 'trend' ? (start.value ?? 0) < (end.value ?? 0) : sideOf(end) > 0;
  const isCurrent = periods.slice(last + 1).every(({ value }) => value === null);
  return {
    rule,
    direction: isRise ? 'up' : 'down',
    count: marked.length,
    from: start.start,
    to: end.start,
    isCurrent,
  };
}

/** The marked periods that end with `last`: an unbroken run or trend; of the other rules the last point alone. */
function stretchOf(periods: readonly JudgedPeriod[], rule: Rule, last: number): readonly JudgedPeriod[] {
  const known = periods.slice(0, last + 1).filter(({ signals }) => signals !== null);
  if (rule === 'beyond' || rule === 'two_of_three') return known.slice(-1);
  const direction = rule === 'trend' ? stepOf(known, known.length - 1) : 0;
  let start = known.length - 1;
  for (; start > 0; start -= 1) {
    const [before, after] = [known[start - 1], known[start]];
    if (before === undefined || after === undefined || !isMarkedBy(before, rule)) break;
    if (rule === 'trend' ? stepOf(known, start) !== direction : sideOf(before) !== sideOf(after)) break;
  }
  return known.slice(start);
}

function stepOf(periods: readonly JudgedPeriod[], i: number): number {
  return Math.sign((periods[i]?.value ?? 0) - (periods[i - 1]?.value ?? 0));
}

function sideOf({ value, limits }: JudgedPeriod): number {
  return Math.sign((value ?? 0) - (limits?.centre ?? 0));
}

function isMarkedBy({ signals }: JudgedPeriod, rule: Rule): boolean {
  if (signals === null) return false;
  switch (rule) {
    case 'beyond':
      return signals.isBeyond;
    case 'shift':
      return signals.isShift;
    case 'trend':
      return signals.isTrend;
    case 'two_of_three':
      return signals.isTwoOfThree;
  }
}
