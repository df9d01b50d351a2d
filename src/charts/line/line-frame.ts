import { toFrame, type Frame } from '../frame/frame.ts';
import { textWidth } from '../../lib/text-width.ts';
import { placeValueAxis } from '../axis/place-value-axis.ts';
import { endLabelText } from './end-label.ts';
import type { LineView } from './line-view.ts';
import { placeAnnotations } from './place-annotations.ts';
import { placeDates } from './place-dates.ts';

/** Height of one line of annotations in units of the font size. */
export const LEVEL_EM = 1.3;

/** How much wider bold text is. */
const BOLD = 1.07;

/** All values that the value axis has to hold. */
export function valuesOf(view: LineView): number[] {
  const values = view.series.flatMap((series) => series.points.map((point) => point.value));
  const limits = (view.bands ?? []).flatMap((band) => [band.low, band.high]);
  return [...values, ...limits].filter((value) => value !== null);
}

/** A frame with room for the axis text on the left and the labels of the lines on the right. */
export function lineFrame(view: LineView, width: number, height: number, fontSize: number): Frame {
  const ticks = placeValueAxis(valuesOf(view), view.axis, [height, 0], tickCount(height, fontSize)).ticks;
  const left = Math.max(...ticks.map((tick) => textWidth(tick.text, fontSize)), fontSize * 2) + 12;
  // The name of our own line is bold.
  const labels = view.series.map(
    (series) => textWidth(endLabelText(series), fontSize) * (series.tone === 'own' ? BOLD : 1),
  );
  const right = Math.min(Math.max(...labels, 0) + 18, width * 0.34);
  const innerWidth = Math.max(0, width - left - right);
  const { toX, half } = placeDates(view, innerWidth);
  const notes = placeAnnotations(
    view.annotations ?? [],
    (date) => toX(date) - half,
    innerWidth,
    innerWidth + right,
    fontSize,
  );
  const levels = Math.max(0, ...notes.map((note) => note.level + 1));
  const isTwoLines = view.grain !== 'year';
  return toFrame(width, height, {
    top: fontSize * (0.8 + LEVEL_EM * levels),
    right,
    bottom: fontSize * (isTwoLines ? 3.1 : 2),
    left,
  });
}

/** One tick per 3.4 lines of text, so that hairlines stay few and a projector does not get more of them. */
export function tickCount(length: number, fontSize: number): number {
  return Math.max(2, Math.round(length / (fontSize * 3.4)));
}
