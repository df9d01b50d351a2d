import { area, line, scaleSqrt, type ScalePower } from 'd3';
import { textWidth } from '../../lib/text-width.ts';
import { placeValueAxis } from '../axis/place-value-axis.ts';
import type { PlacedTick } from '../axis/value-axis.ts';
import { toFrame, type Frame } from '../frame/frame.ts';
import type { Band, FunnelLimitsAt, FunnelPoint, FunnelView } from './funnel-view.ts';

export interface PlacedFunnelPoint {
  readonly id: string;
  readonly point: FunnelPoint;
  readonly x: number;
  readonly y: number;
  readonly label: { readonly x: number; readonly anchor: 'start' | 'end' } | null;
}

/** Everything of a funnel in pixels of the plot. */
export interface PlacedFunnel {
  /** From left to right. */
  readonly points: readonly PlacedFunnelPoint[];
  readonly yTicks: readonly PlacedTick[];
  readonly xTicks: readonly PlacedTick[];
  readonly startsAt: string | null;
  readonly targetY: number | null;
  /** Paths; they may leave the plot where the sizes are small, and are clipped. */
  readonly decidingArea: string;
  readonly deciding: readonly [string, string];
  readonly chance998: readonly [string, string];
  readonly chance95: readonly [string, string];
}

/** Room for the axis texts around the plot. */
export function funnelFrame(width: number, height: number, fontSize: number): Frame {
  return toFrame(width, height, { top: fontSize, right: fontSize, bottom: fontSize * 3.2, left: fontSize * 3.6 });
}

/**
 * Positions of all points and limits. Sizes are on a square-root scale: courts differ a hundredfold, and the width of a
 * funnel falls with the root. The vertical axis holds every point, and the deciding limits from the median size on.
 */
export function placeFunnel(view: FunnelView, frame: Frame, fontSize: number): PlacedFunnel {
  const largest = Math.max(1, ...view.points.map(({ size }) => size), ...view.limits.map(({ size }) => size));
  const x = scaleSqrt().domain([0, largest]).range([0, frame.innerWidth]);
  const yTickCount = Math.max(3, Math.round(frame.innerHeight / (fontSize * 3)));
  const axis = placeValueAxis(valuesOf(view), view.axis, [frame.innerHeight, 0], yTickCount);
  const y = axis.scale;
  const edge = (bandOf: (at: FunnelLimitsAt) => Band, side: keyof Band): string =>
    line<FunnelLimitsAt>(
      (at) => x(at.size),
      (at) => y(bandOf(at)[side]),
    )(view.limits) ?? '';
  const edges = (bandOf: (at: FunnelLimitsAt) => Band): [string, string] => [
    edge(bandOf, 'lower'),
    edge(bandOf, 'upper'),
  ];
  const points = [...view.points].sort((a, b) => a.size - b.size);
  return {
    points: placeLabelled(
      points.map((point) => ({ point, x: x(point.size), y: y(point.value) })),
      frame,
      fontSize,
    ),
    yTicks: axis.ticks,
    xTicks: placeSizes(view, x, frame, fontSize),
    startsAt: axis.startsAt,
    targetY: view.target === null ? null : y(view.target.value),
    decidingArea:
      area<FunnelLimitsAt>(
        (at) => x(at.size),
        (at) => y(at.deciding.lower),
        (at) => y(at.deciding.upper),
      )(view.limits) ?? '',
    deciding: edges((at) => at.deciding),
    chance998: edges((at) => at.chance998),
    chance95: edges((at) => at.chance95),
  };
}

function valuesOf({ points, limits, target }: FunnelView): number[] {
  const sizes = points.map(({ size }) => size).sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const bands = limits.filter(({ size }) => size >= median).map(({ deciding }) => deciding);
  return [
    ...points.map(({ value }) => value),
    ...bands.flatMap(({ lower, upper }) => [lower, upper]),
    ...(target === null ? [] : [target.value]),
  ];
}

/** Ticks of the sizes; on this scale they crowd to the right, so that one too near to its neighbour is left out. */
function placeSizes(
  view: FunnelView,
  x: ScalePower<number, number>,
  frame: Frame,
  fontSize: number,
): readonly PlacedTick[] {
  const kept: PlacedTick[] = [];
  for (const value of x.ticks(Math.max(2, Math.round(frame.innerWidth / (fontSize * 7))))) {
    const tick = { value, position: x(value), text: view.formatSize(value) };
    const last = kept.at(-1);
    const room = textWidth(`${last?.text ?? ''}${tick.text}`, fontSize) / 2 + fontSize;
    if (last === undefined || tick.position - last.position >= room) kept.push(tick);
  }
  return kept;
}

interface Spot {
  readonly point: FunnelPoint;
  readonly x: number;
  readonly y: number;
}

/** Labels beside their points: the own one always, the others where they hit no label that was placed before. */
function placeLabelled(spots: readonly Spot[], frame: Frame, fontSize: number): PlacedFunnelPoint[] {
  const taken: { left: number; right: number; y: number }[] = [];
  const labels = new Map<string, { x: number; anchor: 'start' | 'end' }>();
  const wanted = spots.filter(({ point }) => point.isOwn || point.isLabelled);
  for (const { point, x, y } of [...wanted].sort((a, b) => Number(b.point.isOwn) - Number(a.point.isOwn))) {
    const width = textWidth(point.label, fontSize);
    const isLeft = x + fontSize + width > frame.innerWidth;
    const from = isLeft ? x - fontSize - width : x + fontSize;
    const box = { left: from, right: from + width, y };
    const isFree = taken.every(
      (other) => box.right < other.left || box.left > other.right || Math.abs(box.y - other.y) > fontSize * 1.2,
    );
    if (!point.isOwn && !isFree) continue;
    taken.push(box);
    labels.set(point.id, { x: isLeft ? x - fontSize * 0.8 : x + fontSize * 0.8, anchor: isLeft ? 'end' : 'start' });
  }
  return spots.map(({ point, x, y }) => ({ id: point.id, point, x, y, label: labels.get(point.id) ?? null }));
}

/** The point nearest to (x, y) within reach; null where none is. */
export function findFunnelPoint(placed: PlacedFunnel, x: number, y: number, reach: number): PlacedFunnelPoint | null {
  let nearest: PlacedFunnelPoint | null = null;
  let distance = reach;
  for (const spot of placed.points) {
    const own = Math.hypot(spot.x - x, spot.y - y);
    if (own <= distance) [nearest, distance] = [spot, own];
  }
  return nearest;
}

/** The point that a key leads to, by size; null: not our key. Without a point any of them starts at the own one. */
export function stepFunnelPoint(placed: PlacedFunnel, from: string | null, key: string): string | null {
  if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return null;
  const at = placed.points.findIndex(({ id }) => id === from);
  const last = placed.points.length - 1;
  if (at === -1) return (placed.points.find(({ point }) => point.isOwn) ?? placed.points[0])?.id ?? null;
  const step = key === 'ArrowLeft' || key === 'ArrowDown' ? -1 : 1;
  const to = key === 'Home' ? 0 : key === 'End' ? last : at + step;
  return placed.points[Math.max(0, Math.min(last, to))]?.id ?? null;
}
