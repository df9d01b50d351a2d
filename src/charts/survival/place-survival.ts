import { area, bisector, curveStepAfter, line, range, scaleLinear } from 'd3';
import { textWidth } from '../../lib/text-width.ts';
import type { PlacedTick } from '../axis/value-axis.ts';
import { toFrame, type Frame } from '../frame/frame.ts';
import { placeLabels } from '../mark/place-labels.ts';
import { toneStyle, type ToneStyle } from '../mark/tone.ts';
import { placeCurveLabels, type CurveLabel } from './place-curve-labels.ts';
import type { SurvivalCurveView, SurvivalPoint, SurvivalView } from './survival-view.ts';

export interface PlacedCurve {
  readonly id: string;
  readonly curve: SurvivalCurveView;
  readonly style: ToneStyle;
  readonly path: string;
  /** Area between the limits; empty where none is drawn. */
  readonly band: string;
  /** Null where the curve never leaves the top of the plot. */
  readonly label: CurveLabel | null;
}

export interface PlacedSurvival {
  readonly curves: readonly PlacedCurve[];
  readonly xTicks: readonly PlacedTick[];
  readonly yTicks: readonly PlacedTick[];
  readonly guides: readonly { readonly time: number; readonly label: string; readonly x: number }[];
}

/** Where one curve stands at a time. */
export interface CurveReading {
  readonly curve: PlacedCurve;
  readonly point: SurvivalPoint;
}

/** Between the end of a curve and its name, in pixels. */
const LABEL_GAP = 8;
const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** A frame with room for the text of the axes, and right of the plot for names that stand at the ends of curves. */
export function survivalFrame(
  width: number,
  height: number,
  fontSize: number,
  endLabels: readonly string[] = [],
): Frame {
  const names = Math.max(0, ...endLabels.map((label) => textWidth(label, fontSize)));
  return toFrame(width, height, {
    top: fontSize * 1.9,
    right: names === 0 ? fontSize * 1.5 : names + LABEL_GAP * 2,
    bottom: fontSize * 1.9,
    left: textWidth('100%', fontSize) + 12,
  });
}

/** Turns a view into positions within `frame`; the share axis always runs from 0 to 100 %. */
export function placeSurvival(view: SurvivalView, frame: Frame, fontSize: number): PlacedSurvival {
  const toX = scaleLinear([0, view.end], [0, frame.innerWidth]);
  const toY = scaleLinear([0, 1], [frame.innerHeight, 0]);
  const curves = view.curves.map((curve, i) => placeCurve(curve, i, toX, toY));
  const toPixels = ({ time, share }: SurvivalPoint) => ({ x: toX(time), y: toY(share) });
  return {
    curves:
      view.hasEndLabels === true
        ? withEndLabels(curves, toPixels, frame, fontSize)
        : withLabels(curves, toPixels, frame, fontSize),
    xTicks: range(0, view.end + 1, view.step).map((value) => ({
      value,
      position: toX(value),
      text: String(value),
    })),
    yTicks: SHARES.map((value) => ({ value, position: toY(value), text: `${value * 100}%` })),
    guides: view.guides.filter(({ time }) => time <= view.end).map((guide) => ({ ...guide, x: toX(guide.time) })),
  };
}

function placeCurve(
  curve: SurvivalCurveView,
  index: number,
  toX: (time: number) => number,
  toY: (share: number) => number,
): PlacedCurve {
  const draw = line<SurvivalPoint>()
    .x(({ time }) => toX(time))
    .y(({ share }) => toY(share))
    .curve(curveStepAfter)
    .digits(1);
  const fill = area<SurvivalPoint>()
    .defined(({ lower, upper }) => lower !== null && upper !== null)
    .x(({ time }) => toX(time))
    .y0(({ lower }) => toY(lower ?? 0))
    .y1(({ upper }) => toY(upper ?? 0))
    .curve(curveStepAfter)
    .digits(1);
  return {
    id: curve.id,
    curve,
    style: toneStyle(curve.tone, index),
    path: draw(curve.points) ?? '',
    band: curve.hasBand ? (fill(curve.points) ?? '') : '',
    label: null,
  };
}

function withLabels(
  curves: readonly PlacedCurve[],
  toPixels: (point: SurvivalPoint) => { x: number; y: number },
  frame: Frame,
  fontSize: number,
): PlacedCurve[] {
  const falling = curves.map(({ id, curve }) => ({ id, label: curve.label, points: curve.points.map(toPixels) }));
  const size = { width: frame.innerWidth + frame.margin.right, height: frame.innerHeight };
  const labels = new Map(placeCurveLabels(falling, size, fontSize).map((label) => [label.id, label]));
  return curves.map((placed) => ({ ...placed, label: labels.get(placed.id) ?? null }));
}

/** Names right of the plot, at the heights at which the curves end, moved apart where they would touch. */
function withEndLabels(
  curves: readonly PlacedCurve[],
  toPixels: (point: SurvivalPoint) => { x: number; y: number },
  frame: Frame,
  fontSize: number,
): PlacedCurve[] {
  const wanted = curves.flatMap(({ id, curve }, rank) => {
    const last = curve.points.at(-1);
    return last === undefined ? [] : [{ id, rank, y: toPixels(last).y }];
  });
  const heights = new Map(
    placeLabels(wanted, fontSize * 1.35, 0, frame.innerHeight).map((label) => [label.id, label.y]),
  );
  return curves.map((placed) => {
    const y = heights.get(placed.id);
    const x = frame.innerWidth + LABEL_GAP;
    return { ...placed, label: y === undefined ? null : { id: placed.id, x, y, anchor: 'start' } };
  });
}

const byTime = bisector((point: SurvivalPoint) => point.time);

/** What every curve that is drawn at `time` says there. */
export function readSurvival(placed: PlacedSurvival, time: number): readonly CurveReading[] {
  return placed.curves.flatMap((curve) => {
    const { points } = curve.curve;
    const point = points[byTime.right(points, time) - 1];
    return point === undefined || time > (points.at(-1)?.time ?? -1) ? [] : [{ curve, point }];
  });
}

/** The reading nearest to the height `y` of the plot, 0 at its top; null where no curve is drawn there. */
export function nearestReading(readings: readonly CurveReading[], y: number, innerHeight: number): CurveReading | null {
  const distance = ({ point }: CurveReading) => Math.abs((1 - point.share) * innerHeight - y);
  return readings.reduce<CurveReading | null>(
    (nearest, reading) => (nearest === null || distance(reading) < distance(nearest) ? reading : nearest),
    null,
  );
}

/** The curve that an arrow up or down leads to from the curve `from`; null: not our key. */
export function stepCurve(readings: readonly CurveReading[], from: string | null, key: string): string | null {
  const step = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (step === undefined || readings.length === 0) return null;
  const ordered = [...readings].sort((a, b) => b.point.share - a.point.share);
  const at = ordered.findIndex(({ curve }) => curve.id === from);
  const next = at === -1 ? 0 : Math.max(0, Math.min(ordered.length - 1, at + step));
  return ordered[next]?.curve.id ?? null;
}

/** Where a key leads from `time`: along the ticks, Home and End; null: not our key. */
export function stepTime(view: SurvivalView, time: number | null, key: string): number | null {
  const from = time ?? view.guides[0]?.time ?? 0;
  const stride = view.step / 2;
  const to = { ArrowLeft: from - stride, ArrowRight: from + stride, Home: 0, End: view.end }[key];
  return to === undefined ? null : Math.max(0, Math.min(view.end, Math.round(to)));
}
