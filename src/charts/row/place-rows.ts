import { fitText, textWidth } from '../../lib/text-width.ts';
import { placeValueAxis } from '../axis/place-value-axis.ts';
import type { PlacedTick } from '../axis/value-axis.ts';
import type { Row, RowView } from './row-view.ts';

/** Columns of a row chart in pixels: name, plot, value, count. */
export interface RowFrame {
  readonly width: number;
  readonly rowHeight: number;
  /** Too narrow for columns: names stand above their marks. */
  readonly isStacked: boolean;
  readonly headHeight: number;
  readonly bodyHeight: number;
  readonly plotLeft: number;
  readonly plotWidth: number;
  /** Right edges of the two text columns. */
  readonly valueRight: number;
  readonly countRight: number;
}

export interface PlacedRows {
  readonly rows: readonly PlacedRow[];
  readonly ticks: readonly PlacedTick[];
  readonly startsAt: string | null;
  readonly reference: { readonly x: number; readonly label: string; readonly labelX: number } | null;
  /** Height of a mark. */
  readonly markSize: number;
  /** Where zero is, or the left end of the axis. */
  readonly baseX: number;
}

export interface PlacedRow {
  readonly id: string;
  readonly row: Row;
  readonly label: string;
  /** Middle of the row within the body. */
  readonly y: number;
  readonly x: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Rows are never lower than a 24 pixel target. */
const LOWEST_ROW = 24;
/** In units of the font size. */
const NARROWEST_PLOT = 8;

/** Divides `width` among names, plot and numbers; names get what they need, at most 42 of 100. */
export function rowFrame(view: RowView, width: number, fontSize: number): RowFrame {
  const measure = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => textWidth(text, fontSize)));
  const counts = measure([view.countHeading, ...view.rows.map((row) => row.count)]) + 8;
  const values = measure(view.rows.filter((row) => row.value !== null).map((row) => row.text)) + 18;
  const countRight = width - 2;
  const valueRight = countRight - counts;
  const beside = Math.min(measure(view.rows.map((row) => row.label)) + 16, width * 0.42);
  const isStacked = valueRight - values - beside < fontSize * NARROWEST_PLOT;
  const plotLeft = isStacked ? fontSize : beside;
  const rowHeight = Math.max(LOWEST_ROW, Math.round(fontSize * (isStacked ? 3.1 : 1.85)));
  return {
    width,
    rowHeight,
    isStacked,
    headHeight: fontSize * (view.reference === null ? 2 : 3.4),
    bodyHeight: rowHeight * view.rows.length + 4,
    plotLeft,
    plotWidth: Math.max(0, valueRight - values - plotLeft),
    valueRight,
    countRight,
  };
}

/** Positions of all rows. `isFromZero`: bars, whose length is the value. */
export function placeRows(view: RowView, frame: RowFrame, fontSize: number, isFromZero: boolean): PlacedRows {
  const values = view.rows.flatMap((row) =>
    row.value === null ? [] : [row.value, ...(row.interval ? [row.interval.low, row.interval.high] : [])],
  );
  const all = view.reference === null ? values : [...values, view.reference.value];
  const range: [number, number] = [frame.plotLeft, frame.plotLeft + frame.plotWidth];
  const wanted = isFromZero ? { ...view.axis, isFromZero } : view.axis;
  const axis = placeValueAxis(all, wanted, range, Math.max(2, Math.round(frame.plotWidth / (fontSize * 6))));
  const [start = 0, end = 0] = axis.scale.domain();
  return {
    rows: view.rows.map((row, i) => ({
      id: row.id,
      row,
      label: fitText(row.label, frame.isStacked ? frame.width : frame.plotLeft - 14, fontSize),
      y: (i + 0.5) * frame.rowHeight,
      x: row.value === null ? null : axis.scale(row.value),
      low: row.value === null || row.interval === null ? null : axis.scale(row.interval.low),
      high: row.value === null || row.interval === null ? null : axis.scale(row.interval.high),
    })),
    ticks: axis.ticks,
    startsAt: axis.startsAt,
    reference:
      view.reference === null
        ? null
        : placeReference(view.reference, axis.scale(view.reference.value), frame, fontSize),
    markSize: frame.rowHeight * (frame.isStacked ? 0.34 : 0.56),
    baseX: axis.scale(Math.min(end, Math.max(start, 0))),
  };
}

function placeReference(
  reference: { label: string },
  x: number,
  frame: RowFrame,
  fontSize: number,
): { x: number; label: string; labelX: number } {
  const half = textWidth(reference.label, fontSize) / 2;
  return { x, label: reference.label, labelX: Math.max(half, Math.min(frame.width - half, x)) };
}
