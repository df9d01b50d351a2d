import { addMonths } from '../../lib/date.ts';
import { normalQuantile } from '../../statistics/distribution/normal.ts';
import { sum } from '../../statistics/sample.ts';
import { ANNOUNCED_CONFIDENCE } from '../figure/evidence.ts';
import type { ControlChart } from './control-chart.ts';
import type { JudgedPeriod } from './control-limits.ts';
import { findingOf, type Finding } from './finding.ts';

/** Limits lie three standard deviations from the centre. */
const SIGMAS = 3;

/**
 * The finding that a wall of charts may announce unasked. The four rules alone are false for 4 of 100 charts, so that
 * most pages of some 20 charts would announce something although nothing changed, and a court's year has a rhythm that
 * limits from all months do not know. So the marked periods must also differ from the same periods a year before, at
 * the level at which the cards announce. Both years are measured from the centre of their own limits: a step at a named
 * event is not told twice.
 */
export function announcedFinding(chart: ControlChart): Finding | null {
  const finding = findingOf(chart);
  return finding !== null && differsFromLastYear(chart, finding) ? finding : null;
}

function differsFromLastYear({ stretches }: ControlChart, { from, to, direction, rule }: Finding): boolean {
  const byStart = new Map(stretches.flatMap(({ periods }) => periods).map((period) => [period.start, period]));
  // Of a run or trend, only what is new: months whose month a year before belongs to it as well say nothing.
  const pairs = [...byStart.values()].flatMap((period): [JudgedPeriod, JudgedPeriod][] => {
    if (period.start < from || period.start > to) return [];
    const before = byStart.get(addMonths(period.start, -12));
    return before === undefined || before.start >= from ? [] : [[period, before]];
  });
  const known = pairs.flatMap(([now, before]) => {
    const [here, there] = [placeOf(now), placeOf(before)];
    return here === null || there === null
      ? []
      : [{ rise: here.off - there.off, variance: here.variance + there.variance }];
  });
  if (known.length === 0) return false;
  const rise = sum(known.map((one) => one.rise));
  const isSameWay = rule === 'trend' || rise > 0 === (direction === 'up');
  return isSameWay && Math.abs(rise) > criticalValue() * Math.sqrt(sum(known.map((one) => one.variance)));
}

/** How far a period lies from its centre, and the variance of that. */
function placeOf({ value, limits }: JudgedPeriod): { readonly off: number; readonly variance: number } | null {
  if (value === null || limits === null) return null;
  // One of the limits may be cut at 0 or 1.
  const deviation = Math.max(limits.upper - limits.centre, limits.centre - limits.lower) / SIGMAS;
  return { off: value - limits.centre, variance: deviation ** 2 };
}

function criticalValue(): number {
  return normalQuantile(1 - (1 - ANNOUNCED_CONFIDENCE) / 2);
}
