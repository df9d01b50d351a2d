import { addDays } from '../../lib/date.ts';
import type { MetricRef, Period } from '../../query/metric-query.ts';
import type { DatasetEvent } from '../../state/catalog.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import { MOST_PERIODS, type ControlGrain } from '../../statistics/control-chart/most-periods.ts';
import { figureAt, isFew } from '../figure/figure.ts';
import { isEarly, isYoung } from '../figure/young.ts';
import { endOfGrain } from '../trend/trend-query.ts';
import { controlKindOf, type ControlKind } from './control-kind.ts';

/** What the limits need to know of the data set besides the figures. */
export interface ControlContext {
  readonly asOf: string | null;
  /** First and last day of the data, half-open. */
  readonly span: Period | null;
  /** Named days at which limits may change. */
  readonly events: readonly DatasetEvent[];
  /** First day of the first period with a closing; null or absent: not known. */
  readonly firstClosing?: string | null;
}

/** One complete period. Null where it has no value, or a rate of too few cases to be drawn. */
export interface ControlPeriod extends Period {
  readonly value: number | null;
  /** Numerator and denominator of a proportion; else `x` is null and `n` the number of cases. */
  readonly x: number | null;
  readonly n: number | null;
}

export interface ControlSeries {
  readonly kind: ControlKind;
  readonly grain: ControlGrain;
  /** Oldest first, complete periods only, at most `MOST_PERIODS`. */
  readonly periods: readonly ControlPeriod[];
}

/** The course of `ref` in an answer by month or quarter without groups; null for every other answer. */
export function toControlSeries(ref: MetricRef, answer: AnsweredQuery, context: ControlContext): ControlSeries | null {
  const { query, table } = answer;
  const { grain } = query;
  const first = figureAt(table, ref, 0);
  if (first === null || query.groupBy.length > 0 || grain === undefined || grain === 'year') return null;
  const kind = controlKindOf(first.variant);
  const within = boundsOf(query.period, context);
  const { variant } = first;
  const isJudged = (period: Period) =>
    isComplete(period, within) &&
    !isYoung(variant, period.end, context.asOf) &&
    !isEarly(variant, period.start, context.firstClosing ?? null);
  const periods = (table.periodStart ?? []).flatMap((start, row): ControlPeriod[] => {
    const figure = figureAt(table, ref, row);
    const period = { start, end: endOfGrain(start, grain) };
    if (figure === null || !isJudged(period)) return [];
    if (isFew(figure)) return [{ ...period, value: null, x: null, n: null }];
    const { value, numerator, denominator, n } = figure;
    return [
      kind === 'proportion' ? { ...period, value, x: numerator, n: denominator } : { ...period, value, x: null, n },
    ];
  });
  return { kind, grain, periods: periods.slice(-MOST_PERIODS[grain]) };
}

/** What was asked and what the data know of, half-open. */
function boundsOf(asked: Period, { asOf, span }: ControlContext): Period {
  const dayAfter = asOf === null ? asked.end : addDays(asOf, 1);
  return {
    start: span === null || span.start < asked.start ? asked.start : span.start,
    end: dayAfter < asked.end ? dayAfter : asked.end,
  };
}

function isComplete(period: Period, within: Period): boolean {
  return period.start >= within.start && period.end <= within.end;
}
