import type { TimeGrain } from '../axis/place-time-ticks.ts';
import type { ValueAxis } from '../axis/value-axis.ts';
import type { Tone } from '../mark/tone.ts';

/** Values over time, ready to be drawn: no pixels, no definitions. */
export interface LineView {
  /** One sentence for a screen reader: what, from when to when, highest, lowest, last. */
  readonly summary: string;
  readonly grain: TimeGrain;
  readonly axis: ValueAxis;
  /** In the order in which labels are kept when room is short. Drawn in reverse, so the first lies on top. */
  readonly series: readonly LineSeries[];
  readonly bands?: readonly ControlBand[];
  readonly annotations?: readonly Annotation[];
}

export interface LineSeries {
  readonly id: string;
  readonly label: string;
  readonly tone: Tone;
  /** One per period, gaps included, oldest first. */
  readonly points: readonly LinePoint[];
}

export interface LinePoint {
  /**
   * ISO first day of the calendar month, quarter or year after which the period is named; decides position and axis
   * text. A previous year drawn beside this one carries this year's dates and its own `period`.
   */
  readonly date: string;
  /** Null is a gap, never zero; `text` then says why. */
  readonly value: number | null;
  readonly text: string;
  /** `1,204 / 1,967 件`. */
  readonly detail: string;
  /** Name of the period: `2025年9月`. */
  readonly period: string;
  /** The period is not over: drawn hollow and dashed, and named. */
  readonly isPartial?: boolean;
  /** The line starts anew: nothing joins this point with the one before. */
  readonly isStart?: boolean;
  /** Ringed: a rule of a control chart marks it. `detail` then says which. */
  readonly isMarked?: boolean;
}

/** Limits of ordinary variation over some periods; `from` and `to` are the dates of the first and last of them. */
export interface ControlBand {
  readonly from: string;
  readonly to: string;
  readonly low: number;
  readonly high: number;
  readonly centre: number | null;
}

/** A named day. */
export interface Annotation {
  readonly date: string;
  readonly label: string;
}
