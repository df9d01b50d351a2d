import { clamp } from '../../lib/number.ts';
import { textWidth } from '../../lib/text-width.ts';
import { placeValueAxis, type PlacedValueAxis } from '../axis/place-value-axis.ts';
import type { Frame } from '../frame/frame.ts';
import type { Column, ColumnView } from './column-view.ts';

export interface PlacedColumn {
  readonly column: Column;
  readonly x: number;
  readonly width: number;
  readonly centre: number;
  /** Top of the whole column; the base line where it is empty. */
  readonly top: number;
  readonly parts: readonly { readonly index: number; readonly y: number; readonly height: number }[];
  /** Its tick is written; ticks that would run into each other are left out. */
  readonly hasTick: boolean;
}

export interface PlacedColumns {
  readonly columns: readonly PlacedColumn[];
  readonly axis: PlacedValueAxis;
  readonly base: number;
  readonly references: readonly { readonly id: string; readonly label: string; readonly y: number }[];
}

/** Room that a tick needs, in units of the font size. */
const TICK_EM = 4;

/** Room at the right for the names of the reference lines. */
export function referenceRoom(references: ColumnView['references'], fontSize: number): number {
  const widest = Math.max(0, ...references.map(({ label }) => textWidth(label, fontSize)));
  return Math.max(fontSize * 6.5, widest + fontSize);
}

/** Equal slots from left to right, two thirds of each filled; the axis always starts at zero. */
export function placeColumns(view: ColumnView, frame: Frame, fontSize: number): PlacedColumns {
  const { margin, innerWidth, innerHeight } = frame;
  const base = margin.top + innerHeight;
  const totals = view.columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const heights = [...totals, ...view.references.map(({ value }) => value)];
  const axis = placeValueAxis(heights, { ...view.axis, isFromZero: true }, [base, margin.top], 5);
  const slot = innerWidth / Math.max(1, view.columns.length);
  const width = clamp(slot * 0.68, 1, fontSize * 3);
  let lastTick = -Infinity;
  const columns = view.columns.map((column, i) => {
    const centre = margin.left + slot * (i + 0.5);
    const hasTick = column.tick !== '' && centre - lastTick >= TICK_EM * fontSize;
    if (hasTick) lastTick = centre;
    let below = 0;
    const parts = column.values.map((value, index) => {
      const bottom = axis.scale(below);
      below += value;
      const y = axis.scale(below);
      return { index, y, height: Math.max(0, bottom - y) };
    });
    return { column, x: centre - width / 2, width, centre, top: axis.scale(below), parts, hasTick };
  });
  return {
    columns,
    axis,
    base,
    references: view.references.map(({ id, label, value }) => ({ id, label, y: axis.scale(value) })),
  };
}

/** The column that a key leads to from `id`; null where the key means nothing here. */
export function stepColumn(columns: readonly PlacedColumn[], id: string | null, key: string): string | null {
  const i = columns.findIndex(({ column }) => column.id === id);
  const last = columns.length - 1;
  const to = { ArrowLeft: i < 0 ? last : i - 1, ArrowRight: i < 0 ? last : i + 1, Home: 0, End: last }[key];
  return to === undefined ? null : (columns[clamp(to, 0, last)]?.column.id ?? null);
}

/** The column under a horizontal position. */
export function columnAt(columns: readonly PlacedColumn[], x: number): string | null {
  const [first] = columns;
  if (first === undefined) return null;
  const nearest = columns.reduce(
    (best, one) => (Math.abs(one.centre - x) < Math.abs(best.centre - x) ? one : best),
    first,
  );
  return nearest.column.id;
}
