import { textWidth } from '../../lib/text-width.ts';
import type { Annotation } from './line-view.ts';

/** A named day in the plot. Labels that would touch stand on levels above each other, 0 being next to the plot. */
export interface PlacedAnnotation {
  readonly id: string;
  readonly x: number;
  readonly label: string;
  readonly anchor: 'start' | 'end';
  readonly level: number;
}

/** Between a label and its line, and between two labels. */
const GAP = 6;

/**
 * The annotations that lie within a plot of `width`, newest first: an older label stands above a newer one, so that no line
 * runs through a label. A label stands right of its line, or left of it
 * where it would run out of `room`, the width up to the edge of the drawing.
 */
export function placeAnnotations(
  annotations: readonly Annotation[],
  toX: (date: string) => number,
  width: number,
  room: number,
  fontSize: number,
): PlacedAnnotation[] {
  const taken: { level: number; from: number; to: number }[] = [];
  return [...annotations]
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .flatMap(({ date, label }) => {
      const x = toX(date);
      if (!(x >= -0.5 && x <= width + 0.5)) return [];
      const length = textWidth(label, fontSize) + GAP;
      const anchor: 'start' | 'end' = x + length > room && x - length >= 0 ? 'end' : 'start';
      const [from, to] = anchor === 'start' ? [x, x + length] : [x - length, x];
      let level = 0;
      while (taken.some((other) => other.level === level && from < other.to + GAP && to > other.from - GAP)) level += 1;
      taken.push({ level, from, to });
      return [{ id: `${date} ${label}`, x, label, anchor, level }];
    });
}
