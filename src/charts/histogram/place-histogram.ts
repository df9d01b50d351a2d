import { range, scaleLinear, type ScaleLinear } from 'd3';
import { textWidth } from '../../lib/text-width.ts';
import type { PlacedTick } from '../axis/value-axis.ts';
import { toFrame, type Frame } from '../frame/frame.ts';
import type { Bin, HistogramMark, HistogramView } from './histogram-view.ts';

export interface PlacedBin {
  readonly bin: Bin;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedMark {
  readonly mark: HistogramMark;
  readonly x: number;
  /** Lines of text above the plot: 0 is the lowest. */
  readonly level: number;
  readonly labelX: number;
  readonly anchor: 'start' | 'end';
}

export interface PlacedHistogram {
  readonly bins: readonly PlacedBin[];
  readonly marks: readonly PlacedMark[];
  readonly xTicks: readonly PlacedTick[];
  readonly yTicks: readonly PlacedTick[];
}

/** Height of one line of labels above the plot in units of the font size. */
export const LABEL_EM = 1.35;
/** Between two bars, in pixels. */
const GAP = 1;

/** A frame with room for the text of the counts, and for one line of labels per mark. */
export function histogramFrame(view: HistogramView, width: number, height: number, fontSize: number): Frame {
  const counts = countTicks(countScale(view)).map((count) => textWidth(view.formatCount(count), fontSize));
  return toFrame(width, height, {
    top: fontSize * (0.5 + LABEL_EM * view.marks.length),
    right: fontSize * 1.5,
    bottom: fontSize * 1.9,
    left: Math.max(fontSize * 2, ...counts) + 10,
  });
}

function countScale(view: HistogramView): ScaleLinear<number, number> {
  const highest = Math.max(1, ...view.bins.map(({ count }) => count));
  return scaleLinear([0, highest], [0, 1]).nice(2);
}

/** Whole counts only. */
function countTicks(y: ScaleLinear<number, number>): readonly number[] {
  return y.ticks(2).filter(Number.isInteger);
}

/**
 * Bars from zero in height and along the axis. Marks within the axis have one line of text each, the leftmost the
 * highest: no line then runs through the label of another mark, which stands to the right of its own.
 */
export function placeHistogram(view: HistogramView, frame: Frame, fontSize: number): PlacedHistogram {
  const x = scaleLinear([0, view.end], [0, frame.innerWidth]);
  const y = countScale(view).range([frame.innerHeight, 0]);
  const ticks = countTicks(y);
  return {
    bins: view.bins.map((bin) => ({
      bin,
      x: x(bin.from),
      y: y(bin.count),
      width: Math.max(1, x(Math.min(bin.to, view.end)) - x(bin.from) - GAP),
      height: frame.innerHeight - y(bin.count),
    })),
    marks: view.marks
      .filter(({ value }) => value <= view.end)
      .sort((a, b) => b.value - a.value)
      .map((mark, level) => placeMark(mark, x(mark.value), level, frame, fontSize)),
    xTicks: range(0, view.end + 1, view.step).map((value) => ({
      value,
      position: x(value),
      text: view.formatTick(value),
    })),
    yTicks: ticks.map((value) => ({ value, position: y(value), text: view.formatCount(value) })),
  };
}

/** The label stands to the right of its line, or to the left where it would leave the drawing. */
function placeMark(mark: HistogramMark, x: number, level: number, frame: Frame, fontSize: number): PlacedMark {
  const fits = x + 6 + textWidth(mark.label, fontSize) <= frame.innerWidth + frame.margin.right;
  return { mark, x, level, labelX: fits ? x + 6 : x - 6, anchor: fits ? 'start' : 'end' };
}

/** The bin under a position of the plot; null beside it. */
export function findBin(placed: PlacedHistogram, x: number): number | null {
  const at = placed.bins.findIndex((bin) => x >= bin.x && x < bin.x + bin.width + GAP);
  return at === -1 ? null : at;
}

/** Where a key leads from bin `from`; null: not our key. */
export function stepBin(placed: PlacedHistogram, from: number | null, key: string): number | null {
  const last = placed.bins.length - 1;
  const to = { ArrowLeft: (from ?? 1) - 1, ArrowRight: (from ?? -1) + 1, Home: 0, End: last }[key];
  return to === undefined ? null : Math.max(0, Math.min(last, to));
}
