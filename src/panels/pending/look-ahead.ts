import { addMonths, splitIso } from '../../lib/date.ts';
import { courtFlow } from '../../statistics/court-flow.ts';
import { sum } from '../../statistics/sample.ts';
import { startOfYear } from '../../state/period.ts';
import { forecastSum, methodFor, pairsOf, type FlowForecast, type ForecastMethod } from './flow-forecast.ts';

/** One whole statistical month, with the stock at its end. */
export interface FlowMonth {
  /** Its first day. */
  readonly start: string;
  readonly incoming: number;
  readonly resolved: number;
  readonly pending: number;
}

/** The stock expected at the end of one month ahead, if nothing changes. Never below zero. */
export interface StockAhead extends FlowForecast {
  /** First day of the month. */
  readonly start: string;
}

/** From the last whole month to the end of its statistical year, or of the next one where it ends the year. */
export interface LookAhead {
  readonly months: readonly FlowMonth[];
  /** First day of the statistical year, and the day after its last. */
  readonly yearStart: string;
  readonly yearEnd: string;
  /** The day after the last whole month. */
  readonly from: string;
  /** Months that are left. */
  readonly ahead: number;
  readonly pending: number;
  readonly pendingAtStart: number;
  readonly incomingSoFar: number;
  readonly resolvedSoFar: number;
  readonly method: ForecastMethod;
  /** Year-on-year comparisons behind a seasonal forecast to the end. */
  readonly pairs: number;
  /** One per month ahead, in order; empty where nothing can be forecast. */
  readonly stocks: readonly StockAhead[];
  readonly incomingAhead: FlowForecast | null;
  /** Mean closings per month of the last 12 whole months, or of all of them where they are fewer. */
  readonly pace: number;
}

const YEAR = 12;

/** What lies ahead of neighbouring whole months, oldest first. Null without a month. */
export function toLookAhead(months: readonly FlowMonth[], monthStartDay: number): LookAhead | null {
  const last = months.at(-1);
  if (last === undefined) return null;
  const from = addMonths(last.start, 1);
  const yearStart = startOfYear(from, monthStartDay);
  const yearEnd = addMonths(yearStart, YEAR);
  const ahead = monthsBetween(from, yearEnd);
  const method = methodFor(months.length, ahead);
  const soFar = months.filter(({ start }) => start >= yearStart);
  const flows = { incoming: sum(soFar.map((m) => m.incoming)), resolved: sum(soFar.map((m) => m.resolved)) };
  const recent = months.slice(-YEAR);
  return {
    months,
    yearStart,
    yearEnd,
    from,
    ahead,
    pending: last.pending,
    pendingAtStart: last.pending - flows.incoming + flows.resolved,
    incomingSoFar: flows.incoming,
    resolvedSoFar: flows.resolved,
    method,
    pairs: pairsOf(months.length, ahead),
    stocks: toStocks(months, last.pending, { from, ahead, method }),
    incomingAhead: atLeastZero(
      forecastSum(
        months.map(({ incoming }) => incoming),
        ahead,
        method,
      ),
    ),
    pace: sum(recent.map(({ resolved }) => resolved)) / recent.length,
  };
}

function toStocks(
  months: readonly FlowMonth[],
  pending: number,
  { from, ahead, method }: { from: string; ahead: number; method: ForecastMethod },
): readonly StockAhead[] {
  const net = months.map(({ incoming, resolved }) => incoming - resolved);
  return Array.from({ length: ahead }, (_, i) => i).flatMap((i) => {
    const change = forecastSum(net, i + 1, method);
    const stock = change === null ? null : atLeastZero(shifted(change, pending));
    return stock === null ? [] : [{ ...stock, start: addMonths(from, i) }];
  });
}

function shifted(flow: FlowForecast, by: number): FlowForecast {
  return mapForecast(flow, (value) => value + by);
}

function atLeastZero(flow: FlowForecast | null): FlowForecast | null {
  return flow === null ? null : mapForecast(flow, (value) => Math.max(0, value));
}

function mapForecast(flow: FlowForecast, change: (value: number) => number): FlowForecast {
  const { mean, lower80, upper80, lower95, upper95 } = flow;
  return {
    mean: change(mean),
    lower80: change(lower80),
    upper80: change(upper80),
    lower95: change(lower95),
    upper95: change(upper95),
  };
}

function monthsBetween(from: string, to: string): number {
  const [year, month] = splitIso(from);
  const [endYear, endMonth] = splitIso(to);
  return (endYear - year) * YEAR + endMonth - month;
}

/** What a person wants at the end of the statistical year. */
export type Target =
  | { readonly kind: 'closing_rate'; /** A fraction. */ readonly value: number }
  | { readonly kind: 'pending'; /** Cases. */ readonly value: number };

/** Closings per month that reach a target, over the months that are left. */
export interface ClosingsNeeded {
  /** Altogether until the year ends; never below zero. */
  readonly total: number;
  readonly perMonth: number;
  /** With the 95 % limits of the expected incoming cases. */
  readonly lower: number;
  readonly upper: number;
  /** What the other target would then be: the stock of a rate, the rate of a stock. Null where it cannot be told. */
  readonly pending: number;
  readonly closingRate: number | null;
}

/** Null where the incoming cases cannot be expected, or no month is left. */
export function closingsNeeded(ahead: LookAhead, target: Target): ClosingsNeeded | null {
  const incoming = ahead.incomingAhead;
  if (incoming === null || ahead.ahead < 1) return null;
  const totalFor = (rest: number) => Math.max(0, wanted(ahead, target, rest));
  const total = totalFor(incoming.mean);
  const { pendingEnd } = courtFlow({ pendingStart: ahead.pending, incoming: incoming.mean, resolved: total, days: 1 });
  const accepted = acceptedBy(ahead, incoming.mean);
  return {
    total,
    perMonth: total / ahead.ahead,
    lower: totalFor(incoming.lower95) / ahead.ahead,
    upper: totalFor(incoming.upper95) / ahead.ahead,
    pending: pendingEnd,
    closingRate: accepted > 0 ? (ahead.resolvedSoFar + total) / accepted : null,
  };
}

/** 受理 at the end of the year: 旧存 + 新收. */
function acceptedBy({ pendingAtStart, incomingSoFar }: LookAhead, incoming: number): number {
  return pendingAtStart + incomingSoFar + incoming;
}

function wanted(ahead: LookAhead, target: Target, incoming: number): number {
  if (target.kind === 'pending') return ahead.pending + incoming - target.value;
  return target.value * acceptedBy(ahead, incoming) - ahead.resolvedSoFar;
}
