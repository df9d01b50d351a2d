import { textWidth } from '../../lib/text-width.ts';
import { clamp } from '../../lib/number.ts';
import { placeValueAxis } from '../axis/place-value-axis.ts';
import type { PlacedTick } from '../axis/value-axis.ts';
import type { StripDot, StripPlotView } from './strip-plot-view.ts';

export interface PlacedStripPlot {
  readonly height: number;
  /** Where the axis is. */
  readonly axisY: number;
  /** Of the dots, in pixels. */
  readonly radius: number;
  readonly top: number;
  /** Stacks were too high: their dots overlap. */
  readonly isPressed: boolean;
  readonly dots: readonly PlacedDot[];
  readonly labels: readonly PlacedDotLabel[];
  readonly ticks: readonly PlacedTick[];
  readonly startsAt: string | null;
  readonly middle: { readonly x: number; readonly width: number; readonly medianX: number } | null;
}

export interface PlacedDot {
  readonly id: string;
  readonly dot: StripDot;
  readonly x: number;
  readonly y: number;
}

/** A label with its middle at `x`; a thin line joins it with its dot. */
export interface PlacedDotLabel {
  readonly id: string;
  readonly text: string;
  readonly isOwn: boolean;
  readonly x: number;
  readonly y: number;
  readonly dotX: number;
  readonly dotY: number;
}

/** Labels stand in at most so many lines above the dots; what finds no room is told by the tooltip. */
const MOST_LANES = 12;

/** With more dots than this their labels would be a wall of text: only our own is named. */
const MOST_NAMED = 30;

/** Stacks are at most this high, in units of the font size; of higher ones the dots get smaller, and at last they overlap. */
const HIGHEST = 12;

/** Room for one dot, in units of the font size: the first that suffices, else the smallest. */
const SPACINGS = [0.8, 0.6, 0.45];
const SMALLEST = 0.35;
const RADIUS_OF_SPACING = 0.45;

/** Dots that would cover each other are stacked. Our label comes first, then those of the peers. */
export function placeStripPlot(view: StripPlotView, width: number, fontSize: number): PlacedStripPlot {
  const pad = fontSize;
  const values = view.dots.map(({ value }) => value);
  const middle = view.middle;
  const axis = placeValueAxis(
    middle === null ? values : [...values, middle.low, middle.high],
    view.axis,
    [pad, Math.max(pad, width - pad)],
    Math.max(2, Math.round(width / (fontSize * 7))),
  );
  const { stacked, spacing } = stackWithin(
    view.dots.map((dot) => ({ dot, x: axis.scale(dot.value) })),
    fontSize,
  );
  const lanes = toLanes(stacked, view.areNamed, width, fontSize);
  const laneCount = Math.max(0, ...lanes.map(({ lane }) => lane + 1));
  const highest = Math.max(0, ...stacked.map(({ level }) => level));
  const top = laneCount * fontSize * 1.5 + fontSize * 0.4;
  const rise = Math.min(spacing, (HIGHEST * fontSize) / (highest + 1));
  const axisY = top + (highest + 1) * rise + fontSize * 0.9;
  const dots = stacked.map(({ dot, x, level }) => ({
    id: dot.id,
    dot,
    x,
    y: axisY - fontSize * 0.9 - level * rise,
  }));
  return {
    height: axisY + fontSize * 2,
    axisY,
    radius: spacing * RADIUS_OF_SPACING,
    top,
    isPressed: rise < spacing,
    dots,
    labels: lanes.flatMap(({ id, text, isOwn, x, lane }) => {
      const found = dots.find((placed) => placed.id === id);
      if (found === undefined) return [];
      const y = top - fontSize * (1 + lane * 1.5);
      return [{ id, text, isOwn, x, y, dotX: found.x, dotY: found.y }];
    }),
    ticks: axis.ticks,
    startsAt: axis.startsAt,
    middle:
      middle === null
        ? null
        : {
            x: axis.scale(middle.low),
            width: axis.scale(middle.high) - axis.scale(middle.low),
            medianX: axis.scale(middle.median),
          },
  };
}

interface Stacked {
  readonly dot: StripDot;
  readonly x: number;
  readonly level: number;
}

/** Stacks of the largest dots with which the highest is not too high. */
function stackWithin(
  dots: readonly { readonly dot: StripDot; readonly x: number }[],
  fontSize: number,
): { readonly stacked: readonly Stacked[]; readonly spacing: number } {
  const stackWith = (size: number) => ({ stacked: stack(dots, size * fontSize), spacing: size * fontSize });
  for (const size of SPACINGS) {
    const tried = stackWith(size);
    if (tried.stacked.every(({ level }) => (level + 1) * tried.spacing <= HIGHEST * fontSize)) return tried;
  }
  return stackWith(SMALLEST);
}

/** From left to right, each at the lowest level at which it is `spacing` away from the last one there. */
function stack(dots: readonly { readonly dot: StripDot; readonly x: number }[], spacing: number): readonly Stacked[] {
  const ends: number[] = [];
  return [...dots]
    .sort((a, b) => a.x - b.x || (a.dot.id < b.dot.id ? -1 : 1))
    .map(({ dot, x }) => {
      const free = ends.findIndex((end) => x - end >= spacing);
      const level = free === -1 ? ends.length : free;
      ends[level] = x;
      return { dot, x, level };
    });
}

interface Laned {
  readonly id: string;
  readonly text: string;
  readonly isOwn: boolean;
  readonly x: number;
  readonly lane: number;
}

function toLanes(dots: readonly Stacked[], areNamed: boolean, width: number, fontSize: number): readonly Laned[] {
  const wanted = [
    ...dots.filter(({ dot }) => dot.isOwn),
    ...(areNamed && dots.length <= MOST_NAMED ? dots.filter(({ dot }) => !dot.isOwn) : []),
  ];
  const taken: { lane: number; left: number; right: number }[] = [];
  return wanted.flatMap(({ dot, x }): Laned[] => {
    const text = dot.isOwn ? `${dot.label} ${dot.text}` : dot.label;
    const half = textWidth(text, fontSize) / 2 + fontSize * 0.4;
    const middle = clamp(x, Math.min(half, width / 2), Math.max(width - half, width / 2));
    const [left, right] = [middle - half, middle + half];
    for (let lane = 0; lane < MOST_LANES; lane += 1) {
      if (taken.some((other) => other.lane === lane && other.left < right && left < other.right)) continue;
      taken.push({ lane, left, right });
      return [{ id: dot.id, text, isOwn: dot.isOwn, x: middle, lane }];
    }
    return [];
  });
}
