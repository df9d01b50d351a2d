import type { DatasetEvent } from '../../state/catalog.ts';
import { judge, LEAST_PERIODS, type ControlMethod, type JudgedPeriod, type NoLimits } from './control-limits.ts';
import { toSegments, type ControlSegment } from './control-segments.ts';
import type { ControlGrain } from '../../statistics/control-chart/most-periods.ts';
import { toControlSeries, type ControlContext, type ControlSeries } from './control-series.ts';
import type { MetricRef } from '../../query/metric-query.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';

/** Periods that are judged by one set of limits. */
export interface JudgedStretch {
  /** The event at which the limits were made anew; null for the first. */
  readonly since: DatasetEvent | null;
  readonly method: ControlMethod;
  /** First and last day, half-open, and number of the periods that the limits were made from. */
  readonly base: { readonly start: string; readonly end: string; readonly count: number };
  /** Events after which there are too few periods yet, so that these limits go on for the time being. */
  readonly beyond: readonly { readonly event: DatasetEvent; readonly count: number }[];
  readonly periods: readonly JudgedPeriod[];
}

/** A series with its limits. At least one stretch, oldest first. */
export interface ControlChart {
  readonly kind: 'limits';
  readonly grain: ControlGrain;
  readonly stretches: readonly JudgedStretch[];
}

export interface Uncharted {
  readonly kind: 'none';
  readonly grain: ControlGrain;
  readonly reason: NoLimits;
}

/** The limits of `ref` in an answer by month or quarter; null where nothing was asked that could have them. */
export function toControl(
  ref: MetricRef,
  answer: AnsweredQuery,
  context: ControlContext,
): ControlChart | Uncharted | null {
  const { asOf, span, events, firstClosing = null } = context;
  const key = JSON.stringify([ref, asOf, span, events, firstClosing]);
  const known = drawn.get(answer.table) ?? new Map<string, ControlChart | Uncharted | null>();
  drawn.set(answer.table, known);
  const found = known.get(key);
  if (found !== undefined) return found;
  const series = toControlSeries(ref, answer, { asOf, span, events, firstClosing });
  const chart = series === null ? null : toControlChart(series, events);
  known.set(key, chart);
  return chart;
}

/** A card and the list of signals ask for the same limits of the same answer. */
const drawn = new WeakMap<AnsweredQuery['table'], Map<string, ControlChart | Uncharted | null>>();

/**
 * Limits of ordinary variation and the signals of the four rules. Limits are made anew only at a named event, from at
 * least 12 periods of their own; until there are as many, those from before the event go on. Rules never run across a
 * change of limits.
 */
export function toControlChart(series: ControlSeries, events: ControlContext['events']): ControlChart | Uncharted {
  const { kind, grain, periods } = series;
  const stretches: JudgedStretch[] = [];
  let reason: NoLimits | null = kind === 'stock' || kind === 'unsuited' ? { kind } : null;
  for (const [own, ...followers] of groupSegments(reason === null ? toSegments(periods, events) : [])) {
    if (own === undefined) continue;
    const all = [own, ...followers].flatMap((segment) => segment.periods);
    const judgement = judge(kind, all, own.wholeCount);
    if ('reason' in judgement) reason = reason === null ? judgement.reason : ofLonger(reason, judgement.reason);
    else stretches.push({ since: own.since, ...judgement, base: baseOf(own), beyond: followers.flatMap(beyondOf) });
  }
  if (stretches.length > 0) return { kind: 'limits', grain, stretches };
  return { kind: 'none', grain, reason: reason ?? { kind: 'few-periods', count: 0 } };
}

/** Of two stretches without limits the reason of the longer; of the later one where it is another. */
function ofLonger(earlier: NoLimits, later: NoLimits): NoLimits {
  if (earlier.kind !== 'few-periods' || later.kind !== 'few-periods') return later;
  return { kind: 'few-periods', count: Math.max(earlier.count, later.count), isDivided: true };
}

/** Each segment with the shorter ones after it that go by its limits. */
function groupSegments(segments: readonly ControlSegment[]): readonly (readonly ControlSegment[])[] {
  const groups: ControlSegment[][] = [];
  for (const segment of segments) {
    const group = groups.at(-1);
    const leader = group?.[0];
    if (group !== undefined && leader !== undefined && !isLongEnough(segment) && isLongEnough(leader))
      group.push(segment);
    else groups.push([segment]);
  }
  return groups;
}

function knownCount({ periods, wholeCount }: ControlSegment): number {
  return periods.slice(0, wholeCount).filter(({ value }) => value !== null).length;
}

function isLongEnough(segment: ControlSegment): boolean {
  return knownCount(segment) >= LEAST_PERIODS;
}

function baseOf(segment: ControlSegment): JudgedStretch['base'] {
  const known = segment.periods.slice(0, segment.wholeCount).filter(({ value }) => value !== null);
  return { start: known[0]?.start ?? '', end: known.at(-1)?.end ?? '', count: known.length };
}

function beyondOf(segment: ControlSegment): JudgedStretch['beyond'] {
  return segment.since === null ? [] : [{ event: segment.since, count: knownCount(segment) }];
}
