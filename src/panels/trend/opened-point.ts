import type { PointRef } from '../../charts/line/find-point.ts';
import { addDays } from '../../lib/date.ts';
import type { MetricVariant } from '../../metrics/metric.ts';
import type { CaseFilter, MetricRef } from '../../query/metric-query.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import type { OpenedFigure } from '../../state/opened-figure.ts';
import { APP } from '../../text/app.ts';
import type { Locale } from '../../text/bilingual.ts';
import { partToOpen } from '../cases/predicate-words.ts';
import { endOfGrain, namedAfter } from './trend-query.ts';
import { BESIDE_SERIES, PREVIOUS_SERIES } from './trend-series.ts';

export interface PointInput {
  readonly ref: MetricRef;
  readonly variant: MetricVariant;
  /** With the names that the data have. */
  readonly answer: AnsweredQuery;
  readonly previous: AnsweredQuery | null;
  /** The variant laid beside the one in force. */
  readonly beside?: string | null;
  readonly maskName: (dimension: string, value: string | null) => string | null;
  readonly locale: Locale;
}

/** The figure that a point of the trend draws: its period, and its group where the trend is split. Null: no such point. */
export function toOpenedPoint(
  point: PointRef,
  input: PointInput,
): (Partial<OpenedFigure> & Pick<OpenedFigure, 'metric'>) | null {
  const isPrevious = point.seriesId === PREVIOUS_SERIES;
  const source = isPrevious ? input.previous : input.answer;
  const startDay = input.answer.query.monthStartDay ?? 1;
  // Last year's points stand at this year's places: the same position in both spines.
  const places = [...new Set(input.answer.table.periodStart ?? [])];
  const position = places.findIndex((start) => namedAfter(start, startDay) === point.date);
  const start = [...new Set(source?.table.periodStart ?? [])][position];
  const group = source === null ? null : groupOf(point, source, input);
  if (source === null || start === undefined || group === null) return null;
  const { period, grain = 'month' } = source.query;
  const whole = endOfGrain(start, grain);
  const end = whole < period.end ? whole : period.end;
  return {
    metric: input.ref.id,
    ...(point.seriesId === BESIDE_SERIES && input.beside != null ? { variant: input.beside } : {}),
    part: partToOpen(input.variant),
    group,
    from: start,
    to: addDays(end, -1),
  };
}

/** The value of the split, found again by the name that the series carries; null where no value has it. */
function groupOf(
  { seriesId }: PointRef,
  { query, table }: AnsweredQuery,
  { maskName, locale }: PointInput,
): CaseFilter | null {
  const dimension = query.groupBy[0];
  if (dimension === undefined) return {};
  const name = seriesId.slice(seriesId.indexOf(' ') + 1);
  const values = table.groups[dimension] ?? [];
  const value = values.find((candidate) => (maskName(dimension, candidate) ?? APP.unknown[locale]) === name);
  return value === undefined ? null : { [dimension]: [value] };
}
