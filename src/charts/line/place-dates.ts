import { scaleUtc } from 'd3';
import { addMonths, toEpochDay } from '../../lib/date.ts';
import type { LineView } from './line-view.ts';

const MS_PER_DAY = 86_400_000;
const MONTHS = { month: 1, quarter: 3, year: 12 };

/** Positions on a time axis. */
export interface PlacedDates {
  /** All periods of all series, oldest first. */
  readonly dates: readonly string[];
  /** Middle of the period that begins on `date`. */
  readonly toX: (date: string) => number;
  /** Half the width of a period: a point stands for a whole period, so the day itself lies this much further left. */
  readonly half: number;
}

/** Lays the periods of `view` over `width` pixels at their calendar distance; a single period stands in the middle. */
export function placeDates(view: LineView, width: number): PlacedDates {
  const dates = [...new Set(view.series.flatMap((series) => series.points.map((point) => point.date)))].sort();
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return { dates, toX: () => NaN, half: 0 };
  const next = addMonths(first, MONTHS[view.grain]);
  const scale = scaleUtc()
    .domain([toEpochDay(first) * MS_PER_DAY, toEpochDay(first === last ? next : last) * MS_PER_DAY])
    .range(first === last ? [width / 2, width] : [0, width]);
  const toX = (date: string): number => scale(toEpochDay(date) * MS_PER_DAY);
  return { dates, toX, half: (toX(next) - toX(first)) / 2 };
}
