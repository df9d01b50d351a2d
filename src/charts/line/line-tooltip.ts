import type { TooltipRow } from '../tooltip/tooltip-row.ts';
import type { PlacedLine, PlacedLines, PlacedPoint } from './place-line.ts';
import type { PointRef } from './find-point.ts';

/** The point that is looked at, with its line. */
export interface FocusedPoint {
  readonly line: PlacedLine;
  readonly point: PlacedPoint;
}

/** Beyond this many lines a tooltip would hide the chart: only the one that is looked at is shown. */
const MOST_ROWS = 6;

/** Looks a reference up; null where it is not in the chart (any more). */
export function focusedPoint(placed: PlacedLines, ref: PointRef | null): FocusedPoint | null {
  if (ref === null) return null;
  const line = placed.lines.find((candidate) => candidate.id === ref.seriesId);
  const point = line?.points.find((candidate) => candidate.date === ref.date);
  return line === undefined || point === undefined ? null : { line, point };
}

/** Rows of the tooltip: all lines at that period from top to bottom, or only the one looked at where they are many. */
export function lineTooltipRows(placed: PlacedLines, focused: FocusedPoint): TooltipRow[] {
  const lines = placed.lines.length > MOST_ROWS ? [focused.line] : placed.lines;
  return lines
    .flatMap((line) => {
      const point = line.points.find((candidate) => candidate.date === focused.point.date);
      return point === undefined ? [] : [{ line, point }];
    })
    .sort((a, b) => (a.point.y ?? Infinity) - (b.point.y ?? Infinity))
    .map(({ line, point }) => ({
      id: line.id,
      label:
        point.point.period === focused.point.point.period
          ? line.series.label
          : `${line.series.label} ${point.point.period}`,
      text: point.point.text,
      detail: point.point.detail,
      colour: line.style.mark,
      isActive: line.id === focused.line.id,
    }));
}

/** The focused datum as one sentence for a screen reader. */
export function announcePoint(focused: FocusedPoint, partial: string): string {
  const { period, text, detail, isPartial } = focused.point.point;
  return [period, isPartial === true ? partial : '', focused.line.series.label, text, detail]
    .filter((part) => part !== '')
    .join(',');
}
