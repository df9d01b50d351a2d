import { line, type ScaleLinear } from 'd3';
import { fitText } from '../../lib/text-width.ts';
import type { Locale } from '../../text/bilingual.ts';
import { placeTimeTicks, type PlacedTimeTick } from '../axis/place-time-ticks.ts';
import { placeValueAxis } from '../axis/place-value-axis.ts';
import type { PlacedTick } from '../axis/value-axis.ts';
import type { Frame } from '../frame/frame.ts';
import { placeLabels } from '../mark/place-labels.ts';
import { toneStyle, type ToneStyle } from '../mark/tone.ts';
import { endLabelText } from './end-label.ts';
import { tickCount, valuesOf } from './line-frame.ts';
import type { LinePoint, LineSeries, LineView } from './line-view.ts';
import { placeAnnotations, type PlacedAnnotation } from './place-annotations.ts';
import { placeDates } from './place-dates.ts';

export interface PlacedLines {
  readonly lines: readonly PlacedLine[];
  readonly yTicks: readonly PlacedTick[];
  readonly xTicks: readonly PlacedTimeTick[];
  /** Text of the lowest tick where the axis does not start at zero. */
  readonly startsAt: string | null;
  readonly bands: readonly PlacedBand[];
  readonly annotations: readonly PlacedAnnotation[];
  /** There is a point whose period is not over. */
  readonly hasPartial: boolean;
  /** All periods of all series, oldest first, with their position. */
  readonly periods: readonly { readonly date: string; readonly x: number }[];
}

export interface PlacedLine {
  readonly id: string;
  readonly series: LineSeries;
  readonly style: ToneStyle;
  /** The full periods, broken at gaps. */
  readonly path: string;
  /** From the last full period to the incomplete one, dashed; empty where there is none. */
  readonly partialPath: string;
  readonly points: readonly PlacedPoint[];
  /** Null where the line has no value or its label found no room. */
  readonly label: { readonly x: number; readonly y: number; readonly fromY: number; readonly text: string } | null;
}

export interface PlacedPoint {
  readonly date: string;
  readonly x: number;
  /** Null where the point has no value. */
  readonly y: number | null;
  readonly point: LinePoint;
  /** Drawn as a dot: own points, the incomplete one, and those that have no neighbour to be joined with. */
  readonly hasDot: boolean;
}

export interface PlacedBand {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly centreY: number | null;
}

/** Turns a view into positions within `frame`. `fontSize` in pixels. */
export function placeLine(view: LineView, frame: Frame, fontSize: number, locale: Locale): PlacedLines {
  const { dates, toX, half } = placeDates(view, frame.innerWidth);
  const axis = placeValueAxis(
    valuesOf(view),
    view.axis,
    [frame.innerHeight, 0],
    tickCount(frame.innerHeight, fontSize),
  );
  const lines = view.series.map((series, i) => placeSeries(series, i, toX, axis.scale));
  return {
    lines: withLabels(lines, frame, fontSize),
    yTicks: axis.ticks,
    xTicks: placeTimeTicks(dates, view.grain, toX, fontSize, locale),
    startsAt: axis.startsAt,
    bands: (view.bands ?? []).map((band) => {
      const x = Math.max(0, toX(band.from) - half);
      const y = axis.scale(band.high);
      const width = Math.max(0, Math.min(frame.innerWidth, toX(band.to) + half) - x);
      const centreY = band.centre === null ? null : axis.scale(band.centre);
      return { id: band.from, x, y, width, height: axis.scale(band.low) - y, centreY };
    }),
    annotations: placeAnnotations(
      view.annotations ?? [],
      (date) => toX(date) - half,
      frame.innerWidth,
      frame.innerWidth + frame.margin.right,
      fontSize,
    ),
    hasPartial: lines.some((placed) => placed.points.some(({ y, point }) => y !== null && point.isPartial === true)),
    periods: dates.map((date) => ({ date, x: toX(date) })),
  };
}

function placeSeries(
  series: LineSeries,
  index: number,
  toX: (date: string) => number,
  y: ScaleLinear<number, number>,
): PlacedLine {
  const bare = series.points.map((point) => ({
    date: point.date,
    x: toX(point.date),
    y: point.value === null ? null : y(point.value),
    point,
  }));
  const isFull = (i: number): boolean =>
    bare[i] !== undefined && bare[i].y !== null && bare[i].point.isPartial !== true;
  const points = bare.map((placed, i) => {
    const isAlone = !isFull(i - 1) && !isFull(i + 1);
    return {
      ...placed,
      hasDot: placed.y !== null && (series.tone === 'own' || placed.point.isPartial === true || isAlone),
    };
  });
  const draw = line<{ x: number; y: number | null }>()
    .defined((point) => point.y !== null)
    .x((point) => point.x)
    .y((point) => point.y ?? 0)
    .digits(1);
  const full = points.map((point) => (point.point.isPartial === true ? { ...point, y: null } : point));
  const partial = points.flatMap((point, i) => {
    const before = points[i - 1];
    return point.point.isPartial === true && point.y !== null && before !== undefined && before.y !== null
      ? [draw([before, point]) ?? '']
      : [];
  });
  return {
    id: series.id,
    series,
    style: toneStyle(series.tone, index),
    path: runsOf(full)
      .map((run) => draw(run) ?? '')
      .join(''),
    partialPath: partial.join(''),
    points,
    label: null,
  };
}

/** Cut where a line starts anew. */
function runsOf<T extends { readonly point: LinePoint }>(points: readonly T[]): readonly T[][] {
  const runs: T[][] = [];
  for (const placed of points) {
    const run = runs.at(-1);
    if (run === undefined || placed.point.isStart === true) runs.push([placed]);
    else run.push(placed);
  }
  return runs;
}

function withLabels(lines: readonly PlacedLine[], frame: Frame, fontSize: number): PlacedLine[] {
  const ends = lines.map((placed) => placed.points.filter((point) => point.y !== null).at(-1));
  const wanted = lines.flatMap((placed, rank) => {
    const y = ends[rank]?.y;
    return y === null || y === undefined ? [] : [{ id: placed.id, y, rank }];
  });
  const placedLabels = new Map(
    placeLabels(wanted, fontSize * 1.3, 0, frame.innerHeight).map((label) => [label.id, label.y]),
  );
  return lines.map((placed, i) => {
    const y = placedLabels.get(placed.id);
    const fromY = ends[i]?.y;
    if (y === undefined || fromY === null || fromY === undefined) return placed;
    const text = fitText(endLabelText(placed.series), frame.margin.right - 16, fontSize);
    return { ...placed, label: { x: frame.innerWidth + 14, y, fromY, text } };
  });
}
