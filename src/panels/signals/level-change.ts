import { newcombeInterval, welchInterval, type Interval } from '../../statistics/interval.ts';
import { sum } from '../../statistics/sample.ts';
import type { DatasetEvent } from '../../state/catalog.ts';
import type { ControlChart, JudgedStretch } from './control-chart.ts';

/** Of 14 charts in which nothing changed, one in 36 screens would show one at this level. */
const CONFIDENCE = 0.998;

/** The level of a figure before and since a named event, where the two differ by more than chance. */
export interface LevelChange {
  readonly event: DatasetEvent;
  readonly before: number;
  readonly since: number;
}

/**
 * Limits that were made anew at an event hide the step that it made: here it is, where the interval of the difference
 * excludes 0 (Newcombe on the pooled counts of proportions, Welch on the monthly values of the others, 99.8 %). Null
 * where the latest limits start with no event, or the level is as it was.
 */
export function levelChangeOf({ stretches }: ControlChart): LevelChange | null {
  const [before, since] = stretches.slice(-2);
  const event = since?.since ?? null;
  if (before === undefined || since === undefined || event === null) return null;
  const [first, second] = [levelOf(before), levelOf(since)];
  const interval = differenceOf(before, since);
  if (first === null || second === null || interval === null || (interval.lower <= 0 && interval.upper >= 0))
    return null;
  return { event, before: first, since: second };
}

function levelOf({ periods }: JudgedStretch): number | null {
  return periods.find(({ limits }) => limits !== null)?.limits?.centre ?? null;
}

function differenceOf(before: JudgedStretch, since: JudgedStretch): Interval | null {
  // Where months vary more than chance, pooled counts would promise too much.
  const isPlain = [before, since].every(({ method }) => method.kind === 'p');
  const [x1, x0] = isPlain ? [countsOf(since), countsOf(before)] : [null, null];
  if (x1 !== null && x0 !== null) return newcombeInterval(x1, x0, CONFIDENCE);
  const [m1, m0] = [momentsOf(since), momentsOf(before)];
  return m1 === null || m0 === null ? null : welchInterval(m1, m0, CONFIDENCE);
}

/** Cases and those that count over all months; null for what is no proportion. */
function countsOf({ periods }: JudgedStretch): { x: number; n: number } | null {
  const known = periods.filter(({ value }) => value !== null);
  if (known.length === 0 || known.some(({ x, n }) => x === null || n === null)) return null;
  return { x: sum(known.map(({ x }) => x ?? 0)), n: sum(known.map(({ n }) => n ?? 0)) };
}

function momentsOf({ periods }: JudgedStretch): { n: number; mean: number; variance: number } | null {
  const values = periods.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < 2) return null;
  const mean = sum(values) / values.length;
  return { n: values.length, mean, variance: sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1) };
}
