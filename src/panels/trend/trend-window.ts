import type { Measure, Period } from '../../query/metric-query.ts';
import { lastMonths } from '../../state/period.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import type { View } from '../../state/url.ts';
import { MOST_PERIODS } from '../../statistics/control-chart/most-periods.ts';
import { startOfGrain } from './trend-query.ts';

/**
 * What has to be asked so that `shown` can be drawn with its limits: back to the 36 months or 20 quarters that limits
 * are made from, and one more for a last period that is not complete. Without limits, `shown` itself.
 */
export function askedPeriod(shown: Period, view: Pick<View, 'grain' | 'splitBy' | 'monthStartDay'>): Period {
  const { grain, splitBy, monthStartDay } = view;
  if (splitBy !== null || grain === 'year') return shown;
  const months = (MOST_PERIODS[grain] + 1) * (grain === 'month' ? 1 : 3);
  const first = lastMonths(shown, months, monthStartDay).start;
  const start = startOfGrain(first, grain, monthStartDay);
  return { start: start < shown.start ? start : shown.start, end: shown.end };
}

/** The days of the data from the first closing on: of those before it only what was left of older filings is known. */
export function fromFirstClosing(span: Period | null, first: string | null): Period | null {
  return span === null || first === null || first <= span.start ? span : { start: first, end: span.end };
}

/** An answer without the values of the periods before `first`, which are not known. */
export function withoutUnknown({ query, table }: AnsweredQuery, first: string | null): AnsweredQuery {
  const starts = table.periodStart ?? [];
  if (first === null || starts.every((start) => start >= first)) return { query, table };
  const isUnknown = starts.map((start) => start < first);
  const keep = <T>(column: readonly (T | null)[]) => column.map((cell, row) => (isUnknown[row] === true ? null : cell));
  const measures = Object.entries(table.measures).map(([key, measure]): [string, Measure] => [
    key,
    {
      ...measure,
      value: keep(measure.value),
      numerator: keep(measure.numerator),
      denominator: keep(measure.denominator),
      n: keep(measure.n),
      deviation: keep(measure.deviation),
      missing: measure.missing.map((reason, row) =>
        isUnknown[row] === true ? (reason?.includes(':') === true ? reason : 'before-data') : reason,
      ),
    },
  ]);
  return { query, table: { ...table, measures: Object.fromEntries(measures) } };
}

/** The rows of an answer from the period that starts on `start`. Rows without a period are kept. */
export function answerFrom(answer: AnsweredQuery, start: string): AnsweredQuery {
  const { query, table } = answer;
  if (table.periodStart === null || start <= query.period.start) return answer;
  const starts = table.periodStart;
  const pick = <T>(column: readonly T[]): readonly T[] => column.filter((_, row) => (starts[row] ?? '') >= start);
  return {
    query: { ...query, period: { start, end: query.period.end } },
    table: {
      rowCount: pick(starts).length,
      periodStart: pick(starts),
      groups: Object.fromEntries(Object.entries(table.groups).map(([id, names]) => [id, pick(names)])),
      measures: Object.fromEntries(
        Object.entries(table.measures).map(([key, measure]) => [
          key,
          {
            ...measure,
            value: pick(measure.value),
            numerator: pick(measure.numerator),
            denominator: pick(measure.denominator),
            n: pick(measure.n),
            deviation: pick(measure.deviation),
            missing: pick(measure.missing),
          },
        ]),
      ),
    },
  };
}
